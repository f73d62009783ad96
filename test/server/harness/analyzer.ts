import { Reader } from "../../../server/analysis/analysis.ts";
import { Domains } from "../../../server/configuration/projects.ts";
import type { Host } from "../../../server/documents/host.ts";
import { Manifests } from "../../../server/inference/manifests.ts";
import { Literals } from "../../../server/syntax/literals.ts";

/** A reader with the built-in catalog. */
export async function readerOf(host: Host): Promise<Reader> {
  return new Reader(new Literals(host), new Domains(host, await host.readCatalog()), new Manifests(host));
}
