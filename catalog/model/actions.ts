import type { Catalog } from "./catalog.ts";
import { type ActionKey, ActionTable } from "./compiled/action-table.ts";
import type { CompiledCatalog } from "./compiled/compiled-catalog.ts";
import type { Action } from "./entry.ts";

export type { ActionKey } from "./compiled/action-table.ts";

const tables = new WeakMap<CompiledCatalog, ActionTable>();

/**
 * Whether an API has an action of this name, of a provider if one is named. Case and separators do not count. It decodes
 * no codes: names that mean no action are told apart in about a microsecond.
 */
export function isActionName({ layers }: Catalog, name: string, provider?: string): boolean {
  return layers.some(({ table }) => {
    const actions = actionsIn(table);
    const found = actions.named(name);
    if (provider === undefined) return found.length > 0;
    return found.some((action) => actions.keyOf(action).provider === provider);
  });
}

/** Returns the actions with a name, one for each service that has one, without decoding their codes. */
export function actionKeysNamed({ layers }: Catalog, name: string): ActionKey[] {
  return layers.flatMap(({ table }) => {
    const actions = actionsIn(table);
    return actions.named(name).map((action) => actions.keyOf(action));
  });
}

/**
 * Returns the actions of APIs with a name, each with the codes that are documented for it: of every provider and service
 * that has one. Case and separators do not count.
 */
export function actionsNamed({ layers }: Catalog, name: string): Action[] {
  return layers.flatMap(({ table }) => {
    const actions = actionsIn(table);
    return actions.named(name).map((action) => ({
      ...actions.keyOf(action),
      codes: actions.codesOf(action).map((code) => table.codes.at(code)),
    }));
  });
}

/**
 * Returns the codes that are documented for an action, without those of {@link codesOfEveryAction}; empty if the action is
 * not known.
 */
export function codesOfAction(catalog: Catalog, { provider, service, action }: ActionKey): string[] {
  const found = actionsNamed(catalog, action);
  return found.find((one) => one.provider === provider && one.service === service)?.codes ?? [];
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
    return number < 0 ? [] : actions.actionsWith(number).map((action) => actions.keyOf(action));
  });
}

function actionsIn(table: CompiledCatalog): ActionTable {
  const actions = tables.get(table) ?? new ActionTable(table.sections);
  tables.set(table, actions);
  return actions;
}
