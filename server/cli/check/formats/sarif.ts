import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Location, Log, Region, ReportingDescriptor, Result } from "sarif";
import { toVisibleJson } from "../../../../catalog/text/visible-text.ts";
import type { Severity } from "../../../configuration/severity.ts";
import { rules, unusedIgnore } from "../../../rules/index.ts";
import { pageUrl, rulePageUrl } from "../../../rules/pages.ts";
import { type CheckResult, configurationRule, type Report } from "../check-result.ts";
import { Fingerprints } from "../fingerprints.ts";
import { relativeToRoot } from "./github.ts";

const levels: Record<Severity | "off", "error" | "warning" | "note" | "none"> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
  off: "none",
};

const descriptors: ReportingDescriptor[] = [
  ...rules.map(({ id, severity }) => toDescriptor(id, severity, rulePageUrl(id))),
  toDescriptor(unusedIgnore.id, unusedIgnore.severity, rulePageUrl(unusedIgnore.id)),
  toDescriptor(configurationRule, "warning", pageUrl("docs/check.md")),
];

/** Formats findings as a SARIF 2.1.0 log, the standard format of code scanning. */
export function sarif({ found, root, version }: Report): string {
  const fingerprints = new Fingerprints();
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Error Code IntelliSense",
            semanticVersion: version,
            informationUri: pageUrl("README.md"),
            rules: descriptors,
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { uri: pathToFileURL(`${root}/`).href } },
        results: found.map((finding) => toResult(finding, root, fingerprints)),
      },
    ],
  };
  return `${toVisibleJson(log, 2)}\n`;
}

function toDescriptor(id: string, severity: Severity | "off", helpUri: string): ReportingDescriptor {
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

function toResult(finding: CheckResult, root: string, fingerprints: Fingerprints): Result {
  const { path, rule, severity, message, range, related, suggestions } = finding;
  const artifactLocation = locationOf(path, root);
  const ruleIndex = descriptors.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levels[severity] as Result.level,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    partialFingerprints: { "errorCode/v1": fingerprints.of(finding) },
    ...(related.length > 0
      ? {
          relatedLocations: related.map(
            (other, index): Location => ({
              id: index + 1,
              physicalLocation: { artifactLocation, region: regionOf(other.range) },
              message: { text: other.message },
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

/** Returns a URI relative to SRCROOT for a path below the root, else an absolute one. */
function locationOf(path: string, root: string): ArtifactLocation {
  const inside = relativeToRoot(path, root);
  const isInside = pathToFileURL(path).href.startsWith(pathToFileURL(`${root}/`).href);
  return isInside
    ? { uri: inside.toWellFormed().split("/").map(encodeURIComponent).join("/"), uriBaseId: "SRCROOT" }
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
