import type { Alias, Literal, Relation } from "./literal.ts";

// What the variables of a text stand for.

/** Returns an expression without the brackets around a single name, as in `switch (code)`. */
export function withoutBrackets(expression: string): string {
  return expression.replace(/^\(([\p{L}_$][\p{L}\p{N}_$]*)\)$/u, "$1");
}

/** Returns the name of a variable without the signs for its value: `"${code}"` and `$code` → `code`. */
export function variableName(expression: string): string {
  if (!/^["$]/.test(expression)) return expression;
  return expression.replace(/^"?\$\{?([\p{L}_][\p{L}\p{N}_]*)\}?"?$/u, "$1");
}

/** The maximum number of aliases of one list that count: no list is tested for more expressions, or passed on. */
const maximumUses = 100;

/**
 * Returns literals with additional relations: where a subject is a variable, a relation to the expression that it
 * stands for. Aliases of aliases are not resolved.
 */
export function resolveAliases(literals: Literal[], aliases: readonly Alias[] = []): Literal[] {
  if (aliases.length === 0 || literals.length === 0) return literals;
  const subjects = new Set<string>();
  for (const { relations } of literals)
    for (const { subject } of relations) subjects.add(variableName(subject));
  const named = aliases.filter(({ name }) => subjects.has(variableName(name)));
  const byName = new Map(
    [...Map.groupBy(named, ({ name }) => variableName(name))].map(([name, ofName]) => [
      name,
      new NamedAliases(ofName),
    ]),
  );
  return literals.map((literal) => {
    const more = literal.relations.flatMap(
      ({ kind, subject }) => byName.get(variableName(subject))?.relationsFor(kind, literal.start) ?? [],
    );
    return more.length > 0 ? { ...literal, relations: [...literal.relations, ...more] } : literal;
  });
}

/** The aliases of one name. */
class NamedAliases {
  readonly #all: readonly Alias[];
  /** Those that are no arguments, in the order in which they were found, and by their starts. */
  readonly #values: readonly Alias[];
  readonly #byStart: readonly Alias[];
  /** The relations of an element of a list of this name. */
  #asElement: Relation[] | undefined;
  #distinctValues: readonly Alias[] | undefined;

  constructor(aliases: readonly Alias[]) {
    this.#all = aliases;
    this.#values = aliases.filter(({ within }) => within === undefined);
    this.#byStart = this.#values.toSorted((a, b) => a.start - b.start);
  }

  /**
   * Returns the relations of a literal at an offset that has a relation of a kind to the name. To an element of a list,
   * all aliases apply, since the list is tested or passed on after the literal. Otherwise only the last one before the
   * literal applies, since the name may stand for something else farther up; all of them if there is none before the
   * literal.
   */
  relationsFor(kind: Relation["kind"], at: number): readonly Relation[] {
    if (kind === "listed") {
      this.#asElement ??= distinct(this.#all).map((alias) => relationBy(alias, kind));
      return this.#asElement;
    }
    const last = this.#lastBefore(at);
    if (last) return [relationBy(last, kind)];
    this.#distinctValues ??= distinct(this.#values);
    return this.#distinctValues.map((alias) => relationBy(alias, kind));
  }

  #lastBefore(at: number): Alias | undefined {
    let [low, high] = [0, this.#byStart.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#byStart[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return this.#byStart[low - 1];
  }
}

/** Returns those of some aliases of one name that stand for different expressions, as many as count. */
function distinct(aliases: readonly Alias[]): readonly Alias[] {
  const found = new Map<string, Alias>();
  for (const alias of aliases) {
    const key = `${alias.expression}\n${alias.within ?? ""}`;
    if (!found.has(key)) found.set(key, alias);
    if (found.size === maximumUses) break;
  }
  return [...found.values()];
}

/** Returns the relation that a literal has by an alias of its subject. */
function relationBy({ expression, within }: Alias, kind: Relation["kind"]): Relation {
  if (within !== undefined) return { kind: "argument", subject: expression, within };
  return { kind: kind === "listed" ? "element" : kind, subject: expression };
}
