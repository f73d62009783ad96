/** What words of a query stand for. */
export interface Meaning {
  /** Ids of concepts, the one that is meant most often first. */
  concepts?: readonly string[];
  /** Ids of services, of any provider. */
  services?: readonly string[];
  /** Words of which a code has one. */
  things?: readonly string[];
  /** Words of which the code that is meant first has one. */
  prefers?: readonly string[];
}

/** Words that people type, in both languages, and what they mean by them; longer ones are read before shorter ones. */
export type Synonyms = readonly (readonly [words: readonly string[], meaning: Meaning])[];
