import type { Provider } from "../../model/entry.ts";

/** A name in a text that shows a provider. */
export interface Trace {
  found: string;
  weight: number;
}

interface Names {
  /** Its hosts, packages, headers and exceptions. */
  own: RegExp;
  /** What it is called. */
  aliases: RegExp;
  /** Its products that no other provider has. */
  products: RegExp;
}

const known = new WeakMap<Provider, Names>();

/** Finds traces of providers in texts, in each text once. */
export class Traces {
  readonly #found = new Map<string, Map<Provider, Trace | undefined>>();

  /** Returns what shows in a text, most clearly, that it is of a provider; undefined if nothing does. */
  in(text: string, provider: Provider): Trace | undefined {
    let found = this.#found.get(text);
    if (!found) {
      found = new Map();
      this.#found.set(text, found);
    }
    if (!found.has(provider)) found.set(provider, traceIn(text, provider));
    return found.get(provider);
  }
}

function traceIn(text: string, provider: Provider): Trace | undefined {
  const { own, aliases, products } = namesOf(provider);
  const [host] = own.exec(text) ?? [];
  if (host !== undefined) return { found: host, weight: provider.hosts.includes(host) ? 9 : 8 };
  const [alias] = aliases.exec(text) ?? [];
  if (alias !== undefined) return { found: alias, weight: 6 };
  const [product] = products.exec(text) ?? [];
  return product === undefined ? undefined : { found: product, weight: 5 };
}

function namesOf(provider: Provider): Names {
  let names = known.get(provider);
  if (!names) {
    const { hosts, imports, traces, aliases, id } = provider;
    const packages = imports.map((one) => `${bounded(one)}`);
    const texts = (traces?.texts ?? []).map((one) => `${/^\w/.test(one) ? "(?<!\\w)" : ""}${escaped(one)}`);
    names = {
      own: anyOf([...hosts.map(escaped), ...packages, ...texts]),
      aliases: anyOf([id, ...aliases].map(word), "i"),
      products: anyOf((traces?.products ?? []).map(word), "i"),
    };
    known.set(provider, names);
  }
  return names;
}

/** Returns a pattern of a name; only Latin letters beside Latin ones make another word of it. */
function word(name: string): string {
  return `${/^[a-z]/i.test(name) ? "(?<![a-z])" : ""}${escaped(name)}${/[a-z]$/i.test(name) ? "(?![a-z])" : ""}`;
}

function bounded(name: string): string {
  return `(?<![\\w-])${escaped(name)}(?!\\w)`;
}

function anyOf(patterns: readonly string[], flags = ""): RegExp {
  return new RegExp(patterns.length > 0 ? patterns.join("|") : "(?!)", flags);
}

function escaped(text: string): string {
  return text.replace(/[^\w\s]/gu, "\\$&");
}
