import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import type { InstalledSdk, SdkStatement } from "../model/installed-sdk.ts";
import { type SdkAdditions, SdkStatements } from "../model/sdk-statements.ts";
import { readName } from "../naming/reading.ts";
import type { Language } from "../text/localized-text.ts";

/**
 * Returns what installed SDKs add to a catalog: their words, and an entry for each code that only they have. `pause` is
 * called in between, so that a caller can let other work go first.
 */
export async function sdkAdditions(
  sdks: readonly InstalledSdk[],
  catalog: Catalog,
  pause: () => Promise<void>,
): Promise<SdkAdditions> {
  const services = new ServiceIds(catalog);
  const statements = sdks.flatMap(({ provider, package: packageName, version, rows }) =>
    rows.map((row): SdkStatement => {
      const service = services.idOf(provider, row.service);
      return { ...row, provider, service, package: packageName, version };
    }),
  );
  const entries = new Map<string, Entry>();
  for (const statement of statements) {
    const { provider, service, code } = statement;
    const key = `${provider} ${service} ${code}`;
    if (entries.has(key) || isKnown(statement, catalog)) continue;
    await pause();
    entries.set(key, entryOf(statement, catalog));
  }
  return { entries: [...entries.values()], statements: new SdkStatements(statements) };
}

/** Returns whether the catalog has a code of a provider, also where the SDK spells it otherwise. */
function isKnown({ provider, code }: SdkStatement, catalog: Catalog): boolean {
  const rows = catalog.rowsOf(code);
  const known = rows.length > 0 ? rows : catalog.entriesOf(code);
  return known.some((one) => one.provider === provider);
}

/** Returns the entry of a code that only an SDK has: its words, and for the rest what the name of the code says. */
function entryOf({ provider, service, code, text, httpStatus }: SdkStatement, catalog: Catalog): Entry {
  const reading = readName(code, catalog.concepts);
  const facts = reading?.isSure ? { concept: reading.concept, kind: reading.kind, retry: reading.retry } : {};
  return {
    provider,
    service,
    code,
    httpStatus: httpStatus === undefined ? [] : [httpStatus],
    messages: [],
    summary: text === "" ? (reading?.summary ?? {}) : { [languageOf(text)]: text },
    ...facts,
    ...(reading?.fix ? { fix: reading.fix } : {}),
    source: [],
    basis: "sdk",
  };
}

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
}

/** Finds the services that SDKs mean, which may write their ids with other separators. */
class ServiceIds {
  readonly #ids: ReadonlyMap<string, string>;

  constructor({ services }: Catalog) {
    this.#ids = new Map(
      services.map(({ provider, service }) => [`${provider} ${lettersOf(service)}`, service]),
    );
  }

  /** Returns the id of the catalog's service, or the name itself if the catalog has none. */
  idOf(provider: string, name: string): string {
    return this.#ids.get(`${provider} ${lettersOf(name)}`) ?? name;
  }
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
