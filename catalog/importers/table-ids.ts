import type { RawFile } from "../model/schema.ts";

type RawTable = NonNullable<RawFile["tables"]>[string];

const longest = 60;

/** The ids by which the rows of a file name the tables of documents. */
export class TableIds {
  /** The tables that the file did not have. */
  readonly added = new Map<string, RawTable>();
  readonly #tables: Map<string, RawTable>;

  constructor(tables: Readonly<Record<string, RawTable>>) {
    this.#tables = new Map(Object.entries(tables));
  }

  get(id: string): RawTable | undefined {
    return this.#tables.get(id);
  }

  /** The id of the table under a heading of a document, a new one if need be. */
  idOf(document: string, section: string): string {
    for (const [id, table] of this.#tables) {
      if (table.document === document && (table.section ?? "") === section) return id;
    }
    const id = this.#free(idFrom(section) || idFrom(document) || "table");
    const table = section === "" ? { document } : { document, section };
    this.#tables.set(id, table);
    this.added.set(id, table);
    return id;
  }

  #free(wanted: string): string {
    let id = wanted;
    for (let number = 2; this.#tables.has(id); number++) id = `${wanted}-${number}`;
    return id;
  }
}

/** The words of a text, joined; nothing where it is not written in Latin letters. */
function idFrom(text: string): string {
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return "";
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let id = "";
  for (const word of words) {
    const longer = id === "" ? word.slice(0, longest) : `${id}-${word}`;
    if (longer.length > longest) break;
    id = longer;
  }
  return id;
}
