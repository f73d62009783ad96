import { membersIn } from "./members.ts";
import type { SourceText, TokenRange } from "./source-text.ts";

/** How many names of parameters are kept of a text. */
const maximumCallables = 2000;

/** Words before the name of a parameter, or its type, that are neither. */
const words =
  /^(?:public|private|protected|internal|readonly|final|val|var|const|this|self|mut|override|required|string|int)$/;

/**
 * The names of the parameters of what a text declares to be called: constructors by the name of their class, functions by
 * theirs; for a class or a structure without a constructor, the names of its fields.
 */
export class ParameterNames {
  readonly #source: SourceText;
  readonly #byName = new Map<string, string[][]>();
  readonly #fields = new Map<string, string[]>();

  constructor(source: SourceText) {
    this.#source = source;
    let count = 0;
    for (let at = 0; at < source.tokens.length && count < maximumCallables; at++) {
      if (!source.isReadable(at)) continue;
      if (source.at(at) === "(" && source.isWord(at - 1) && this.#isDeclared(at)) count++;
      else if (source.at(at) === "{") this.#addFields(at);
    }
  }

  /** Returns the names of the parameters of a callee that takes so many arguments; the shortest list that suffices. */
  of(callee: string, count: number): string[] | undefined {
    const name =
      /([\p{L}\p{N}_$]+)[^\p{L}\p{N}_$]*$/u.exec(
        callee.replace(/(?:::|\.)(?:new|of|create|make)$/, ""),
      )?.[1] ?? "";
    const lists = (this.#byName.get(name) ?? []).filter((list) => list.length >= count);
    const fields = this.#fields.get(name) ?? [];
    return (
      lists.sort((one, other) => one.length - other.length)[0] ??
      (fields.length >= count ? fields : undefined)
    );
  }

  /** Adds the parameters in a bracket, if what it belongs to is declared here. */
  #isDeclared(open: number): boolean {
    const source = this.#source;
    const name = source.at(open - 1);
    const end = source.after(open);
    const keyword = source.at(open - 2);
    const owner = this.#classAround(open);
    const isConstructor = /^(?:constructor|__init__|__construct|__new__)$/.test(name);
    const isPrimary = /^(?:class|record|struct|enum)$/.test(keyword);
    const isFunction = /^(?:func|fun|fn|def|function)$/.test(keyword) || source.at(open - 2) === ")";
    const hasBody = /^(?:\{|:|=>|->|throws)$/.test(source.at(end));
    const isOwn = name === owner && hasBody;
    if (!isConstructor && !isPrimary && !isOwn && !(isFunction && !isConstructor)) return false;
    const names = this.#namesIn(open);
    if (names.length > 0) this.#add(isConstructor ? (owner ?? "") : name, names);
    return names.length > 0;
  }

  #add(name: string, names: string[]): void {
    const lists = this.#byName.get(name);
    if (lists) lists.push(names);
    else this.#byName.set(name, [names]);
  }

  #namesIn(open: number): string[] {
    const names: string[] = [];
    for (const range of membersIn(this.#source, this.#source.inside(open), "signs")) {
      const name = this.#nameIn(range);
      if (name !== undefined && !/^(?:self|cls)$/.test(name)) names.push(name);
    }
    return names;
  }

  /** Returns the name of a parameter, whether its type stands before or behind it. */
  #nameIn({ from, to }: TokenRange): string | undefined {
    const source = this.#source;
    let end = to;
    for (let at = from; at < end; at = source.after(at)) if (/^[:=]$/.test(source.at(at))) end = at;
    const named: string[] = [];
    for (let at = from; at < end; at = source.after(at))
      if (source.isWord(at) && (!words.test(source.at(at)) || end - from === 1)) named.push(source.at(at));
    return source.form.hasTypesBehindNames ? named[0] : named.at(-1);
  }

  /** Returns the name of the class in whose body a token stands. */
  #classAround(index: number): string | undefined {
    const source = this.#source;
    const parent = source.tokens[index]?.parent ?? -1;
    if (!source.form.isIndented) return parent < 0 ? undefined : this.#className(parent);
    for (let at = index; at >= Math.max(0, index - longestClass); at--)
      if (
        source.at(at) === "class" &&
        source.tokens[at]?.isFirstOnLine &&
        source.indentOf(at) < source.indentOf(index - 2)
      )
        return source.at(at + 1);
    return undefined;
  }

  #className(open: number): string | undefined {
    const source = this.#source;
    for (let at = open - 1; at >= 0 && at > open - 40; at--) {
      if (/^[{};]$/.test(source.at(at))) return undefined;
      if (/^(?:class|enum|record|struct|interface|object)$/.test(source.at(at)) && source.isWord(at + 1))
        return /^(?:class|struct)$/.test(source.at(at + 1)) ? source.at(at + 2) : source.at(at + 1);
    }
    return undefined;
  }

  /** Adds the fields of a class or structure without values, in their order. */
  #addFields(open: number): void {
    const source = this.#source;
    const isStructure = /^(?:struct)$/.test(source.at(open - 1));
    const name = isStructure ? source.at(open - 2) : this.#className(open);
    if (!name) return;
    const fields: string[] = [];
    for (const { from, to } of membersIn(source, source.inside(open), "lines")) {
      if (fields.length > 30) break;
      const isField =
        to - from >= 2 &&
        to - from <= 12 &&
        !/[=(){}"]/.test(source.written({ from, to }).replace(/"[^"]*"|`[^`]*`/g, ""));
      const field =
        isField && !/^(?:case|type|return|import)$/.test(source.at(from))
          ? this.#nameIn({ from, to })
          : undefined;
      if (field) fields.push(field);
    }
    if (fields.length > 0) this.#fields.set(name, fields);
  }
}

/** In tokens: how far above a constructor its class is looked for. */
const longestClass = 2000;
