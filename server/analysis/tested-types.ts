import { withoutSeparators } from "../../catalog/model/words.ts";
import type { RecognizedCall } from "../calls/recognized-call.ts";
import type { Span } from "../documents/span.ts";
import type { Analysis } from "./analysis.ts";
import { answeringAction } from "./handled-actions.ts";

/** A code for which the type of an error stands that code tests, where the failure of calls is handled. */
export interface TestedType {
  /** The name of the type in the text. */
  span: Span;
  /** The code as the provider writes it. */
  code: string;
  /** The calls whose failure is handled there. */
  calls: readonly RecognizedCall[];
}

/**
 * Returns the codes that are tested by the types of errors, in text order, or at one offset alone: a type stands for a code
 * that one of the calls answers with, else for an official one of the provider.
 */
export function testedTypesIn(
  { calls, project: { catalog } }: Pick<Analysis, "calls" | "project">,
  offset?: number,
): TestedType[] {
  if (!calls || calls.all.length === 0) return [];
  const isMeant = ({ start, end }: Span) => offset === undefined || (start <= offset && offset <= end);
  return calls.typedTests
    .filter(({ span }) => isMeant(span))
    .flatMap(({ span, codes }): TestedType[] => {
      const handled = calls.around(span.start);
      if (!handled) return [];
      const answers = handled.calls.flatMap((call) => answeringAction(call, catalog)?.answers ?? []);
      const isAnswered = (code: string) => answers.some((answer) => answer.code === code);
      // What all errors of a service are of is named after it: `S3Exception`.
      const isGeneral = codes.some((code) =>
        handled.calls.some(({ service }) => namesService(code, service)),
      );
      const isOfProvider = (code: string) =>
        !isGeneral &&
        catalog.providersOf(code).some((id) => handled.calls.some(({ provider }) => provider === id));
      const code = codes.find(isAnswered) ?? codes.find(isOfProvider);
      return code === undefined ? [] : [{ span, code, calls: handled.calls }];
    });
}

function namesService(code: string, service: string | undefined): boolean {
  return service !== undefined && code.toLowerCase() === withoutSeparators(service);
}
