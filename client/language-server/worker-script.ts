import { Uri, workspace } from "vscode";

/** The files of the server below `dist/`, which the build names; the first one starts it. */
const files = (process.env.ERROR_CODES_WORKER_FILES ?? "").split(",");

/** Returns the name by which a file is required: what is for browsers alone stands in a folder of its own. */
function nameOf(path = ""): string {
  return path.replace(/^web\//, "");
}

/**
 * Reads the server and returns the script of a worker that runs it. A worker cannot be started from the address of the
 * extension, which is on another host, and so it cannot load what stands beside: the script has all files, as functions
 * that are compiled when they are first required.
 */
export async function workerScript(extensionUri: Uri): Promise<Blob> {
  const read = async (path: string) => [
    `${JSON.stringify(nameOf(path))}(module, exports, require) {\n`,
    (await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", path))) as Uint8Array<ArrayBuffer>,
    "\n},\n",
  ];
  const modules = await Promise.all(files.map(read));
  return new Blob(["{ const modules = {\n", ...modules.flat(), "};\n", start], { type: "text/javascript" });
}

/**
 * Paths are relative to the file that requires another one, but no two files have the same below `dist/`. Nothing is
 * global: libraries would take a global `require` for a sign of Node.js.
 */
const start = `const loaded = new Map();
const require = (path) => {
  const name = path.replace(/^(?:\\.\\.?\\/)+/, "");
  if (!loaded.has(name)) {
    if (!Object.hasOwn(modules, name)) throw new Error("There is no module " + path + " in a browser.");
    const module = { exports: {} };
    loaded.set(name, module);
    modules[name](module, module.exports, require);
  }
  return loaded.get(name).exports;
};
require(${JSON.stringify(nameOf(files[0]))});
}
`;
