import type { Entry } from "../../catalog/model/entry.ts";
import { atOnce } from "../../catalog/model/slices.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import { errorsIn, type ReportedError } from "../../catalog/responses/explanation.ts";
import type { Project } from "../configuration/project.ts";
import {
  type CodeInText,
  type CodesInParams,
  type CodesInResult,
  codesInRequest,
} from "../protocol/index.ts";
import { knownCodesIn } from "../syntax/fallback.ts";
import { itemConverter } from "./code-item.ts";
import { entriesOf } from "./explain.ts";
import type { Feature } from "./feature.ts";
import { projectsOfRequest } from "./project-of-request.ts";

/** The longest text that is searched as a terminal line, and how much is read on each side of it, in UTF-16 units. */
const maximumLine = 4000;
const maximumAround = 4000;

/** Finds codes in the lines of a terminal, with the reader of error responses. */
export const codesInText: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(
      codesInRequest,
      async ({ text, before = "", after = "", ...origin }: CodesInParams): Promise<CodesInResult> => {
        if (text.length > maximumLine) return [];
        const line = { text, before: before.slice(-maximumAround), after: after.slice(0, maximumAround) };
        const found = new Map<string, CodeInText>();
        for (const project of await projectsOfRequest(context, origin)) {
          const toItem = itemConverter(project, context);
          for (const { range, entries, error } of codesIn(line, project))
            if (!found.has(`${range}`))
              found.set(`${range}`, { range, items: entries.map(toItem), ...statedBy(error) });
        }
        return [...found.values()];
      },
    );
  },
};

/** A line with the text around it. */
interface Line {
  text: string;
  before: string;
  after: string;
}

interface FoundCode {
  /** In the line, in UTF-16 units. */
  range: [number, number];
  entries: readonly Entry[];
  /** The error that has this code. */
  error: ReportedError | undefined;
}

/** Returns the known codes in a line: those with a distinctive form, and plain words that are reported as codes. */
function codesIn(line: Line, project: Project): FoundCode[] {
  const { catalog } = project;
  const errors = errorsAt(line, project);
  const distinctive = atOnce(knownCodesIn(line.text, catalog)).map(({ text, start, end }): FoundCode => {
    const ofCode = errors.filter(({ code }) => code === text);
    const error = ofCode.find(({ codeSpan }) => codeSpan?.start === start) ?? ofCode[0];
    const entries = error ? entriesOf(error) : [];
    return { range: [start, end], entries: entries.length > 0 ? entries : catalog.entriesOf(text), error };
  });
  const plain = errors.flatMap((error): FoundCode[] => {
    const { code = "", codeSpan } = error;
    const entries = entriesOf(error);
    if (!codeSpan || entries.length === 0 || isDistinctive(code) || !/^[A-Za-z]/.test(code)) return [];
    return [{ range: [codeSpan.start, codeSpan.end], entries, error }];
  });
  return [...distinctive, ...plain];
}

/** Returns the errors whose codes stand in a line: as the text around it reports them, else as the line alone does. */
function errorsAt({ text, before, after }: Line, project: Project): ReportedError[] {
  if (before === "" && after === "") return errorsIn(text, project);
  const start = before === "" ? 0 : before.length + 1;
  const whole = [before, text, after].filter((part, index) => index === 1 || part !== "").join("\n");
  const around = errorsIn(whole, project).flatMap(({ codeSpan, ...error }) => {
    const span = codeSpan && { start: codeSpan.start - start, end: codeSpan.end - start };
    return span && span.start >= 0 && span.end <= text.length ? [{ ...error, codeSpan: span }] : [];
  });
  const isNew = ({ codeSpan }: ReportedError) =>
    !around.some((one) => one.codeSpan.start === codeSpan?.start);
  return [...around, ...errorsIn(text, project).filter(isNew)];
}

/** Returns what an error states besides its code. */
function statedBy(error: ReportedError | undefined): Omit<CodeInText, "range" | "items"> {
  const { message, requestId, action } = error ?? {};
  return {
    ...(message === undefined ? {} : { message }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(action === undefined ? {} : { action: action.action }),
  };
}
