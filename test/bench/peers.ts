import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fillOnce, npm } from "../../launch.mjs";

/** What this project is measured beside. They are no dependencies of it: npm installs them into the cache, once. */
const peers = {
  "@vscode/ripgrep": "1.18.0",
  eslint: "10.15.0",
  "fastest-levenshtein": "1.0.16",
  "fuse.js": "7.5.0",
  "vscode-langservers-extracted": "4.10.0",
};

/** Returns a function that loads a peer, and the path of its folder with packages. */
export async function installPeers(): Promise<{
  load: (name: keyof typeof peers) => unknown;
  folder: string;
}> {
  const version = Object.values(peers).join("-");
  const root = await fillOnce(`bench-peers-${version}`, async (folder) => {
    await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: peers }));
    const [command, args, options] = npm(["install", "--ignore-scripts", "--no-audit", "--no-fund"]);
    const { status, stderr } = spawnSync(command, args, { ...options, cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`The peers could not be installed:\n${stderr}`);
  });
  return { load: createRequire(join(root, "package.json")), folder: join(root, "node_modules") };
}
