import * as v from "valibot";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { readName } from "../../catalog/naming/reading.ts";
import { adviceFor } from "../../catalog/responses/advice/index.ts";
import { errorOfCode, errorsIn, isReport, type ReportedError } from "../../catalog/responses/explanation.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import type { Project } from "../configuration/project.ts";
import { codeFacts, explanationEntries, toCodeFacts, toExplanation } from "./code-facts.ts";
import { projectsAsked, providerNamed } from "./projects-asked.ts";
import { toolOf } from "./tool.ts";

const maximum = { errors: 10, entries: 5, nearest: 5, others: 8 };
/** In UTF-16 units. */
const longestText = 500_000;

const input = v.strictObject({
  text: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longestText),
    v.description(
      "A code alone, or the text of a failure: a response in JSON or XML, an exception, a part of a log.",
    ),
  ),
  provider: v.optional(
    v.pipe(v.string(), v.description("Explain it as a code of this provider, such as tencent-cloud or aws.")),
  ),
});

const explainedError = v.object({
  ...explanationEntries,
  code: v.optional(v.string()),
  provider: v.optional(v.string()),
  /** Whether the code is official. */
  known: v.boolean(),
  /** What shows whose error it is. */
  providerReason: v.optional(v.string()),
  alternatives: v.optional(v.array(v.string())),
  /** What was received. */
  message: v.optional(v.string()),
  requestId: v.optional(v.string()),
  action: v.optional(v.string()),
  codeDocumentedForAction: v.optional(v.picklist(["documented", "every", "undocumented"])),
  advice: v.optional(v.array(v.string())),
});

const output = v.object({
  errors: v.array(explainedError),
  omitted: v.optional(v.number()),
  note: v.optional(v.string()),
  nearest: v.optional(v.array(codeFacts)),
});

/** Explains a code, or the errors that a text reports. */
export const explain = toolOf({
  name: "explain",
  title: "Explain Error Code",
  description:
    "Explains error codes of the APIs of Tencent Cloud, Alibaba Cloud, Baidu AI Cloud, Zenlayer Cloud and AWS, and those of the project's own catalogs: what a code means, its cause, what to do, whether a retry can succeed, and which document states it. Takes a code (AuthFailure.SignatureExpire) or the whole text of a failure (response, exception, log), in which it finds each error with whose it is. Call it when such a call fails, before you guess what the code means, and before you write code that handles or retries it. `retry` is `backoff` (the same request may succeed later), `renew` (after renewing a signature, token or time stamp) or `no`. With `basis: name`, the meaning is only read from the name of the code.",
  input,
  output,
  readsFiles: false,

  async run({ text, provider: name }, context) {
    const projects = await projectsAsked(context);
    const provider = providerNamed(name, projects[0].catalog, context)?.id;
    const code = text.trim();
    const project = projects.find(({ catalog }) => catalog.hasEntry(code)) ?? projects[0];
    const { catalog } = project;
    const isCode = catalog.isOfficial(code) || !isReport(code);
    const language = context.displayLanguage();
    const reported = isCode ? [] : errorsIn(text, project);
    if (reported.length > 0 || !isCode) {
      const errors = reported.slice(0, maximum.errors);
      return {
        errors: errors.map((error) => toExplained(ofProvider(error, provider), catalog, language, true)),
        omitted: reported.length > errors.length ? reported.length - errors.length : undefined,
        note: reported.length > 0 ? undefined : nothingFound,
      };
    }
    return explainCode(code, provider, project, language);
  },
});

const nothingFound =
  "No error was found in the text. Pass the code alone, or the response with its code and message.";

/** Returns the explanations of a code, one for each service that has it; of one that is not official, the nearest codes. */
function explainCode(
  code: string,
  provider: string | undefined,
  project: Project,
  language: DisplayLanguage,
): v.InferInput<typeof output> {
  const { catalog, speller } = project;
  const error = ofProvider(errorOfCode(code, catalog), provider);
  const explained = error.candidates.filter(({ entry }) => entry);
  const shown = explained.slice(0, maximum.entries);
  if (shown.length > 0)
    return {
      errors: shown.map((one) => toExplained({ code, candidates: [one] }, catalog, language, true)),
      omitted: explained.length > shown.length ? explained.length - shown.length : undefined,
    };
  const isOfficial = catalog.isOfficial(code);
  const nearest = isOfficial
    ? []
    : speller.nearest(code).flatMap((suggestion) => catalog.entriesOf(suggestion.code).slice(0, 1));
  return {
    // What the name of a misspelled code says is no knowledge of it.
    errors: [toExplained(error, catalog, language, nearest.length === 0)],
    note: isOfficial ? undefined : "The code is not official. `nearest` has what may be meant.",
    nearest:
      nearest.length > 0
        ? nearest.slice(0, maximum.nearest).map((entry) => toCodeFacts(entry, catalog, language))
        : undefined,
  };
}

/** Returns an error as one of a provider, if it can be that. */
function ofProvider(error: ReportedError, provider: string | undefined): ReportedError {
  const candidates = error.candidates.filter((one) => one.provider === provider);
  return candidates.length > 0 ? { ...error, candidates } : error;
}

function toExplained(
  error: ReportedError,
  catalog: Catalog,
  language: DisplayLanguage,
  isRead: boolean,
): v.InferInput<typeof explainedError> {
  const { code, message, requestId, httpStatus, action, candidates } = error;
  const [best, ...others] = candidates;
  const advice = adviceFor(error);
  const explanation = best?.entry
    ? toExplanation(best.entry, catalog, language)
    : isRead
      ? readFromName(code, catalog, language)
      : {};
  const retry = advice.find((one) => one.retry)?.retry;
  return {
    ...explanation,
    ...(retry ? { retry } : {}),
    code,
    provider: best?.provider,
    service: best?.entry?.service ?? best?.service,
    known: code !== undefined && catalog.isOfficial(code),
    providerReason: error.span && best ? localize(best.reason, language) : undefined,
    alternatives: alternativesTo(others),
    message,
    requestId,
    ...(httpStatus === undefined ? {} : { httpStatus: [httpStatus] }),
    action: action?.action,
    codeDocumentedForAction: action?.answers,
    advice:
      advice.length > 0
        ? advice.map(({ text, command, link }) =>
            [localize(text, language), command, link].filter(Boolean).join(" "),
          )
        : undefined,
  };
}

/** Returns the other services and providers that an error can be of, as `provider/service`. */
function alternativesTo(others: ReportedError["candidates"]): string[] | undefined {
  const names = others.map(({ provider, service }) => (service ? `${provider}/${service}` : provider));
  const distinct = [...new Set(names)];
  return distinct.length > 0 ? distinct.slice(0, maximum.others) : undefined;
}

function readFromName(code: string | undefined, catalog: Catalog, language: DisplayLanguage) {
  const reading = code === undefined ? undefined : readName(code, catalog.concepts);
  if (!reading) return {};
  const { isSure, kind, retry, summary, cause, fix } = reading;
  return {
    basis: "name" as const,
    meaning: localize(summary, language),
    ...(isSure ? { kind, retry } : {}),
    ...(cause ? { cause: localize(cause, language) } : {}),
    ...(fix ? { fix: localize(fix, language) } : {}),
  };
}
