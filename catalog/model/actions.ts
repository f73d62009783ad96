import { nearestName } from "../text/nearest-name.ts";
import type { Catalog } from "./catalog.ts";
import { type ActionKey, ActionTable } from "./compiled/action-table.ts";
import type { CompiledCatalog } from "./compiled/compiled-catalog.ts";
import type { Action } from "./entry.ts";
import { withoutSeparators } from "./words.ts";

export type { ActionKey } from "./compiled/action-table.ts";

const tables = new WeakMap<CompiledCatalog, ActionTable>();

/**
 * Whether an API has an action of this name, of a provider if one is named. Case and separators do not count. Decodes no
 * codes, and takes some microseconds: it can be asked of every call in a file.
 */
export function isActionName({ layers }: Catalog, name: string, provider?: string): boolean {
  return layers.some(({ table }) => {
    const actions = actionsIn(table);
    const found = actions.named(name);
    return provider === undefined
      ? found.length > 0
      : found.some((action) => actions.providerOf(action) === provider);
  });
}

/** Returns the actions with a name, one for each service that has one, without decoding their codes. */
export function actionKeysNamed({ layers }: Catalog, name: string): ActionKey[] {
  return layers.flatMap(({ table }) => {
    const actions = actionsIn(table);
    return actions.keysOf(actions.named(name));
  });
}

/**
 * Returns the actions of APIs with a name, each with the codes that are documented for it: of every provider and service
 * that has one. Case and separators do not count.
 */
export function actionsNamed(catalog: Catalog, name: string): Action[] {
  return actionKeysNamed(catalog, name).map((key) => ({
    ...key,
    codes: [...codeUsesOf(catalog, key).keys()],
  }));
}

/**
 * Returns the codes that are documented for an action, without those of {@link codesOfEveryAction}; empty if the action is
 * not known.
 */
export function codesOfAction(catalog: Catalog, action: ActionKey): string[] {
  return [...codeUsesOf(catalog, action).keys()];
}

/** Returns the codes of {@link codesOfAction}, and of each for how many actions of the service it is documented. */
export function codeUsesOf(
  { layers }: Catalog,
  { provider, service, action }: ActionKey,
): Map<string, number> {
  for (const { table } of layers) {
    const actions = actionsIn(table);
    const named = actions.named(action);
    const keys = actions.keysOf(named);
    const index = keys.findIndex((one) => one.provider === provider && one.service === service);
    if (index < 0) continue;
    const uses = actions.codesOf(named[index] as number);
    return new Map([...uses].map(([code, count]) => [table.codes.at(code), count]));
  }
  return new Map();
}

/** How many names are offered in place of one that is not known. */
const maximumNear = 3;

/**
 * Returns the names of actions of the services that pass a test which begin with a name, or else the one that is spelled
 * nearly so. Goes through all names.
 */
export function actionNamesNear(
  { layers }: Catalog,
  name: string,
  isMeant: (service: Pick<ActionKey, "provider" | "service">) => boolean,
): string[] {
  const wanted = withoutSeparators(name);
  const names = layers.flatMap(({ table }) => actionsIn(table).namesWhere(isMeant));
  const distinct = [...new Set(names)].map((one) => ({ one, key: withoutSeparators(one) }));
  const longer = distinct.filter(({ key }) => wanted.length > 1 && key.startsWith(wanted));
  if (longer.length > 0) return longer.slice(0, maximumNear).map(({ one }) => one);
  // A slip or two seldom touch both ends of a name.
  const [start, end] = [wanted.slice(0, 3), wanted.slice(-4)];
  const near = distinct.filter(({ key }) => key.startsWith(start) && key.endsWith(end));
  const similar =
    near.length > 0 ? near : distinct.filter(({ key }) => key.startsWith(start) || key.endsWith(end));
  const nearest = nearestName(
    name,
    similar.map(({ one }) => one),
  );
  return nearest === undefined ? [] : [nearest];
}

/** Returns the codes that every action of a service can answer with, such as that of a wrong signature. */
export function codesOfEveryAction(
  { layers }: Catalog,
  provider: string,
  service: string,
): readonly string[] {
  const lists = layers
    .flatMap(({ table }) => table.codesOfEveryAction)
    .filter((one) => one.provider === provider);
  const list = lists.find((one) => one.service === service) ?? lists.find((one) => one.service === undefined);
  return list?.codes ?? [];
}

/** Returns the actions for which a code is documented; those of {@link codesOfEveryAction} can be of any other as well. */
export function actionsWith({ layers }: Catalog, code: string): ActionKey[] {
  return layers.flatMap(({ table }) => {
    const number = table.codeNumber(code);
    const actions = actionsIn(table);
    return number < 0 ? [] : actions.keysOf(actions.actionsWith(number));
  });
}

function actionsIn(table: CompiledCatalog): ActionTable {
  const actions = tables.get(table) ?? new ActionTable(table);
  tables.set(table, actions);
  return actions;
}
