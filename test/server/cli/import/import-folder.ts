import { newFolder } from "../../harness/folder.ts";

/** A document with a table of error codes. */
export const document = `# Harbour

## Error codes

| HTTP status | Error code | Error message | Description |
| --- | --- | --- | --- |
| 403 | Gate.Closed | The gate %s is closed. | No entry by night. |
| 404 | Crate.NotFound | The crate does not exist. | 找不到货箱 |
| 400/409 | Crate.Taken | The crate is taken already. | |
`;

/** Creates a new folder for each test of the calling suite, with a function that runs `import` in it. */
export function importFolder() {
  const folder = newFolder();
  return { ...folder, run: (...args: string[]) => folder.run(["import", ...args]) };
}
