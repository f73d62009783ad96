import { withoutSeparators } from "../words.ts";
import { KeyFilter, writeKeyFilter } from "./key-filter.ts";
import type { Sections } from "./sections.ts";

const section = "actions.filter";

/** Adds the section that tells which names are those of no action, without the section of the names. */
export function writeActionFilter(
  actions: readonly { action: string }[],
  sections: Map<string, Uint8Array>,
): void {
  writeKeyFilter(sections, section, new Set(actions.map(({ action }) => withoutSeparators(action))));
}

/** Tells quickly that there is no action with a name: most calls in a text are none of an API. */
export class ActionFilter {
  readonly #keys: KeyFilter;

  constructor(sections: Sections) {
    this.#keys = new KeyFilter(sections, section);
  }

  /** Returns whether there can be actions with a name; case and separators do not count. */
  passes(name: string): boolean {
    return this.#keys.passes(withoutSeparators(name));
  }
}
