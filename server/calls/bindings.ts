import type { FunctionScope } from "./call-sites.ts";

/** What a name stands for at a place: the value that is assigned to it, or the type that it is declared with. */
export interface Binding {
  /** The source text of the value, as far as it shows what creates it; empty for a declaration. */
  value: string;
  /** The source text of the declared type; empty if there is none. */
  type: string;
  /** The offset of the assignment or declaration, in UTF-16 units. */
  offset: number;
  /** Where the value begins. */
  valueOffset: number;
  /** The column of the first character of its line that is no blank. */
  indent: number;
}

/** How much of a line before an assignment, and of the text behind it, is read, in UTF-16 units. */
const [maximumTarget, maximumValue] = [200, 400];

/** An assignment, or a default value; no comparison, arrow or compound assignment. */
const assignment = /(?<![=!<>+\-*/%&|^~.:])(?::=|=(?![=>~]))/g;

/** A declaration with the type behind a colon: `client: S3Client`; with the type before: `EcsClient client`; as in Go. */
const declarations: readonly { pattern: RegExp; name: number; type: number }[] = [
  { pattern: /(?<![\w$.])([a-z_]\w*)\??\s?:\s?&?(?:mut )?([A-Z][\w.]*)/g, name: 1, type: 2 },
  { pattern: /(?<![\w$.])((?:[a-z]\w*\.){0,9}[A-Z][\w.]*)[&*]?\s[&*$]?([a-z_]\w*)\b/g, name: 2, type: 1 },
  { pattern: /(?<![\w$.])([A-Za-z_]\w*)\s{1,20}\*?([a-z]\w*\.[A-Z]\w*)/g, name: 1, type: 2 },
];

/** The assignments and declarations of a text, by name; found in one pass. */
export class Bindings {
  readonly #byName: ReadonlyMap<string, readonly Binding[]>;

  constructor(text: string) {
    const found = [...assignmentsIn(text), ...declarationsIn(text)].sort(
      ([, a], [, b]) => a.offset - b.offset,
    );
    const byName = new Map<string, Binding[]>();
    for (const [name, binding] of found) {
      const list = byName.get(name);
      if (list) list.push(binding);
      else byName.set(name, [binding]);
    }
    this.#byName = byName;
  }

  /**
   * Returns what a name stands for at an offset: the last binding before it in the function around, else the nearest one
   * outside of functions; undefined if there is none. `scope` is the outermost function around the offset with the
   * column of its line, or undefined.
   */
  of(name: string, offset: number, scope: FunctionScope | undefined): Binding | undefined {
    const all = this.#byName.get(nameOf(name)) ?? [];
    const at = indexBefore(all, offset);
    let outside: Binding | undefined;
    for (let index = at, steps = 0; index >= 0 && steps < maximumSteps; index--, steps++) {
      const binding = all[index] as Binding;
      if (!scope || binding.offset >= scope.start) return binding;
      if (binding.indent <= scope.indent || isMember(name)) outside ??= binding;
    }
    if (outside) return outside;
    return all
      .slice(at + 1, at + 1 + maximumSteps)
      .find(({ indent }) => isMember(name) || indent <= (scope?.indent ?? 0));
  }
}

/** How many bindings of one name are looked at for one place. */
const maximumSteps = 50;

/** Returns the last name of an expression such as `self.client` or `$this->client`. */
function nameOf(expression: string): string {
  return /[\w$]+$/.exec(expression)?.[0].replace(/^\$/, "") ?? "";
}

/** Whether an expression is a member of something, which any method may have set. */
function isMember(expression: string): boolean {
  return /[.>@]/.test(expression);
}

function indexBefore(all: readonly Binding[], offset: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function* assignmentsIn(text: string): Generator<[string, Binding]> {
  for (const { 0: sign, index } of text.matchAll(assignment)) {
    const nearest = text.slice(Math.max(0, index - maximumTarget), index);
    const lineStart = nearest.lastIndexOf("\n") + 1;
    const line = nearest.slice(lineStart);
    const target = line.slice(Math.max(...[...";{("].map((one) => line.lastIndexOf(one) + 1)));
    const blanks =
      /^\s*/.exec(text.slice(index + sign.length, index + sign.length + maximumTarget))?.[0].length ?? 0;
    const valueOffset = index + sign.length + blanks;
    const value = valueAt(text, valueOffset).trimEnd();
    const indent = Math.max(0, line.search(/\S/));
    for (const part of target.split(",")) {
      const found = /(?:^|[\s*&@$])([\w$.>-]+)\s*$/.exec(part.replace(/\s?:(?!:)[^:]*$/, ""));
      const declared =
        /:\s*([^:]+)$/.exec(part)?.[1] ?? /^\s*(?:\w+\s+)*?([A-Z][\w.<>]*)\s+[\w$]+\s*$/.exec(part)?.[1];
      const name = nameOf(found?.[1] ?? "");
      if (name === "") continue;
      const offset = index - target.length;
      yield [name, { value, type: declared?.trim() ?? "", offset, valueOffset, indent }];
    }
  }
}

/** Returns the beginning of a value: its line, and the following ones while the line ends inside brackets or in a sign. */
function valueAt(text: string, offset: number): string {
  const window = text.slice(offset, offset + maximumValue);
  let end = 0;
  do {
    const next = window.indexOf("\n", end);
    if (next < 0) return window;
    end = next + 1;
  } while (
    /[[({,.=\\]\s*$/.test(window.slice(Math.max(0, end - 40), end)) ||
    window.slice(0, end).trim() === ""
  );
  return window.slice(0, end);
}

function* declarationsIn(text: string): Generator<[string, Binding]> {
  for (const { pattern, name, type } of declarations)
    for (const match of text.matchAll(pattern)) {
      const offset = match.index;
      const before = text.slice(Math.max(0, offset - maximumTarget), offset);
      const indent = Math.max(0, `${before.slice(before.lastIndexOf("\n") + 1)}.`.search(/\S/));
      const declared = { value: "", type: match[type] ?? "", offset, valueOffset: offset, indent };
      yield [match[name] ?? "", declared];
    }
}
