import { type Kind, kinds, type Retry, retries } from "../../schema/terms.ts";
import type { Entry } from "../entry.ts";

/** What search and lists ask of every entry, as it is in its one column of 32 bits. */
export type Traits = Pick<Entry, "kind" | "retry" | "basis" | "officialMisspelling" | "isRepeated"> & {
  /** The number of its list of statuses. */
  statuses: number;
  /** Whether it has a cause of its own, in place of its concept's. */
  hasCause: boolean;
};

const kindNames = Object.keys(kinds) as Kind[];
const retryNames = Object.keys(retries) as Retry[];
const basisNames = ["name", "sdk"] as const;

/** Packs traits: the statuses in the lower 16 bits, then the kind (5), advice on retrying (3), basis (2), and flags. */
export function packTraits({
  statuses,
  kind,
  retry,
  basis,
  officialMisspelling,
  isRepeated,
  hasCause,
}: Traits): number {
  const numberOf = <T>(names: readonly T[], one: T | undefined) =>
    one === undefined ? 0 : names.indexOf(one) + 1;
  return (
    (statuses |
      (numberOf(kindNames, kind) << 16) |
      (numberOf(retryNames, retry) << 21) |
      (numberOf(basisNames, basis) << 24) |
      (Number(officialMisspelling ?? false) << 26) |
      (Number(hasCause) << 27) |
      (Number(isRepeated ?? false) << 28)) >>>
    0
  );
}

/** Returns the number of the list of statuses. */
export function statusesIn(packed: number): number {
  return packed & 0xffff;
}

/** Returns whether the entry has a cause of its own. */
export function hasCauseIn(packed: number): boolean {
  return ((packed >>> 27) & 1) === 1;
}

/** Returns whether another entry stands for this one. */
export function isRepeatedIn(packed: number): boolean {
  return ((packed >>> 28) & 1) === 1;
}

/** Returns whether the explanation is the catalog's own text. */
export function isOwnIn(packed: number): boolean {
  return ((packed >>> 24) & 3) === 0;
}

/** Returns the entry's own kind, if it states one. */
export function kindIn(packed: number): Kind | undefined {
  return kindNames[((packed >>> 16) & 31) - 1];
}

/** Returns the entry's own advice on retrying, if it states one. */
export function retryIn(packed: number): Retry | undefined {
  return retryNames[((packed >>> 21) & 7) - 1];
}

/** Unpacks what {@link packTraits} has packed; what an entry does not state is absent. */
export function unpackTraits(packed: number): Traits {
  const [kind, retry] = [kindIn(packed), retryIn(packed)];
  const basis = basisNames[((packed >>> 24) & 3) - 1];
  return {
    statuses: statusesIn(packed),
    hasCause: hasCauseIn(packed),
    ...(kind ? { kind } : {}),
    ...(retry ? { retry } : {}),
    ...(basis ? { basis } : {}),
    ...((packed >>> 26) & 1 ? { officialMisspelling: true } : {}),
    ...(isRepeatedIn(packed) ? { isRepeated: true } : {}),
  };
}
