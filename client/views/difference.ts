/** The words of a code, with the separators between them; `HTTPError` is the words `HTTP` and `Error`. */
const parts = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]/g;

/** So many UTF-16 units are worth leaving out; the mark for them takes the room of one. */
const minimumShared = 6;

/** Returns what of a code differs from the one that is written: the words at both ends that they share become `…`. */
export function differenceOf(written: string, code: string): string {
  const [before, after] = [written.match(parts) ?? [], code.match(parts) ?? []];
  const most = Math.min(before.length, after.length) - 1;
  const shared = (from: readonly string[], to: readonly string[], limit: number) => {
    const end = to.findIndex((part, index) => index >= limit || part !== from[index]);
    return to.slice(0, Math.max(0, end)).join("").length;
  };
  const start = shared(before, after, most);
  const words = (after.join("").slice(0, start).match(parts) ?? []).length;
  const tail = shared(before.toReversed(), after.toReversed(), most - words);
  const head = start < minimumShared ? 0 : start;
  const end = tail < minimumShared ? 0 : tail;
  return `${head ? "…" : ""}${code.slice(head, code.length - end)}${end ? "…" : ""}`;
}
