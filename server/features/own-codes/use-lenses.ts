import type { CodeLens } from "vscode-languageserver";
import { type LocalizedText, localize } from "../../../catalog/text/localized-text.ts";
import { rangeOf } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { limited } from "../../protocol/limits.ts";
import type { UsageIndex } from "../../workspace/usages.ts";
import type { FeatureContext } from "../feature.ts";
import { declaredIn } from "./declared-codes.ts";
import { useCountsIn } from "./use-counts.ts";

/** The `data` of a lens of which the uses are not counted yet. */
interface LensData {
  uri: string;
  provider: string;
  code: string;
}

/** Returns a lens for each row of a user's catalog, without its title; undefined if a document is no catalog. */
export async function useLenses(
  { projects }: FeatureContext,
  { textDocument, uri }: TrackedDocument,
): Promise<CodeLens[] | undefined> {
  const declared = await declaredIn(projects, textDocument);
  return (
    declared &&
    limited(
      declared.codes.map(({ entry: { provider, code }, span }): CodeLens => {
        const data: LensData = { uri, provider, code };
        return { range: rangeOf({ textDocument }, span), data };
      }),
    )
  );
}

const counts = new WeakMap<UsageIndex, ReturnType<typeof useCountsIn>>();
const listened = new WeakSet<UsageIndex>();

/** Returns a lens with its title; the files of the workspace are read if that was not done before. */
export async function resolveUses(context: FeatureContext, lens: CodeLens): Promise<CodeLens> {
  if (!isLensData(lens.data)) return lens;
  const { uri, provider, code } = lens.data;
  await context.scan.ensure();
  const count = countsIn(context.usageIndex)({ provider, code, uri, line: lens.range.start.line });
  const title = localize(titleOf(count), context.displayLanguage());
  const { usesCommand } = context;
  const command =
    usesCommand !== undefined && count > 0
      ? { title, command: usesCommand, arguments: [uri, lens.range.start] }
      : { title, command: "" };
  return { ...lens, command };
}

/** Returns the counts of the uses, made once for many lenses. */
function countsIn(usageIndex: UsageIndex): ReturnType<typeof useCountsIn> {
  const cached = counts.get(usageIndex) ?? useCountsIn(usageIndex);
  counts.set(usageIndex, cached);
  if (!listened.has(usageIndex)) usageIndex.onChange(() => counts.delete(usageIndex));
  listened.add(usageIndex);
  return cached;
}

function titleOf(count: number): LocalizedText {
  if (count === 0) return { en: "no uses", "zh-CN": "未使用" };
  return { en: `${count} ${count === 1 ? "use" : "uses"}`, "zh-CN": `${count} 处使用` };
}

function isLensData(value: unknown): value is LensData {
  const { uri, provider, code } = (value ?? {}) as Record<string, unknown>;
  return [uri, provider, code].every((one) => typeof one === "string");
}
