import { Catalog } from "../../../catalog/model/catalog.ts";
import type { CheckResult, Report } from "../../../server/cli/check/check-result.ts";
import { formats } from "../../../server/cli/check/formats/index.ts";
import { languageById } from "../../../server/syntax/languages/index.ts";
import { CandidateWords } from "../../../server/workspace/candidate-words.ts";
import { excerptOf } from "../../../server/workspace/excerpt.ts";
import { isMinified } from "../../../server/workspace/minified.ts";
import { UsageIndex } from "../../../server/workspace/usages.ts";
import { codeAt } from "./code-pieces.ts";
import { constructsOf } from "./code-texts.ts";
import type { Shape } from "./measure.ts";

// What the command line does besides the analysis: it chooses files and statements, and writes reports.

/** Parts of texts that repeat what a choice by words could search for in vain. */
const fragments = [
  ">",
  ">a",
  "*",
  "|",
  '"',
  "'",
  "`",
  '\\"',
  "\\n",
  "code ",
  'code "',
  "err",
  "Aa",
  '"Aa',
  "a.",
  "A_",
  " ",
  "case ",
  "(",
  "\\",
];

/** Returns a number of findings, each on a line of its own or all on one. */
function findings(count: number, isOneLine: boolean): CheckResult[] {
  const line = isOneLine ? `"${codeAt(0)}", `.repeat(count) : `  return "${codeAt(0)}";`;
  return Array.from({ length: count }, (_, index): CheckResult => {
    const start = { line: isOneLine ? 0 : index, character: isOneLine ? index * 31 + 1 : 10 };
    const end = { ...start, character: start.character + 20 };
    return {
      path: "a.ts",
      range: { start, end },
      rule: "misspelled-code",
      severity: "warning",
      message: "It is misspelled.",
      literal: codeAt(0),
      suggestions: [],
      related: [],
      line,
    };
  });
}

const empty = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };

/** Returns the shapes of the command line and of reading files that are not open. */
export function commandShapes(): Shape[] {
  const words = new CandidateWords(new Catalog(empty), () => false);
  const typescript = languageById("typescript");
  const choices = fragments.flatMap((fragment): Shape[] => {
    const name = JSON.stringify(fragment);
    return [
      {
        name: `candidate words: ${name}`,
        prepare: (size) => {
          const text = `code "X"${fragment.repeat(size)}`;
          return () => [words.mayContainCodes(text, typescript), words.candidateSpanIn(text, typescript)];
        },
      },
      {
        name: `minified: ${name}`,
        prepare: (size) => {
          const text = `a"${fragment.repeat(size)}`;
          return () => isMinified("a.ts", text, typescript);
        },
      },
    ];
  });
  const reports = Object.entries(formats).flatMap(([format, write]) =>
    [true, false].map(
      (isOneLine): Shape => ({
        name: `report: ${format}, ${isOneLine ? "one line" : "many lines"}`,
        prepare: (size) => {
          const found = findings(size, isOneLine);
          const report: Report = { files: ["a.ts"], found, root: "/", version: "0", lang: "en" };
          return () => write(report);
        },
      }),
    ),
  );
  const statements = Object.entries(constructsOf.go ?? {}).map(
    ([name, write]): Shape => ({
      name: `excerpt: go, ${name}`,
      prepare: (size) => {
        const text = write(size);
        const language = languageById("go");
        return () => excerptOf(text, language, (statement) => ({ start: 0, end: statement.length }));
      },
    }),
  );
  const usages: Shape = {
    name: "usages: many files change",
    prepare: (size) => {
      const index = new UsageIndex();
      index.isScanned = true;
      let recurring = 0;
      index.onChange(() => {
        recurring += index.recurring.size;
      });
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
      return () =>
        index.batch(async () => {
          for (let file = 0; file < size; file++)
            index.set(`file:///a/${file}.ts`, [{ code: codeAt(file), range, line: "" }]);
          return void recurring;
        });
    },
  };
  return [...choices, ...reports, ...statements, usages];
}
