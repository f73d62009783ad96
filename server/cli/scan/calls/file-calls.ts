import { pathToFileURL } from "node:url";
import { type ActionAnswer, countsOf } from "../../../../catalog/model/action-answers.ts";
import type { Catalog } from "../../../../catalog/model/catalog.ts";
import { type Analysis, isOccurrence } from "../../../analysis/analysis.ts";
import { answeringAction } from "../../../analysis/handled-actions.ts";
import { testedTypesIn } from "../../../analysis/tested-types.ts";
import type { DocumentCalls } from "../../../calls/document-calls.ts";
import type { RecognizedCall } from "../../../calls/recognized-call.ts";
import { codesOfErrorName } from "../../../calls/workflows.ts";
import { rangeOf, type Span } from "../../../documents/span.ts";
import { TrackedDocument } from "../../../documents/tracked-document.ts";
import { languageByPath } from "../../../syntax/languages/index.ts";
import type { Engine } from "../../engine.ts";

/** A code that the handling of a call tests; the position is zero-based, in UTF-16 code units. */
interface TestedCode {
  code: string;
  line: number;
  character: number;
  /** Whether it is documented for the action; null if nothing is known of the action. */
  documented: boolean | null;
}

/** A call of an API, as `scan --calls --json` prints it; positions are zero-based UTF-16 code units. */
export interface ScannedCall {
  path: string;
  line: number;
  character: number;
  endLine: number;
  endCharacter: number;
  provider: string;
  service: string | null;
  action: string;
  certain: boolean;
  /** The number of codes that are documented for the action; null if nothing is known of it. */
  codes: number | null;
  tested: TestedCode[];
  /** The codes of the action for which sending the request again can help, and which nothing handles. */
  unhandledRetries: string[];
}

/** A handler of more calls than this is of none of them in particular. */
const maximumCalls = 8;

/** Returns the calls in a text with the codes that are tested in their reach. */
export async function callsOfFile(engine: Engine, path: string, text: string): Promise<ScannedCall[]> {
  const language = languageByPath(path);
  if (!language) return [];
  const { analyzer } = engine;
  const document = TrackedDocument.of(pathToFileURL(path).href, language.ids[0] ?? "", 1, text);
  try {
    const analysis = await analyzer.analyze(document);
    const calls = await analyzer.callsOf(document);
    if (!calls || calls.all.length === 0) return [];
    const toCodes = workflows.has(language.name) ? codesOfErrorName : (name: string) => [name];
    const tests = testsByCall(analysis, calls, toCodes);
    return calls.all.map((call) =>
      toScanned(call, tests.get(call) ?? [], path, document, analysis.project.catalog),
    );
  } finally {
    analyzer.forget(document);
  }
}

/** A text, or the type of an error, that is tested, with the codes that it stands for. */
interface Test {
  span: Span;
  name: string;
  codes: readonly string[];
  /** Whether it is tested for as the beginning of a code. */
  isPrefix: boolean;
}

/** The names of the languages of workflows. */
const workflows: ReadonlySet<string> = new Set(["YAML", "JSON"]);

/**
 * Returns the codes that are tested in the reach of each call; what is documented for some of the calls there is tested
 * for these alone.
 */
function testsByCall(
  analysis: Analysis,
  calls: DocumentCalls,
  toCodes: (name: string) => readonly string[],
): Map<RecognizedCall, Test[]> {
  const found = new Map<RecognizedCall, Test[]>();
  const { catalog } = analysis.project;
  const add = (test: Test, handled: readonly RecognizedCall[]) => {
    if (test.codes.length === 0 || handled.length > maximumCalls) return;
    const documenting = handled.filter((call) => isDocumented(test, codesOf(catalog, call)));
    for (const call of documenting.length > 0 ? documenting : handled) {
      const list = found.get(call);
      if (list) list.push(test);
      else found.set(call, [test]);
    }
  };
  for (const { literal, evidence } of analysis.literals.filter(isOccurrence)) {
    const handled = testing.has(evidence.kind) ? calls.around(literal.start) : undefined;
    const { text, syntax } = literal;
    const test = { span: literal, name: text, codes: toCodes(text), isPrefix: syntax?.test === "prefix" };
    if (handled) add(test, handled.calls);
  }
  for (const { span, code, calls: handled } of testedTypesIn(analysis))
    add({ span, name: code, codes: [code], isPrefix: false }, handled);
  return found;
}

/** The kinds of evidence by which a code is one that may be answered, rather than one that is returned or defined. */
const testing: ReadonlySet<string> = new Set(["compared", "case", "element", "argument", "contained"]);

function toScanned(
  call: RecognizedCall,
  tests: readonly Test[],
  path: string,
  document: TrackedDocument,
  catalog: Catalog,
): ScannedCall {
  const { provider, service, action, certain } = call;
  const { answers = [] } = answeringAction(call, catalog) ?? {};
  const codes = codesOf(catalog, call);
  const tested = tests.map((test): TestedCode => {
    const { line, character } = rangeOf(document, test.span).start;
    const documented = codes.size === 0 ? null : isDocumented(test, codes);
    return { code: test.name, line, character, documented };
  });
  const isHandled = (code: string) => tests.some((test) => isDocumented(test, new Set([code])));
  const retries = answers.filter(
    ({ code, retry, isDocumented: isOwn }) => retry === "backoff" && isOwn && !isHandled(code),
  );
  const { start, end } = rangeOf(document, call.span);
  return {
    path,
    line: start.line,
    character: start.character,
    endLine: end.line,
    endCharacter: end.character,
    provider,
    service: service ?? null,
    action,
    certain,
    codes: answers.length > 0 ? countsOf(answers).documented : null,
    tested,
    unhandledRetries: retries.map(({ code }) => code),
  };
}

/** Returns the codes that a call can fail with, as far as they are known. */
function codesOf(catalog: Catalog, call: RecognizedCall): ReadonlySet<string> {
  const { answers } = answeringAction(call, catalog) ?? {};
  if (!answers) return noCodes;
  let codes = codesOfAnswers.get(answers);
  if (!codes) {
    codes = new Set(answers.map(({ code }) => code));
    codesOfAnswers.set(answers, codes);
  }
  return codes;
}

const noCodes: ReadonlySet<string> = new Set();

/** The codes of the answers of an action, which each call of it asks for. */
const codesOfAnswers = new WeakMap<readonly ActionAnswer[], ReadonlySet<string>>();

/** Whether a text that is tested is one of some codes, or the beginning of one if that is tested. */
function isDocumented({ codes: tested, isPrefix }: Test, codes: ReadonlySet<string>): boolean {
  return tested.some(
    (text) => codes.has(text) || (isPrefix && [...codes].some((code) => code.startsWith(text))),
  );
}
