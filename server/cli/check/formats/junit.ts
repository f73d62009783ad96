import { XMLBuilder } from "fast-xml-parser";
import { groupBy } from "../../../../catalog/model/group-by.ts";
import { type CheckResult, isSerious, type Report } from "../check-result.ts";
import { fromRoot } from "./github.ts";

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", format: true });

/** What XML 1.0 cannot hold, not even escaped: control characters, halves of pairs, two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unfit = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;

/** Findings as a report of tests: a suite for each file, which fails at errors and warnings. */
export function junit({ files, found, root }: Report): string {
  const byFile = groupBy(found, ({ path }) => fromRoot(path, root));
  const paths = new Set([...files.map((path) => fromRoot(path, root)), ...byFile.keys()]);
  const suites = [...paths].map((path) => suite(path, byFile.get(path) ?? []));
  const sum = (key: "@tests" | "@failures") => suites.reduce((total, one) => total + one[key], 0);
  const testsuites = {
    "@name": "error-codes",
    "@tests": sum("@tests"),
    "@failures": sum("@failures"),
    "@errors": 0,
    testsuite: suites,
  };
  return builder.build({ "?xml": { "@version": "1.0", "@encoding": "UTF-8" }, testsuites });
}

function suite(path: string, found: readonly CheckResult[]) {
  const cases = found.map((one) => testCase(path, one));
  const file = fitting(path);
  return {
    "@name": file,
    "@tests": Math.max(1, cases.length),
    "@failures": found.filter(isSerious).length,
    "@errors": 0,
    testcase: cases.length > 0 ? cases : [{ "@name": file, "@classname": file }],
  };
}

function testCase(path: string, found: CheckResult) {
  const { range, rule, severity, message, related } = found;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const more = related.map((one) => `${path}:${one.range.start.line + 1}: ${one.message}`);
  const text = fitting([`${path}:${place}: ${message}`, ...more].join("\n"));
  return {
    "@name": fitting(`${rule} ${place}`),
    "@classname": fitting(path),
    "@file": fitting(path),
    "@line": range.start.line + 1,
    ...(isSerious(found)
      ? { failure: { "@message": fitting(message), "@type": severity, "#text": text } }
      : { "system-out": text }),
  };
}

function fitting(text: string): string {
  return text.replace(unfit, "\ufffd");
}
