import type { Literal } from "../../../server/syntax/literal.ts";

/**
 * Returns a function that makes the literals of one text comparable with those of another analysis of it: groups, chains
 * and branches, which are compared by identity, are numbered in the order in which they are first met.
 */
export function toComparable(): (literal: Literal) => object {
  const numbers = new Map<object, number>();
  const numberOf = (object: object) => {
    const number = numbers.get(object) ?? numbers.size;
    numbers.set(object, number);
    return number;
  };
  return ({ syntax = {}, ...literal }) => {
    const { group, branch, ...rest } = syntax;
    return {
      ...literal,
      ...rest,
      group: group && { ...group, number: numberOf(group) },
      branch: branch && { ...branch, chain: numberOf(branch.chain), self: numberOf(branch.self) },
    };
  };
}
