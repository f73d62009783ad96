import { CompletionItem, CompletionList, Position, Range, type TextDocument, window } from "vscode";
import type { Middleware } from "vscode-languageclient";

/**
 * Has VS Code ask again at the second letter of a word if the list for its first one is empty and incomplete, as it is
 * for codes outside quotes. VS Code remembers only by the items of a list that it is incomplete; while it shows words
 * of the document instead, or still waits, it does not ask again. So the list gets an item that no letter matches. From
 * the second letter on it gets none: VS Code lists no words of the document beside it.
 *
 * Where more letters were typed before the list for the first one came, VS Code would then ask for codes only, and list
 * no words if there are none either: so that is found out first.
 */
export const unfinishedLists: Pick<Middleware, "provideCompletionItem"> = {
  async provideCompletionItem(document, position, context, token, next) {
    const found = await next(document, position, context, token);
    if (!isEmpty(found) || !isFirstLetter(document, position)) return found;
    for (let asked = position; ; ) {
      const end = endOfTyping(document, position);
      if (end.isEqual(asked)) return asked.isEqual(position) ? askAgain() : found;
      asked = end;
      if (!isEmpty(await next(document, end, context, token))) return askAgain();
    }
  },
};

/** Whether a list has no items yet, and may have some at the next letter. */
function isEmpty(found: unknown): boolean {
  return found instanceof CompletionList && found.isIncomplete === true && found.items.length === 0;
}

function isFirstLetter(document: TextDocument, position: Position): boolean {
  const before = document.getText(new Range(new Position(position.line, 0), position));
  return /(?<![\p{L}\p{N}_])[\p{L}_]$/u.test(before);
}

/** Returns where the cursor stands if the word that is begun before a position was typed on; else that position. */
function endOfTyping(document: TextDocument, position: Position): Position {
  const editor = window.activeTextEditor;
  const cursor = editor?.document === document ? editor.selection.active : position;
  if (cursor.line !== position.line || !cursor.isAfter(position)) return position;
  return /^[\p{L}\p{N}_]+$/u.test(document.getText(new Range(position, cursor))) ? cursor : position;
}

function askAgain(): CompletionList {
  const item = new CompletionItem("\u0000");
  item.filterText = "\u0000";
  return new CompletionList([item], true);
}
