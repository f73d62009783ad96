/** How a provider's SDK exposes the code of an error in a language. */
export interface Sdk {
  /** The import statement that it needs, verbatim. */
  imports?: string;
  /** The type to catch. */
  type: string;
  /** The expression for the code of a caught error. */
  value: string;
}

/**
 * The code templates for handling an error by its code in a language. In the templates `{{code}}` is the code as a literal,
 * `{{type}}` and `{{value}}` come from the SDK, `{{cases}}` are the cases of a switch, and `{{handle}}`,
 * `{{jitter}}`, `{{renew}}` and `{{report}}` are comments in the display language.
 */
export interface SnippetLanguage {
  /** Editor language ids. */
  ids: string[];
  name: string;
  /** Quotes a text as a string literal. */
  quote: (text: string) => string;
  /** Used for providers without an SDK in `sdks`. */
  fallbackSdk: Sdk;
  /** The SDKs by provider id. */
  sdks: Record<string, Sdk>;
  compare: string;
  switch: string;
  /** One case of `switch`, with its line break. */
  case: string;
  /** One template for each kind of retry advice. */
  retry: { backoff: string; renew: string; no: string };
}
