import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../fixtures/languages");

/** A marked span of a line in UTF-16 units, and the kind of evidence that is expected there. */
export interface Mark {
  line: number;
  start: number;
  end: number;
  kind: string;
}

/** The text of a fixture and what is marked in it. */
export interface LanguageFixture {
  text: string;
  /** The literals that have evidence; all others have none. */
  marks: Mark[];
  /** The literals in whose place no official code would have evidence either. */
  never: Mark[];
}

/** Returns the file name of the fixture of a language. */
export function fixtureOf(language: string): string {
  return `${language.toLowerCase().replaceAll("#", "sharp").replaceAll("+", "p").replaceAll(" ", "-")}.txt`;
}

/**
 * Reads the fixture of a language: a line of `^^^^ kind` marks spans of the line above it and is not part of the text.
 */
export async function readFixture(language: string): Promise<LanguageFixture> {
  const file = fixtureOf(language);
  assert.ok(
    existsSync(join(folder, file)),
    `${language} has no fixture: write test/fixtures/languages/${file}.`,
  );
  const lines: string[] = [];
  const all: Mark[] = [];
  for (const line of (await readFile(join(folder, file), "utf8")).split("\n")) {
    if (!/^ *(?:\^+ \w+ *)+\r?$/.test(line)) {
      lines.push(line);
      continue;
    }
    for (const { index, groups } of line.matchAll(/(?<carets>\^+) (?<kind>\w+)/g)) {
      const { carets = "", kind = "" } = groups ?? {};
      all.push({ line: lines.length - 1, start: index, end: index + carets.length, kind });
    }
  }
  const isNever = ({ kind }: Mark) => kind === "never";
  return { text: lines.join("\n"), marks: all.filter((mark) => !isNever(mark)), never: all.filter(isNever) };
}
