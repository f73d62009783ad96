import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// The import layers ("floors") of the folders ("rooms") in each part of the project: a file may import from its own
// folder and from folders on lower floors. `node test/package/floors.ts` writes this table into the overrides of
// `biome.json`; a test checks that the two agree.

/** Import patterns that are forbidden in some files, and the message that explains why. */
interface Ban {
  group: string[];
  message: string;
}

/** A part of the project. Its floors are ordered from the lowest up; rooms on one floor must not import each other. */
export interface Part {
  name: string;
  floors: string[][];
  /** Files directly in the part's folder, which may import from all rooms. */
  top: string[];
  /** Bans for all files of the part. */
  bans: Ban[];
  /** The only files that may import Node's modules. */
  node: string[];
}

export const parts: Part[] = [
  {
    name: "catalog",
    floors: [
      ["text"],
      ["schema"],
      ["model"],
      ["naming"],
      ["search"],
      ["rendering", "responses", "importers"],
    ],
    top: [],
    bans: [
      {
        group: ["**/server/**", "**/client/**", "**/test/**", "vscode", "vscode-language*"],
        message: "catalog/ knows nothing of editors or of the other parts.",
      },
    ],
    node: [],
  },
  {
    name: "server",
    floors: [
      ["documents", "globs", "protocol"],
      ["syntax"],
      ["inference", "constants"],
      ["evidence", "sdk"],
      ["configuration", "calls"],
      ["analysis"],
      ["rules"],
      ["workspace"],
      ["agents"],
      ["fixes", "cli"],
      ["features"],
    ],
    top: [
      "server.ts",
      "messages.ts",
      "parameters.ts",
      "frames.node.ts",
      "main.node.ts",
      "main.browser.ts",
      "start.node.ts",
    ],
    bans: [
      {
        group: ["**/client/**", "**/test/**", "vscode", "vscode-languageclient", "vscode-languageclient/**"],
        message: "server/ imports from catalog/ alone.",
      },
    ],
    node: ["server/**/*.node.ts", "server/cli/**"],
  },
  {
    name: "client",
    floors: [["language-server"], ["pages"], ["views"], ["lookup"], ["commands"]],
    top: ["main.ts", "main.node.ts", "main.browser.ts"],
    bans: [
      {
        group: ["**/server/**", "!**/server/protocol/index.ts", "**/test/**"],
        message: "client/ speaks to the server through server/protocol/index.ts.",
      },
    ],
    node: ["client/**/*.node.ts"],
  },
];

/** Returns what a room must not import: the other rooms on its floor and above, and the files above all rooms. */
export function forbiddenTo({ floors, top }: Part, room: string): string[] {
  const own = floors.findIndex((floor) => floor.includes(room));
  return [
    ...floors
      .slice(own)
      .flat()
      .filter((one) => one !== room),
    ...top,
  ];
}

function banOf(part: Part, room: string): Ban[] {
  const group = forbiddenTo(part, room).map((one) => (one.endsWith(".ts") ? `**/${one}` : `**/${one}/**`));
  const message = `${part.name}/${room}/ imports from lower floors alone; test/package/floors.ts lists them.`;
  return group.length > 0 ? [{ group, message }] : [];
}

/**
 * Returns the overrides of `biome.json`, for each part and each room. A later entry replaces the options of an earlier
 * one, so the entry of a room repeats the bans of its part.
 */
export function overrides(): object[] {
  return parts.flatMap((part) => [
    entry([`${part.name}/**`], { style: { noRestrictedImports: restricted(part.bans) } }),
    ...part.floors.flat().map((room) =>
      entry([`${part.name}/${room}/**`], {
        style: { noRestrictedImports: restricted([...part.bans, ...banOf(part, room)]) },
      }),
    ),
    entry([`${part.name}/**`, ...part.node.map((path) => `!${path}`)], {
      correctness: { noNodejsModules: "error" },
    }),
  ]);
}

function entry(includes: string[], rules: object): object {
  return { includes, linter: { rules } };
}

function restricted(patterns: Ban[]): object {
  return { level: "error", options: { patterns } };
}

if (import.meta.main) {
  const path = join(import.meta.dirname, "../../biome.json");
  const config = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, `${JSON.stringify({ ...config, overrides: overrides() }, undefined, 2)}\n`);
}
