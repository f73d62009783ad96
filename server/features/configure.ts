import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { Edit } from "../fixes/edit.ts";
import { configurationFor, displayPath } from "../fixes/files.ts";
import { addToList } from "../fixes/listing.ts";
import { setInMapping } from "../fixes/mapping.ts";
import { canCreateFiles } from "../fixes/workspace-edit.ts";
import {
  type ConfigureDeed,
  type ConfigureParams,
  type ConfigureResult,
  configureRequest,
} from "../protocol/index.ts";
import { ruleIds } from "../rules/index.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { writeInto } from "./write-into.ts";

const label: LocalizedText = { en: "Configure Error Codes", "zh-CN": "配置错误码" };
const nowhere: LocalizedText = {
  en: "No .error-codes.yaml applies to this file, and none can be created for it.",
  "zh-CN": "此文件没有适用的 .error-codes.yaml，也无法为其新建。",
};

/** Writes into the configuration of a document what the explanation of what is shown in it advises. */
export const configure: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents } = context;
    connection.onRequest<ConfigureResult, void>(configureRequest, async ({ uri, deed }: ConfigureParams) => {
      const document = documents.get(uri);
      const result = document ? await write(context, document, deed) : { refused: nowhere };
      if (!("refused" in result)) return result;
      return { refused: localize(result.refused, context.displayLanguage()) };
    });
  },
};

async function write(context: FeatureContext, document: TrackedDocument, deed: ConfigureDeed) {
  const analysis = await context.analyzer.analyze(document);
  const target = await configurationFor({ context, document, analysis });
  const isKnown = deed.act !== "rule" || ruleIds.includes(deed.rule);
  if (!target || !isKnown || (target.isNew && !canCreateFiles(context.client))) return { refused: nowhere };
  const done = doneBy(deed, displayPath(context, target));
  return writeInto(context, target, editFor(deed, target.document.getText()), label, done);
}

function editFor(deed: ConfigureDeed, text: string): Edit | undefined {
  return deed.act === "rule"
    ? setInMapping(text, ["rules", deed.rule], "warning")
    : addToList(text, ["evidence", deed.section], deed.name);
}

function doneBy(deed: ConfigureDeed, file: string): LocalizedText {
  return deed.act === "rule"
    ? { en: `The rule ${deed.rule} is on in ${file}.`, "zh-CN": `已在 ${file} 中启用规则 ${deed.rule}。` }
    : {
        en: `'${deed.name}' was added to the evidence in ${file}.`,
        "zh-CN": `已在 ${file} 中将“${deed.name}”加入依据。`,
      };
}
