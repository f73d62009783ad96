import type { Node } from "web-tree-sitter";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import { servicesNamedBy } from "../inference/services.ts";
import type { ActionWords } from "./action-words.ts";
import type { Binding } from "./bindings.ts";
import type { FunctionScope } from "./call-sites.ts";
import type { ImportedName } from "./imported-names.ts";
import { isStandIn } from "./other-types.ts";
import type { Source } from "./source.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words of the names of clients, and words that stand beside the name of a service in such names. */
const clientWords = setOf("client clients cli conn connection sdk svc api");
const wordsBeside = setOf(
  "service interface iface amazon aws aliyun ali alicloud tencent qcloud async sync new get use create with the i my v2 v3",
);
/** Words of the names of what is no client, whatever else is in them: what stands for one in a test calls nothing. */
const otherWords = setOf(
  `agent attribute attributes builder cache config controller description document dummy error event exception factory
   fake handler helper input item list manager map mock model option options output param params record recorder
   repository request req resource resp response result rule spy store stub util utils wrapper`,
);
/** Words of the types of clients that name the provider. */
const brands = /amazon|aws|aliyun|alicloud|tencent|qcloud/i;
/** Functions that create the client of the service that one of their first arguments names. */
const creatingCall = /(?:client|resource|service)\(\s*(?:[\w.]+,\s*){0,3}(?:\w+\s*=\s*)?["']([\w-]+)["']/i;
/** An object that calls a method of its own. */
const ownObject = /^\$?(?:this|self|me|super(?:\(\))?)$/;

/** What an expression, a type or a name says of a client. */
export interface ClientEvidence {
  isClient: boolean;
  /** Whether a name says so rather than the name of a service. */
  isNamed: boolean;
  /** Whether it is beyond doubt that it is a client of an SDK: by an imported type, or by what creates it. */
  isSure: boolean;
  /** Whether it belongs to the SDK of another provider. */
  isForeign: boolean;
  /** Whether its type, or what creates it, visibly belongs to no SDK of a known cloud. */
  isOther: boolean;
  /** Whether it is named a client of something that is no service: `mnsClient`, if no service is called so. */
  isOfUnknown: boolean;
  services: readonly string[];
}

const nothing: ClientEvidence = {
  isClient: false,
  isNamed: false,
  isSure: false,
  isForeign: false,
  isOther: false,
  isOfUnknown: false,
  services: [],
};

/** What the names of a file are known to belong to. */
export interface NamesInFile {
  /** Those that it imports of SDKs. */
  imported: ReadonlyMap<string, ImportedName>;
  /** Those of types and packages that belong to no SDK of a known cloud. */
  others: ReadonlySet<string>;
}

/** Finds out which clients of one provider the expressions of a file stand for. */
export class ClientReader {
  readonly #words: ActionWords;
  readonly #imported: ReadonlyMap<string, ImportedName>;
  readonly #others: ReadonlySet<string>;
  readonly #catalog: Catalog;
  readonly #source: Source;
  readonly #clientTypes: ReadonlySet<string>;
  readonly #byName = new Map<string, ClientEvidence>();

  constructor(words: ActionWords, { imported, others }: NamesInFile, catalog: Catalog, source: Source) {
    this.#words = words;
    this.#imported = imported;
    this.#others = others;
    this.#catalog = catalog;
    this.#source = source;
    this.#clientTypes = new Set(words.idiom.clientTypes);
  }

  /** Returns what the receiver of a call says, and what the variable stands for that it is. */
  ofReceiver(receiver: Node, scope: FunctionScope | undefined): ClientEvidence {
    const text = this.#source.textOf(receiver);
    if (ownObject.test(text)) return nothing;
    const direct = this.ofExpression(text);
    const binding = this.#createdBy(this.#source.bindingOf(receiver, scope));
    const expression = binding?.value || binding?.type;
    if (!binding || !expression) return direct;
    if (this.#isRequest(expression)) return nothing;
    const bound = this.#ofBinding(expression, binding.offset);
    const isOther = this.#isOtherType(binding.type);
    return {
      isClient: direct.isClient || bound.isClient,
      isNamed: direct.isNamed || bound.isNamed,
      isSure: direct.isSure || bound.isSure,
      isForeign: direct.isForeign || bound.isForeign,
      isOther: direct.isOther || bound.isOther || isOther,
      isOfUnknown: direct.isOfUnknown && bound.services.length === 0,
      services:
        bound.services.length > 0 && (bound.isSure || direct.services.length === 0)
          ? bound.services
          : direct.services,
    };
  }

  /** Follows a variable to the one that is assigned to it: `this.client = client`. */
  #createdBy(binding: Binding | undefined): Binding | undefined {
    const name = /^[\w$]+(?=;?$)/.exec(binding?.value ?? "")?.[0];
    if (!binding || name === undefined || binding.type !== "") return binding;
    const other = this.#source.bindingAt(name, binding.offset, undefined);
    return other && other.offset < binding.offset ? other : binding;
  }

  /** Returns what the value of a variable says, also by what the first of its names stands for: `db.Table("t")`. */
  #ofBinding(expression: string, offset: number): ClientEvidence {
    const evidence = this.ofExpression(expression);
    const [name = "", ...more] = namesIn(expression);
    if (this.#imported.has(name) || this.#others.has(name)) return evidence;
    const first = this.#source.bindingAt(name, offset, undefined);
    if (!first?.value || first.offset >= offset) return evidence;
    const { isForeign, isOther, isSure, services } = this.ofExpression(first.value);
    return {
      ...evidence,
      isForeign: evidence.isForeign || isForeign,
      isOther: evidence.isOther || (isOther && more.length === 0),
      isSure: evidence.isSure || (isSure && evidence.isClient),
      services: evidence.services.length > 0 ? evidence.services : services,
    };
  }

  /** Whether a declared type belongs to no SDK; each package of Go that is named must be imported. */
  #isOtherType(type: string): boolean {
    const [qualifier = "", ...more] = namesIn(type);
    if (this.#source.language !== "Go" || more.length !== 1 || this.#isInterface(more[0] ?? "")) return false;
    return !this.#imported.has(qualifier);
  }

  /** Whether the names of an expression create an object of a type that belongs to no SDK, or are such a type. */
  #isOfOthers(names: readonly string[]): boolean {
    if (names.some(isStandIn)) return true;
    const [first = "", last = first] = [names[0], names.at(-1)];
    // A package of one's own that is named after an SDK often stands for it: `import AWS from "./aws"`.
    const isPackage = names.length > 1 && brands.test(first);
    return this.#others.has(first) && !isPackage && /^[A-Z]/.test(last) && !this.#isInterface(last);
  }

  /** Whether a type may be an interface of one's own for the client of a service, as is usual in Go: `ECSInterface`. */
  #isInterface(type: string): boolean {
    return this.#source.language === "Go" && this.ofName(type).services.length > 0;
  }

  /** Returns the provider to whose packages a qualified name belongs: `com.amazonaws.services.s3.AmazonS3`. */
  #providerOf(expression: string): string | undefined {
    if (!/^(?:new\s+)?(?:[a-z]\w*\.[\w.]*[A-Z]|\\?\w+\\)/.test(expression)) return undefined;
    const path = expression.replace(/^new\s+/, "").replace(/^\\/, "");
    const isIn = (one: string) => path.startsWith(`${one}.`) || path.startsWith(`${one}\\`);
    return this.#catalog.providers.find(({ imports }) => imports.some(isIn))?.id;
  }

  /** Returns what an expression or a type says: by the names up to its arguments, and by a service that these name. */
  ofExpression(expression: string): ClientEvidence {
    const named = creatingCall.exec(expression)?.[1];
    const created = named === undefined ? [] : this.servicesOf(wordsOf(named));
    const names = namesIn(expression);
    const found = names.map((name) => this.ofName(name));
    const last = found.at(-1) ?? nothing;
    const { provider } = this.#words.idiom;
    const qualified = this.#providerOf(expression);
    const isImported =
      qualified === provider || names.some((name) => this.#imported.get(name)?.provider === provider);
    const isClient = created.length > 0 || last.isClient;
    return {
      isClient,
      isNamed: created.length > 0 || last.isNamed,
      isSure: created.length > 0 || last.isSure || (isImported && isClient),
      isForeign:
        (qualified !== undefined && qualified !== provider) || found.some(({ isForeign }) => isForeign),
      isOther: this.#isOfOthers(names),
      isOfUnknown: last.isOfUnknown && created.length === 0,
      services:
        [created, ...found.toReversed().map(({ services }) => services)].find((all) => all.length > 0) ?? [],
    };
  }

  /** Returns the services of the provider's package from which a name is imported; undefined if it is not imported. */
  importedAs(name: string): readonly string[] | undefined {
    const imported = this.#imported.get(name);
    return imported?.provider === this.#words.idiom.provider ? imported.services : undefined;
  }

  /** Returns the services that a name names as a whole, by its beginning or its end. */
  servicesOf(words: readonly string[]): readonly string[] {
    const { provider, serviceNames } = this.#words.idiom;
    for (let length = words.length; length > 0 && length >= words.length - 2; length--)
      for (const part of length === words.length ? [words] : [words.slice(-length), words.slice(0, length)]) {
        const name = part.join("");
        const services = servicesNamedBy(serviceNames[name] ?? name, provider, this.#catalog);
        if (services.length > 0) return services;
      }
    return [];
  }

  /** Returns what one name says. */
  ofName(name: string): ClientEvidence {
    const known = this.#byName.get(name) ?? this.#readName(name);
    this.#byName.set(name, known);
    return known;
  }

  #readName(name: string): ClientEvidence {
    const imported = this.#imported.get(name);
    const isImported = imported?.provider === this.#words.idiom.provider;
    const words = wordsOf(name);
    const core = words.filter((word) => !wordsBeside.has(word) && !clientWords.has(word));
    const ofName = core.length === words.length && words.length > 3 ? [] : this.servicesOf(core);
    const services = isImported && imported.services.length > 0 ? imported.services : ofName;
    const isOther = words.some((word) => otherWords.has(word)) || this.#isRequest(name);
    const isNamed = !isOther && words.some((word) => clientWords.has(word));
    const { provider, serviceNames } = this.#words.idiom;
    const ofCore = serviceNames[core.join("")] ?? core.join("");
    const isService = servicesNamedBy(ofCore, provider, this.#catalog).length > 0;
    // A namespace is imported as a whole: `using Aliyun.OSS;`, then `OssClient`.
    const isOfNamespace = this.#source.language === "C#" && isNamed;
    const isClient = !isOther && (isNamed || isService || this.#clientTypes.has(name) || /^New$/.test(name));
    return {
      isClient,
      isNamed,
      isSure:
        isClient &&
        (isImported || (isService && (isOfNamespace || brands.test(name)) && /^[A-Z]/.test(name))),
      isForeign: imported !== undefined && !isImported,
      isOther: this.#others.has(name) && /^[A-Z]/.test(name),
      isOfUnknown: isNamed && core.length > 0 && services.length === 0,
      services,
    };
  }

  #isRequest(expression: string): boolean {
    return namesIn(expression).some((name) => this.#words.of(name)?.isRequest === true);
  }
}

/** Returns the names of an expression before its arguments, and of the calls that follow them. */
function namesIn(expression: string): string[] {
  let callee = expression.replace(/^(?:await|new|return)\s+/, "");
  // Arguments can be nested a few times.
  for (let depth = 0; depth < 3; depth++) callee = callee.replace(/\([^()]*\)|\[[^[\]]*\]|<[^<>]*>/g, "");
  return /^[^([{,;]*/.exec(callee)?.[0].match(/[A-Za-z_]\w*/g) ?? [];
}
