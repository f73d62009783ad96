import type { Span } from "../../documents/span.ts";
import type { TextChange } from "../../documents/tracked-document.ts";
import { resolveAliases, variableName } from "../aliases.ts";
import type { LiteralSet } from "../embedded.ts";
import type { Alias, Literal } from "../literal.ts";

/**
 * What was found in a text without embedded regions. `resolved` are the literals with the relations that they have
 * through aliases, one for each. As long as neither a literal nor what it is found to stand for changes, its relations
 * are the same array.
 */
export interface ResolvedSet extends LiteralSet {
  aliases: Alias[];
  resolved: Literal[];
}

/** Returns a literal set with its aliases resolved. */
export function withResolved(set: LiteralSet): ResolvedSet {
  const { aliases = [] } = set;
  return { ...set, aliases, resolved: resolveAliases(set.literals, aliases) };
}

/** Returns items of a text before some changes with their offsets after them, without those that a change touches. */
export type Carry = <T extends Span>(item: T) => T | undefined;

/**
 * Returns a function that returns an item of the old text with its offsets in the new text, undefined if a change or the
 * span touches it. The offsets of each change are those of the text after the changes before it.
 */
export function carrying(changes: readonly TextChange[], span: Span): Carry {
  return (item) => {
    let { start, end } = item;
    for (const { startIndex, oldEndIndex, newEndIndex } of changes) {
      if (end < startIndex) continue;
      if (start <= oldEndIndex) return undefined;
      start += newEndIndex - oldEndIndex;
      end += newEndIndex - oldEndIndex;
    }
    if (start <= span.end && end >= span.start) return undefined;
    return start === item.start ? item : { ...item, start, end };
  };
}

/** Returns the items that are carried over; adds the others to `lost`. */
export function carryOver<T extends Span>(items: readonly T[], carry: Carry, lost: T[] = []): T[] {
  const carried: T[] = [];
  for (const item of items) {
    const moved = carry(item);
    if (moved) carried.push(moved);
    else lost.push(item);
  }
  return carried;
}

/**
 * Returns what there is in a text after changes: what was found anew in a span, and the rest of what there was before,
 * carried over. Undefined if the changes affect the rest too. `otherAliases` are the aliases that are carried over, and
 * `lost` those that are not.
 */
export function mergeSpan(
  before: ResolvedSet,
  found: LiteralSet,
  { span, carry, otherAliases, lost }: { span: Span; carry: Carry; otherAliases: Alias[]; lost: Alias[] },
): ResolvedSet | undefined {
  const isFresh = ({ start, end }: Span) => start >= span.start && end <= span.end;
  const fresh = found.literals.filter(isFresh);
  const freshAliases = (found.aliases ?? []).filter(isFresh);
  const names = changedNames(lost, freshAliases, otherAliases);
  const variables = changedVariables(lost, freshAliases);
  const [literals, resolved]: [Literal[], Literal[]] = [[], []];
  /** The literals to be resolved anew, and their indexes. */
  const [anew, indexes]: [Literal[], number[]] = [[], []];
  const isAffected = ({ relations }: Literal) =>
    relations.some(({ subject }) => variables.has(variableName(subject)));
  const addFresh = () => {
    for (const literal of fresh) {
      indexes.push(literals.length);
      anew.push(literal);
      literals.push(literal);
      resolved.push(literal);
    }
  };
  let isAdded = false;
  for (const [index, old] of before.literals.entries()) {
    const literal = carry(old);
    if (!literal) continue;
    if (names.size > 0 && literal.relations.some(({ subject }) => names.has(subject))) return undefined;
    if (!isAdded && literal.start > span.start) {
      addFresh();
      isAdded = true;
    }
    if (variables.size > 0 && isAffected(literal)) {
      indexes.push(literals.length);
      anew.push(literal);
    }
    literals.push(literal);
    resolved.push(moved(before.resolved[index], old, literal));
  }
  if (!isAdded) addFresh();
  const aliases = inserted(otherAliases, freshAliases, span);
  for (const [at, literal] of resolveAliases(anew, aliases).entries()) resolved[indexes[at] ?? 0] = literal;
  return { literals, aliases, resolved, regions: found.regions };
}

/** Returns a resolved literal where the literal is after the changes that was at `old`. */
function moved(resolved: Literal | undefined, old: Literal, literal: Literal): Literal {
  if (!resolved || resolved === old) return literal;
  return literal === old ? resolved : { ...literal, relations: resolved.relations };
}

/** Returns aliases in text order: `fresh` are in a span in which there are no others. */
function inserted(others: Alias[], fresh: Alias[], span: Span): Alias[] {
  const at = others.findIndex(({ start }) => start > span.start);
  return at < 0 ? [...others, ...fresh] : [...others.slice(0, at), ...fresh, ...others.slice(at)];
}

/**
 * Returns the names that have become those of aliases, or ceased to be: whether a literal that is related to one needs a
 * syntactic context depends on that.
 */
function changedNames(lost: readonly Alias[], fresh: readonly Alias[], others: readonly Alias[]) {
  const [old, current] = [lost, fresh].map((aliases) => new Set(aliases.map(({ name }) => name)));
  const changed = new Set([...(old ?? [])].concat([...(current ?? [])]));
  for (const name of changed) if (old?.has(name) === current?.has(name)) changed.delete(name);
  if (changed.size > 0) for (const { name } of others) changed.delete(name);
  return changed;
}

/** Returns the variables that stand for something else than before, or for the same in another order. */
function changedVariables(lost: readonly Alias[], fresh: readonly Alias[]): Set<string> {
  const [old, current] = [lost, fresh].map((aliases) => {
    const meanings = new Map<string, string>();
    for (const { name, expression, within } of aliases) {
      const variable = variableName(name);
      const meaning = JSON.stringify([name, expression, within]);
      meanings.set(variable, `${meanings.get(variable) ?? ""}${meaning}`);
    }
    return meanings;
  });
  const all = [...(old?.keys() ?? []), ...(current?.keys() ?? [])];
  return new Set(all.filter((variable) => old?.get(variable) !== current?.get(variable)));
}

/** Returns the spans of the inserted texts of changes, as offsets in the text after all changes. */
export function finalSpans(changes: readonly TextChange[]): Span[] {
  return changes.map(({ startIndex, newEndIndex }, index) => {
    let [start, end] = [startIndex, newEndIndex];
    for (const later of changes.slice(index + 1)) {
      const delta = later.newEndIndex - later.oldEndIndex;
      if (later.startIndex <= start) start = Math.max(later.startIndex, start + delta);
      if (later.startIndex <= end) end = Math.max(later.newEndIndex, end + delta);
    }
    return { start, end };
  });
}
