import { createHash, randomBytes } from "node:crypto";
import { open, readdir, realpath, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { writeFile } from "atomically";

// A text is written to a temporary file, which then takes the place of the file. A process that is killed in between
// leaves the temporary file behind: its name says whose it is, so that a later run can remove it.

const temporaryName = /^\.error-codes-([0-9a-f]{8})-(\d+)-[0-9a-f]+\.tmp$/;
/** How old a temporary file of another machine is that nobody writes any more, in milliseconds. */
const oldAge = 60_000;

/**
 * Replaces the text of a file at once, or creates it; permissions and symbolic links stay. A file with several hard
 * links is overwritten instead, since a new file would have the name of one of them alone.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (info && info.nlink > 1) return overwrite(path, text);
  const real = await realpath(path).catch(() => path);
  await new Leftovers().removeFrom(dirname(real));
  await writeFile(real, text, { tmpCreate: (target) => join(dirname(target), newName()) });
}

/** Returns what stands for this machine in the names of its temporary files. */
function host(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
}

function newName(): string {
  return `.error-codes-${host()}-${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
}

async function overwrite(path: string, text: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    const bytes = Buffer.from(text);
    await file.write(bytes, 0, bytes.length, 0);
    await file.truncate(bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes the temporary files of processes that were killed, once from each folder. */
export class Leftovers {
  readonly #cleared = new Set<string>();

  async removeFrom(folder: string): Promise<void> {
    if (this.#cleared.has(folder)) return;
    this.#cleared.add(folder);
    for (const name of await readdir(folder).catch(() => [])) {
      const [, writer, process] = temporaryName.exec(name) ?? [];
      const path = join(folder, name);
      if (process === undefined) continue;
      const isLeft = writer === host() ? !isRunning(Number(process)) : await isOld(path);
      if (isLeft) await unlink(path).catch(() => {});
    }
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function isOld(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > oldAge;
}
