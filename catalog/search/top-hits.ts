import { ranksByScore } from "./ranks.ts";

/**
 * A hit in one compiled catalog. Hits are sorted by ascending rank, then in most ranks what the catalog explains comes
 * first, then by descending score, then as the order says.
 */
export interface RankedHit {
  /** The number of the entry. */
  index: number;
  rank: number;
  score: number;
  /** Where the text begins in the code, if the code contains it. */
  at?: number;
  /** The matched ranges of the code, if the way of matching states them. */
  ranges?: [number, number][];
}

/** Collects the best hits. Of an entry, only the first hit counts. */
export class TopHits {
  readonly #limit: number;
  /** By what hits of equal rank and score are sorted, in ascending order. */
  readonly #tieKey: (index: number) => number;
  readonly #isExplained: (index: number) => boolean;
  /** For each entry, 1 if it can still be found. */
  readonly #open: Uint8Array;
  #hits: RankedHit[] = [];
  /** The last of the best hits, as far as it is known. */
  #worst: RankedHit | undefined;
  #count = 0;

  /** Takes the `limit` best hits; `open` has a 1 for each entry that is accepted. */
  constructor(
    open: Uint8Array,
    limit: number,
    tieKey: (index: number) => number,
    isExplained: (index: number) => boolean,
  ) {
    this.#open = open;
    this.#limit = limit;
    this.#tieKey = tieKey;
    this.#isExplained = isExplained;
  }

  /** How many entries were found. */
  get count(): number {
    return this.#count;
  }

  /** Whether an entry can still be found: it is accepted, and was not found before. */
  isOpen(index: number): boolean {
    return this.#open[index] === 1;
  }

  /** Whether a hit of this rank, and of at most this score, can be among the best, if the catalog explains it or not. */
  hasRoomFor(rank: number, score = Number.POSITIVE_INFINITY, isExplained = true): boolean {
    const worst = this.#worst;
    if (!worst || rank < worst.rank) return true;
    if (rank > worst.rank) return false;
    const tier = isExplained || ranksByScore.has(rank) ? 0 : 1;
    const ofWorst = this.#tierOf(worst);
    return tier < ofWorst || (tier === ofWorst && score >= worst.score);
  }

  add(hit: RankedHit): void {
    const { index } = hit;
    if (!this.isOpen(index)) return;
    this.#open[index] = 0;
    this.#count++;
    if (this.#worst && this.#compare(hit, this.#worst) > 0) return;
    this.#hits.push(hit);
    if (this.#hits.length >= 2 * this.#limit + 100) this.#cut();
  }

  /** Marks the end of one way of matching, after which {@link hasRoomFor} is exact. */
  settle(): void {
    this.#cut();
  }

  /** Returns the best hits in order. */
  best(): RankedHit[] {
    this.#cut();
    return this.#hits;
  }

  #compare(a: RankedHit, b: RankedHit): number {
    return (
      a.rank - b.rank ||
      this.#tierOf(a) - this.#tierOf(b) ||
      b.score - a.score ||
      this.#tieKey(a.index) - this.#tieKey(b.index) ||
      a.index - b.index
    );
  }

  #tierOf({ rank, index }: RankedHit): number {
    return ranksByScore.has(rank) || this.#isExplained(index) ? 0 : 1;
  }

  #cut(): void {
    this.#hits.sort((a, b) => this.#compare(a, b));
    this.#hits.length = Math.min(this.#hits.length, this.#limit);
    this.#worst = this.#hits[this.#limit - 1];
  }
}
