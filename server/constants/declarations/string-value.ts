import type { Token } from "../../syntax/tokens/lexical-grammar.ts";

const escapes: Readonly<Record<string, string>> = { n: "\n", t: " ", r: "", "0": "", b: "", f: "" };

/** Returns what a string says: without its quotes and prefix, and with its escapes replaced. */
export function stringValue({ text }: Token): string {
  const quotes = /^[@$A-Za-z]*(#*)("""|'''|["'`])/.exec(text);
  if (!quotes) return text;
  const [opening, hashes = "", quote = ""] = quotes;
  const inside = text.slice(opening.length, text.length - hashes.length - quote.length);
  const isRaw = /^(?:[a-z]*r|\$?@)/i.test(opening) || quote === "`";
  if (isRaw && quote !== "`") return inside;
  return inside.replace(
    /\\(u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|\r?\n\s*|[\s\S])/gi,
    (_, sign: string, ...hex) => {
      const digits = hex.slice(0, 3).find((one) => one !== undefined);
      if (digits === undefined) return /^\r?\n/.test(sign) ? "" : (escapes[sign] ?? sign);
      const point = Number.parseInt(digits, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    },
  );
}

/** Returns the number that a token writes: `1_002_003`, `0x1F`, `404L`; undefined if it is none. */
export function numberValue(text: string): { text: string; value: number } | undefined {
  const plain = text
    .replace(/_(?=[\da-f])/gi, "")
    .replace(/_?(?:[iu](?:8|16|32|64|size)|[uUlLfFdDmM]{1,3})$/, (suffix) =>
      /^0x/i.test(text) && !/^_?[iul]/i.test(suffix) ? suffix : "",
    );
  if (!/^(?:\d+|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isSafeInteger(value) ? { text: plain, value } : { text: plain, value: Number.NaN };
}
