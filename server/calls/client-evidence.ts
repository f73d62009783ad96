import type { Node } from "web-tree-sitter";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import { servicesNamedBy } from "../inference/services.ts";
import type { ActionWords } from "./action-words.ts";
import type { FunctionScope } from "./call-sites.ts";
import type { ImportedName } from "./imported-names.ts";
import type { Source } from "./source.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words of the names of clients, and words that stand beside the name of a service in such names. */
const clientWords = setOf("client clients cli conn connection sdk svc api");
const wordsBeside = setOf(
  "service amazon aws aliyun ali alicloud tencent qcloud async sync new get use create with the i my mock fake v2 v3",
);
/** Words of the names of what is no client, whatever else is in them. */
const otherWords = setOf(
  `agent attribute attributes builder cache config controller description document error event exception factory handler
   helper input item list manager map model option options output param params record repository request req resource resp
   response result rule store util utils wrapper`,
);
/** Words of the types of clients that name the provider. */
const brands = /amazon|aws|aliyun|alicloud|tencent|qcloud/i;
/** Functions that create the client of the service that their argument names. */
const creatingCall = /(?:client|resource|service)\(\s*(?:\w+\s*=\s*)?["']([\w-]+)["']/i;
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
  services: readonly string[];
}

const nothing: ClientEvidence = {
  isClient: false,
  isNamed: false,
  isSure: false,
  isForeign: false,
  services: [],
};

/** Finds out which clients of one provider the expressions of a file stand for. */
export class ClientReader {
  readonly #words: ActionWords;
  readonly #imported: ReadonlyMap<string, ImportedName>;
  readonly #catalog: Catalog;
  readonly #source: Source;
  readonly #clientTypes: ReadonlySet<string>;
  readonly #byName = new Map<string, ClientEvidence>();

  constructor(
    words: ActionWords,
    imported: ReadonlyMap<string, ImportedName>,
    catalog: Catalog,
    source: Source,
  ) {
    this.#words = words;
    this.#imported = imported;
    this.#catalog = catalog;
    this.#source = source;
    this.#clientTypes = new Set(words.idiom.clientTypes);
  }

  /** Returns what the receiver of a call says, and what the variable stands for that it is. */
  ofReceiver(receiver: Node, scope: FunctionScope | undefined): ClientEvidence {
    const text = this.#source.textOf(receiver);
    if (ownObject.test(text)) return nothing;
    const direct = this.ofExpression(text);
    const binding = this.#source.bindingOf(receiver, scope);
    const expression = binding?.value || binding?.type;
    if (!expression) return direct;
    if (this.#isRequest(expression)) return nothing;
    const bound = this.ofExpression(expression);
    return {
      isClient: direct.isClient || bound.isClient,
      isNamed: direct.isNamed || bound.isNamed,
      isSure: direct.isSure || bound.isSure,
      isForeign: direct.isForeign || bound.isForeign,
      services:
        bound.services.length > 0 && (bound.isSure || direct.services.length === 0)
          ? bound.services
          : direct.services,
    };
  }

  /** Returns what an expression or a type says: by the names up to its arguments, and by a service that these name. */
  ofExpression(expression: string): ClientEvidence {
    const named = creatingCall.exec(expression)?.[1];
    const created = named === undefined ? [] : this.servicesOf(wordsOf(named));
    const names = namesIn(expression);
    const found = names.map((name) => this.ofName(name));
    const last = found.at(-1) ?? nothing;
    const isImported = names.some(
      (name) => this.#imported.get(name)?.provider === this.#words.idiom.provider,
    );
    const isClient = created.length > 0 || last.isClient;
    return {
      isClient,
      isNamed: created.length > 0 || last.isNamed,
      isSure: created.length > 0 || last.isSure || (isImported && isClient),
      isForeign: found.some(({ isForeign }) => isForeign),
      services:
        [created, ...found.toReversed().map(({ services }) => services)].find((all) => all.length > 0) ?? [],
    };
  }

  /** Returns the services of the package from which a name is imported; undefined if it is not imported. */
  importedAs(name: string): readonly string[] | undefined {
    return this.#imported.get(name)?.services;
  }

  /** Returns the services that a name names as a whole, by its beginning or its end. */
  servicesOf(words: readonly string[]): readonly string[] {
    const { provider } = this.#words.idiom;
    for (let length = words.length; length > 0 && length >= words.length - 2; length--)
      for (const part of length === words.length ? [words] : [words.slice(-length), words.slice(0, length)]) {
        const services = servicesNamedBy(part.join(""), provider, this.#catalog);
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
    const isService = servicesNamedBy(core.join(""), this.#words.idiom.provider, this.#catalog).length > 0;
    const isClient = !isOther && (isNamed || isService || this.#clientTypes.has(name) || /^New$/.test(name));
    return {
      isClient,
      isNamed,
      isSure: isClient && (isImported || (isService && brands.test(name) && /^[A-Z]/.test(name))),
      isForeign: imported !== undefined && !isImported,
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
