import type { Slices } from "../../../catalog/model/slices.ts";
import { declarationIn } from "./declaration.ts";
import type { Declared, Scope } from "./declared.ts";
import { expressionIn } from "./expressions.ts";
import { membersIn, withoutAnnotations } from "./members.ts";
import type { SourceText, TokenRange } from "./source-text.ts";

/** How deep classes in classes and blocks in blocks are read. */
const maximumDepth = 12;

/** How many tokens the head of a declaration has at most. */
const longestHead = 80;

const typeWord = /^(?:enum|class|interface|object|struct|namespace|trait|module|record|mod)$/;

/** Returns what a source text declares: its constants, its enums with their members, its classes with their constants. */
export function* scopesIn(source: SourceText): Slices<Scope[]> {
  const reader = new ScopeReader(source);
  const file: Scope = {
    kind: "file",
    name: "",
    head: "",
    comment: "",
    from: 0,
    body: { from: 0, to: source.tokens.length },
    declared: [],
  };
  reader.scopes.push(file);
  yield* reader.read({ from: 0, to: source.tokens.length }, file, 0);
  return reader.scopes;
}

class ScopeReader {
  readonly scopes: Scope[] = [];
  readonly #source: SourceText;
  /** The numbers of constants by their names. */
  readonly #numbers = new Map<string, number>();

  constructor(source: SourceText) {
    this.#source = source;
  }

  *read(range: TokenRange, scope: Scope, depth: number): Slices<void> {
    const source = this.#source;
    const ranges = [...membersIn(source, range, "lines")];
    for (let index = 0; index < ranges.length; index++) {
      yield;
      const member = ranges[index];
      if (!member) continue;
      const { range: bare } = withoutAnnotations(source, member);
      if (source.form.isIndented) {
        const body = this.#bodyBelow(ranges, index);
        const opened = body && this.#indentedScope(member, body);
        if (opened && body && depth < maximumDepth) yield* this.read(body, opened, depth + 1);
        if (body) {
          index += body.count;
          continue;
        }
      }
      const block = this.#blockIn(bare, member.from);
      if (block) {
        if (depth < maximumDepth) yield* this.#readBlock(block, depth);
      } else this.#declare(member, scope);
    }
  }

  *#readBlock({ scope, open }: Block, depth: number): Slices<void> {
    this.scopes.push(scope);
    const body = this.#source.inside(open);
    if (scope.kind === "block") return yield* this.#readConstants(body, scope);
    if (scope.kind !== "enum") return yield* this.read(body, scope, depth + 1);
    const end = this.#endOfMembers(body);
    for (const range of membersIn(this.#source, { from: body.from, to: end }, "signs"))
      this.#declareMember(range, scope);
    // Behind the members of an enum stand its constants and methods.
    yield* this.read(
      { from: end, to: body.to },
      { ...scope, kind: "class", declared: scope.declared },
      depth + 1,
    );
  }

  /** Returns where the members of an enum end: at the first semicolon; where each begins with a word, at the end. */
  #endOfMembers({ from, to }: TokenRange): number {
    let end: number | undefined;
    for (let at = from; at < to; at = this.#source.after(at)) {
      if (this.#source.at(at) === "case") return to;
      if (this.#source.at(at) === ";") end ??= at;
    }
    return end ?? to;
  }

  /** Reads a block of Go, where a constant without a value has the expression of the one above it. */
  *#readConstants(body: TokenRange, scope: Scope): Slices<void> {
    const source = this.#source;
    let iota = 0;
    let above: TokenRange | undefined;
    let type = "";
    for (const range of membersIn(source, body, "lines")) {
      yield;
      const numberOf = (name: string) => (name === "iota" ? iota : this.#numbers.get(name));
      const declared = declarationIn(source, range, "block", numberOf);
      const sign = indexOf(source, range, "=");
      if (declared) {
        above = sign === undefined ? undefined : { from: sign + 1, to: range.to };
        type = declared.type;
        this.#add(declared, scope);
      } else if (above && source.isWord(range.from) && range.to - range.from === 1) {
        const token = source.tokens[range.from];
        const value = expressionIn(source, above, numberOf);
        const name = token && { text: token.text, start: token.start, end: token.end };
        if (value.kind === "number" && token)
          value.cell = { text: String(value.value), start: token.start, end: token.end };
        this.#add({ range, annotations: [], name, type, value }, scope);
      }
      iota++;
    }
  }

  #declare(range: TokenRange, scope: Scope): void {
    const declared = declarationIn(this.#source, range, scope.kind, (name) => this.#numbers.get(name));
    if (declared) this.#add(declared, scope);
  }

  #declareMember(range: TokenRange, scope: Scope): void {
    const declared = declarationIn(this.#source, range, "enum", (name) => this.#numbers.get(name));
    if (declared) this.#add(declared, scope);
  }

  #add(declared: Declared, scope: Scope): void {
    scope.declared.push(declared);
    const { name, value } = declared;
    if (name && value.kind === "number") this.#numbers.set(name.text, value.value);
  }

  /** Returns the block that a declaration opens: the body of a type, or constants in brackets. */
  #blockIn({ from, to }: TokenRange, first: number): Block | undefined {
    const source = this.#source;
    const limit = Math.min(to, from + longestHead);
    if (/^(?:const|var)$/.test(source.at(from)) && source.at(from + 1) === "(")
      return { open: from + 1, scope: this.#scopeOf("block", "", { from, to: from + 1 }, first) };
    let keyword: number | undefined;
    for (let at = from; at < limit; at = source.after(at)) {
      const text = source.at(at);
      if (keyword === undefined && typeWord.test(text) && source.isWord(at + 1)) keyword = at;
      // Kotlin writes `enum class`, C# `record struct`.
      else if (
        keyword !== undefined &&
        at === keyword + 1 &&
        typeWord.test(text) &&
        source.at(keyword) !== "enum"
      )
        keyword = at;
      if (/^(?:=|:=|=>|func|fun|fn|def|function|impl)$/.test(text) && text !== "=") return undefined;
      if (text === "=" && keyword === undefined) return undefined;
      if (text !== "{") continue;
      if (keyword === undefined)
        return companion(source, from, at) ? this.#companion(from, at, first) : undefined;
      const isEnum = source.at(keyword) === "enum";
      const named = isEnum && /^(?:class|struct)$/.test(source.at(keyword + 1)) ? keyword + 2 : keyword + 1;
      return {
        open: at,
        scope: this.#scopeOf(isEnum ? "enum" : "class", source.at(named), { from, to: at }, first),
      };
    }
    return undefined;
  }

  #companion(from: number, open: number, first: number): Block {
    return { open, scope: this.#scopeOf("class", "", { from, to: open }, first) };
  }

  #scopeOf(kind: Scope["kind"], name: string, head: TokenRange, first: number, body?: TokenRange): Scope {
    const comment = this.#source.comments.above(first);
    const inside = body ?? this.#source.inside(head.to);
    return {
      kind,
      name,
      head: this.#source.written(head),
      comment,
      from: head.from,
      body: inside,
      declared: [],
    };
  }

  /** Returns the lines below a line of Python that are indented more, and how many members they are. */
  #bodyBelow(ranges: readonly TokenRange[], index: number): (TokenRange & { count: number }) | undefined {
    const head = ranges[index];
    if (!head || this.#source.at(head.to - 1) !== ":") return undefined;
    const indent = this.#source.indentOf(head.from);
    let last = index;
    while (last + 1 < ranges.length && this.#source.indentOf(ranges[last + 1]?.from ?? 0) > indent) last++;
    const [first, end] = [ranges[index + 1], ranges[last]];
    return first && end && last > index ? { from: first.from, to: end.to, count: last - index } : undefined;
  }

  #indentedScope(head: TokenRange, body: TokenRange): Scope | undefined {
    const source = this.#source;
    const isFunction = source.at(head.from) === "def";
    if (!isFunction && source.at(head.from) !== "class") return undefined;
    const isEnum = /\b(?:Str|Int)?Enum\b/.test(source.written(head));
    const kind = isFunction ? "function" : isEnum ? "enum" : "class";
    const scope = this.#scopeOf(kind, source.at(head.from + 1), head, head.from, body);
    this.scopes.push(scope);
    return scope;
  }
}

interface Block {
  scope: Scope;
  open: number;
}

function companion(source: SourceText, from: number, open: number): boolean {
  return /^(?:companion|object)$/.test(source.at(from)) && open - from <= 2;
}

function indexOf(source: SourceText, { from, to }: TokenRange, sign: string): number | undefined {
  for (let at = from; at < to; at = source.after(at)) if (source.at(at) === sign) return at;
  return undefined;
}
