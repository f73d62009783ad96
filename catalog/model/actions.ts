import type { Catalog } from "./catalog.ts";
import { type ActionKey, ActionTable } from "./compiled/action-table.ts";
import type { CompiledCatalog } from "./compiled/compiled-catalog.ts";
import type { Action } from "./entry.ts";

const tables = new WeakMap<CompiledCatalog, ActionTable>();

/**
 * Returns the actions of APIs with a name, each with the codes that it can answer with: of every provider and service
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

/** Returns the actions that can answer with a code. */
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
