import { rangeOf } from "../documents/span.ts";
import { isVerbatim } from "../fixes/fix-request.ts";
import { clearCorrections } from "../fixes/replace-all.ts";
import { findingsInWorkspace } from "../fixes/workspace-findings.ts";
import { type CodeFix, type FixesResult, fixesRequest } from "../protocol/index.ts";
import { maximumItems } from "../protocol/limits.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Returns what fixes all files of the workspace, for the client to show before anything is changed. */
export const workspaceFixes: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(fixesRequest, (_, token) => fixesIn(context, token));
  },
};

async function fixesIn(
  context: FeatureContext,
  token: Parameters<typeof findingsInWorkspace>[1],
): Promise<FixesResult> {
  const fixes = new Map<string, CodeFix>();
  let count = 0;
  for await (const { document, findings } of findingsInWorkspace(context, token, () => true)) {
    if (!context.settings(document.uri).enable) continue;
    for (const { occurrence, suggestions } of clearCorrections(findings)) {
      if (!isVerbatim(document, occurrence)) continue;
      // The others are found when the action is run again.
      if (count++ === maximumItems) return ordered(fixes);
      const { literal } = occurrence;
      const [code = ""] = suggestions;
      const key = `${literal.text} ${code}`;
      const fix = fixes.get(key) ?? { written: literal.text, code, places: [] };
      fix.places.push({ uri: document.uri, range: rangeOf(document, literal) });
      fixes.set(key, fix);
    }
  }
  return ordered(fixes);
}

/** Returns fixes, those of most places first. */
function ordered(fixes: ReadonlyMap<string, CodeFix>): FixesResult {
  return [...fixes.values()].sort((a, b) => b.places.length - a.places.length);
}
