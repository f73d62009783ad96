import type { Catalog } from "../../../catalog/model/catalog.ts";
import { groupBy } from "../../../catalog/model/group-by.ts";
import { localize } from "../../../catalog/model/localized-text.ts";
import { colors } from "../terminal/colors.ts";
import { many, print } from "../terminal/output.ts";
import type { ScannedLiteral } from "./file-scan.ts";

/** How a code is used. */
interface Use {
  code: string;
  provider: string | undefined;
  explained: boolean;
  count: number;
  files: Set<string>;
}

/** The codes of a tree by provider, the most used first; those that nothing is known of stand last. */
export class Report {
  readonly #catalog: Catalog;
  readonly #uses = new Map<string, Use>();
  readonly #files = new Set<string>();
  #count = 0;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  add(found: readonly ScannedLiteral[]): void {
    for (const one of found) {
      const provider = this.#providerOf(one);
      const key = `${provider ?? ""} ${one.text}`;
      const use = this.#uses.get(key) ?? {
        // A slice would hold the whole text that it was taken out of.
        code: Buffer.from(one.text).toString(),
        provider,
        explained: one.matches.length > 0,
        count: 0,
        files: new Set<string>(),
      };
      use.count++;
      use.files.add(one.path);
      this.#uses.set(key, use);
      this.#files.add(one.path);
      this.#count++;
    }
  }

  /** Prints all that was added. */
  print(): void {
    const uses = [...this.#uses.values()];
    const width = {
      count: Math.max(4, ...uses.map(({ count }) => digits(count).length)),
      files: Math.max(5, ...uses.map(({ files }) => digits(files.size).length)),
    };
    const row = (count: string, files: string, code: string) =>
      `  ${count.padStart(width.count)}  ${files.padStart(width.files)}  ${code}`;
    for (const [index, [title, group]] of this.#groups(uses).entries()) {
      print(`${index > 0 ? "\n" : ""}${colors.bold(title)}`);
      print(colors.dim(row("uses", "files", "code")));
      for (const { count, files, code, explained, provider } of group) {
        const note = provider && !explained ? colors.dim("  official, not explained") : "";
        print(row(digits(count), digits(files.size), code) + note);
      }
    }
    if (uses.length > 0) print("");
    print(this.#total(uses));
  }

  /** The groups, the one with the most uses first, under their names. */
  #groups(uses: Use[]): [title: string, uses: Use[]][] {
    const total = (group: Use[]) => group.reduce((sum, { count }) => sum + count, 0);
    const groups = [...groupBy(uses, ({ provider }) => provider)].sort(
      ([a, first], [b, second]) => Number(!a) - Number(!b) || total(second) - total(first),
    );
    return groups.map(([id, group]) => [
      id ? localize(this.#catalog.provider(id)?.name, "en") || id : colors.yellow("Unknown"),
      group.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    ]);
  }

  #total(uses: Use[]): string {
    if (uses.length === 0) return "No error codes.";
    const codes = new Map(uses.map(({ code, provider }) => [code, provider !== undefined]));
    const known = [...codes.values()].filter(Boolean).length;
    const different = `${digits(codes.size)} different: ${digits(known)} known, ${digits(codes.size - known)} unknown`;
    return `${many(this.#count, "error code")} in ${many(this.#files.size, "file")}, ${different}.`;
  }

  /** The provider that a code is counted for: the first of its file's that has it. */
  #providerOf({ text, matches, providers }: ScannedLiteral): string | undefined {
    if (matches[0]) return matches[0].provider;
    const owners = this.#catalog.owners(text);
    return providers.find(({ provider }) => owners.includes(provider))?.provider ?? owners[0];
  }
}

function digits(count: number): string {
  return count.toLocaleString("en");
}
