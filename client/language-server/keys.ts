import type { EntryKey } from "../../server/protocol/index.ts";

/** Returns whether a value is a well-formed entry key: arguments of commands can come from links of anyone. */
export function isEntryKey(value: unknown): value is EntryKey {
  const { provider, service, code, origin } = (value ?? {}) as Partial<Record<string, unknown>>;
  return isId(provider) && isId(service) && isCode(code) && (origin === undefined || isFileUri(origin));
}

/** Returns only the key of an object that has further properties. */
export function entryKeyOf({ provider, service, code, origin }: EntryKey): EntryKey {
  return { provider, service, code, ...(origin === undefined ? {} : { origin }) };
}

/** Files on disk, and those of file systems in the editor, such as `vscode-vfs`. */
function isFileUri(value: unknown): boolean {
  return typeof value === "string" && /^(?:file|vscode-[a-z-]{1,30}):\P{Cc}{1,2000}$/u.test(value);
}

function isId(value: unknown): boolean {
  return typeof value === "string" && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}

function isCode(value: unknown): boolean {
  return typeof value === "string" && /^\P{Cc}{1,200}$/u.test(value);
}

/**
 * Returns the deep link that opens an entry's page from outside VS Code. `scheme` is the URI scheme of the editor, such
 * as `vscode`; `extension` is the id of this extension.
 */
export function deepLinkOf({ provider, service, code }: EntryKey, scheme: string, extension: string): string {
  const path = ["code", provider, service, code]
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join("/");
  return `${scheme}://${extension}/${path}`;
}

/** Returns the entry key in the decoded path of a deep link, or undefined if it has none. */
export function keyOfDeepLink(path: string): EntryKey | undefined {
  const [, first, provider, service, ...rest] = path.split("/");
  const key = { provider, service, code: rest.join("/") };
  return first === "code" && isEntryKey(key) ? key : undefined;
}
