import type { RawFile } from "../schema/schema.ts";

type RawTable = NonNullable<RawFile["tables"]>[string];

/** Names that every object has: the schema of catalog files takes none of them as a key. */
const reserved = new Set(["constructor", "prototype"]);

/** The maximum length of a generated id. */
const maximumLength = 60;

/** The ids by which the rows of a file refer to the tables of documents. */
export class TableIds {
  /** The tables that the file does not have yet, by id. */
  readonly added = new Map<string, RawTable>();
  readonly #tables: Map<string, RawTable>;
  /** The ids by document and section; of several, the first counts. */
  readonly #ids = new Map<string, string>();
  /** The numbers from which on ids may be unused, by the wanted id. */
  readonly #numbers = new Map<string, number>();

  constructor(tables: Readonly<Record<string, RawTable>>) {
    this.#tables = new Map(Object.entries(tables));
    for (const [id, { document, section = "" }] of [...this.#tables].reverse())
      this.#ids.set(keyOf(document, section), id);
  }

  get(id: string): RawTable | undefined {
    return this.#tables.get(id);
  }

  /** Returns the id of the table below a heading of a document, and adds the table if the file does not have it. */
  idOf(document: string, section: string): string {
    const key = keyOf(document, section);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#unusedId(idFrom(section) || idFrom(document) || "table");
    const table = section === "" ? { document } : { document, section };
    this.#tables.set(id, table);
    this.added.set(id, table);
    this.#ids.set(key, id);
    return id;
  }

  #unusedId(wanted: string): string {
    let id = wanted;
    let number = this.#numbers.get(wanted) ?? 2;
    for (; this.#tables.has(id) || reserved.has(id); number++) id = `${wanted}-${number}`;
    this.#numbers.set(wanted, number);
    return id;
  }
}

function keyOf(document: string, section: string): string {
  return JSON.stringify([document, section]);
}

/** Joins the words of a text into an id; returns an empty string if the text is not in Latin script. */
function idFrom(text: string): string {
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return "";
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let id = "";
  for (const word of words) {
    const longer = id === "" ? word.slice(0, maximumLength) : `${id}-${word}`;
    if (longer.length > maximumLength) break;
    id = longer;
  }
  return id;
}
