import { Uri } from "vscode";
import { type DetailsParams, type EntryKey, fieldsOfPage, pageUri } from "../../server/protocol/index.ts";

/** The scheme of the URIs of details pages. */
export const pageScheme = "error-code";

type Response = NonNullable<DetailsParams["response"]>;

/** The lengths in UTF-16 units to which a message, and a request id or the name of an action, are cut in a URI. */
const maximumMessage = 2000;
const maximumName = 200;

/** Returns the URI of an entry's page, with the message, the request id and the action of a concrete response. */
export function pageUriOf(key: EntryKey, response: Response = {}): Uri {
  const { message, requestId, action } = response;
  const query = new URLSearchParams({
    ...fieldsOfPage(key),
    ...(message ? { message: message.slice(0, maximumMessage) } : {}),
    ...(requestId ? { requestId: requestId.slice(0, maximumName) } : {}),
    ...(action ? { action: action.slice(0, maximumName) } : {}),
  });
  return Uri.parse(pageUri(pageScheme, key)).with({ query: query.toString() });
}

/** Returns the parameters of the details request for the URI of a page. */
export function detailsParamsOf({ path, query }: Uri): DetailsParams {
  const [, provider = "", ...names] = path.split("/");
  const fields = new URLSearchParams(query);
  const origin = fields.get("origin");
  const service = fields.get("service") ?? names.shift() ?? "";
  const response: Response = Object.fromEntries(
    ["message", "requestId", "action"].flatMap((name) => {
      const value = fields.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  return {
    provider,
    service,
    code: names.join("/"),
    ...(origin ? { origin } : {}),
    ...(Object.keys(response).length > 0 ? { response } : {}),
  };
}
