/** How the SDK of a provider hands on an error's code in a language. */
interface Sdk {
  /** What is to be imported for it, as it stands in code. */
  imports?: string;
  /** The type that is caught. */
  type: string;
  /** The expression for the code of a caught error. */
  value: string;
}

/**
 * How a language handles an error by its code, as data. In the templates `{{code}}` is the code as a literal,
 * `{{type}}` and `{{value}}` are those of the SDK, `{{cases}}` are the cases of a switch, and `{{handle}}`,
 * `{{jitter}}`, `{{renew}}` and `{{report}}` are comments in the reader's language.
 */
export interface SnippetLanguage {
  /** Editor language ids. */
  ids: string[];
  name: string;
  /** Writes a text as a literal. */
  quote: (text: string) => string;
  /** What is taken where nothing is known of a provider's SDK. */
  standard: Sdk;
  /** What is known of SDKs, by provider. */
  sdks: Record<string, Sdk>;
  compare: string;
  switch: string;
  /** One case of the switch, with its line break. */
  case: string;
  /** For each advice on retrying. */
  retry: { backoff: string; renew: string; no: string };
}

/** A text between double quotes, escaped as most languages want it. */
export const doubleQuoted = (text: string): string => JSON.stringify(text);

/** A text between single quotes, in which only these and backslashes are escaped. */
export const singleQuoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
