import { CodeActionKind } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { inDocument, isVerbatim, rootOf } from "./fix-request.ts";
import { importsOf } from "./go-imports.ts";
import { isConstantValue, isPlainQuoted, quotedLiteralAt } from "./quoted.ts";

/** Source URLs of catalog entries that point to the list of constants in a package of Tencent Cloud's Go SDK. */
const constantsFile = /\/tencentcloud-sdk-go\/blob\/[^/]+\/(?<package>tencentcloud\/[\w/]+)\/errors\.go$/;

/** Replaces a code by the SDK's constant, if the file imports its package and the catalog's source is that package. */
export const sdkConstant: Fix = {
  id: "sdk-constant",
  kind: CodeActionKind.RefactorRewrite,

  offers(request) {
    const { document, analysis } = request;
    const root =
      request.language?.name === "Go" && request.occurrences.length > 0 ? rootOf(request) : undefined;
    if (!root) return [];
    const imports = importsOf(root).filter(({ name }) => !/^[_.]$/.test(name));
    const offers = new Map<string, Offer>();
    for (const { literal } of request.occurrences) {
      const { text: code } = literal;
      for (const entry of analysis.project.catalog.entriesOf(code)) {
        const constant = entry.code === code ? constantOf(entry, analysis.project.catalog) : undefined;
        const imported = imports.find(({ path }) => path === constant?.path);
        const name = imported && `${imported.name}.${constant?.name}`;
        if (!name || offers.has(name)) continue;
        const edits = analysis.literals.flatMap((one): Edit[] => {
          if (!one.evidence || one.literal.text !== code || !isVerbatim(document, one)) return [];
          const quoted = quotedLiteralAt(root, document.text, one.literal);
          if (!quoted || !isPlainQuoted(quoted) || isConstantValue(one.literal)) return [];
          return [{ start: quoted.node.startIndex, end: quoted.node.endIndex, text: name }];
        });
        if (!edits.some(({ start }) => start === literal.start - 1)) continue;
        offers.set(name, {
          title: { en: `Use the SDK's constant ${name}`, "zh-CN": `使用 SDK 常量 ${name}` },
          key: name,
          computeChanges: () => inDocument(request, edits),
        });
      }
    }
    return [...offers.values()];
  },
};

/**
 * Returns the SDK's constant for an entry's code: its package path and name. Undefined if the entry's sources name no
 * package, or if another code of the service would have the same name.
 */
function constantOf(entry: Entry, catalog: Catalog): { path: string; name: string } | undefined {
  const packagePath = entry.source.flatMap(
    ({ url }) => constantsFile.exec(url ?? "")?.groups?.package ?? [],
  )[0];
  if (!packagePath || !/^[A-Za-z][\w.]*$/.test(entry.code)) return undefined;
  const name = nameOf(entry.code);
  const isShared = catalog
    .entriesIn(entry.provider, entry.service)
    .some(({ code }) => code !== entry.code && nameOf(code) === name);
  return isShared ? undefined : { path: `github.com/tencentcloud/tencentcloud-sdk-go/${packagePath}`, name };
}

/** Returns the constant name that the SDK's generator derives from a code. */
function nameOf(code: string): string {
  return code.toUpperCase().replaceAll(".", "_");
}
