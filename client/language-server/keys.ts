import type { EntryKey } from "../../server/protocol/index.ts";

/** Whether a value names an entry; arguments of commands come from links, which anyone can write. */
export function isKey(value: unknown): value is EntryKey {
  const { provider, service, code, origin } = (value ?? {}) as Partial<Record<string, unknown>>;
  return isId(provider) && isId(service) && isCode(code) && (origin === undefined || isAddress(origin));
}

/** What names the same entry as something that says more. */
export function keyOf({ provider, service, code, origin }: EntryKey): EntryKey {
  return { provider, service, code, ...(origin === undefined ? {} : { origin }) };
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" && /^file:\P{Cc}{1,2000}$/u.test(value);
}

function isId(value: unknown): boolean {
  return typeof value === "string" && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}

function isCode(value: unknown): boolean {
  return typeof value === "string" && /^\P{Cc}{1,200}$/u.test(value);
}

/** The link that opens an entry's page from outside; `scheme` is that of the editor, `extension` this one's id. */
export function deepLinkOf({ provider, service, code }: EntryKey, scheme: string, extension: string): string {
  const path = ["code", provider, service, code].map(encodeURIComponent).join("/");
  return `${scheme}://${extension}/${path}`;
}

/** The entry that the decoded path of such a link names; undefined where it names none. */
export function keyOfDeepLink(path: string): EntryKey | undefined {
  const [, first, provider, service, ...rest] = path.split("/");
  const key = { provider, service, code: rest.join("/") };
  return first === "code" && isKey(key) ? key : undefined;
}
