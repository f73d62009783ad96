import type { Catalog } from "../../../catalog/model/catalog.ts";
import { readName } from "../../../catalog/naming/reading.ts";
import type { ReportedError } from "../../../catalog/responses/explanation.ts";
import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import { toJson } from "../terminal/output.ts";

/**
 * Returns the object that `--json` prints for an error. Fields that nothing states are undefined, which JSON leaves out.
 * `isRead` says whether a code that is in no catalog is read by its name: that of a misspelled one is no knowledge of it.
 */
export function toObject(
  error: ReportedError,
  catalog: Catalog,
  lang: DisplayLanguage,
  isRead: boolean,
): object {
  const { code, message, requestId, httpStatus, host, action, span, candidates } = error;
  const [best] = candidates;
  return {
    provider: best?.provider,
    service: best?.service,
    code,
    known: code !== undefined && catalog.isOfficial(code),
    message,
    requestId,
    httpStatus,
    host,
    action,
    span,
    candidates: candidates.map(({ provider, service, reason }) => ({
      provider,
      service,
      reason: localize(reason, lang),
    })),
    entry: best?.entry ? toJson(best.entry, catalog) : isRead ? readCode(code, catalog) : undefined,
  };
}

/** Returns what the name of a code says, in the form of an entry; undefined if that is nothing. */
function readCode(code: string | undefined, catalog: Catalog): object | undefined {
  const reading = code === undefined ? undefined : readName(code, catalog.concepts);
  if (!reading) return undefined;
  const { isSure, concept, kind, retry, summary, cause, fix } = reading;
  return { code, summary, ...(isSure ? { concept, kind, retry } : {}), cause, fix, basis: "name" };
}
