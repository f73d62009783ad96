import type { TrackedDocument } from "../documents/tracked-document.ts";

/** Folders farther up belong to the machine rather than to the project. */
const nearestFolders = 6;

const imports = /["'][\w./@-]{2,100}["']|^\s*(?:<\?php\s+)?(?:import|from|use|using|require|include)\b.*$/gm;

/** Which of some services a document is about: those of which its path speaks, else its imports and names in quotes. */
export function servicesNamedIn({ uri, text }: TrackedDocument, services: readonly string[]): string[] {
  for (const part of [
    uri.split("/").slice(-nearestFolders).join("/"),
    text.match(imports)?.join(" ") ?? "",
  ]) {
    const words = new Set(part.toLowerCase().match(/[a-z][a-z0-9]+/g));
    const named = services.filter((service) => words.has(service.replaceAll("-", "")));
    if (named.length > 0) return named;
  }
  return [];
}
