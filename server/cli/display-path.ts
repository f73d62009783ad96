import { relative, resolve } from "node:path";

/** Returns a path relative to the working folder if it lies within it, else unchanged. */
export function displayPathOf(path: string): string {
  const inside = relative(process.cwd(), resolve(path));
  return inside.startsWith("..") ? path : inside || path;
}
