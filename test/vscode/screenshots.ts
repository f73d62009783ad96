// Takes the pictures of the project: `node test/vscode/screenshots.ts [<folder for the pictures>]`.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Workbench, type WorkbenchOptions } from "./workbench.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One picture: how the workbench is opened, and what is done before the picture is taken. */
interface Picture {
  name: string;
  options?: Partial<WorkbenchOptions>;
  prepare?(workbench: Workbench): Promise<void>;
}

const pictures: Picture[] = [
  { name: "examples", prepare: (workbench) => workbench.openFile("go/directconnect.go") },
];

async function take({ name, options, prepare }: Picture, folder: string): Promise<string> {
  const workbench = await Workbench.open({
    folder: here("../../examples"),
    extensionPath: here("../.."),
    pictures: true,
    scale: 2,
    ...options,
  });
  try {
    await prepare?.(workbench);
    const path = join(folder, `${name}.png`);
    await workbench.shot(path);
    return path;
  } finally {
    await workbench.close();
  }
}

const folder = resolve(process.argv[2] ?? here("output/pictures"));
await mkdir(folder, { recursive: true });
for (const picture of pictures) console.log(await take(picture, folder));
