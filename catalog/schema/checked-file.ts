import * as v from "valibot";
import { LineCounter } from "yaml";
import { type LocalizedText, localize } from "../text/localized-text.ts";
import { nearestName } from "../text/nearest-name.ts";
import { withoutLoneSurrogates } from "../text/well-formed.ts";
import { DocumentParts, type OffsetPair } from "./document-parts.ts";
import { problemsOf } from "./problem-limit.ts";
import {
  type Fault,
  type Issue,
  isMissingKey,
  isOfKnownKeys,
  type KeyPath,
  messageOf,
  unknownKeyMessage,
} from "./schema-fault.ts";
import { aliasError, syntaxErrorMessage, withoutConsequences } from "./syntax-errors.ts";
import { removeUnfinished } from "./unfinished-values.ts";
import { removeUnknownKeys } from "./unknown-keys.ts";
import { parseYaml } from "./yaml-document.ts";

/**
 * A problem in a file, with its range: zero-based lines, and characters in UTF-16 units. A warning does not keep the
 * file from being used; a hint marks something that can be removed.
 */
export interface Problem {
  path: string;
  line: number;
  character: number;
  endLine: number;
  endCharacter: number;
  severity: "error" | "warning" | "information" | "hint";
  message: LocalizedText;
  /** What stands in the range should likely be this. */
  suggestion?: string;
}

/** A message, with what should stand there instead. */
export interface SuggestingMessage extends LocalizedText {
  suggestion?: string | undefined;
}

/** A parsed and validated file: its value, or undefined if it has errors, and its problems. */
export interface CheckedFile<T> {
  value: T | undefined;
  problems: Problem[];
  /** Whether the file could be read at all: else its problems are those of its syntax. */
  isWellFormed: boolean;
  /** Creates a problem at the part that `keys` lead to, or at the last key itself if `atKey` is true. */
  problem(keys: KeyPath, severity: Problem["severity"], message: SuggestingMessage, atKey?: boolean): Problem;
}

type Schema = v.GenericSchema<unknown, unknown>;

/** Parses YAML or JSON and validates it against a schema; `keys` are the names that are suggested for a misspelled key. */
export function parseWithSchema<S extends Schema>(
  schema: S,
  source: string,
  path: string,
  keys: readonly string[],
): CheckedFile<v.InferOutput<S>> {
  const document = parseYaml(source);
  const lines = lineCounterOf(source);
  const parts = new DocumentParts(document);
  // The parser expects what is missing at the end behind the end.
  const positionAt = (offset: number) => {
    // Between the two characters that end a line, there is no position.
    const at = offset > 0 && source.startsWith("\r\n", offset - 1) ? offset - 1 : offset;
    const { line, col } = lines.linePos(Math.min(at, source.length));
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  };
  const problemAt = (
    [from, to]: OffsetPair,
    severity: Problem["severity"],
    { suggestion, ...message }: SuggestingMessage,
  ): Problem => {
    const end = positionAt(Math.max(from, to));
    const range = { ...positionAt(from), endLine: end.line, endCharacter: end.character };
    return { path, ...range, severity, message, ...(suggestion === undefined ? {} : { suggestion }) };
  };
  const problem: CheckedFile<unknown>["problem"] = (keyPath, severity, message, atKey = false) =>
    problemAt(parts.spanOf(keyPath, atKey), severity, message);
  const syntaxErrors = problemsOf(withoutConsequences(document.errors, source), (error) =>
    problemAt(error.pos, "error", syntaxErrorMessage(error)),
  );
  if (syntaxErrors.length > 0)
    return { value: undefined, problems: syntaxErrors, isWellFormed: false, problem };
  let raw: unknown;
  try {
    // An alias bomb expands during the conversion; the library's own limit turns it into an error.
    raw = withoutLoneSurrogates(document.toJS({ maxAliasCount: 100 }), source);
  } catch {
    return {
      value: undefined,
      problems: [problemAt([0, 0], "error", aliasError)],
      isWellFormed: false,
      problem,
    };
  }
  // Unknown keys are deleted from `raw`, but the messages quote the original values.
  const original = structuredClone(raw);
  const unknown = removeUnknownKeys(schema, raw);
  removeUnfinished(schema, raw);
  const result = v.safeParse(schema, raw);
  const faults = result.success
    ? []
    : result.issues.flatMap((issue) => flattenIssue(issue as unknown as Issue, []));
  const mayQuote = faults.length > 0 && isOfKnownKeys(original, keys);
  const problems = [
    ...problemsOf(unknown, ({ keys: keyPath, free }) => {
      const suggestion = nearestName(String(keyPath.at(-1)), free);
      return problem(keyPath, "warning", { ...unknownKeyMessage(keyPath, suggestion), suggestion }, true);
    }),
    ...problemsOf(faults, (fault) => {
      const keyPath = isMissingKey(fault.issue) ? fault.keys.slice(0, -1) : fault.keys;
      return problem(keyPath, "error", messageOf(fault, mayQuote ? original : undefined));
    }),
  ];
  return { value: result.success ? result.output : undefined, problems, isWellFormed: true, problem };
}

/**
 * Counts the lines of a text as editors do, for which a carriage return alone ends one too: the parser itself does not
 * count those, nor what it cannot parse.
 */
function lineCounterOf(source: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) lines.addNewLine(index + end.length);
  return lines;
}

/** Formats a problem as one line of text, `file:line:column: message` in English, one-based as editors show positions. */
export function formatProblem({ path, line, character, message }: Problem): string {
  return `${path}:${line + 1}:${character + 1}: ${localize(message, "en")}`;
}

/** Creates an error about a file as a whole, positioned at its start. */
export function fileProblem(
  path: string,
  message: LocalizedText,
  severity: Problem["severity"] = "error",
): Problem {
  return { path, line: 0, character: 0, endLine: 0, endCharacter: 0, severity, message };
}

/**
 * Replaces an issue of a union by the issues of its variants that lie deeper, which are more specific. The paths of these
 * are relative to the union.
 */
function flattenIssue(issue: Issue, base: Fault["keys"]): Fault[] {
  const keys = [...base, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const inner = ((issue.issues ?? []) as unknown as Issue[]).flatMap((one) => flattenIssue(one, keys));
  const deeper = inner.filter((fault) => fault.keys.length > keys.length);
  return deeper.length > 0 ? deeper : [{ issue, keys }];
}
