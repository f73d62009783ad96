import { CodeActionKind } from "vscode-languageserver";
import { configurationFor, displayPath } from "./files.ts";
import type { Fix, Offer } from "./fix.ts";
import { addToList } from "./listing.ts";
import { canCreateFiles } from "./workspace-edit.ts";

/** Adds a code to `ignore.codes` of the configuration, which it creates if there is none. */
export const ignoreInConfiguration: Fix = {
  id: "ignore-in-configuration",
  kind: CodeActionKind.QuickFix,

  async offers(request) {
    const codes = new Set(request.findings.flatMap(({ occurrence }) => occurrence?.literal.text ?? []));
    if (codes.size === 0) return [];
    const target = await configurationFor(request);
    if (!target || (target.isNew && !canCreateFiles(request.context.client))) return [];
    const name = displayPath(request.context, target);
    return [...codes].flatMap((code): Offer[] => {
      const edit = addToList(target.document.getText(), ["ignore", "codes"], code);
      if (!edit) return [];
      return [
        {
          title: { en: `Ignore '${code}' in ${name}`, "zh-CN": `在 ${name} 中忽略“${code}”` },
          key: code,
          resolves: request.findings.filter(({ occurrence }) => occurrence?.literal.text === code),
          computeChanges: () => ({
            files: [{ ...target, edits: [edit] }],
            done: { en: `'${code}' is ignored in ${name}.`, "zh-CN": `已在 ${name} 中忽略“${code}”。` },
          }),
        },
      ];
    });
  },
};
