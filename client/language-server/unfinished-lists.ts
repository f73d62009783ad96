import { CompletionItem, CompletionList, Position, Range } from "vscode";
import type { Middleware } from "vscode-languageclient";

/**
 * Has VS Code ask again at the second letter of a word if the list for its first one is empty and incomplete, as it is
 * for codes outside quotes. VS Code remembers only by the items of a list that it is incomplete; while it shows words
 * of the document instead, or still waits, it does not ask again. So the list gets an item that no letter matches. From
 * the second letter on it gets none: VS Code lists no words of the document beside it.
 */
export const unfinishedLists: Pick<Middleware, "provideCompletionItem"> = {
  async provideCompletionItem(document, position, context, token, next) {
    const found = await next(document, position, context, token);
    if (!(found instanceof CompletionList) || !found.isIncomplete || found.items.length > 0) return found;
    const before = document.getText(new Range(new Position(position.line, 0), position));
    return /(?<![\p{L}\p{N}_])[\p{L}_]$/u.test(before) ? new CompletionList([unmatched()], true) : found;
  },
};

function unmatched(): CompletionItem {
  const item = new CompletionItem("\u0000");
  item.filterText = "\u0000";
  return item;
}
