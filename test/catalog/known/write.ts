// Writes the lists of a provider's official codes anew from a table of the vendor: `npm run known -- PROVIDER TABLE`.
// The table has tab-separated values, compressed by gzip or not; its first line names the columns, `service` and `code`,
// and perhaps `http_status` and `api_message`, several of which are joined by `¦`. What the table does not have stays:
// names and links of services, codes above the first service, and whole services. A table with the columns `service`,
// `action` and `codes`, several of which are joined by spaces, is that of a provider's actions: `PROVIDER.actions.txt`.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { parseKnownActions } from "../../../catalog/model/known-actions.ts";
import { parseKnownCodes } from "../../../catalog/model/known-codes.ts";
import { actionListsOf, actionRowsOf } from "./action-lists.ts";
import { listOf, messagesOf, rowsOf } from "./lists.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const [provider, tablePath] = positionals;
if (!provider || !tablePath) throw new Error("Usage: npm run known -- PROVIDER TABLE");

const folder = join(import.meta.dirname, "../../../catalog/known");
const bytes = readFileSync(tablePath);
const table = String(tablePath.endsWith(".gz") ? gunzipSync(bytes) : bytes);
if (/^.*\baction\b/.test(table)) writeActions(provider);
else writeCodes(provider);

function writeActions(provider: string): void {
  const rows = actionRowsOf(table);
  const path = join(folder, `${provider}.actions.txt`);
  writeFileSync(path, actionListsOf(parseKnownActions(textOf(path)), rows));
  console.log(`${path}: ${rows.length} actions`);
}

function writeCodes(provider: string): void {
  const rows = rowsOf(table);
  const path = join(folder, `${provider}.txt`);
  writeFileSync(path, listOf(parseKnownCodes(textOf(path)), rows));
  console.log(`${path}: ${rows.length} rows`);
  const messages = messagesOf(rows);
  if (messages !== "") writeFileSync(join(folder, `${provider}.messages.txt`), messages);
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
