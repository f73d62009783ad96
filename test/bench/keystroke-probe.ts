// Runs in the extension host for keystroke-vscode.ts: types into a long file and measures the time to its diagnostics.
import {
  type Disposable,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import { longFile } from "./long-file.ts";

const keystrokes = 40;
const code = "AuthFailure.SignatureExpire";
const limit = 20_000;

function hasWarning({ uri }: TextDocument): boolean {
  return languages.getDiagnostics(uri).some(({ source }) => source === "error-codes");
}

/** Waits for the diagnostics event after which the warning is present, or absent, and returns its time. */
function waitForWarning(document: TextDocument, isExpected: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    let listener: Disposable | undefined;
    const timer = setTimeout(() => reject(new Error("No diagnostics came.")), limit);
    const check = () => {
      if (hasWarning(document) !== isExpected) return;
      listener?.dispose();
      clearTimeout(timer);
      resolve(performance.now());
    };
    listener = languages.onDidChangeDiagnostics(check);
    check();
  });
}

/** Waits until the extension host gets the event for an edit of a document, and returns the time of that event. */
function waitForEdit(document: TextDocument): Promise<number> {
  return new Promise((resolve) => {
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      listener.dispose();
      resolve(performance.now());
    });
  });
}

/** Inserts a letter that makes the code a misspelling, or deletes it again. */
async function toggle(editor: TextEditor, offset: number, isMisspelled: boolean): Promise<void> {
  const position = editor.document.positionAt(offset);
  await editor.edit((edit) => {
    if (isMisspelled) edit.insert(position, "d");
    else edit.delete(new Range(position, position.translate(0, 1)));
  });
}

function summary(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms`;
}

/** Runs the measurement; called by the extension host. */
export async function run(): Promise<void> {
  const content = `import "tencentcloud-sdk-nodejs";\n${longFile(10_000)}`;
  const document = await workspace.openTextDocument({ language: "typescript", content });
  const editor = await window.showTextDocument(document);
  const offset = content.indexOf(code, content.length / 2) + code.length;
  const toDiagnostics: number[] = [];
  const toHost: number[] = [];
  // The first four start the server and warm it up; they are not counted.
  for (let key = -4; key < keystrokes; key++) {
    const isMisspelled = key % 2 === 0;
    const editEvent = waitForEdit(document);
    const start = performance.now();
    const toggling = toggle(editor, offset, isMisspelled);
    const editTime = await editEvent;
    const warningTime = await waitForWarning(document, isMisspelled);
    await toggling;
    if (key < 0) continue;
    toDiagnostics.push(warningTime - editTime);
    toHost.push(editTime - start);
  }
  console.log(
    `10,000 lines, ${keystrokes} keystrokes: edit event to diagnostics event ${summary(toDiagnostics)}`,
  );
  console.log(`baseline, from an edit to its event in the extension host: ${summary(toHost)}`);
}
