// Runs in the extension host for keystroke-vscode.ts: types into a long file and times what comes of it.
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
const right = "AuthFailure.SignatureExpire";
const limit = 20_000;

function hasWarning({ uri }: TextDocument): boolean {
  return languages.getDiagnostics(uri).some(({ source }) => source === "error-codes");
}

/** Resolves as soon as the warning is there, or gone, by the event that tells so; gives the time that was then. */
function warned(document: TextDocument, wanted: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    let listener: Disposable | undefined;
    const timer = setTimeout(() => reject(new Error("No diagnostics came.")), limit);
    const look = () => {
      if (hasWarning(document) !== wanted) return;
      listener?.dispose();
      clearTimeout(timer);
      resolve(performance.now());
    };
    listener = languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Resolves with the time when the extension host hears of an edit of a document. */
function edited(document: TextDocument): Promise<number> {
  return new Promise((resolve) => {
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      listener.dispose();
      resolve(performance.now());
    });
  });
}

/** Makes the right code wrong by a letter, or right again. */
async function toggle(editor: TextEditor, offset: number, isWrong: boolean): Promise<void> {
  const at = editor.document.positionAt(offset);
  await editor.edit((edit) => {
    if (isWrong) edit.insert(at, "d");
    else edit.delete(new Range(at, at.translate(0, 1)));
  });
}

function summary(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms`;
}

/** Called by the extension host. */
export async function run(): Promise<void> {
  const content = `import "tencentcloud-sdk-nodejs";\n${longFile(10_000)}`;
  const document = await workspace.openTextDocument({ language: "typescript", content });
  const editor = await window.showTextDocument(document);
  const offset = content.indexOf(right, content.length / 2) + right.length;
  const toDiagnostics: number[] = [];
  const toHost: number[] = [];
  // The first ones start the server and warm it.
  for (let key = -4; key < keystrokes; key++) {
    const isWrong = key % 2 === 0;
    const heard = edited(document);
    const start = performance.now();
    const typed = toggle(editor, offset, isWrong);
    const edit = await heard;
    const shown = await warned(document, isWrong);
    await typed;
    if (key < 0) continue;
    toDiagnostics.push(shown - edit);
    toHost.push(edit - start);
  }
  console.log(
    `10,000 lines, ${keystrokes} keystrokes: edit event to diagnostics event ${summary(toDiagnostics)}`,
  );
  console.log(`the floor, an edit until the extension host hears of it: ${summary(toHost)}`);
}
