import { type FieldKind, fieldNamed } from "../field-names.ts";
import { unescaped, withoutEntities } from "../text/encodings.ts";
import { endOfBareValue, isNothing } from "./bare-values.ts";
import { constructorName, isConstructor, isKey, isStructure, nameOf, token, wrapper } from "./keys.ts";
import { StringReader } from "./strings.ts";

/** A pair of brackets or tags, or the text around all of them. */
export interface Node {
  parent?: Node;
  /** The name of the field that it is the value of, or of its tag. */
  name?: string;
  opener: string;
  /** Whether its content begins on the next line. */
  isBlock?: boolean;
}

/** A field with its value; offsets are those of the value in the text. */
export interface Field {
  name: string;
  kind: FieldKind | undefined;
  /** How specific the name is for its kind. */
  rank: number;
  value: string;
  start: number;
  end: number;
  isQuoted: boolean;
  node: Node;
}

/**
 * Reads the fields of a text in any notation: JSON and what prints like it, XML, headers, and names before values in
 * prose. Each character is read once: it never fails, and takes time in proportion to the length.
 */
export function scan(text: string): Field[] {
  return new Scanner(text).fields;
}

/** The number of fields that are kept of one text: a longer list is data. */
const maximumFields = 50_000;
const maximumDepth = 60;

class Scanner {
  readonly fields: Field[] = [];
  readonly #text: string;
  readonly #strings: StringReader;
  readonly #closedTags: ReadonlySet<string>;
  #node: Node = { opener: "" };
  #depth = 0;
  /** The name of a field whose value begins with the next bracket, and how far that may be. */
  #pending: { name: string; until: number } | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#strings = new StringReader(text);
    this.#closedTags = new Set(
      [...text.matchAll(/<\/([A-Za-z][\w:.-]{0,60})\s?>/g)].map(([, name = ""]) => name),
    );
    const pattern = new RegExp(token);
    let last = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (text.slice(last, match.index).includes("\n")) this.#endLine();
      last = match.index;
      pattern.lastIndex = this.#read(match, pattern.lastIndex);
      if (this.fields.length >= maximumFields) break;
    }
  }

  /** Reads on after a token, and returns where. */
  #read({ groups = {}, index }: RegExpExecArray, after: number): number {
    const { tag, open, close } = groups;
    if (tag !== undefined) return this.#readTag(tag, groups.empty !== undefined, after);
    if (open !== undefined) this.#open(open, index);
    else if (close !== undefined) this.#close(close);
    else {
      const name =
        groups.listed ??
        groups.quoted ??
        groups.pair ??
        groups.element ??
        groups.symbol ??
        groups.keyword ??
        groups.bare ??
        "";
      return this.#readValue(nameOf(name), after, groups.bare === undefined);
    }
    return after;
  }

  #open(opener: string, at: number): void {
    const name = this.#pending && at <= this.#pending.until ? this.#pending.name : undefined;
    this.#pending = undefined;
    if (this.#depth >= maximumDepth) return;
    this.#depth++;
    const isBlock = /^[ \t]*\r?\n/.test(this.#text.slice(at + 1, at + 20));
    this.#node = { parent: this.#node, opener, isBlock, ...(name === undefined ? {} : { name }) };
  }

  #close(closer: string): void {
    const opener = closer === "}" ? "{" : closer === "]" ? "[" : closer === ")" ? "(" : closer;
    let [node, depth]: [Node | undefined, number] = [this.#node, this.#depth];
    while (node?.parent && node.opener !== opener) [node, depth] = [node.parent, depth - 1];
    if (node?.parent) [this.#node, this.#depth] = [node.parent, depth - 1];
  }

  /** Leaves brackets of prose, which seldom go over several lines. */
  #endLine(): void {
    while (this.#node.parent && /[([]/.test(this.#node.opener) && !this.#node.isBlock) {
      this.#node = this.#node.parent;
      this.#depth--;
    }
  }

  #readTag(tag: string, isEmpty: boolean, after: number): number {
    const text = this.#text;
    if (tag.startsWith("/")) this.#close(`<${tag.slice(1)}`);
    if (tag.startsWith("/") || isEmpty) return after;
    const isRaw = text.startsWith("<![CDATA[", after);
    const start = isRaw ? after + 9 : after;
    const next = text.indexOf(isRaw ? "]]>" : "<", start);
    const end = next < 0 ? text.length : next;
    if (isRaw || next < 0 || text.startsWith(`</${tag}`, next)) {
      const content = text.slice(start, end);
      this.#add(tag.replace(/^.*:/, ""), isRaw ? content : withoutEntities(content), {
        start,
        end,
        isQuoted: true,
      });
      return end;
    }
    if (this.#closedTags.has(tag)) {
      this.#open(`<${tag}`, 0);
      this.#node.name = tag.replace(/^.*:/, "");
    }
    return after;
  }

  /** Reads the value of a field, and returns where to read on; of a field of no kind, only a literal is skipped. */
  #readValue(name: string, from: number, mayBreak: boolean): number {
    const text = this.#text;
    const { kind, rank = 0 } = fieldNamed(name) ?? {};
    const space = mayBreak ? /\s*/y : spaceBefore(kind);
    space.lastIndex = from;
    const begin = from + (space.exec(text)?.[0].length ?? 0);
    wrapper.lastIndex = begin;
    const wrapped = begin + (wrapper.exec(text)?.[0].length ?? 0);
    constructorName.lastIndex = wrapped;
    // In a message, a word before a literal is one of its words.
    const at = kind === "message" ? wrapped : wrapped + (constructorName.exec(text)?.[0].length ?? 0);
    const escapes = backslashesAt(text, at);
    const char = text.charAt(at + escapes);
    const listed = kind && listedString(text, at);
    // What the constructors around a value have opened is closed behind it.
    const closed = (after: number) => afterClosing(text, after, text.slice(begin, wrapped));
    if (listed !== undefined) return this.#readString(name, listed, 0);
    if (!mayBreak && isKey(text, at)) return at;
    if (char === '"' || char === "'" || (char === "`" && escapes === 0))
      return closed(this.#readString(name, at + escapes, escapes));
    if (/^(?:[\w.:]{0,60}\s?)?(?:Array|Object)?\s{0,40}[{[(]/.test(text.slice(at, at + 120)))
      this.#pending = this.#node.parent || !announcement.test(name) ? { name, until: at + 120 } : undefined;
    if (char === "<" && /^<[?A-Za-z]/.test(text.slice(at, at + 2))) return at;
    const number = rank < 0 ? /^[1-9]\d{3,5}(?![\w.])/.exec(text.slice(at, at + 7))?.[0] : undefined;
    if (number !== undefined) {
      this.#add("errorCode", number, { start: at, end: at + number.length, isQuoted: false });
      return at + number.length;
    }
    const isListed = (char === "[" || char === "(") && kind === "requestId";
    if (kind === undefined || rank < 0 || (/[{[(]/.test(char) && kind !== "message" && !isListed)) return at;
    if (kind === "message" && isStructure(text, at)) return at;
    const start = isListed ? at + (/^.\s{0,40}/.exec(text.slice(at, at + 41))?.[0].length ?? 1) : at;
    const end = endOfBareValue(text, start, kind, from === at);
    if (kind !== "message" && isConstructor(text, start, end)) return at;
    this.#add(name, text.slice(start, end), { start, end, isQuoted: false });
    return closed(Math.max(start, end));
  }

  /** Reads a literal, and those that are joined to it, as in what Node prints of long ones. */
  #readString(name: string, quote: number, backslashes: number): number {
    const parts: string[] = [];
    let content = this.#strings.read(quote, backslashes);
    const { start } = content;
    for (;;) {
      let part = withoutFolds(this.#text.slice(content.start, content.end));
      for (let level = 0; level <= content.depth; level++) part = unescaped(part);
      parts.push(part);
      const joint = /\s{0,3}\+\s{0,200}(?=['"`])/y;
      joint.lastIndex = content.after;
      const [joined] = joint.exec(this.#text) ?? [];
      if (joined === undefined || !content.isClosed || isKey(this.#text, content.after + joined.length))
        break;
      content = this.#strings.read(content.after + joined.length, 0);
    }
    this.#add(name, parts.join(""), { start, end: content.end, isQuoted: true });
    return content.after;
  }

  #add(name: string, value: string, place: Pick<Field, "start" | "end" | "isQuoted">): void {
    if (isNothing(value)) return;
    const { kind, rank = 0 } = fieldNamed(name) ?? {};
    this.fields.push({ name, kind, rank, value, ...place, node: this.#node });
  }
}

/** What programs write before an object that they print: no name of a field that has it. */
const announcement = /^(?:error|err|exception)$/i;

/**
 * Joins the lines of a literal that writes its own line breaks as escapes: those in its text are folds, as YAML and
 * wrapped output have them.
 */
function withoutFolds(content: string): string {
  return /\n/.test(content) && /\\[rn]/.test(content) ? content.replace(/[ \t]*\r?\n[ \t]*/g, " ") : content;
}

/** The space before a value in prose; a literal, or a status that stands alone, may be on the next line. */
function spaceBefore(kind: FieldKind | undefined): RegExp {
  if (kind === undefined) return /[ \t]*/y;
  return kind === "httpStatus"
    ? /[ \t]*(?:\r?\n[ \t]*(?=[1-5]\d\d[ \t]*(?:\r?\n|$)))?/y
    : /[ \t]*(?:\r?\n[ \t]+(?=["'`]))?/y;
}

/** Returns where the quote of a value stands that is the first of a list, as in `["NoSuchKey"]`; undefined for other values. */
function listedString(text: string, at: number): number | undefined {
  if (!/[[(]/.test(text.charAt(at))) return undefined;
  const before = /^.\s{0,40}(?=["'])/.exec(text.slice(at, at + 42))?.[0];
  return before === undefined ? undefined : at + before.length;
}

/** Returns the offset behind as many parentheses as the wrappers of a value have opened. */
function afterClosing(text: string, at: number, wrappers: string): number {
  let open = wrappers.split("(").length - wrappers.split(")").length;
  let after = at;
  while (open > 0 && text[after] === ")") [after, open] = [after + 1, open - 1];
  return after;
}

function backslashesAt(text: string, at: number): number {
  let count = 0;
  while (text[at + count] === "\\") count++;
  return count;
}
