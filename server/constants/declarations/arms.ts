import type { Item } from "./expression.ts";
import { expressionIn, itemsInside } from "./expressions.ts";
import type { SourceText } from "./source-text.ts";
import { lastName } from "./values.ts";

/** What a function says of each of some constants, in the branches of a switch. */
interface Arms {
  /** The name of the function. */
  name: string;
  items: Item[];
}

/** In tokens: how long the head of a switch or a function, and a branch of it, is at most. */
const [longestHead, longestBranch] = [16, 24];

/** Returns the branches of a text that return a text, a number or a status for a constant. */
export function armsIn(source: SourceText): Arms[] {
  const found: Arms[] = [];
  for (let at = 0; at < source.tokens.length; at++) {
    if (source.at(at) !== "{" || !source.isReadable(at) || !isSwitch(source, at)) continue;
    const items = [...arrows(source, at), ...cases(source, at)].filter(({ isReference }) => isReference);
    if (items.length > 0) found.push({ name: functionAround(source, at), items });
  }
  return found;
}

function isSwitch(source: SourceText, open: number): boolean {
  for (let at = open - 1; at >= 0 && at > open - longestHead; at--) {
    const text = source.at(at);
    if (/^(?:switch|match|when)$/.test(text)) return true;
    if (/^[{};]$/.test(text)) return false;
  }
  return false;
}

/** Reads `ErrorCode::NotFound => "…"`. */
function arrows(source: SourceText, open: number): Item[] {
  return itemsInside(source, open, undefined, 0, "lines").map((item) => ({
    ...item,
    isReference: item.label !== undefined,
  }));
}

/** Reads `case NotFound: return "…"`. */
function cases(source: SourceText, open: number): Item[] {
  const items: Item[] = [];
  const { from, to } = source.inside(open);
  let labels: number[] = [];
  for (let at = from; at < to; at = source.after(at)) {
    if (source.at(at) !== "case") continue;
    let end = at + 1;
    while (end < to && end < at + longestBranch && !/^(?::|->)$/.test(source.at(end))) {
      if (source.isWord(end) && !/^[.:]+$/.test(source.at(end + 1))) labels.push(end);
      end = source.after(end);
    }
    if (source.at(end + 1) === "case") continue;
    const start = source.at(end + 1) === "return" ? end + 2 : end + 1;
    let stop = start;
    while (
      stop < to &&
      stop < start + longestBranch &&
      !/^(?:;|case|default|break)$/.test(source.at(stop)) &&
      !(stop > start && source.tokens[stop]?.isFirstOnLine)
    )
      stop = source.after(stop);
    const value = expressionIn(source, { from: start, to: stop });
    for (const label of labels) {
      const token = source.tokens[label];
      if (token)
        items.push({
          label: { text: lastName(token.text), start: token.start, end: token.end },
          isReference: true,
          value,
          from: label,
          to: stop,
        });
    }
    labels = [];
  }
  return items;
}

/** Returns the name of the function around a bracket. */
function functionAround(source: SourceText, open: number): string {
  for (let at = source.tokens[open]?.parent ?? -1; at >= 0; at = source.tokens[at]?.parent ?? -1) {
    if (source.at(at) !== "{") continue;
    for (let before = at - 1; before > at - longestHead && before > 0; before--)
      if (source.at(before) === "(" && source.isWord(before - 1)) return source.at(before - 1);
  }
  return "";
}
