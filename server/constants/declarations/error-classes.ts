import { codeLikeness } from "../../../catalog/importers/cells.ts";
import { roleOf } from "../../../catalog/importers/columns.ts";
import type { SourceMember } from "../../../catalog/importers/source-group.ts";
import type { Cell } from "../../../catalog/importers/table.ts";
import type { Scope } from "./declared.ts";
import { expressionIn } from "./expressions.ts";
import type { SourceText } from "./source-text.ts";
import type { Values } from "./values.ts";

/** In tokens: how much of a class is searched for the call of the constructor of its base. */
const longestClass = 400;

/** Classes that each are one error: their fields, or what they hand to the constructor of their base, say which. */
export class ErrorClasses {
  readonly members: SourceMember[] = [];
  readonly #source: SourceText;
  readonly #values: Values;

  constructor(source: SourceText, values: Values) {
    this.#source = source;
    this.#values = values;
  }

  /** Adds a class if it is an error; returns whether it is. */
  add(scope: Scope): boolean {
    if (scope.kind !== "class" || !/(?:Error|Exception|Fault|Problem|Failure|Err)\b/.test(scope.head))
      return false;
    const base = /(?:extends|:|\()\s*(?:public\s+)?([\w.\\]+)/.exec(
      scope.head.slice(scope.head.indexOf(scope.name) + scope.name.length),
    )?.[1];
    if (!base) return false;
    const values = new Map<string, Cell>();
    for (const { name, value } of scope.declared) {
      const cell = this.#values.scalar(value);
      if (name && cell) values.set(name.text, cell);
    }
    if (!statesError(values))
      for (const [label, cell] of this.#handedOn(scope, base)) values.set(label, cell);
    if (!statesError(values)) return false;
    const { start } = this.#source.span({ from: scope.from, to: scope.from + 1 });
    const named = start + scope.head.indexOf(scope.name);
    const name = { text: scope.name, start: named, end: named + scope.name.length };
    const comment = scope.comment || this.#docstring(scope);
    const said = comment ? { comment: { text: comment, start, end: start } } : {};
    this.members.push({ start, name, ...said, values, type: base });
    return true;
  }

  /** Returns what a class hands to the constructor of its base. */
  #handedOn({ body }: Scope, base: string): Map<string, Cell> {
    const source = this.#source;
    const end = Math.min(body.to, body.from + longestClass);
    for (let at = body.from; at < end; at++) {
      const isBase =
        /^(?:super|base)$/.test(source.at(at)) ||
        (/^(?:__construct|__init__)$/.test(source.at(at)) &&
          source.at(at - 1) !== "function" &&
          source.at(at - 1) !== "def");
      if (!isBase || source.at(at + 1) !== "(" || source.after(at + 1) === at + 3) continue;
      const value = expressionIn(source, { from: at, to: source.after(at + 1) });
      if (value.kind === "items") return labelled(this.#values.of({ ...value, callee: base }, base));
      const cell = this.#values.scalar(value);
      return new Map(cell ? [["message", cell]] : []);
    }
    return new Map();
  }

  #docstring({ body }: Scope): string {
    const { form, tokens } = this.#source;
    const token = tokens[body.from];
    if (!form.isIndented || token?.kind !== "string") return "";
    return token.text.replace(/^\w*(?:"""|'''|"|')|(?:"""|'''|"|')$/g, "").trim();
  }
}

/** Names values that have no label by what they look like: the code, and the message behind it. */
function labelled(values: Map<string, Cell>): Map<string, Cell> {
  if (statesError(values)) return values;
  const plain = [...values].filter(([label]) => label.startsWith("#"));
  const code = plain.find(([, { text }]) => codeLikeness(text) >= 0.6 && !/^\d/.test(text));
  if (!code) return values;
  const message = plain.find((one) => one !== code && /\s/.test(one[1].text));
  return new Map(
    [...values].map(([label, cell]) => [
      label === code[0] ? "code" : label === message?.[0] ? "message" : label,
      cell,
    ]),
  );
}

/** Whether the fields of a class say which error it is: its code, or its status and its message. */
function statesError(values: ReadonlyMap<string, Cell>): boolean {
  const roles = new Set([...values.keys()].map((label) => roleOf(label)));
  if (roles.has("code")) return true;
  return roles.has("httpStatus") && (roles.has("message") || roles.has("description"));
}
