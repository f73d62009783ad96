/** How a language tests an error by its type. Each pattern has one group, with one or more names of types. */
export interface ErrorTypeTests {
  patterns: readonly RegExp[];
  /** Tests of a variable instead, which is declared with the type: `errors.As(err, &target)`. */
  variables?: readonly RegExp[];
}

const caught = /\bcatch\s*\(\s*(?:final\s+)?([\w.$|\\\s]{2,300}?)\s+\$?\w+\s*\)/g;
const instance = /\binstanceof\s+(\\?[A-Za-z_][\w.\\]*)/g;
const kotlinCaught = /\bcatch\s*\(\s*\w+\s*:\s*([\w.]+)/g;

const ecmascript: ErrorTypeTests = { patterns: [instance] };

/** The tests of languages in which SDKs have a type for each code, by the name of the language. */
export const errorTypeTests: Readonly<Record<string, ErrorTypeTests>> = {
  TypeScript: ecmascript,
  TSX: ecmascript,
  JavaScript: ecmascript,
  Vue: ecmascript,
  Svelte: ecmascript,
  Python: {
    patterns: [
      /\bexcept\s+(\(?\s*[\w.][\w.,\s]{0,400}?\)?)\s*(?:\bas\b|:)/g,
      /\bisinstance\(\s*[\w.]+,\s*(\(?\s*[\w.][\w.,\s]{0,400}?)\)/g,
    ],
  },
  Java: { patterns: [caught, instance] },
  Groovy: { patterns: [caught, instance] },
  "C#": {
    patterns: [/\bcatch\s*\(\s*([\w.]+)/g, /\bis\s+([A-Z][\w.]*(?:\s+or\s+[A-Z][\w.]*){0,9})/g],
  },
  PHP: { patterns: [caught, instance] },
  Kotlin: { patterns: [kotlinCaught, /\bis\s+([A-Z][\w.]*)/g] },
  Scala: { patterns: [/\bcase\s+\w+\s*:\s*([A-Z][\w.]*)/g] },
  Ruby: { patterns: [/\brescue\s+([A-Z][\w:,\s]{1,400}?)\s*(?:=>|$|\bthen\b|#)/gm] },
  Go: {
    patterns: [/\bcase\s+([*\w.,\s]{1,300}?):/g, /\.\(\s*(\*[\w.]+)\s*\)/g, /\berrors\.AsType\[([*\w.]+)\]/g],
    variables: [/\berrors\.As\(\s*\w+(?:\.\w+)*\s*,\s*&(\w+)\s*\)/g],
  },
  Rust: { patterns: [/\b[A-Z]\w*Error::([A-Z]\w*)/g, /\.is_([a-z][a-z0-9_]*)\(\)/g] },
};
