import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Location, Log, Region, ReportingDescriptor, Result } from "sarif";
import type { Severity } from "../../../configuration/severity.ts";
import { rules, unusedIgnore } from "../../../rules/index.ts";
import { rulePage, rulePagePath } from "../../../rules/pages.ts";
import { type CheckResult, configurationRule, type Report } from "../check-result.ts";
import { fromRoot } from "./github.ts";

const levels: Record<Severity | "off", "error" | "warning" | "note" | "none"> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
  off: "none",
};

const descriptors: ReportingDescriptor[] = [
  ...rules.map(({ id, severity }) => descriptor(id, severity, rulePage(id))),
  descriptor(unusedIgnore.id, unusedIgnore.severity, rulePage(unusedIgnore.id)),
  descriptor(configurationRule, "warning", rulePagePath("docs/check.md")),
];

/** Findings as a log of SARIF 2.1.0, the standard of code scanning. */
export function sarif({ found, root, version }: Report): string {
  const seen = new Map<string, number>();
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Error Code IntelliSense",
            semanticVersion: version,
            informationUri: rulePagePath("README.md"),
            rules: descriptors,
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { uri: pathToFileURL(`${root}/`).href } },
        results: found.map((one) => toResult(one, root, seen)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(id: string, severity: Severity | "off", helpUri: string): ReportingDescriptor {
  const name = id.replaceAll("-", " ");
  const text = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: helpUri, markdown: `[${text}](${helpUri})` },
    helpUri,
    defaultConfiguration: { level: levels[severity], ...(severity === "off" ? { enabled: false } : {}) },
  };
}

function toResult(found: CheckResult, root: string, seen: Map<string, number>): Result {
  const { path, rule, severity, message, range, related, suggestions } = found;
  const artifactLocation = locationOf(path, root);
  const ruleIndex = descriptors.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levels[severity] as Result.level,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    partialFingerprints: { "errorCode/v1": fingerprint(found, seen) },
    ...(related.length > 0
      ? {
          relatedLocations: related.map(
            (one, index): Location => ({
              id: index + 1,
              physicalLocation: { artifactLocation, region: regionOf(one.range) },
              message: { text: one.message },
            }),
          ),
        }
      : {}),
    ...(suggestions.length > 0
      ? {
          fixes: suggestions.map((text) => ({
            description: { text },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [{ deletedRegion: regionOf(range), insertedContent: { text } }],
              },
            ],
          })),
        }
      : {}),
  };
}

function locationOf(path: string, root: string): ArtifactLocation {
  const inside = fromRoot(path, root);
  const isInside = pathToFileURL(path).href.startsWith(pathToFileURL(`${root}/`).href);
  return isInside
    ? { uri: inside.split("/").map(encodeURIComponent).join("/"), uriBaseId: "SRCROOT" }
    : { uri: pathToFileURL(path).href };
}

function regionOf({ start, end }: CheckResult["range"]): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Tells a finding from others without its line number, so that moving code about changes nothing. */
function fingerprint({ path, rule, literal, line }: CheckResult, seen: Map<string, number>): string {
  const about = JSON.stringify([rule, literal, line.trim()]);
  const key = `${path}\0${about}`;
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return createHash("sha256").update(`${about}${count}`).digest("hex").slice(0, 32);
}
