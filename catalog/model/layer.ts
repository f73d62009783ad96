import type { CompiledCatalog, EntryKey } from "./compiled/compiled-catalog.ts";
import { isOwnIn, isRepeatedIn } from "./compiled/traits.ts";
import type { Entry } from "./entry.ts";

type ColumnName = Parameters<CompiledCatalog["column"]>[0];

/** An entry that is not decoded: the part that is asked of many. */
export interface EntryRow
  extends EntryKey,
    Pick<Entry, "concept" | "kind" | "retry" | "basis" | "officialMisspelling"> {
  index: number;
  layer: CatalogLayer;
}

/** One of the compiled catalogs that a catalog consists of, without the entries that users' own ones replace. */
export class CatalogLayer {
  readonly table: CompiledCatalog;
  /** Whether its entries are those of users. */
  readonly isOwn: boolean;
  /** The numbers of the entries that are replaced. */
  readonly hidden: ReadonlySet<number>;

  constructor(
    table: CompiledCatalog,
    { isOwn = false, hidden = new Set() }: { isOwn?: boolean; hidden?: ReadonlySet<number> } = {},
  ) {
    this.table = table;
    this.isOwn = isOwn;
    this.hidden = hidden;
  }

  /** The number of entries. */
  get size(): number {
    return this.table.size - this.hidden.size;
  }

  /** Returns the numbers of the entries of a code. */
  entriesOf(code: string): readonly number[] {
    return this.#entriesOfNumber(this.table.codeNumber(code));
  }

  hasEntry(code: string): boolean {
    const number = this.table.codeNumber(code);
    if (number < 0) return false;
    const indexes = this.table.entriesOfCode(number);
    return indexes.length > 0 && (this.hidden.size === 0 || indexes.some((index) => !this.hidden.has(index)));
  }

  /** Whether the catalog itself explains an entry, rather than the name of its code or an SDK. */
  hasOwnText(index: number): boolean {
    return isOwnIn(this.table.column("traits")[index] as number);
  }

  /** Whether another entry stands for an entry where services are not told apart. */
  isRepeated(index: number): boolean {
    return isRepeatedIn(this.table.column("traits")[index] as number);
  }

  /** Whether the catalog itself explains a code, rather than the code's name or an SDK. */
  isExplained(code: string): boolean {
    return this.entriesOf(code).some((index) => this.hasOwnText(index));
  }

  /** Returns the numbers of the entries whose codes equal one apart from case and separators. */
  entriesSpelledLike(code: string): number[] {
    const found = this.table.codesSpelledLike(code).flatMap((number) => this.#entriesOfNumber(number));
    return found.sort((a, b) => a - b);
  }

  /** Calls back with the provider of each entry of a code. */
  forEachProviderOf(code: string, callback: (provider: string) => void): void {
    const number = this.table.codeNumber(code);
    if (number < 0) return;
    const [owners, names] = [this.table.column("owner"), this.table.owners];
    for (const index of this.table.entriesOfCode(number))
      if (!this.hidden.has(index)) callback(names[owners[index] as number]?.[0] ?? "");
  }

  /** Returns the providers that list a code as official without explaining it. */
  knownProvidersOf(code: string): readonly string[] {
    const number = this.table.codeNumber(code);
    return number < 0 ? [] : this.table.knownProvidersOf(number);
  }

  /** Returns the numbers of the entries whose codes begin with a text, in ascending order. */
  entriesWithPrefix(prefix: string): number[] {
    const found = this.table.codesWithPrefix(prefix).flatMap((number) => this.#entriesOfNumber(number));
    return found.sort((a, b) => a - b);
  }

  /** Returns the number that each entry has in a column. */
  numbersIn(column: ColumnName): number[] {
    const numbers = this.table.column(column);
    return Array.from(this.indexes(), (index) => numbers[index] ?? 0);
  }

  /** Yields the numbers of all entries, or of those whose number in a column passes a test. */
  *indexes(column: ColumnName = "code", passes: (number: number) => boolean = () => true): Generator<number> {
    const numbers = this.table.column(column);
    for (let index = 0; index < numbers.length; index++)
      if (passes(numbers[index] as number) && !this.hidden.has(index)) yield index;
  }

  /** Returns the numbers of a provider's owners, or of one of its services. */
  ownersOf(provider: string, service?: string): Set<number> {
    const { owners } = this.table;
    const own = owners.flatMap(([ofProvider, ofService], number) =>
      ofProvider === provider && (service === undefined || ofService === service) ? number : [],
    );
    return new Set(own);
  }

  /** Returns the numbers of the entries of a provider, or of one of its services. */
  indexesIn(provider: string, service?: string): number[] {
    const owners = this.ownersOf(provider, service);
    return [...this.indexes("owner", (owner) => owners.has(owner))];
  }

  /** Returns the ids of the services of a provider of which the catalog itself explains codes. */
  explainedServicesOf(provider: string): string[] {
    const [owners, names] = [this.table.column("owner"), this.table.owners];
    const explained = this.indexesIn(provider).filter(
      (index) => this.hasOwnText(index) && !this.isRepeated(index),
    );
    return [...new Set(explained.map((index) => owners[index] as number))].map(
      (owner) => names[owner]?.[1] ?? "",
    );
  }

  /** Returns the entries of a concept that the catalog itself explains. */
  rowsOfConcept(concept: string): EntryRow[] {
    const all = [...this.table.entriesOfConcept(concept)];
    return all
      .filter((index) => !this.hidden.has(index) && this.hasOwnText(index) && !this.isRepeated(index))
      .map((index) => this.row(index));
  }

  /** Returns an entry without decoding it. */
  row(index: number): EntryRow {
    const { statuses: _, hasCause: __, ...traits } = this.table.traitsOf(index);
    const concept = this.table.conceptIds[(this.table.column("concept")[index] ?? 0) - 1];
    const key = this.table.keyOf(index);
    return { ...key, ...traits, ...(concept === undefined ? {} : { concept }), index, layer: this };
  }

  entry(index: number): Entry {
    return this.table.entry(index);
  }

  #entriesOfNumber(number: number): number[] {
    return [...this.table.entriesOfCode(number)].filter((index) => !this.hidden.has(index));
  }
}

/** Distinct codes, of which the first have an entry. */
export interface OfficialCodes {
  codes: readonly string[];
  /** How many of them have an entry. */
  explained: number;
}

/** Returns the official codes of all layers. */
export function officialCodesOf(layers: readonly CatalogLayer[]): OfficialCodes {
  const ofLayers = layers.map(({ table }) => ({ all: table.codes.all(), explained: table.explainedCodes }));
  const codes = new Set(ofLayers.flatMap(({ all, explained }) => all.slice(0, explained)));
  const explained = codes.size;
  for (const layer of ofLayers) for (const code of layer.all.slice(layer.explained)) codes.add(code);
  return { codes: [...codes], explained };
}
