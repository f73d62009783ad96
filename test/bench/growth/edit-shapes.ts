import type { CodeAction, Range } from "vscode-languageserver/node";
import { literalsRequest, statusRequest, whyRequest } from "../../../server/protocol/index.ts";
import type { OpenDocument } from "../../server/harness/open-document.ts";
import { codeAt } from "./code-pieces.ts";
import { constructsOf } from "./code-texts.ts";
import type { Shape } from "./measure.ts";
import type { Session } from "./session.ts";

// What an editor does with a document that is open: it asks for what is at a position, or changes the text.

const write = constructsOf.typescript?.["ifs in one function"] ?? (() => "");
/** As many misspelled codes, for each of which there are fixes. */
const misspelled = (count: number) =>
  `import "tencentcloud-sdk-nodejs";\n${Array.from({ length: count }, (_, index) => `if (err.code === "${codeAt(3)}") f(${index});`).join("\n")}`;

function wholeOf({ document }: OpenDocument): Range {
  return { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
}

/** More lines than this take too long to be opened before each request. */
const maximumLines = 4096;

/** Requests in a document, by their names. */
const requests: Readonly<Record<string, (session: Session, open: OpenDocument) => unknown>> = {
  hover: (_, open) => open.hover(middleOf(open)),
  completion: (_, open) => open.complete(middleOf(open)),
  highlights: ({ connection }, open) => connection.sendRequest("textDocument/documentHighlight", at(open)),
  references: ({ connection }, open) =>
    connection.sendRequest("textDocument/references", {
      ...at(open),
      context: { includeDeclaration: true },
    }),
  "inlay hints": ({ connection }, open) =>
    connection.sendRequest("textDocument/inlayHint", { ...at(open), range: wholeOf(open) }),
  status: ({ connection }, { document }) => connection.sendRequest(statusRequest, { uri: document.uri }),
  why: ({ connection }, open) =>
    connection.sendRequest(whyRequest, { uri: open.document.uri, position: middleOf(open) }),
  "literals at many cursors": ({ connection }, open) =>
    connection.sendRequest(literalsRequest, {
      uri: open.document.uri,
      positions: Array.from({ length: open.document.lineCount }, (_, line) => ({ line, character: 20 })),
    }),
  "fixes of everything": (_, open) => open.actions({ range: wholeOf(open) }),
  "fix all": async (_, open) => {
    const actions = await open.actions({ range: wholeOf(open), only: ["source.fixAll"] });
    for (const action of actions) await open.resolveAction(action);
  },
  "replace in file": async (_, open) => {
    const actions: CodeAction[] = await open.actions({
      range: { start: middleOf(open), end: middleOf(open) },
    });
    for (const action of actions) await open.resolveAction(action);
  },
};

function middleOf({ document }: OpenDocument) {
  const text = document.getText();
  const offset = text.indexOf(' === "', text.length / 2) + ' === "'.length;
  return document.positionAt(offset);
}

function at(open: OpenDocument) {
  return { textDocument: { uri: open.document.uri }, position: middleOf(open) };
}

function requestShapes(session: Session): Shape[] {
  return [["distinct codes", write] as const, ["one misspelled code", misspelled] as const].flatMap(
    ([texts, writeText]) =>
      Object.entries(requests).map(
        ([request, send]): Shape => ({
          name: `${request}: typescript, ${texts}`,
          from: 16,
          to: maximumLines,
          async prepare(size) {
            const open = await session.open("typescript", writeText(size));
            await open.diagnose();
            return async () => {
              await send(session, open);
              await open.close();
            };
          },
        }),
      ),
  );
}

/** Changes of a text of many lines: one for each line, in an order. */
function changesOf(open: OpenDocument, isUpwards: boolean) {
  const lines = Array.from({ length: open.document.lineCount }, (_, line) => line);
  const ordered = isUpwards ? lines.reverse() : lines;
  return ordered.map((line) => {
    const position = { line, character: 0 };
    return { range: { start: position, end: position }, text: " " };
  });
}

function changeShapes(session: Session): Shape[] {
  return ["typescript", "go", "python"].flatMap((language) =>
    [true, false].map(
      (isUpwards): Shape => ({
        name: `many changes: ${language}, ${isUpwards ? "upwards" : "downwards"}`,
        to: maximumLines,
        async prepare(size) {
          const open = await session.open(
            language,
            constructsOf[language]?.["ifs in one function"]?.(size) ?? "",
          );
          await open.diagnose();
          const contentChanges = changesOf(open, isUpwards);
          return async () => {
            // The client of the tests would make the changes one by one.
            await session.connection.sendNotification("textDocument/didChange", {
              textDocument: { uri: open.document.uri, version: 2 },
              contentChanges,
            });
            await open.diagnose();
            await open.close();
          };
        },
      }),
    ),
  );
}

/** Unfinished texts on one line, before which codes are completed. */
const unfinished: Readonly<Record<string, (count: number) => string>> = {
  "long word": (count) => `if (err.code === "${"a".repeat(count)}`,
  "long name": (count) => `${"a".repeat(count)} = "`,
  "many quotes": (count) => `${"'a' ".repeat(count)}err.code === "`,
  sentence: (count) => `if (err.code === "${"a ".repeat(count)}`,
};

function typingShapes(session: Session): Shape[] {
  return Object.entries(unfinished).flatMap(([name, writeText]) =>
    ["typescript", "go", "swift"].map(
      (language): Shape => ({
        name: `completion: ${language}, ${name}`,
        async prepare(size) {
          const open = await session.open(language, writeText(size));
          await open.diagnose();
          return async () => {
            await open.complete(open.document.positionAt(open.text.length));
            await open.close();
          };
        },
      }),
    ),
  );
}

/** Returns the shapes of what an editor does with an open document. */
export function editShapes(session: Session): Shape[] {
  return [...requestShapes(session), ...changeShapes(session), ...typingShapes(session)];
}
