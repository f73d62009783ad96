import type { Catalog } from "../../catalog/model/catalog.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import { servicesNamedBy } from "../inference/services.ts";
import type { ImportedName } from "./imported-names.ts";

/** Words of the names of clients. */
const clientWords: ReadonlySet<string> = new Set("client cli conn connection sdk svc api".split(" "));
/** Words around the name of a service in the name of a client, of its type or of what creates it. */
const wordsAround: ReadonlySet<string> = new Set(
  "client cli conn connection sdk svc service api amazon aws aliyun ali async sync new get use create with the i".split(
    " ",
  ),
);
/** Functions that create the client of the service that their argument names. */
const creatingCall = /(?:client|resource|service)\(\s*(?:\w+\s*=\s*)?["']([\w-]+)["']/i;

/** What an expression, a type or a name says of a client. */
export interface ClientEvidence {
  /** Whether it is a client of an SDK, or something that an SDK's client is reached through. */
  isClient: boolean;
  /** Whether an imported name of the SDK shows it. */
  isImported: boolean;
  /** Whether an imported name shows that it belongs to the SDK of another provider. */
  isForeign: boolean;
  services: readonly string[];
}

/** Finds out which clients expressions and names stand for, of one provider in one file. */
export class ClientReader {
  readonly #provider: string;
  readonly #imported: ReadonlyMap<string, ImportedName>;
  readonly #catalog: Catalog;
  readonly #byName = new Map<string, ClientEvidence>();

  constructor(provider: string, imported: ReadonlyMap<string, ImportedName>, catalog: Catalog) {
    this.#provider = provider;
    this.#imported = imported;
    this.#catalog = catalog;
  }

  /** Returns what an expression says: the names up to its arguments, and a service that these name. */
  ofExpression(expression: string): ClientEvidence {
    const named = creatingCall.exec(expression)?.[1];
    const callee = /^[^([{]*/.exec(expression)?.[0] ?? "";
    const rest = /^\([^()]*\)((?:\.\w+)+)/.exec(expression.slice(callee.length))?.[1] ?? "";
    const names = (callee + rest).match(/[A-Za-z_]\w*/g) ?? [];
    return merged([
      ...(named
        ? [{ isClient: true, isImported: false, isForeign: false, services: this.#servicesOf(named) }]
        : []),
      ...names.toReversed().map((name) => this.ofName(name)),
    ]);
  }

  /** Returns what one name says. */
  ofName(name: string): ClientEvidence {
    const known = this.#byName.get(name) ?? this.#readName(name);
    this.#byName.set(name, known);
    return known;
  }

  #readName(name: string): ClientEvidence {
    const imported = this.#imported.get(name);
    const isImported = imported?.provider === this.#provider;
    const words = wordsOf(name);
    const core = words.filter((word) => !wordsAround.has(word));
    const services =
      isImported && imported.services.length > 0 ? imported.services : this.#servicesOf(core.join("-"));
    const isClient =
      isImported || words.some((word) => clientWords.has(word)) || (services.length > 0 && core.length < 3);
    return { isClient, isImported, isForeign: imported !== undefined && !isImported, services };
  }

  #servicesOf(segment: string): readonly string[] {
    return segment === "" ? [] : servicesNamedBy(segment, this.#provider, this.#catalog);
  }
}

/** Joins what several names say: the services are those of the first that names any. */
function merged(all: readonly ClientEvidence[]): ClientEvidence {
  return {
    isClient: all.some(({ isClient }) => isClient),
    isImported: all.some(({ isImported }) => isImported),
    isForeign: all.some(({ isForeign }) => isForeign),
    services: all.find(({ services }) => services.length > 0)?.services ?? [],
  };
}
