// Packages the extension, which `build.ts --production` has built: `node vsix.ts [FILE] [--pre-release]`. The same
// sources give the same bytes, whenever, wherever and by whom they are packaged, so that anybody can prove what a
// release was made of.
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";

const { values, positionals } = parseArgs({
  options: { "pre-release": { type: "boolean", default: false } },
  allowPositionals: true,
});
const [packagePath] = positionals;
const cwd = import.meta.dirname;

// The archive has local times, and its entries are sorted only if this is set: 1980-01-02 is near the first one possible.
process.env.TZ = "UTC";
process.env.SOURCE_DATE_EPOCH ??= "315619200";

// It has the permissions of the files too, and these depend on who checked them out.
for (const file of await listFiles({ cwd, packageManager: PackageManager.None }))
  await chmod(join(cwd, file), 0o644);

await createVSIX({
  cwd,
  dependencies: false,
  preRelease: values["pre-release"],
  ...(packagePath ? { packagePath } : {}),
});
