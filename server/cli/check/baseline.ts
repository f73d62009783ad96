import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import * as v from "valibot";
import { readRegularFile, unreadable } from "../../workspace/walk/regular-file.node.ts";
import { replaceFile } from "../replacing-files.ts";
import { UsageError } from "../usage-error.ts";
import { type CheckResult, canFailBuild, configurationRule } from "./check-result.ts";

/** Files with more bytes are no baselines. */
const maximumBytes = 100_000_000;

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

/** A baseline entry together with the path of its file. */
export interface StaleEntry extends Entry {
  path: string;
}

/**
 * The accepted findings of earlier runs: how many findings each rule has for each code in each file. Line numbers are
 * not recorded, so moving code does not invalidate the baseline. Only findings that can fail a build are recorded.
 */
export class Baseline {
  readonly #file: string;
  #entries: ReadonlyMap<string, readonly Entry[]>;

  private constructor(file: string, entries: ReadonlyMap<string, readonly Entry[]>) {
    this.#file = file;
    this.#entries = entries;
  }

  /** Reads a baseline. A missing file is an empty baseline if `mayBeMissing`, and a usage error otherwise. */
  static async read(file: string, mayBeMissing: boolean): Promise<Baseline> {
    const text = await readRegularFile(file, maximumBytes).then(String, (error: unknown) => {
      const { failure, message } = unreadable(error, file);
      if (failure === "missing" && mayBeMissing) return undefined;
      const hint = failure === "missing" ? "; --update-baseline creates it" : "";
      throw new UsageError(`Cannot read the baseline '${file}': ${message}${hint}.`);
    });
    return new Baseline(file, text === undefined ? new Map() : parse(file, text));
  }

  /**
   * Returns the findings that the baseline does not cover, and the entries of which fewer were found than recorded;
   * `checked` are the paths of the checked files.
   */
  compare(
    found: readonly CheckResult[],
    checked: readonly string[],
  ): { fresh: CheckResult[]; stale: StaleEntry[] } {
    const remaining = new Map(
      [...this.#entries].flatMap(([path, entries]) =>
        entries.map((entry): [string, StaleEntry] => [keyOf(path, entry), { path, ...entry }]),
      ),
    );
    const fresh = found.filter((finding) => {
      const entry = isRecorded(finding) ? remaining.get(this.#keyOf(finding)) : undefined;
      if (!entry || entry.count === 0) return true;
      entry.count--;
      return false;
    });
    const isUnchecked = this.#uncheckedFilterOf(checked);
    const stale = [...remaining.values()].filter(({ path, count }) => count > 0 && !isUnchecked(path));
    return { fresh, stale };
  }

  /** Writes the current findings to the file and keeps the entries of files that were not checked. */
  async update(found: readonly CheckResult[], checked: readonly string[]): Promise<void> {
    const isUnchecked = this.#uncheckedFilterOf(checked);
    const entries = new Map([...this.#entries].filter(([path]) => isUnchecked(path)));
    const current = new Map<string, { path: string; entry: Entry }>();
    for (const finding of found.filter(isRecorded)) {
      const key = this.#keyOf(finding);
      const { rule, literal: code } = finding;
      const counted = current.get(key) ?? {
        path: this.#pathOf(finding.path),
        entry: { rule, code, count: 0 },
      };
      counted.entry.count++;
      current.set(key, counted);
    }
    for (const [path, counted] of Map.groupBy(current.values(), (one) => one.path))
      entries.set(path, [...(entries.get(path) ?? []), ...counted.map(({ entry }) => entry)]);
    const findings = Object.fromEntries(
      [...entries]
        .sort(compareBy(([path]) => path))
        .map(([path, list]) => [path, list.toSorted(compareBy(sortKeyOf))]),
    );
    await replaceFile(this.#file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
    this.#entries = entries;
  }

  /** Returns a predicate that holds for baseline paths whose file exists, but was not checked in this run. */
  #uncheckedFilterOf(checked: readonly string[]): (path: string) => boolean {
    const seen = new Set(checked.map((path) => this.#pathOf(path)));
    const folder = dirname(resolve(this.#file));
    return (path) => !seen.has(path) && existsSync(resolve(folder, path));
  }

  #keyOf({ path, rule, literal: code }: CheckResult): string {
    return keyOf(this.#pathOf(path), { rule, code });
  }

  /** Returns a path relative to the baseline's folder, with forward slashes on every platform. */
  #pathOf(path: string): string {
    return relative(dirname(resolve(this.#file)), resolve(path))
      .split(sep)
      .join("/");
  }
}

/** Whether a baseline records a finding: configuration problems are never accepted, they should be fixed at once. */
function isRecorded(finding: CheckResult): boolean {
  return canFailBuild(finding) && finding.rule !== configurationRule;
}

function keyOf(path: string, { rule, code }: Pick<Entry, "rule" | "code">): string {
  return JSON.stringify([path, rule, code]);
}

function sortKeyOf({ rule, code }: Entry): string {
  return `${rule} ${code}`;
}

/** Returns a comparison by UTF-16 code units, which does not depend on the locale of the machine. */
function compareBy<T>(textOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b)));
}

function parse(file: string, text: string): Map<string, readonly Entry[]> {
  try {
    const { findings } = v.parse(schema, JSON.parse(text));
    return new Map(Object.entries(findings));
  } catch (error) {
    const reason =
      error instanceof v.ValiError ? "it is not a baseline of this version" : "it is not valid JSON";
    throw new UsageError(`Cannot read the baseline '${file}': ${reason}.`);
  }
}
