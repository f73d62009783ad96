import type { ActionList, KnownActions } from "../../../catalog/model/known-actions.ts";
import { isCode } from "./lists.ts";

/** A row of a vendor's table: an action, and the codes that it answers with. */
export interface ActionRow {
  service: string;
  action: string;
  codes: string[];
}

/** Answers that vendors list among the codes, and that are none. */
const noCodes = new Set(["false", "notexist", "order-service", "success"]);

/** The longest line of a list, in characters; a single word may be longer. */
const lineLength = 120;

/** Reads a table of tab-separated values; rows without codes are left out. */
export function actionRowsOf(table: string): ActionRow[] {
  const [heading = "", ...lines] = table.split(/\r?\n/);
  const columns = heading.split("\t");
  return lines.flatMap((line): ActionRow[] => {
    const cells = line.split("\t");
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? "";
    const codes = cell("codes").split(" ").filter(isActionCode);
    const row = { service: cell("service"), action: cell("action"), codes: [...new Set(codes)].sort() };
    return codes.length > 0 ? [row] : [];
  });
}

/** A host's name can stand where a code should: it is the only one that begins in lower case and has dots. */
function isActionCode(code: string): boolean {
  return isCode(code) && !noCodes.has(code) && !/^[a-z]\w*\.[\w.]+\.com$/.test(code);
}

/** Returns the list of a provider's actions with the rows of a table; what other documents state stays. */
export function actionListsOf({ every, services }: KnownActions, rows: readonly ActionRow[]): string {
  const inTable = Map.groupBy(rows, ({ service }) => service);
  const known = new Map(services.map((one) => [one.service, one]));
  const ids = [...new Set([...inTable.keys(), ...known.keys()])].sort();
  const blocks = ids.map((id) => {
    const { every = [], lists = [] } = known.get(id) ?? {};
    const bySource = Map.groupBy(
      lists.filter(({ source }) => source),
      ({ source }) => source,
    );
    const stated = [...bySource].flatMap(([source, ofSource]) => [
      `source: ${source}`,
      ...ofSource.map(toText),
    ]);
    return [`[${id}]`, ...everyOf(every), ...listsOf(inTable.get(id) ?? []).map(toText), ...stated].join(
      "\n",
    );
  });
  return `${[
    "# Which codes the actions of APIs answer with, by service: see catalog/model/known-actions.ts.",
    ...everyOf(every),
    ...blocks,
  ].join("\n\n")}\n`;
}

function everyOf(codes: readonly string[]): string[] {
  return codes.length > 0 ? [toText({ actions: ["every"], codes: [...codes].sort() })] : [];
}

/** Returns the lists of a service, those with the same codes as one; what all actions have is listed once. */
function listsOf(rows: readonly ActionRow[]): ActionList[] {
  const [first, ...others] = rows;
  const shared = new Set(first && others.length > 0 ? first.codes : []);
  for (const { codes } of others) {
    const own = new Set(codes);
    for (const code of shared) if (!own.has(code)) shared.delete(code);
  }
  const byCodes = Map.groupBy(rows, ({ codes }) => codes.filter((code) => !shared.has(code)).join(" "));
  const lists = [...byCodes].map(([codes, same]) => ({
    actions: same.map(({ action }) => action).sort(),
    codes: codes === "" ? [] : codes.split(" "),
  }));
  lists.sort(({ actions: [a = ""] }, { actions: [b = ""] }) => (a < b ? -1 : 1));
  return [...(shared.size > 0 ? [{ actions: ["*"], codes: [...shared] }] : []), ...lists];
}

function toText({ actions, codes }: ActionList): string {
  const words = codes.map((code, index) => {
    const [family = "", ...below] = code.split(".");
    const isBelow = below.length > 0 && codes[index - 1]?.split(".")[0] === family;
    return isBelow ? code.slice(family.length) : code;
  });
  return filled([...`${actions.join(" ")}:`.split(" "), ...words]);
}

/** Returns words as lines of at most {@link lineLength} characters, of which all but the first begin with spaces. */
function filled(words: readonly string[]): string {
  let text = "";
  let column = 0;
  for (const word of words) {
    const isLong = column + 1 + word.length > lineLength && column > 0;
    text += column === 0 ? word : isLong ? `\n  ${word}` : ` ${word}`;
    column = isLong ? 2 + word.length : column + (column === 0 ? 0 : 1) + word.length;
  }
  return text;
}
