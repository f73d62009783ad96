import { fillers } from "./synonyms/fillers.ts";
import { synonyms } from "./synonyms/index.ts";
import type { Meaning } from "./synonyms/synonyms.ts";

/** What a query means, read by the meaning of its words. */
export interface Intent {
  /** Ids of concepts, the likeliest first; empty if only things are named. */
  concepts: readonly string[];
  services: ReadonlySet<string>;
  things: ReadonlySet<string>;
  prefers: ReadonlySet<string>;
  /** Words that are in no table, all of which the code has. */
  words: ReadonlySet<string>;
}

const meanings = new Map(
  synonyms.flatMap(([words, meaning]) => words.map((word): [string, Meaning] => [word, meaning])),
);
const phrases = [...meanings.keys(), ...fillers].sort((a, b) => b.length - a.length);
/** Longer queries are messages. */
const maximumLength = 60;

/**
 * Reads what a query means. Returns undefined if it names neither a concept nor a thing, or has Chinese that is in no
 * table; `services` are the ids of all services, which are words, too. Where nothing has all the words, those that are
 * in no table count for nothing (`isRelaxed`).
 */
export function intentOf(text: string, services: ReadonlySet<string>, isRelaxed = false): Intent | undefined {
  // A thing or a status alone is what texts are searched for.
  if (text.length > maximumLength || meanings.get(text)?.things || /^\d*$/.test(text)) return undefined;
  const intent = {
    concepts: [] as string[],
    services: new Set<string>(),
    things: new Set<string>(),
    prefers: new Set<string>(),
    words: new Set<string>(),
  };
  let rest = text.trim();
  let isKnown = false;
  while (rest !== "") {
    const known = phrases.find((phrase) => beginsWith(rest, phrase)) ?? serviceIn(rest, services);
    const word = known ?? /^[a-z\d]{2,}/.exec(rest)?.[0];
    if (word === undefined && !isRelaxed) return undefined;
    rest = rest.slice(word?.length ?? 1).trimStart();
    if (word === undefined) continue;
    if (known === undefined && !isRelaxed) intent.words.add(word);
    const meaning = meanings.get(word) ?? (services.has(word) ? { services: [word] } : {});
    isKnown ||= meaning.concepts !== undefined || meaning.things !== undefined;
    for (const service of meaning.services ?? []) intent.services.add(service);
    for (const thing of meaning.things ?? []) intent.things.add(thing);
    for (const word of meaning.prefers ?? []) intent.prefers.add(word);
    intent.concepts.push(...(meaning.concepts ?? []));
  }
  return isKnown ? intent : undefined;
}

function serviceIn(text: string, services: ReadonlySet<string>): string | undefined {
  const [word] = /^[a-z\d]+/.exec(text) ?? [];
  return word !== undefined && services.has(word) ? word : undefined;
}

/** Whether a text begins with a phrase, and not with a longer word. */
function beginsWith(text: string, phrase: string): boolean {
  return text.startsWith(phrase) && !(/[a-z\d]$/.test(phrase) && /[a-z\d]/.test(text.charAt(phrase.length)));
}
