import { CodeActionKind } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { inDocument, isVerbatim, rootOf } from "./fix-request.ts";
import { importsOf } from "./go-imports.ts";
import { isConstant, isPlainly, quotedAt } from "./quoted.ts";

/** Where the catalog has a code from: the list of constants in a package of Tencent Cloud's SDK for Go. */
const listed = /\/tencentcloud-sdk-go\/blob\/[^/]+\/(?<package>tencentcloud\/[\w/]+)\/errors\.go$/;

/** Writes the SDK's own constant in the place of a code, where the file imports it and the catalog saw it there. */
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
      for (const entry of analysis.project.catalog.get(code)) {
        const constant = entry.code === code ? constantOf(entry, analysis.project.catalog) : undefined;
        const imported = imports.find(({ path }) => path === constant?.path);
        const name = imported && `${imported.name}.${constant?.name}`;
        if (!name || offers.has(name)) continue;
        const edits = analysis.literals.flatMap((one): Edit[] => {
          if (!one.evidence || one.literal.text !== code || !isVerbatim(document, one)) return [];
          const quoted = quotedAt(root, document.text, one.literal);
          if (!quoted || !isPlainly(quoted) || isConstant(one.literal)) return [];
          return [{ start: quoted.node.startIndex, end: quoted.node.endIndex, text: name }];
        });
        if (!edits.some(({ start }) => start === literal.start - 1)) continue;
        offers.set(name, {
          title: { en: `Use the SDK's constant ${name}`, "zh-CN": `使用 SDK 常量 ${name}` },
          key: name,
          change: () => inDocument(request, edits),
        });
      }
    }
    return [...offers.values()];
  },
};

/** The constant that stands for an entry's code in the SDK; undefined where the catalog has not seen one. */
function constantOf(entry: Entry, catalog: Catalog): { path: string; name: string } | undefined {
  const seen = entry.source.flatMap(({ url }) => listed.exec(url ?? "")?.groups?.package ?? [])[0];
  if (!seen || !/^[\w.]+$/.test(entry.code)) return undefined;
  const name = nameOf(entry.code);
  const isShared = catalog.entries.some(
    ({ provider, service, code }) =>
      provider === entry.provider &&
      service === entry.service &&
      code !== entry.code &&
      nameOf(code) === name,
  );
  return isShared ? undefined : { path: `github.com/tencentcloud/tencentcloud-sdk-go/${seen}`, name };
}

/** What the SDK's generator makes of a code. */
function nameOf(code: string): string {
  return code.toUpperCase().replaceAll(".", "_");
}
