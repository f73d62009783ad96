import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Described } from "./teacher.ts";

/** What is no code: a placeholder, a bare number or a sentence. */
const codePattern = /^[A-Za-z][\w-]*(?:[.:][\w-]+)*$/;

/** Reads what vendors say about codes, from tables that are named after their provider; each code is returned once. */
export async function describedIn(tables: readonly string[]): Promise<Described[]> {
  const all = await Promise.all(
    tables.map(async (path) => {
      const bytes = await readFile(path);
      const text = String(path.endsWith(".gz") ? gunzipSync(bytes) : bytes);
      return describedInTable(text, basename(path).replace(/\..*/, ""));
    }),
  );
  return all.flat();
}

function describedInTable(table: string, provider: string): Described[] {
  const [heading = "", ...lines] = table.trim().split(/\r?\n/);
  const columns = heading.split("\t");
  const isSentence = columns.map((name) => /^vendor_|^api_message$/.test(name));
  const rows = lines.map((line) => {
    const cells = line.split("\t");
    const sentences = cells.filter((_, at) => isSentence[at]).flatMap((cell) => cell.split("¦"));
    const status = Number(cells[columns.indexOf("http_status")]);
    return { code: cells[columns.indexOf("code")] ?? "", status, sentences };
  });
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return [...byCode].flatMap(([code, some]): Described[] => {
    const sentences = new Set(some.flatMap((row) => row.sentences.map((one) => one.trim())));
    // A bare placeholder says nothing.
    const said = [...sentences].filter((one) => /\p{L}{2}/u.test(one) && one !== code);
    const httpStatus = [...new Set(some.map(({ status }) => status))].filter((status) => status > 0);
    return codePattern.test(code) && said.length > 0 ? [{ provider, code, httpStatus, sentences: said }] : [];
  });
}
