import type { Node } from "web-tree-sitter";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import type { Span } from "../documents/span.ts";
import type { ProviderMark } from "../inference/marks.ts";
import type { ImportedServices } from "../inference/services.ts";
import { type ActionWord, ActionWords, hasVerb } from "./action-words.ts";
import { type Binding, Bindings } from "./bindings.ts";
import { type CallSite, CallSites } from "./call-sites.ts";
import { type ClientEvidence, ClientReader } from "./client-evidence.ts";
import { idioms } from "./idioms/index.ts";
import { importedNames, importsIn } from "./imported-names.ts";
import type { CallReason, NamedAction, RecognizedCall } from "./recognized-call.ts";

/** What calls are recognised in. */
export interface CallInput {
  text: string;
  root: Node;
  catalog: Catalog;
  /** The marks of providers in the text. */
  marks: readonly ProviderMark[];
  /** The ids of the providers that the document certainly works with. */
  providers: readonly string[];
  importedServices: ImportedServices;
}

/** Words of functions that send a request, or call the action that an argument names. */
const senderWords: ReadonlySet<string> = new Set(
  "send do action request execute call invoke rpc roa process acs paginator paginate command operation perform dispatch".split(
    " ",
  ),
);
/** A key or setter of the name of an action in what describes a request. */
const actionKey =
  /\b(?:set_?)?(?:sys_?)?(?:action|api)(?:_?name)?["']?\s*[:=(]\s*(?:tea\.String\()?["'](\w+)["']/i;
/** How much of a value shows which request it is, in UTF-16 units. */
const maximumRequest = 200;

/** Recognises the calls of one version of a document. */
export class Recognition {
  readonly #input: CallInput;
  readonly #sites: CallSites;
  readonly #bindings: Bindings;
  readonly #providers: readonly ProviderRecognition[];

  constructor(input: CallInput) {
    this.#input = input;
    this.#sites = new CallSites(input.root);
    const imports = importsIn(input.text, input.marks);
    const providers = new Set([...input.providers, ...imports.map(({ provider }) => provider)]);
    const known = idioms.filter(({ provider }) => providers.has(provider));
    const imported = importedNames(input.text, imports, input.catalog);
    this.#bindings = new Bindings(known.length > 0 ? input.text : "");
    this.#providers = known.map((idiom) => ({
      words: new ActionWords(idiom, input.catalog),
      clients: new ClientReader(idiom.provider, imported, input.catalog),
      imported: input.importedServices.get(idiom.provider) ?? [],
    }));
  }

  /** Returns all calls in text order. */
  calls(): RecognizedCall[] {
    if (this.#providers.length === 0) return [];
    const found = new Map<string, RecognizedCall>();
    for (const { 0: word, index } of this.#input.text.matchAll(/[A-Za-z_]\w*/g)) {
      const isSender = senders.has(word);
      const actions = this.#providers.filter(({ words }) => words.of(word));
      if (!isSender && actions.length === 0) continue;
      const span = { start: index, end: index + word.length };
      const call = this.#callAt(word, span, isSender);
      if (call) found.set(`${call.span.start} ${call.span.end}`, call);
    }
    return [...found.values()].sort((a, b) => a.span.start - b.span.start);
  }

  #callAt(word: string, span: Span, isSender: boolean): RecognizedCall | undefined {
    const node = this.#sites.nodeAt(span);
    const site = node && this.#sites.callOf(node);
    if (!node || !site) return undefined;
    const context: SiteContext = { site, node, scope: this.#sites.scopeOf(node) };
    return best(
      this.#providers.map(
        (one) => (isSender ? this.#sentBy(one, context) : undefined) ?? this.#methodCall(one, word, context),
      ),
    );
  }

  /** Returns the call of a method that is named like an action. */
  #methodCall(
    one: ProviderRecognition,
    word: string,
    { site, node, scope }: SiteContext,
  ): RecognizedCall | undefined {
    const action = one.words.of(word);
    if (!action || !site.receiver || one.words.isOwnMethod(action.name)) return undefined;
    if (action.isRequest && !one.words.idiom.methodEndings.some((ending) => word.endsWith(ending)))
      return undefined;
    const client = this.#clientOf(one, site.receiver, scope);
    if (client === "own" || client.isForeign) return undefined;
    const request = this.#requestIn(one, site.arguments, scope);
    const isRequested = request !== undefined && sameName(request.action.name, action.name);
    if (!client.isClient && !isRequested) return undefined;
    const start = node.startIndex + action.offset;
    const names = [{ start, end: start + action.name.length }, ...(isRequested ? [request.span] : [])];
    return this.#decided(one, action, {
      site,
      names,
      reasons: [
        ...(isRequested ? ["request" as const] : []),
        ...(client.isClient ? ["client" as const] : []),
      ],
      services: [isRequested ? request.services : [], client.services],
      isSure: isRequested || client.isImported,
    });
  }

  /** Returns the call of the action that the argument of a sending function names, as a request or as text. */
  #sentBy(one: ProviderRecognition, { site, scope }: SiteContext): RecognizedCall | undefined {
    const texts = site.arguments.map((argument) => this.#valueOf(argument, scope));
    const client = site.receiver ? this.#clientOf(one, site.receiver, scope) : undefined;
    if (client !== "own" && client?.isForeign) return undefined;
    const clientServices = client && client !== "own" ? client.services : [];
    const request = this.#requestIn(one, site.arguments, scope);
    if (request)
      return this.#decided(one, request.action, {
        site,
        names: [request.span],
        reasons: [request.isText ? "text" : "request"],
        services: [request.services, servicesNamedIn(one, texts), clientServices],
        isSure: true,
      });
    return undefined;
  }

  /** Returns the request or the text among arguments that names an action. */
  #requestIn(one: ProviderRecognition, nodes: readonly Node[], scope: Scope) {
    for (const node of nodes) {
      const found = this.#requestOf(one, node, scope);
      if (found) return found;
    }
    return undefined;
  }

  #requestOf(one: ProviderRecognition, node: Node, scope: Scope) {
    const { value, offset, binding } = this.#valueOf(node, scope);
    const quoted = /^(?:\w+\.)?(?:\w*String\w*\()?[@$]?["'`](\w+)["'`]\)?/.exec(value);
    if (quoted) {
      const name = quoted[1] ?? "";
      const action = one.words.of(name);
      if (!action || action.isRequest || action.name !== name) return undefined;
      if (action.services.length === 0 && !hasVerb(name)) return undefined;
      const start = offset + value.indexOf(name);
      return { action, span: { start, end: start + name.length }, services: [], isText: true };
    }
    const head = value.slice(0, maximumRequest);
    for (const { 0: word, index } of head.matchAll(/[A-Za-z_]\w*/g)) {
      const action = one.words.of(word);
      if (!action?.isRequest) {
        if (/^(?:await|new|return|var|let)$/.test(word)) continue;
        if (/[({]/.test(head.slice(0, index))) break;
        continue;
      }
      const start = offset + index + action.offset;
      const { services, isForeign } = one.clients.ofExpression(head);
      if (isForeign) return undefined;
      return { action, span: { start, end: start + action.name.length }, services, isText: false };
    }
    const key = actionKey.exec(value) ?? (binding ? this.#setterOf(node, binding) : undefined);
    const action = key && one.words.of(key[1] ?? "");
    if (!action || !key) return undefined;
    const start = offset + key.index + key[0].lastIndexOf(action.name);
    return { action, span: { start, end: start + action.name.length }, services: [], isText: true };
  }

  /** Returns the action of which the type of a request is named at an offset, outside of calls too. */
  requestAt(offset: number): (NamedAction & { span: Span }) | undefined {
    const { text } = this.#input;
    const start =
      offset - (/\w*$/.exec(text.slice(Math.max(0, offset - maximumRequest), offset))?.[0].length ?? 0);
    const word = /^\w+/.exec(text.slice(start, start + maximumRequest))?.[0] ?? "";
    for (const one of this.#providers) {
      const found = one.words.of(word);
      if (!found?.isRequest) continue;
      const { services: named } = serviceBy(
        found.services,
        [one.clients.ofName(word).services],
        one.imported,
      );
      const service = named.length === 1 ? named[0] : undefined;
      const action = (found.services.find((other) => other.service === service) ?? found.services[0])?.action;
      if (!action) continue;
      const at = start + found.offset;
      return { provider: found.provider, service, action, span: { start: at, end: at + found.name.length } };
    }
    return undefined;
  }

  /** Returns the statement behind the creation of a request that sets the name of its action. */
  #setterOf(_node: Node, _binding: Binding): RegExpExecArray | undefined {
    return undefined;
  }

  /** Returns the source text that an argument stands for: its own, or that of the value of the variable. */
  #valueOf(node: Node, scope: Scope): ArgumentValue {
    const own = { value: this.#text(node), offset: node.startIndex, binding: undefined };
    const name = /^[&*$]*([\w.$>-]+)$/.exec(own.value)?.[1];
    const binding = name && this.#bindings.of(name, node.startIndex, scope);
    if (!binding || binding.value === "")
      return binding ? { ...own, value: binding.type, offset: binding.offset, binding } : own;
    return { value: binding.value, offset: binding.valueOffset, binding };
  }

  #clientOf(one: ProviderRecognition, receiver: Node, scope: Scope): ClientEvidence | "own" {
    const text = this.#text(receiver);
    if (/^\$?(?:this|self|me|super(?:\(\))?)$/.test(text)) return "own";
    const direct = one.clients.ofExpression(text);
    const name = /^[\w.$>@-]+$/.test(text) ? text : undefined;
    const binding = name ? this.#bindings.of(name, receiver.startIndex, scope) : undefined;
    if (!binding) return direct;
    const bound = one.clients.ofExpression(binding.value || binding.type);
    return {
      isClient: direct.isClient || bound.isClient,
      isImported: direct.isImported || bound.isImported,
      isForeign: direct.isForeign || bound.isForeign,
      services: bound.services.length > 0 ? bound.services : direct.services,
    };
  }

  #text({ startIndex, endIndex }: Node): string {
    return this.#input.text.slice(startIndex, Math.min(endIndex, startIndex + 2 * maximumRequest));
  }

  /** Decides on the service, by the strongest of some evidence that names one which has the action. */
  #decided(
    one: ProviderRecognition,
    { provider, name, services: having }: ActionWord,
    { site, names, reasons, services: evidence, isSure }: Evidence,
  ): RecognizedCall | undefined {
    const { services: named, reason } = serviceBy(having, evidence, one.imported);
    if (having.length === 0 && named.length !== 1) return undefined;
    const service = named.length === 1 ? named[0] : undefined;
    const known = having.find((other) => other.service === service);
    return {
      provider,
      service,
      action: known?.action ?? having[0]?.action ?? pascalCase(name),
      isKnown: known !== undefined,
      span: site.span,
      nameSpans: names,
      certain: service !== undefined && isSure && reason !== undefined,
      reasons: [...reasons, ...(reason ? [reason] : [])],
    };
  }
}

type Scope = ReturnType<CallSites["scopeOf"]>;

interface SiteContext {
  site: CallSite;
  node: Node;
  scope: Scope;
}

interface ArgumentValue {
  value: string;
  offset: number;
  binding: Binding | undefined;
}

/** What calls of one provider are recognised by. */
interface ProviderRecognition {
  words: ActionWords;
  clients: ClientReader;
  /** The services that the document imports. */
  imported: readonly string[];
}

interface Evidence {
  site: CallSite;
  names: readonly Span[];
  reasons: readonly CallReason[];
  /** Services, the strongest evidence first. */
  services: readonly (readonly string[])[];
  /** Whether it is beyond doubt that an SDK is called. */
  isSure: boolean;
}

/** Whether the words of a function's name say that it sends a request; each name is looked at once. */
const senders = {
  known: new Map<string, boolean>(),
  has(word: string): boolean {
    let is = this.known.get(word);
    if (is === undefined) {
      is = wordsOf(word).some((one) => senderWords.has(one));
      this.known.set(word, is);
    }
    return is;
  },
};

/** Returns the services that have an action, as far as evidence tells them apart. */
function serviceBy(
  having: ActionWord["services"],
  evidence: readonly (readonly string[])[],
  imported: readonly string[],
): { services: readonly string[]; reason: CallReason | undefined } {
  const all = having.map(({ service }) => service);
  for (const named of evidence) {
    if (named.length === 0) continue;
    const common = all.filter((service) => named.includes(service));
    if (common.length === 1) return { services: common, reason: "client" };
    if (common.length === 0 && named.length === 1) return { services: named, reason: "client" };
  }
  const byImport = all.filter((service) => imported.includes(service));
  if (byImport.length === 1) return { services: byImport, reason: "import" };
  if (all.length === 1) return { services: all, reason: "unique" };
  if (all.length === 0 && imported.length === 1) return { services: imported, reason: "import" };
  return { services: byImport.length > 0 ? byImport : all, reason: undefined };
}

/** Returns the services that texts among the arguments name, such as the product of a generic request. */
function servicesNamedIn(one: ProviderRecognition, values: readonly ArgumentValue[]): string[] {
  return values.flatMap(({ value }) => {
    const text = /^["'`]([\w-]{2,40})["'`]$/.exec(value.trim())?.[1];
    return text === undefined ? [] : one.clients.ofName(text).services;
  });
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase().replace(/_/g, "") === b.toLowerCase().replace(/_/g, "");
}

function pascalCase(name: string): string {
  if (!name.includes("_")) return name.charAt(0).toUpperCase() + name.slice(1);
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Returns the call that the most evidence speaks for. */
function best(calls: readonly (RecognizedCall | undefined)[]): RecognizedCall | undefined {
  const weight = (call: RecognizedCall) =>
    4 * Number(call.certain) + 2 * Number(call.isKnown) + Number(call.service !== undefined);
  return calls
    .filter((call) => call !== undefined)
    .reduce<RecognizedCall | undefined>((a, b) => (a && weight(a) >= weight(b) ? a : b), undefined);
}
