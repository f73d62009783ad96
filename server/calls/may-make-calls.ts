import type { Catalog } from "../../catalog/model/catalog.ts";
import { idioms } from "./idioms/index.ts";

/** The name of an action as a text. */
const quotedAction =
  /["'`](?:Create|Delete|Describe|Get|List|Modify|Put|Query|Run|Start|Stop|Update)[A-Z]\w+["'`]/;

/** The name of a service, by which a client of it is created. */
const namedClient = /\.(?:client|resource)\(\s*(?:service_name\s*=\s*)?["'][a-z]/;

const patterns = new WeakMap<Catalog, RegExp>();

/**
 * Returns whether a text may call actions of APIs, as far as its words tell, which takes far less than to recognise the
 * calls: it names a package, a host or a command line of a provider, or a service or an action as a text.
 */
export function mayMakeCalls(text: string, catalog: Catalog): boolean {
  let pattern = patterns.get(catalog);
  if (!pattern) {
    pattern = patternOf(catalog);
    patterns.set(catalog, pattern);
  }
  return pattern.test(text) || quotedAction.test(text) || namedClient.test(text);
}

function patternOf(catalog: Catalog): RegExp {
  const names = idioms.flatMap(({ provider, packages, commandLine }) => {
    const { imports = [], hosts = [] } = catalog.provider(provider) ?? {};
    const programs = (commandLine?.programs ?? []).map((program) => `${program} `);
    return [...imports, ...hosts, ...packages, ...programs];
  });
  return new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"));
}
