import { createHash } from "node:crypto";
import type { Kind, Retry } from "../../../catalog/schema/terms.ts";
import { builtInCatalog, explained } from "../built-in.ts";

/** An entry with texts of its own: what a reading of its code should come to. */
export interface Labelled {
  provider: string;
  code: string;
  summary: string;
  /** The summary in all its languages. */
  summaries: string[];
  kind: Kind;
  retry: Retry;
  concept: string;
}

/** The entries with texts of their own, in two parts: one to look at while the grammar is made, and one never looked at. */
export async function truth(): Promise<{ development: Labelled[]; heldOut: Labelled[] }> {
  const catalog = await builtInCatalog();
  const all = explained(catalog.entries).map((entry): Labelled => {
    const { provider, code, concept } = entry;
    const [kind, retry] = [catalog.kind(entry), catalog.retry(entry)];
    if (!concept || !kind || !retry) throw new Error(`${provider} ${code} has no concept.`);
    const summaries = Object.values(entry.summary);
    return { provider, code, summary: entry.summary.en ?? "", summaries, kind, retry, concept };
  });
  return {
    development: all.filter((one) => bucketOf(one) % 5 !== 0),
    heldOut: all.filter((one) => bucketOf(one) % 5 === 0),
  };
}

/** Returns a number that depends on provider and code alone, so that new entries leave the parts of the others as they are. */
export function bucketOf({ provider, code }: Pick<Labelled, "provider" | "code">): number {
  return createHash("sha256").update(`${provider}${code}`).digest().readUInt32BE(0);
}
