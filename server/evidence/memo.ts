/** How many texts' answers are kept: a large tree has hundreds of thousands, most of them once. */
const maximumKnown = 20_000;

/** What was found out of texts, as long as there are not too many. */
export class Memo<T> {
  readonly #find: (text: string) => T;
  readonly #found = new Map<string, T>();

  constructor(find: (text: string) => T) {
    this.#find = find;
  }

  get(text: string): T {
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = this.#find(text);
    if (this.#found.size >= maximumKnown) this.#found.clear();
    // A slice would hold the whole document that it was taken out of: one of a text made for it does not.
    this.#found.set(` ${text}`.slice(1), found);
    return found;
  }
}
