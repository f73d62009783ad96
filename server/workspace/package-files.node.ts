import { readdir, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FileStamp, PackageFiles } from "../documents/package-files.ts";
import { filesInArchive } from "./archive.node.ts";
import { matchingFiles } from "./matching-files.node.ts";
import { userCache } from "./storage/user-cache.node.ts";
import { readRegularFile } from "./walk/regular-file.node.ts";

/** Returns the files of packages on disk. */
export function packageFiles(): PackageFiles {
  return {
    home: uriOf(homedir()),
    foldersIn: (variable) => (process.env[variable] ?? "").split(delimiter).filter(isAbsolute).map(uriOf),
    list: async (folder) => {
      const path = pathOf(folder);
      return path === undefined ? [] : readdir(path).catch(() => []);
    },
    matching,
    read: async (uri, maximum) => {
      const path = pathOf(uri);
      return path === undefined ? undefined : readRegularFile(path, maximum).catch(() => undefined);
    },
    unpack: async function* (archive, isWanted, maximum) {
      const path = pathOf(archive);
      if (path !== undefined) yield* filesInArchive(path, isWanted, maximum);
    },
    realUri: async (uri) => {
      const path = pathOf(uri);
      return path === undefined ? uri : realpath(path).then(uriOf, () => uri);
    },
    cache: userCache("installed-sdks"),
  };
}

async function matching(folder: string, glob: string): Promise<FileStamp[]> {
  const path = pathOf(folder);
  if (path === undefined) return [];
  const real = await realpath(path).catch(() => path);
  const { files } = await matchingFiles(real, glob);
  const stamped = files.map(async (file): Promise<FileStamp[]> => {
    // A link can lead to any file of the user.
    const target = await realpath(file).catch(() => "");
    if (!target.startsWith(real + sep)) return [];
    const { size, mtimeMs } = await stat(target);
    return [{ uri: uriOf(join(path, file.slice(real.length + 1))), stamp: `${size} ${mtimeMs}` }];
  });
  return (await Promise.all(stamped)).flat();
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Returns the path of a file; undefined if a URI is not that of a file that this platform can have. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
