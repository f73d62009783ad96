import type { Node } from "web-tree-sitter";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import type { Span } from "../documents/span.ts";
import { type ActionWord, ActionWords } from "./action-words.ts";
import type { CallSite, FunctionScope } from "./call-sites.ts";
import { type ClientEvidence, ClientReader, type NamesInFile } from "./client-evidence.ts";
import type { Idiom } from "./idioms/idiom.ts";
import { typedLanguages } from "./idioms/index.ts";
import type { CallReason, NamedAction, RecognizedCall } from "./recognized-call.ts";
import { RequestReader } from "./requests.ts";
import { chooseService, type ServiceEvidence, withoutGuess } from "./service-choice.ts";
import type { Source } from "./source.ts";

/** What is known of a file, as far as calls of one provider are concerned. */
export interface ProviderInFile {
  idiom: Idiom;
  /** Whether it is certain that the file works with the provider. */
  isCertain: boolean;
  /** The services of the provider that the file imports. */
  services: readonly string[];
  names: NamesInFile;
}

/** A call of one provider, with how plainly the code shows that it is one of this provider. */
export interface ShownCall {
  call: RecognizedCall;
  /** 2: a type or a creation of its SDK; 1: a service of it; 0: nothing but the words of names. */
  shown: number;
}

/** A name in a text that may be that of a called function. */
export interface CandidateName {
  word: string;
  node: Node;
  site: CallSite;
  scope: FunctionScope | undefined;
}

/** Recognises the calls of one provider in a file. */
export class ProviderCalls {
  readonly words: ActionWords;
  readonly #file: ProviderInFile;
  readonly #clients: ClientReader;
  readonly #requests: RequestReader;
  readonly #source: Source;
  /** The services of which the catalog does not have all codes; a star stands for all. */
  readonly #partial: readonly string[];
  readonly #senders = new Map<string, boolean>();

  constructor(file: ProviderInFile, catalog: Catalog, source: Source) {
    this.#file = file;
    this.#source = source;
    this.words = new ActionWords(file.idiom, catalog);
    this.#partial = catalog.provider(file.idiom.provider)?.partial ?? [];
    this.#clients = new ClientReader(this.words, file.names, catalog, source);
    this.#requests = new RequestReader(this.words, this.#clients, source);
  }

  /** Whether a name can be that of a function which calls an action. */
  isCandidate(word: string): boolean {
    return this.words.of(word) !== undefined || this.#isSender(word);
  }

  /** Returns the call that a name makes; undefined if it makes none of this provider. */
  callOf(candidate: CandidateName): ShownCall | undefined {
    return (this.#isSender(candidate.word) ? this.#sent(candidate) : undefined) ?? this.#method(candidate);
  }

  /** Returns the action of which a word is the type of a request, with the span in the word. */
  requestNamed(word: string): (NamedAction & { span: Span }) | undefined {
    const named = this.words.of(word);
    if (!named?.isRequest) return undefined;
    const evidence: ServiceEvidence = { services: this.#clients.importedAs(word) ?? [], reason: "request" };
    const { service } = chooseService(named.services, [evidence], this.#file.services);
    const span = { start: named.offset, end: named.offset + named.name.length };
    return { provider: named.provider, service, action: actionOf(named, service), span };
  }

  /** Returns the call of a method that is named after an action. */
  #method({ word, node, site, scope }: CandidateName): ShownCall | undefined {
    const action = this.words.of(word);
    if (!action || this.words.isOwnMethod(action.name)) return undefined;
    if (action.isRequest && !this.words.isMethod(word)) return undefined;
    const request = this.#requests.among(site.arguments, scope);
    const isRequested = request !== undefined && isSameName(request.action.name, action.name);
    const client = site.receiver && this.#clients.ofReceiver(site.receiver, scope);
    if (client?.isForeign || (!client?.isClient && !(isRequested && (client || action.isRequest))))
      return undefined;
    if (!isRequested && (client?.isOther || (client && this.#isWrapper(client, site)))) return undefined;
    if (!isRequested && client && this.#isCommonWord(action, client)) return undefined;
    const isKnown = action.services.some(
      ({ service }) => !client || client.services.length === 0 || client.services.includes(service),
    );
    if (!isKnown && !isRequested && !this.#canBeUnknown(action, site, client)) return undefined;
    const start = node.startIndex + action.offset;
    const names = [{ start, end: start + action.name.length }, ...(isRequested ? [request.span] : [])];
    const isNamedClient = client?.isClient === true && isKnown && !typedLanguages.has(this.#source.language);
    const evidence = [
      ...(isRequested ? [request.evidence] : []),
      { services: client?.services ?? [], reason: "client" as const },
    ];
    const reasons: CallReason[] = isRequested ? ["request"] : ["client"];
    const isSure = isRequested || client?.isSure === true || isNamedClient;
    return this.#decided(action, { site, names, reasons, evidence, isSure, client });
  }

  /** Returns the call of the action that the argument of a sending function names, as a request or as a text. */
  #sent({ word, site, scope }: CandidateName): ShownCall | undefined {
    const client = site.receiver && this.#clients.ofReceiver(site.receiver, scope);
    if (client?.isForeign || this.#isExpectation(site)) return undefined;
    const sent = site.receiver && this.words.sendsReceiver(word) ? [site.receiver] : [];
    const request = this.#requests.among([...site.arguments, ...sent], scope);
    if (!request) return undefined;
    const isPlausible = !request.isText || client?.isClient || request.action.services.length > 0;
    if (!isPlausible) return undefined;
    const evidence: ServiceEvidence[] = [
      request.evidence,
      { services: this.#servicesIn(site, scope), reason: "argument" },
      { services: client?.services ?? [], reason: "client" },
    ];
    const reasons: CallReason[] = [request.isText ? "text" : "request"];
    const names = [request.span];
    return this.#decided(request.action, { site, names, reasons, evidence, isSure: true, client });
  }

  /** Returns the services that texts among the arguments of a call name, such as the product of a generic request. */
  #servicesIn(site: CallSite, scope: FunctionScope | undefined): readonly string[] {
    for (const argument of site.arguments) {
      const { text } = this.#source.valueOf(argument, scope);
      const name = /^["'`]([\w-]{2,40})["'`]$/.exec(text.trim())?.[1];
      const services = name === undefined ? [] : this.#clients.servicesOf(wordsOf(name));
      if (services.length > 0) return services;
      const set = this.#requests.serviceSetFor(argument, scope);
      if (set.length > 0) return set;
    }
    return [];
  }

  /**
   * Whether a name of one word is called on something that shows no more than that it is a client or a connection, of a
   * database as well as of a cloud: `conn.scan()`.
   */
  #isCommonWord({ name, services }: ActionWord, client: ClientEvidence): boolean {
    if (wordsOf(name).length > 1 || client.isSure || client.services.length > 0) return false;
    return !services.some(({ service }) => this.#file.services.includes(service));
  }

  /** Whether a call tells a mock what to expect or do rather than sending something: `m.ctrl.Call(m, "DescribeDisks")`. */
  #isExpectation({ receiver }: CallSite): boolean {
    return (
      receiver !== undefined && /(?:mock\w*|\bctrl|\bassert|\bpatches)$/i.test(this.#source.textOf(receiver))
    );
  }

  /** Whether a receiver is an object of the program's own around a client: a service, where an SDK calls none so. */
  #isWrapper({ isSure }: ClientEvidence, { receiver }: CallSite): boolean {
    if (isSure || !receiver || !typedLanguages.has(this.#source.language)) return false;
    return /service$/i.test(this.#source.textOf(receiver));
  }

  /**
   * Whether a call on a client can be one of an action that the catalog does not have: in languages in which requests
   * have types, it would take one; elsewhere, what else is called so has a receiver with another name.
   */
  #canBeUnknown({ name }: ActionWord, { isCalled }: CallSite, client: ClientEvidence | undefined): boolean {
    const [verb = ""] = wordsOf(name);
    if (!client || !isCalled || /^(?:set|add|upload|download)$/.test(verb)) return false;
    if (typedLanguages.has(this.#source.language)) {
      // In Go, an interface of one's own often stands for a client: `EC2API`.
      const isInterface = this.#source.language === "Go" && client.isNamed && client.services.length > 0;
      return (client.isSure || isInterface) && verb !== "get";
    }
    return client.isSure || client.isNamed || client.services.length > 0;
  }

  /** Whether the type of a request is imported from the SDK, by itself or with its package. */
  #isImported(names: readonly Span[]): boolean {
    return names.some(({ start, end }) => {
      const { text } = this.#source;
      const before = /[\w.]*$/.exec(text.slice(Math.max(0, start - maximumType), start))?.[0] ?? "";
      const type = `${before}${/^\w*/.exec(text.slice(start, end + maximumType))?.[0]}`;
      return type.split(".").some((name) => this.#clients.importedAs(name) !== undefined);
    });
  }

  /** Whether the catalog does not know all actions of a service, so that one that it does not have can be certain. */
  #isPartial(service: string): boolean {
    return this.#partial.some((one) => one === "*" || one === service);
  }

  #isSender(word: string): boolean {
    let is = this.#senders.get(word);
    if (is === undefined) {
      is = wordsOf(word).some((one) => this.words.idiom.senderWords.includes(one));
      this.#senders.set(word, is);
    }
    return is;
  }

  #decided(
    action: ActionWord,
    { site, names, reasons, evidence, isSure, client }: CallEvidence,
  ): ShownCall | undefined {
    const { services: imported } = this.#file;
    const choice = chooseService(action.services, evidence, imported);
    const isOfUnknown = client?.isOfUnknown === true && !reasons.includes("request");
    const storage = this.words.idiom.storage.service;
    const { service, reason } = withoutGuess(choice, action.name, { storage, imported, isOfUnknown });
    const isKnown = action.services.some((one) => one.service === service);
    if (!this.#file.isCertain && !isKnown) return undefined;
    const call: RecognizedCall = {
      provider: action.provider,
      service,
      action: actionOf(action, service),
      isKnown,
      span: site.span,
      nameSpans: names,
      certain:
        service !== undefined && isSure && this.#file.isCertain && (isKnown || this.#isPartial(service)),
      reasons: [...new Set([...reasons, ...(reason ? [reason] : [])])],
    };
    const isOfService = evidence.some(({ services }) => services.length > 0);
    return { call, shown: client?.isSure || this.#isImported(names) ? 2 : Number(isOfService) };
  }
}

/** How much of a type is read around the name of an action in it, in UTF-16 units. */
const maximumType = 100;

/** What speaks for a call. */
interface CallEvidence {
  site: CallSite;
  names: readonly Span[];
  reasons: readonly CallReason[];
  /** What names the service, the strongest first. */
  evidence: readonly ServiceEvidence[];
  /** Whether it is beyond doubt that an SDK is called. */
  isSure: boolean;
  client: ClientEvidence | undefined;
}

/** Returns the name of an action as a service has it; as its words give it if no service is known to have it. */
export function actionOf(
  { name, services }: Pick<ActionWord, "name" | "services">,
  service: string | undefined,
): string {
  const known = services.find((one) => one.service === service) ?? services[0];
  if (known) return known.action;
  return name.replace(/(?:^|[_-]+)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function isSameName(a: string, b: string): boolean {
  return withoutSeparators(a) === withoutSeparators(b);
}
