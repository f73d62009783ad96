import type { Catalog } from "../../catalog/model/catalog.ts";
import { type ExportedCode, type ExportedGroup, toExportPage } from "../../catalog/rendering/export-page.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { type ExportParams, type ExportResult, exportRequest } from "../protocol/index.ts";
import { anyProvider, type CodeUse } from "../workspace/usages.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { projectsOfRequest } from "./project-of-request.ts";

const titles = {
  used: { en: "Error codes in use", "zh-CN": "使用中的错误码" },
  codes: { en: "Error codes", "zh-CN": "错误码" },
  unknown: { en: "In no catalog", "zh-CN": "不在任何目录中" },
};

/** Writes a page about the codes that the workspace uses, or about those of a provider. */
export const exportCodes: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(exportRequest, async (params: ExportParams): Promise<ExportResult> => {
      const [project] = await projectsOfRequest(context, params);
      if (!project) return { text: "", count: 0 };
      const groups =
        params.provider === undefined
          ? await usedGroups(context, project.catalog)
          : [groupOfProvider(params.provider, project.catalog, context)];
      const language = context.displayLanguage();
      const isUsed = params.provider === undefined;
      const title = localize(isUsed ? titles.used : titles.codes, language);
      const count = groups.reduce((sum, { codes }) => sum + codes.length, 0);
      return { text: toExportPage(title, groups, language, isUsed), count };
    });
  },
};

async function usedGroups(context: FeatureContext, catalog: Catalog): Promise<ExportedGroup[]> {
  await context.scan.ensure();
  const uses = [...context.usageIndex.files.values()].flat();
  const ownerOf = ({ provider, entry }: CodeUse) =>
    (provider === anyProvider ? entry?.provider : provider) ?? "";
  const language = context.displayLanguage();
  const groups = [...Map.groupBy(uses, ownerOf)].map(([provider, ofProvider]): ExportedGroup => {
    const codes = [...Map.groupBy(ofProvider, ({ code }) => code)].map(([code, ofCode]): ExportedCode => {
      const key = ofCode.find(({ entry }) => entry)?.entry;
      return { code, entry: key && catalog.find(key.provider, key.service, code), uses: ofCode.length };
    });
    const title = provider === "" ? localize(titles.unknown, language) : nameOf(provider, catalog, context);
    return { title, catalog, codes: codes.sort((a, b) => (a.code < b.code ? -1 : 1)) };
  });
  return groups.sort((a, b) => b.codes.length - a.codes.length);
}

function groupOfProvider(provider: string, catalog: Catalog, context: FeatureContext): ExportedGroup {
  const entries = catalog.entriesIn(provider).sort((a, b) => (a.code < b.code ? -1 : 1));
  const codes = entries.map((entry) => ({ code: entry.code, entry, uses: 0 }));
  return { title: nameOf(provider, catalog, context), catalog, codes };
}

function nameOf(provider: string, catalog: Catalog, { displayLanguage }: FeatureContext): string {
  return localize(catalog.provider(provider)?.name, displayLanguage()) || provider;
}
