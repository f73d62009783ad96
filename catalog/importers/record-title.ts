import { codeLikeness, statusesIn } from "./cells.ts";
import type { Cell } from "./table.ts";

/** What stands in the title of an error: its code, with what stands beside it. */
export interface RecordTitle {
  code: Cell;
  /** The name beside a number. */
  name?: Cell;
  status?: Cell;
  text?: Cell;
}

/** A code, and where it ends: `AuthFailure.TokenFailure`, `-1121`, `E1001`. */
const token = /^[`"“'*_[(]*([-+]?[A-Za-z0-9_$][\w$.:/-]*[\w$]|\d)[`"”'*_\])]*/;
/** What may stand before a number, or a code with one: `Error code 1001`. */
const label =
  /^(?:(?:err(?:or)?[ _-]?)?code|err(?:or)?|错误码|错误代码|エラー ?コード|(?:에러|오류) ?코드)(?:\s*[:：#]\s*|\s+)(?=[`"“]?[-+]?[A-Z_-]*\d)/i;
const mark = /^\s*(?:[-–—:：=]|\|)\s*/;
const statusForm =
  /^\s*[(（[]?\s*(?:HTTP\s*(?:status)?\s*(?:code)?[:：]?\s*)?([1-5]\d\d)\s*[)）\]]?(?=$|[\s:：–—-])/i;

/**
 * Returns the parts of a title such as `InvalidVpc`, `-1121 BAD_SYMBOL`, `OrderClosed (409)` or `E1001: The order is
 * closed.`, undefined if it does not begin with a code. `isMarked` says that the code is set off by its type, `isListed` that
 * others of its form stand beside it: `TMP-001 Template not found`.
 */
export function titleOf(title: Cell, isMarked = false, isListed = false): RecordTitle | undefined {
  const reader = new TitleReader(title);
  reader.skip(label);
  const code = reader.take(token);
  // What goes on in another script without a break is a sentence or a number with its unit.
  if (!code || codeLikeness(code.text) === 0 || reader.peek(/^[\p{L}\p{N}]/u)) return undefined;
  takeMore(reader, code);
  const isNumber = /^[-+]?\d+(?:, [-+]?\d+)*$/.test(code.text);
  const found: RecordTitle = { code };
  const status = isNumber ? undefined : reader.takeStatus();
  if (status) found.status = status;
  const separated = reader.skip(mark);
  const isAlone = reader.isAtEnd;
  if (isNumber && !isAlone) takeName(reader, found);
  if (!reader.isAtEnd) found.text = reader.rest();
  // “**Usage notes:**”: a word that is set off with others is none.
  const isPhrase = !isAlone && !separated && !isNumber && likenessOf(code) < 0.9;
  if (isMarked && isPhrase && !status) return undefined;
  if (isAlone || isMarked || separated || isNumber || isListed)
    return isPlausible(found, isMarked || (isNumber && isListed)) ? found : undefined;
  return undefined;
}

/** A word that any sentence or heading begins with is no code, unless it is set off, or more than a word. */
function isPlausible({ code, text, status: found, name }: RecordTitle, isMarked: boolean): boolean {
  if (isMarked || found || name) return true;
  if (/^\d{1,2}$/.test(code.text)) return false;
  // “400 Bad Request”, but not “2026 in review”.
  if (text && /^[-+]?\d{3,}$/.test(code.text)) return !/^(?:19|20)\d\d$/.test(code.text);
  return likenessOf(code) >= (text ? 0.9 : 0.6);
}

/** Adds further codes of the same form to the first one: `10002 / 10003`. */
function takeMore(reader: TitleReader, first: Cell): void {
  const formOf = (text: string) => text.replace(/\d+/g, "0").replace(/[A-Za-z]+/g, "a");
  for (let count = 0; count < mostCodes; count++) {
    const next = reader.peeked(
      /^\s*(?:[/、,，]|or\b|和|或)\s*[`"“]?([-+]?[A-Za-z0-9][\w.-]*)[`"”]?(?=$|[\s:：–—-])/,
    );
    if (!next || formOf(next) !== formOf(first.text.split(", ", 1)[0] ?? "")) return;
    reader.skip(/^\s*(?:[/、,，]|or\b|和|或)\s*[`"“]?[-+]?[A-Za-z0-9][\w.-]*[`"”]?/);
    first.text += `, ${next}`;
  }
}

/** Returns how likely the first code of a title is one. */
export function likenessOf({ text }: Cell): number {
  return codeLikeness(text.split(", ", 1)[0] ?? "");
}

/** How many codes one title has at most. */
const mostCodes = 20;

function takeName(reader: TitleReader, found: RecordTitle): void {
  const name = reader.peek(
    /^\s*[`"“'(（]*([A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)+|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+|[A-Z]{3,})[`"”')）]*(?=$|\s|[:：–—-])/,
  );
  if (!name) return;
  const taken = reader.take(/^\s*[`"“'(（]*([\w.]+)[`"”')）]*/);
  if (taken) found.name = taken;
  reader.skip(mark);
}

class TitleReader {
  readonly #title: Cell;
  #at = 0;

  constructor(title: Cell) {
    this.#title = title;
  }

  get #left(): string {
    return this.#title.text.slice(this.#at);
  }

  get isAtEnd(): boolean {
    return this.#left.trim() === "";
  }

  peek(pattern: RegExp): boolean {
    return pattern.test(this.#left);
  }

  /** Returns what the first group of a pattern would match. */
  peeked(pattern: RegExp): string | undefined {
    return pattern.exec(this.#left)?.[1];
  }

  /** Takes what the first group of a pattern matches. */
  take(pattern: RegExp): Cell | undefined {
    const found = pattern.exec(this.#left);
    if (!found?.[1]) return undefined;
    this.#at += found[0].length;
    return this.#cell(found[1]);
  }

  takeStatus(): Cell | undefined {
    const found = statusForm.exec(this.#left);
    if (!found?.[1] || statusesIn(found[1]) === undefined) return undefined;
    this.#at += found[0].length;
    return this.#cell(found[1]);
  }

  skip(pattern: RegExp): boolean {
    const found = pattern.exec(this.#left);
    this.#at += found?.[0].length ?? 0;
    return found !== null;
  }

  rest(): Cell {
    return this.#cell(this.#left.trim());
  }

  /** The cell spans the title: where in it the text stands, is found when it is asked for. */
  #cell(text: string): Cell {
    return { text, start: this.#title.start, end: this.#title.end };
  }
}

/** Returns the form of a number, or of a code with one, that a title begins with: `A-0` for `TMP-001 Not found`. */
export function numberedForm({ text }: Cell): string | undefined {
  const code = /^([A-Z][A-Z_.-]*\d{2,}(?=$|[\s:：])|\d+(?=\s+\p{L}))/u.exec(text)?.[1];
  return code?.replace(/\d+/g, "0").replace(/[A-Z]+/g, "A");
}

/** How many titles of a form must stand in a document for each to be one of an error. */
const leastListed = 3;

/** Returns the forms of codes that several titles begin with. */
export function listedForms(titles: readonly Cell[]): ReadonlySet<string> {
  // Small numbers count other things as well.
  const plain = titles.filter(({ text }) => !/^\d{1,2}\s/.test(text));
  const forms = Map.groupBy(plain, (title) => numberedForm(title) ?? "");
  return new Set(
    [...forms].filter(([form, { length }]) => form && length >= leastListed).map(([form]) => form),
  );
}
