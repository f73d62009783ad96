import { fillers, type Meaning, synonyms } from "./synonyms.ts";

/** What a query means, read by the meaning of its words. */
export interface Intent {
  /** Ids of concepts, the likeliest first; empty if only things are named. */
  concepts: readonly string[];
  services: ReadonlySet<string>;
  things: ReadonlySet<string>;
  prefers: ReadonlySet<string>;
}

const meanings = new Map(
  synonyms.flatMap(([words, meaning]) => words.map((word): [string, Meaning] => [word, meaning])),
);
const phrases = [...meanings.keys(), ...fillers].sort((a, b) => b.length - a.length);
/** Longer queries are messages. */
const maximumLength = 60;

/**
 * Reads what a query means. Returns undefined if it has a word that is in no table, or names neither a concept nor a
 * thing; `services` are the ids of all services, which are words, too.
 */
export function intentOf(text: string, services: ReadonlySet<string>): Intent | undefined {
  // A thing or a status alone is what texts are searched for.
  if (text.length > maximumLength || meanings.get(text)?.things || /^\d*$/.test(text)) return undefined;
  const intent = {
    concepts: [] as string[],
    services: new Set<string>(),
    things: new Set<string>(),
    prefers: new Set<string>(),
  };
  let rest = text.trim();
  let isKnown = false;
  while (rest !== "") {
    const word = phrases.find((phrase) => beginsWith(rest, phrase)) ?? serviceIn(rest, services);
    if (word === undefined) return undefined;
    rest = rest.slice(word.length).trimStart();
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
