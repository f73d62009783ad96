import { Uri } from "vscode";
import { type DetailsParams, type EntryKey, pageAddress } from "../../server/protocol/index.ts";

/** The scheme of the addresses of pages. */
export const scheme = "error-code";

type Response = NonNullable<DetailsParams["response"]>;

/** A longer message makes no address. */
const maximumMessage = 2000;

/** The address of an entry's page, with what a concrete response says. */
export function addressOf(key: EntryKey, response: Response = {}): Uri {
  const { message, requestId } = response;
  const { origin } = key;
  const query = new URLSearchParams({
    ...(origin ? { origin } : {}),
    ...(message ? { message: message.slice(0, maximumMessage) } : {}),
    ...(requestId ? { requestId: requestId.slice(0, 200) } : {}),
  });
  return Uri.parse(pageAddress(scheme, key)).with({ query: query.toString() });
}

/** What is to be asked of the server for an address. */
export function paramsOf({ path, query }: Uri): DetailsParams {
  const [, provider = "", service = "", ...rest] = path.split("/");
  const said = new URLSearchParams(query);
  const [message, requestId, origin] = [said.get("message"), said.get("requestId"), said.get("origin")];
  const response = { ...(message ? { message } : {}), ...(requestId ? { requestId } : {}) };
  return {
    provider,
    service,
    code: rest.join("/").replace(/\.md$/, ""),
    ...(origin ? { origin } : {}),
    ...(message || requestId ? { response } : {}),
  };
}
