// Writes the lists of a provider's official codes anew from a table of the vendor: `npm run known -- PROVIDER TABLE`.
// The table has tab-separated values, compressed by gzip or not; its first line names the columns, `service` and `code`,
// and perhaps `http_status` and `api_message`, several of which are joined by `¦`. What the table does not have stays:
// names and links of services, codes above the first service, and whole services.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { parseKnownCodes } from "../../../catalog/model/known-codes.ts";
import { listOf, messagesOf, rowsOf } from "./lists.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const [provider, tablePath] = positionals;
if (!provider || !tablePath) throw new Error("Usage: npm run known -- PROVIDER TABLE");

const bytes = readFileSync(tablePath);
const rows = rowsOf(String(tablePath.endsWith(".gz") ? gunzipSync(bytes) : bytes));
const folder = join(import.meta.dirname, "../../../catalog/known");
const path = join(folder, `${provider}.txt`);
const known = parseKnownCodes(existsSync(path) ? readFileSync(path, "utf8") : "");
writeFileSync(path, listOf(known, rows));
console.log(`${path}: ${rows.length} rows`);
const messages = messagesOf(rows);
if (messages !== "") writeFileSync(join(folder, `${provider}.messages.txt`), messages);
