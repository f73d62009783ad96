import type { LocalizedText } from "../text/localized-text.ts";
import type { CatalogData, Entry, Service } from "./entry.ts";

/** What a list of known codes states of one provider. */
interface KnownCodes {
  /** Official codes of which no service is known: valid, but neither listed nor offered. */
  words: string[];
  services: KnownService[];
}

interface KnownService extends Omit<Service, "provider"> {
  codes: KnownCode[];
}

interface KnownCode {
  code: string;
  httpStatus: number[];
  /** The document that has it, if it is not in the vendor's table. */
  source?: KnownSource;
}

interface KnownSource {
  document: string;
  url: string;
}

/**
 * Reads a list of known codes, one a line. A line `[id] English name | Chinese name` begins a service, a line `link: URL`
 * names its documentation, and a line `source: DOCUMENT | URL` the source of the codes below it; behind a code stand the
 * HTTP statuses with which the service returns it. A wrong line is thrown.
 */
export function parseKnownCodes(text: string): KnownCodes {
  const known: KnownCodes = { words: [], services: [] };
  let source: KnownSource | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const service = known.services.at(-1);
    const heading = /^\[([\w-]+)\](?: ([^|]+?)(?: \| (.+))?)?$/.exec(line);
    const [code = "", ...statuses] = line.split(" ");
    const [, document = "", url = ""] = /^source: ([^|]+) \| (https:\/\/\S+)$/.exec(line) ?? [];
    if (heading) {
      source = undefined;
      known.services.push(serviceOf(heading));
    } else if (url !== "") source = { document, url };
    else if (service && line.startsWith("link: ")) service.link = linkOf(line.slice("link: ".length));
    else if (statuses.some((status) => !/^[2-5]\d\d$/.test(status)))
      throw new Error(`Line ${index + 1} is not a code with HTTP statuses: ${line}`);
    else if (service)
      service.codes.push({ code, httpStatus: statuses.map(Number), ...(source ? { source } : {}) });
    else known.words.push(code);
  }
  return known;
}

/** Returns the link of a service: `ENGLISH | CHINESE`, or one for both languages. */
function linkOf(urls: string): LocalizedText {
  const [english = "", chinese = english] = urls.split(" | ");
  return { en: english, "zh-CN": chinese };
}

function serviceOf([, service = "", english = service, chinese = english]: readonly string[]): KnownService {
  return { service, name: { en: english, "zh-CN": chinese }, codes: [] };
}

/** Reads a list of codes, each with the hashes of the messages that the API returns with it, of ten hexadecimal digits. */
export function parseMessageHashes(text: string): { code: string; hashes: number[] }[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [code = "", ...hashes] = line.split(" ");
    if (hashes.length === 0 || hashes.some((hash) => !/^[\da-f]{10}$/.test(hash)))
      throw new Error(`This is not a code with hashes: ${line}`);
    return { code, hashes: hashes.map((hash) => Number.parseInt(hash, 16)) };
  });
}

/**
 * Returns the entries of a provider's known codes, for a catalog that has all entries with texts of their own, and adds
 * the services to it. Where all services of the provider share an explained code, its texts hold for this service too;
 * otherwise, only its name explains it.
 */
export function addKnownCodes(data: CatalogData, provider: string, { words, services }: KnownCodes): Entry[] {
  data.known[provider] = words;
  const explained = Map.groupBy(
    data.entries.filter((entry) => entry.provider === provider),
    ({ code }) => code,
  );
  const seen = new Set(explained.keys());
  return services.flatMap(({ codes, ...service }) => {
    if (!data.services.some((one) => one.provider === provider && one.service === service.service))
      data.services.push({ provider, ...service });
    return codes.flatMap(({ code, httpStatus, source }) => {
      const own = explained.get(code) ?? [];
      if (own.some((one) => one.service === service.service)) return [];
      const shared = own.find((one) => one.service === "common") ?? unexplained;
      const isRepeated = seen.has(code);
      seen.add(code);
      return {
        ...shared,
        provider,
        service: service.service,
        code,
        httpStatus: httpStatus.length > 0 ? httpStatus : shared.httpStatus,
        ...(source ? { source: [...shared.source, source] } : {}),
        ...(isRepeated ? { isRepeated } : {}),
      };
    });
  });
}

const unexplained: Pick<Entry, "httpStatus" | "messages" | "summary" | "source" | "basis"> = {
  httpStatus: [],
  messages: [],
  summary: {},
  source: [],
  basis: "name",
};
