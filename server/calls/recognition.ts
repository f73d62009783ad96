import type { Node } from "web-tree-sitter";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Span } from "../documents/span.ts";
import type { ProviderMark } from "../inference/marks.ts";
import type { ImportedServices } from "../inference/services.ts";
import { languageById } from "../syntax/languages/index.ts";
import { commandLineCalls } from "./command-lines.ts";
import type { Idiom } from "./idioms/idiom.ts";
import { idioms } from "./idioms/index.ts";
import { importedNames, importsIn } from "./imported-names.ts";
import { namesOfOthers } from "./other-types.ts";
import { ProviderCalls, type ShownCall } from "./provider-calls.ts";
import type { NamedAction, RecognizedCall } from "./recognized-call.ts";
import { Source } from "./source.ts";
import { type TypedTest, typedTestsIn } from "./typed-tests.ts";
import { workflowCalls } from "./workflows.ts";

/** What calls are recognised in. */
export interface CallInput {
  text: string;
  languageId: string;
  root: Node;
  catalog: Catalog;
  /** The marks of providers in the text. */
  marks: readonly ProviderMark[];
  /** The ids of the providers that the document works with, with whether that is certain. */
  providers: readonly { provider: string; isCertain: boolean }[];
  importedServices: ImportedServices;
}

/** No name is longer, in UTF-16 units. */
const maximumName = 200;

/** What reads documents that name actions otherwise than by methods and requests, by the name of the language. */
const readers: ReadonlyMap<string, (source: Source, catalog: Catalog) => RecognizedCall[]> = new Map([
  ["Shell", commandLineCalls],
  ["YAML", workflowCalls],
  ["JSON", workflowCalls],
]);

/** Recognises the calls in one version of a document. */
export class Recognition {
  readonly #source: Source;
  readonly #catalog: Catalog;
  readonly #providers: readonly ProviderCalls[];

  constructor({ text, languageId, root, catalog, marks, providers, importedServices }: CallInput) {
    this.#catalog = catalog;
    this.#source = new Source(text, root, languageById(languageId)?.name ?? "");
    const imports = importsIn(text, marks);
    const imported = importedNames(text, imports, catalog);
    const others = namesOfOthers(text, imported);
    this.#providers = idioms.flatMap((idiom) => {
      const inferred = providers.find(({ provider }) => provider === idiom.provider);
      const byName = clientsByName(this.#source, idiom, catalog);
      const isImported =
        imports.some(({ provider }) => provider === idiom.provider) ||
        (providers.length === 0 && byName.length > 0);
      if (!inferred && !isImported) return [];
      const services = [...new Set([...(importedServices.get(idiom.provider) ?? []), ...byName])];
      const isCertain = isImported || inferred?.isCertain === true;
      const file = { idiom, isCertain, services, names: { imported, others } };
      return [new ProviderCalls(file, catalog, this.#source)];
    });
  }

  /** Returns all calls, in text order. */
  calls(): RecognizedCall[] {
    const read = readers.get(this.#source.language);
    if (read) return read(this.#source, this.#catalog);
    if (this.#providers.length === 0) return [];
    const found = new Map<number, RecognizedCall>();
    for (const { 0: word, index } of this.#source.text.matchAll(/[A-Za-z_]\w*/g)) {
      const candidates = this.#providers.filter((one) => one.isCandidate(word));
      const call = candidates.length > 0 ? this.#callAt(word, index, candidates) : undefined;
      // Of two names of one call, the function's comes first.
      if (call && !found.has(call.span.end)) found.set(call.span.end, call);
    }
    const calls = [...found.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return calls.filter((call, index) => !isPartOf(call, calls[index - 1]));
  }

  /** Returns the tests of errors by their types, in text order. */
  typedTests(): TypedTest[] {
    return this.#providers.length > 0 ? typedTestsIn(this.#source) : [];
  }

  /** Returns the action of which the type of a request is named at an offset, in a call or elsewhere. */
  requestAt(offset: number): (NamedAction & { span: Span }) | undefined {
    const { text } = this.#source;
    const before = /\w*$/.exec(text.slice(Math.max(0, offset - maximumName), offset))?.[0] ?? "";
    const start = offset - before.length;
    const word = /^\w+/.exec(text.slice(start, start + maximumName))?.[0] ?? "";
    for (const provider of this.#providers) {
      const named = provider.requestNamed(word);
      if (named) return { ...named, span: { start: start + named.span.start, end: start + named.span.end } };
    }
    return undefined;
  }

  #callAt(word: string, index: number, providers: readonly ProviderCalls[]): RecognizedCall | undefined {
    const { sites } = this.#source;
    const node = sites.nodeAt({ start: index, end: index + word.length });
    const site = node && sites.callOf(node);
    if (!node || !site) return undefined;
    const scope = sites.scopeOf(node);
    const found = providers.map((one) => one.callOf({ word, node, site, scope }));
    return this.#plainest(found.filter((call) => call !== undefined));
  }
  /**
   * Returns the call that the code shows most plainly; of equal ones, the one that is known best. Where a file works with
   * several clouds, and nothing shows of which one a call is, none is certain.
   */
  #plainest(calls: readonly ShownCall[]): RecognizedCall | undefined {
    const most = Math.max(...calls.map(({ shown }) => shown));
    const equal = calls.filter(({ shown }) => shown === most).map(({ call }) => call);
    const surest = equal.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
    if (!surest) return undefined;
    const isOpen = equal.length > 1 || (most === 0 && this.#providers.length > 1);
    return isOpen ? { ...surest, certain: false } : surest;
  }
}

/** Returns the services of a provider by whose names a file creates clients, each once. */
function clientsByName(
  { text, language }: Source,
  { provider, clientsByName: patterns }: Idiom,
  catalog: Catalog,
): string[] {
  const pattern = patterns?.[language];
  const names = new Set([...(pattern ? text.matchAll(pattern) : [])].map(([, name = ""]) => name));
  return [...names].filter((name) =>
    catalog.services.some((one) => one.provider === provider && one.service === name),
  );
}

function weightOf({ certain, isKnown, service }: RecognizedCall): number {
  return 4 * Number(certain) + 2 * Number(isKnown) + Number(service !== undefined);
}

/** Whether a call is the beginning of the one before, by the same name: `getPaginator("x")` of what `paginate()` calls. */
function isPartOf(call: RecognizedCall, before: RecognizedCall | undefined): boolean {
  return before?.span.start === call.span.start && before.nameSpans[0]?.start === call.nameSpans[0]?.start;
}
