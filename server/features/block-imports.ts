import type { HandlingBlock } from "../../catalog/rendering/snippets/handling-block.ts";

/** A text to be inserted at an offset. */
interface Insertion {
  at: number;
  text: string;
}

/** A block that names packages as its file imports them, and the imports that the file lacks for it. */
export interface ImportedBlock {
  text: string;
  imports: readonly Insertion[];
}

/** The packages of the standard library of Go that blocks use, by name. */
const goPackages: Readonly<Record<string, string>> = {
  errors: "errors",
  rand: "math/rand",
  slices: "slices",
  time: "time",
};
const pythonModules = ["random", "time"];

/** Returns a block as it stands in a file, with what must be imported; other languages import by their own tools. */
export function importedBlock(block: HandlingBlock, text: string, language: string): ImportedBlock {
  if (language === "Go") return forGo(block, text);
  if (language === "Python") return forPython(block, text);
  return { text: block.text, imports: [] };
}

function forGo({ text: block, sdk }: HandlingBlock, text: string): ImportedBlock {
  const [, alias, path = ""] = /(?:([a-z]\w*)\s+)?"([\w./-]+\/[\w./-]+)"/.exec(sdk.imports ?? "") ?? [];
  const name = alias ?? path.split("/").at(-1) ?? "";
  const ofSdk = path === "" ? undefined : importedName(text, path);
  const used = new RegExp(`(?<![\\w.])${name}\\.`, "g");
  const isUsed = path !== "" && used.test(block);
  const lines: string[] = [];
  let named = block;
  for (const [own, standard] of Object.entries(goPackages)) {
    const ofPackage = new RegExp(`(?<![\\w.])${own}\\.`, "g");
    if (!ofPackage.test(block)) continue;
    const existing = importedName(text, standard);
    // The package of the SDK may have the name of the one of the standard library.
    const wanted = existing ?? (ofSdk === own ? `std${own}` : own);
    if (existing === undefined) lines.push(wanted === own ? `"${standard}"` : `${wanted} "${standard}"`);
    named = named.replace(ofPackage, () => `${wanted}.`);
  }
  if (isUsed && ofSdk !== undefined) named = named.replace(used, () => `${ofSdk}.`);
  if (isUsed && ofSdk === undefined) lines.push(`${alias ? `${alias} ` : ""}"${path}"`);
  const list = /^import \(\r?\n/m.exec(text);
  const clause = list ?? /^package \w+[^\n]*\n/m.exec(text);
  if (lines.length === 0 || !clause) return { text: named, imports: [] };
  const added = list
    ? lines.map((line) => `\t${line}\n`)
    : ["\n", ...lines.map((line) => `import ${line}\n`)];
  return { text: named, imports: [{ at: clause.index + clause[0].length, text: added.join("") }] };
}

/** Returns the name by which a file of Go refers to a package; undefined if it does not import it. */
function importedName(text: string, path: string): string | undefined {
  const found = new RegExp(
    `^\\s*(?:import\\s+)?(?:(\\w+)\\s+)?"${path.replace(/[./-]/g, "\\$&")}"`,
    "m",
  ).exec(text);
  return found ? (found[1] ?? path.split("/").at(-1)) : undefined;
}

function forPython({ text: block }: HandlingBlock, text: string): ImportedBlock {
  const missing = pythonModules.filter(
    (one) => block.includes(`${one}.`) && !new RegExp(`^import\\s[^\\n]*\\b${one}\\b`, "m").test(text),
  );
  const first = /^(?:import|from)\s/m.exec(text);
  if (missing.length === 0 || !first) return { text: block, imports: [] };
  return {
    text: block,
    imports: [{ at: first.index, text: missing.map((one) => `import ${one}\n`).join("") }],
  };
}
