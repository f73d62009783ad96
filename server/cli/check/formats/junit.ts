import { XMLBuilder } from "fast-xml-parser";
import { toVisibleLines } from "../../../../catalog/text/visible-text.ts";
import { type CheckResult, canFailBuild, type Report } from "../check-result.ts";
import { relativeToRoot } from "./github.ts";

/** Two noncharacters that XML 1.0 cannot contain, not even escaped. */
const invalidInXml = /[\ufffe\uffff]/g;

/** Formats findings as a JUnit report: a test suite for each file, a failed test case for each error or warning. */
export function junit({ files, found, root }: Report): string {
  const byFile = Map.groupBy(found, ({ path }) => relativeToRoot(path, root));
  const paths = new Set([...files.map((path) => relativeToRoot(path, root)), ...byFile.keys()]);
  const suites = [...paths].map((path) => toSuite(path, byFile.get(path) ?? []));
  const sum = (key: "@tests" | "@failures") => suites.reduce((total, suite) => total + suite[key], 0);
  const testsuites = {
    "@name": "error-codes",
    "@tests": sum("@tests"),
    "@failures": sum("@failures"),
    "@errors": 0,
    testsuite: suites,
  };
  return new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", format: true }).build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites,
  });
}

function toSuite(path: string, found: readonly CheckResult[]) {
  const cases = found.map((finding) => toTestCase(path, finding));
  const file = replaceInvalid(path);
  return {
    "@name": file,
    "@tests": Math.max(1, cases.length),
    "@failures": found.filter(canFailBuild).length,
    "@errors": 0,
    testcase: cases.length > 0 ? cases : [{ "@name": file, "@classname": file }],
  };
}

function toTestCase(path: string, finding: CheckResult) {
  const { range, rule, severity, message, related } = finding;
  const position = `${range.start.line + 1}:${range.start.character + 1}`;
  const relatedLines = related.map((other) => `${path}:${other.range.start.line + 1}: ${other.message}`);
  const text = replaceInvalid([`${path}:${position}: ${message}`, ...relatedLines].join("\n"));
  return {
    "@name": replaceInvalid(`${rule} ${position}`),
    "@classname": replaceInvalid(path),
    "@file": replaceInvalid(path),
    "@line": range.start.line + 1,
    ...(canFailBuild(finding)
      ? { failure: { "@message": replaceInvalid(message), "@type": severity, "#text": text } }
      : { "system-out": text }),
  };
}

function replaceInvalid(text: string): string {
  return toVisibleLines(text).replace(invalidInXml, "\ufffd");
}
