import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { displayPathOf } from "../fixes/files.ts";
import { removeFromMapping, setInMapping } from "../fixes/mapping.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import {
  type PinChoices,
  type PinChoicesParams,
  type PinParams,
  type PinResult,
  pinChoicesRequest,
  pinRequest,
} from "../protocol/index.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { findPinTarget, type PinTarget, pinOfferFor, scopesOf } from "./pinning.ts";

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
      const refused = await applyPin(context, found, params);
      return refused ? refusal(refused) : {};
    });
  },
};

/** Sets or removes a pin in the configuration, by an edit that the client applies. Returns the reason if that fails. */
async function applyPin(
  context: FeatureContext,
  found: PinTarget,
  params: PinParams,
): Promise<LocalizedText | undefined> {
  const { target } = found;
  const name = displayPathOf(context, target.document.uri);
  const text = target.document.getText();
  const [activePin] = found.analysis.project.pinsOf(found.uri);
  if (params.provider === null && !activePin)
    return { en: `${name} pins no provider here.`, "zh-CN": `${name} 没有为此处指定厂商。` };
  const scope =
    params.provider !== null && scopesOf(context, found).find((one) => one.scope === params.scope);
  const path = scope ? scope.path : activePin?.path;
  if (path === undefined) return undefined;
  const edit =
    params.provider === null
      ? removeFromMapping(text, [section, path])
      : setInMapping(text, [section, path], params.provider);
  const edits = edit && toWorkspaceEdit({ files: [{ ...target, edits: [edit] }] }, context.client);
  if (!edits)
    return {
      en: `${name} cannot be changed: it has errors or unsaved changes. Fix or save it first.`,
      "zh-CN": `无法修改 ${name}：文件有错误，或有未保存的更改。请先修正或保存。`,
    };
  const { applied, failureReason } = await context.connection.workspace.applyEdit({
    label: localize(label, context.displayLanguage()),
    edit: edits,
  });
  if (applied) return undefined;
  const why = failureReason ? ` (${failureReason})` : "";
  return { en: `${name} was not changed${why}.`, "zh-CN": `${name} 未被修改${why}。` };
}
