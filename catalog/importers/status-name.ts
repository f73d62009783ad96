import { statusOfPhrase } from "./cells.ts";

/** What libraries call statuses otherwise than HTTP does, without separators. */
const otherNames: Readonly<Record<string, number>> = {
  badgateway: 502,
  entitytoolarge: 413,
  unprocessable: 422,
  toolarge: 413,
  internal: 500,
};

/**
 * Returns the status that code names: `http.StatusNotFound`, `HttpStatus.NOT_FOUND`, `status.HTTP_404_NOT_FOUND`,
 * `SC_CONFLICT`; undefined if the name does not say that it is a status.
 */
export function statusNamed(path: string): number | undefined {
  const names = path.split(/[.:>$\s-]+/).filter((name) => name !== "");
  const last = names.at(-1) ?? "";
  if (!/status|http|^SC_/i.test(path)) return undefined;
  const number = /^HTTP_([1-5]\d\d)(?:_|$)/i.exec(last)?.[1];
  if (number) return Number(number);
  const words = last
    .replace(/^(?:Status|HTTP_STATUS|HTTP|SC)(?=_|[A-Z])_?/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/_+/g, " ")
    .toLowerCase()
    .trim();
  return statusOfPhrase(words) ?? otherNames[words.replaceAll(" ", "")];
}
