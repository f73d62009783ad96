import { Uri } from "vscode";
import { type DetailsParams, type EntryKey, pageUri } from "../../server/protocol/index.ts";

/** The scheme of the URIs of details pages. */
export const pageScheme = "error-code";

type Response = NonNullable<DetailsParams["response"]>;

/** The lengths in UTF-16 units to which a message and a request id are cut in a URI. */
const maximumMessage = 2000;
const maximumRequestId = 200;

/** Returns the URI of an entry's page, with the message and request id of a concrete response. */
export function pageUriOf(key: EntryKey, response: Response = {}): Uri {
  const { message, requestId } = response;
  const { origin } = key;
  const query = new URLSearchParams({
    ...(origin ? { origin } : {}),
    ...(message ? { message: message.slice(0, maximumMessage) } : {}),
    ...(requestId ? { requestId: requestId.slice(0, maximumRequestId) } : {}),
  });
  return Uri.parse(pageUri(pageScheme, key)).with({ query: query.toString() });
}

/** Returns the parameters of the details request for the URI of a page. */
export function detailsParamsOf({ path, query }: Uri): DetailsParams {
  const [, provider = "", service = "", ...rest] = path.split("/");
  const fields = new URLSearchParams(query);
  const [message, requestId, origin] = [fields.get("message"), fields.get("requestId"), fields.get("origin")];
  const response = { ...(message ? { message } : {}), ...(requestId ? { requestId } : {}) };
  return {
    provider,
    service,
    code: rest.join("/").replace(/\.md$/, ""),
    ...(origin ? { origin } : {}),
    ...(message || requestId ? { response } : {}),
  };
}
