import { Reader } from "../../server/analysis.ts";
import { Domains } from "../../server/domains.ts";
import type { Host } from "../../server/host.ts";
import { Literals } from "../../server/literals.ts";
import { Manifests } from "../../server/manifests.ts";

/** A reader with the built-in catalog. */
export async function readerOf(host: Host): Promise<Reader> {
  return new Reader(new Literals(host), new Domains(host, await host.readCatalog()), new Manifests(host));
}
