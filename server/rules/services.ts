import type { TrackedDocument } from "../documents/tracked-document.ts";

/** How many segments at the end of a path count; folders further up belong to the machine, not to the project. */
const maximumSegments = 6;

const imports = /["'][\w./@-]{2,100}["']|^\s*(?:<\?php\s+)?(?:import|from|use|using|require|include)\b.*$/gm;

/** Returns those of `services` that a document's path names, or else its imports and quoted names; empty if none. */
export function servicesNamedIn({ uri, text }: TrackedDocument, services: readonly string[]): string[] {
  for (const part of [
    uri.split("/").slice(-maximumSegments).join("/"),
    text.match(imports)?.join(" ") ?? "",
  ]) {
    const words = new Set(part.toLowerCase().match(/[a-z][a-z0-9]+/g));
    const named = services.filter((service) => words.has(service.replaceAll("-", "")));
    if (named.length > 0) return named;
  }
  return [];
}
