import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import * as v from "valibot";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "../usage-error.ts";
import { type CheckResult, configurationRule, isSerious } from "./check-result.ts";

const entrySchema = v.strictObject({
  rule: v.string(),
  code: v.string(),
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const schema = v.strictObject({
  version: v.literal(1),
  findings: v.record(v.string(), v.array(entrySchema)),
});

type Entry = v.InferOutput<typeof entrySchema>;

/** An entry with the file it stands for. */
export interface Stale extends Entry {
  path: string;
}

/**
 * The findings that were there before: how often a rule speaks of a code in a file. Lines are not kept, so that moving
 * code about changes nothing. Only findings that a build may fail at are kept.
 */
export class Baseline {
  readonly #file: string;
  #entries: ReadonlyMap<string, readonly Entry[]>;

  private constructor(file: string, entries: ReadonlyMap<string, readonly Entry[]>) {
    this.#file = file;
    this.#entries = entries;
  }

  /** Reads a baseline; one that is to be written need not be there. */
  static async read(file: string, mayBeMissing: boolean): Promise<Baseline> {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" && mayBeMissing) return undefined;
      const hint = error.code === "ENOENT" ? "there is no such file; --update-baseline makes it" : error.code;
      throw new UsageError(`Cannot read the baseline '${file}': ${hint}.`);
    });
    return new Baseline(file, text === undefined ? new Map() : parse(file, text));
  }

  /** The findings that are new, and the entries of which fewer are found now; `checked` are the files looked at. */
  compare(
    found: readonly CheckResult[],
    checked: readonly string[],
  ): { fresh: CheckResult[]; stale: Stale[] } {
    const left = new Map(
      [...this.#entries].flatMap(([path, entries]) =>
        entries.map((entry): [string, Stale] => [keyOf(path, entry), { path, ...entry }]),
      ),
    );
    const fresh = found.filter((one) => {
      const entry = isKept(one) ? left.get(this.#keyOf(one)) : undefined;
      if (!entry || entry.count === 0) return true;
      entry.count--;
      return false;
    });
    const isOpen = this.#openWithin(checked);
    const stale = [...left.values()].filter(({ path, count }) => count > 0 && !isOpen(path));
    return { fresh, stale };
  }

  /** Writes the findings of now; entries of files that were not looked at stay. */
  async update(found: readonly CheckResult[], checked: readonly string[]): Promise<void> {
    const isOpen = this.#openWithin(checked);
    const entries = new Map([...this.#entries].filter(([path]) => isOpen(path)));
    const counted = new Map<string, { path: string; entry: Entry }>();
    for (const one of found.filter(isKept)) {
      const key = this.#keyOf(one);
      const { rule, literal: code } = one;
      const known = counted.get(key) ?? { path: this.#pathOf(one.path), entry: { rule, code, count: 0 } };
      known.entry.count++;
      counted.set(key, known);
    }
    for (const { path, entry } of counted.values()) entries.set(path, [...(entries.get(path) ?? []), entry]);
    const findings = Object.fromEntries(
      [...entries].sort(by(([path]) => path)).map(([path, list]) => [path, list.toSorted(by(order))]),
    );
    await writeFileAtomic(this.#file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
    this.#entries = entries;
  }

  /** Whether nothing is known now of a file of the baseline: it is there, and was not looked at. */
  #openWithin(checked: readonly string[]): (path: string) => boolean {
    const seen = new Set(checked.map((path) => this.#pathOf(path)));
    const folder = dirname(resolve(this.#file));
    return (path) => !seen.has(path) && existsSync(resolve(folder, path));
  }

  #keyOf({ path, rule, literal: code }: CheckResult): string {
    return keyOf(this.#pathOf(path), { rule, code });
  }

  /** A path from the folder of the baseline, the same on all systems. */
  #pathOf(path: string): string {
    return relative(dirname(resolve(this.#file)), resolve(path))
      .split(sep)
      .join("/");
  }
}

/** Whether a finding can be an old one: what is wrong in a configuration is mended at once. */
function isKept(one: CheckResult): boolean {
  return isSerious(one) && one.rule !== configurationRule;
}

function keyOf(path: string, { rule, code }: Pick<Entry, "rule" | "code">): string {
  return JSON.stringify([path, rule, code]);
}

function order({ rule, code }: Entry): string {
  return `${rule} ${code}`;
}

/** Orders by code units, as no locale of a machine changes. */
function by<T>(textOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b)));
}

function parse(file: string, text: string): Map<string, readonly Entry[]> {
  try {
    const { findings } = v.parse(schema, JSON.parse(text));
    return new Map(Object.entries(findings));
  } catch (error) {
    const reason = error instanceof v.ValiError ? "it is no baseline of this version" : "it is no JSON";
    throw new UsageError(`Cannot read the baseline '${file}': ${reason}.`);
  }
}
