import type { Node } from "web-tree-sitter";
import { wordsOf } from "../../catalog/model/words.ts";
import type { Span } from "../documents/span.ts";
import { type ActionWord, type ActionWords, hasVerb } from "./action-words.ts";
import type { FunctionScope } from "./call-sites.ts";
import type { ClientReader } from "./client-evidence.ts";
import type { ServiceEvidence } from "./service-choice.ts";
import type { Source, SourceValue } from "./source.ts";

/** A text as an argument, also where a call converts it: `StringPointer("DescribeVpcs")`. */
const quotedName = /^(?:\w+\.)?(?:\w*[Ss]tring\w*\()?[@$bru]?["'`](\w+)["'`]\)?\s*$/;
/** A key, or the method that sets one, of the name of an action in what describes a request. */
const actionKey =
  /\b(?:[gs]et)?_?(?:sys)?_?(?:action|api)(?:_?name)?["']?\s*(?:=>|[:=(])\s*(?:\w+\.)?(?:\w*String\w*\()?["'](\w+)["']/i;
/** The same for the service: its name, or a host of it. */
const serviceKey =
  /\b(?:set)?_?(?:sys)?_?(?:product|domain|endpoint)(?:_?name)?["']?\s*(?:=>|[:=(])\s*["'](?:https?:\/\/)?([\w.-]+)["']/i;
/** A call that returns what repeats a call of an action for each page. */
const paginator = /paginator\w*\(\s*["'](\w+)["']/i;
/** Words before the type of an object that is created. */
const beforeTypes = /^(?:await|new|return|const|var|let|final|mut)$/;

/** What names the action that is called, among the arguments of a call. */
export interface FoundRequest {
  action: ActionWord;
  span: Span;
  /** Whether it is the name itself as a text, rather than a request of the action's own type. */
  isText: boolean;
  evidence: ServiceEvidence;
}

/** Finds the requests of one provider among the expressions of a file. */
export class RequestReader {
  readonly #words: ActionWords;
  readonly #clients: ClientReader;
  readonly #source: Source;

  constructor(words: ActionWords, clients: ClientReader, source: Source) {
    this.#words = words;
    this.#clients = clients;
    this.#source = source;
  }

  /** Returns the first request among some expressions; undefined if there is none. */
  among(nodes: readonly Node[], scope: FunctionScope | undefined): FoundRequest | undefined {
    for (const node of nodes) {
      const value = this.#source.valueOf(node, scope);
      const found = this.#typed(value) ?? this.#named(value) ?? this.#setLater(node, value, scope);
      if (found) return found;
    }
    return undefined;
  }

  /** Returns the request of an expression that creates one, or of a variable of such a type. */
  #typed({ text, offset }: SourceValue): FoundRequest | undefined {
    for (const { 0: word, index } of text.matchAll(/[A-Za-z_]\w*/g)) {
      // What stands inside brackets is not the type.
      if (/[({"'`]/.test(text.slice(0, index))) return undefined;
      const action = beforeTypes.test(word) ? undefined : this.#words.of(word);
      if (!action?.isRequest) continue;
      const around = text.slice(0, index + word.length);
      const { isForeign } = this.#clients.ofExpression(around);
      const evidence = this.#servicesOf(around, word);
      return isForeign ? undefined : found(action, offset + index + action.offset, false, evidence);
    }
    return undefined;
  }

  /** Returns the action that a text names: the expression itself, or a key in it. */
  #named({ text, offset }: SourceValue): FoundRequest | undefined {
    const match = quotedName.exec(text) ?? actionKey.exec(text) ?? paginator.exec(text);
    const name = match?.[1] ?? "";
    const action = match && this.#words.of(name);
    if (!action || action.name !== name || action.isRequest) return undefined;
    if (action.services.length === 0 && !(hasVerb(name) && /^[A-Z]|_/.test(name))) return undefined;
    return found(action, offset + match.index + match[0].lastIndexOf(name), true, {
      services: [],
      reason: "text",
    });
  }

  /** Returns the service that is set after a request was created, by name or by host: `request.Product = "Ecs"`. */
  serviceSetFor(node: Node, scope: FunctionScope | undefined): readonly string[] {
    const setting = this.#settingOf(node, serviceKey, scope);
    const name = setting && serviceKey.exec(setting.text)?.[1];
    return name ? this.#clients.servicesOf(wordsOf(name.split(".")[0] ?? "")) : [];
  }

  /** Returns the action whose name is set after the request was created: `request.ApiName = "DescribeVpcs"`. */
  #setLater(
    node: Node,
    { isBound }: SourceValue,
    scope: FunctionScope | undefined,
  ): FoundRequest | undefined {
    const setting = isBound ? this.#settingOf(node, actionKey, scope) : undefined;
    return setting && this.#named({ ...setting, isBound });
  }

  /** Returns the text from where a key of a variable is set, before the variable is passed on. */
  #settingOf(node: Node, key: RegExp, scope: FunctionScope | undefined) {
    const name = /^[&*$]*(\w+)$/.exec(this.#source.textOf(node))?.[1];
    if (name === undefined) return undefined;
    const start = Math.max(scope?.start ?? 0, node.startIndex - maximumDistance);
    const text = this.#source.text.slice(start, node.startIndex);
    const pattern = new RegExp(`(?<![\\w.])${name}\\s*(?:\\.|->|\\[["'])\\s*(?:${key.source})`, "i");
    const at = text.search(pattern);
    return at < 0 ? undefined : { text: text.slice(at), offset: start + at };
  }

  /** Returns the services that the package of a request's type, or its import, names. */
  #servicesOf(expression: string, type: string): ServiceEvidence {
    const imported = this.#clients.importedAs(type);
    const qualifier = expression
      .slice(0, -type.length)
      .match(/\w+/g)
      ?.findLast((word) => !beforeTypes.test(word));
    const services = imported ?? (qualifier === undefined ? [] : this.#clients.ofName(qualifier).services);
    return { services, reason: "request" };
  }
}

/** How far before a call the name of its action is set, in UTF-16 units. */
const maximumDistance = 2000;

function found(action: ActionWord, start: number, isText: boolean, evidence: ServiceEvidence): FoundRequest {
  return { action, span: { start, end: start + action.name.length }, isText, evidence };
}
