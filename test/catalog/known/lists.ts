import type { parseKnownCodes } from "../../../catalog/model/known-codes.ts";
import { messageHash } from "../../../catalog/search/meaning/message-hash.ts";

type KnownCodes = ReturnType<typeof parseKnownCodes>;

/** A row of a vendor's table. */
export interface Row {
  service: string;
  code: string;
  httpStatus: number | undefined;
  /** Templates as the API returns them. */
  messages: string[];
}

/** Whether a text is a code: a placeholder, a bare number or a sentence is none. */
export function isCode(text: string): boolean {
  return /^[A-Za-z][\w-]*(?:[.:][\w-]+)*$/.test(text);
}

/** A message of more codes than these says nothing about which one it is. */
const maximumCodes = 6;

/** Reads a table of tab-separated values; rows without a code are left out. */
export function rowsOf(table: string): Row[] {
  const [heading = "", ...lines] = table.split(/\r?\n/);
  const columns = heading.split("\t");
  return lines.flatMap((line): Row[] => {
    const cells = line.split("\t");
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? "";
    const [service, code, status] = [cell("service"), cell("code"), cell("http_status")];
    if (!isCode(code)) return [];
    const messages = cell("api_message")
      .split("¦")
      .map((message) => message.trim())
      .filter((message) => message !== "");
    return [{ service, code, httpStatus: /^[2-5]\d\d$/.test(status) ? Number(status) : undefined, messages }];
  });
}

/** Returns the list of a provider's codes with the rows of a table in place of those of the same services. */
export function listOf({ words, services }: KnownCodes, rows: readonly Row[]): string {
  const inTable = Map.groupBy(rows, ({ service }) => service);
  const listed = new Set(rows.map(({ code }) => code));
  const named = new Map(services.map((one) => [one.service, one]));
  const ids = [...new Set([...named.keys(), ...inTable.keys()])].sort();
  const blocks = ids.map((id) => {
    const known = named.get(id);
    const ofTable = inTable.get(id) ?? known?.codes.filter(({ source }) => !source) ?? [];
    const isListed = new Set(ofTable.map(({ code }) => code));
    const sourced = known?.codes.filter(({ code, source }) => source && !isListed.has(code)) ?? [];
    const bySource = Map.groupBy(sourced, ({ source }) => `source: ${source?.document} | ${source?.url}`);
    return [
      headingOf(id, known),
      ...linkOf(known),
      ...statusesOf(ofTable),
      ...[...bySource].flatMap(([source, codes]) => [source, ...statusesOf(codes)]),
    ].join("\n");
  });
  const rest = words.filter((word) => !listed.has(word)).sort();
  return `${[
    "# Official codes by service: [id] English name | Chinese name, then each code with the HTTP statuses that the vendor states.",
    ...(rest.length > 0 ? [["# Official codes of which the service is not known.", ...rest].join("\n")] : []),
    ...blocks,
  ].join("\n\n")}\n`;
}

function linkOf(known: KnownCodes["services"][number] | undefined): string[] {
  const { en = "", "zh-CN": zh = en } = known?.link ?? {};
  return en === "" ? [] : [`link: ${en === zh ? en : `${en} | ${zh}`}`];
}

function headingOf(id: string, known: KnownCodes["services"][number] | undefined): string {
  const { en = id, "zh-CN": zh = en } = known?.name ?? {};
  if (en === id && zh === id) return `[${id}]`;
  return en === zh ? `[${id}] ${en}` : `[${id}] ${en} | ${zh}`;
}

function statusesOf(codes: readonly { code: string; httpStatus: number | number[] | undefined }[]): string[] {
  const byCode = Map.groupBy(codes, ({ code }) => code);
  return [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, same]) => {
      const statuses = [...new Set(same.flatMap(({ httpStatus }) => httpStatus ?? []))].sort((a, b) => a - b);
      return [code, ...statuses].join(" ");
    });
}

/** Returns the list of the hashes of a table's messages by code; an empty text if it has no messages. */
export function messagesOf(rows: readonly Row[]): string {
  const codes = new Map<number, Set<string>>();
  for (const { code, messages } of rows)
    for (const hash of messages.flatMap((message) => messageHash(message) ?? []))
      codes.set(hash, (codes.get(hash) ?? new Set()).add(code));
  const hashes = new Map<string, number[]>();
  for (const [hash, ofHash] of codes)
    if (ofHash.size <= maximumCodes)
      for (const code of ofHash) hashes.set(code, [...(hashes.get(code) ?? []), hash]);
  if (hashes.size === 0) return "";
  const lines = [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, ofCode]) => {
      const digits = ofCode.map((hash) => hash.toString(16).padStart(10, "0"));
      return [code, ...digits.sort()].join(" ");
    });
  return [
    "# Codes with the hashes of the messages that the API returns with them, see catalog/search/meaning/message-hash.ts.",
    ...lines,
    "",
  ].join("\n");
}
