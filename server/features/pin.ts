import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { displayPathOf } from "../fixes/files.ts";
import { removeFromMapping, setInMapping } from "../fixes/mapping.ts";
import {
  type PinChoices,
  type PinChoicesParams,
  type PinParams,
  type PinResult,
  pinChoicesRequest,
  pinRequest,
  type Written,
} from "../protocol/index.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { findPinTarget, type PinTarget, pinOfferFor, scopesOf } from "./pinning.ts";
import { writeInto } from "./write-into.ts";

const section = "pins";
const label: LocalizedText = { en: "Pin Provider", "zh-CN": "指定厂商" };

/** Pins the provider of a file or folder, for when the inferred one is wrong. */
export const pin: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    const refusal = (text: LocalizedText) => ({ refused: localize(text, context.displayLanguage()) });
    connection.onRequest<PinChoices, void>(pinChoicesRequest, async ({ uri }: PinChoicesParams) => {
      const found = await findPinTarget(context, uri);
      return "refused" in found ? refusal(found.refused) : pinOfferFor(context, found);
    });
    connection.onRequest<PinResult, void>(pinRequest, async (params: PinParams) => {
      const found = await findPinTarget(context, params.uri);
      if ("refused" in found) return refusal(found.refused);
      const result = await applyPin(context, found, params);
      return "refused" in result ? refusal(result.refused) : result;
    });
  },
};

/** Sets or removes a pin in the configuration. Returns what was written, or the reason if that fails. */
async function applyPin(
  context: FeatureContext,
  found: PinTarget,
  params: PinParams,
): Promise<{ refused: LocalizedText } | { written: Written }> {
  const { target, analysis } = found;
  const name = displayPathOf(context, target.document.uri);
  const text = target.document.getText();
  const [activePin] = analysis.project.pinsOf(found.uri);
  if (params.provider === null) {
    if (!activePin)
      return { refused: { en: `${name} pins no provider here.`, "zh-CN": `${name} 没有为此处指定厂商。` } };
    const { path } = activePin;
    const done = {
      en: `The pin of ${path} was removed from ${name}.`,
      "zh-CN": `已从 ${name} 中删除对 ${path} 的指定。`,
    };
    return writeInto(context, target, removeFromMapping(text, [section, path]), label, done);
  }
  const scope = scopesOf(context, found).find((one) => one.scope === params.scope);
  if (!scope) return { refused: { en: "This cannot be pinned.", "zh-CN": "无法为此范围指定厂商。" } };
  const edit = setInMapping(text, [section, scope.path], params.provider);
  const provider = analysis.project.catalog.providerNamed(params.provider)?.name ?? { en: params.provider };
  const done = {
    en: `${scope.name} is pinned to ${localize(provider, "en")} in ${name}.`,
    "zh-CN": `已在 ${name} 中将 ${scope.name} 的厂商指定为${localize(provider, "zh-CN")}。`,
  };
  return writeInto(context, target, edit, label, done);
}
