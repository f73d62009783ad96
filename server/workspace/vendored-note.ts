import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import { folderContaining, relativePath } from "../documents/uris.ts";

/** How many folders are named. */
const maximumNamed = 3;

/**
 * Returns a sentence that names the folders that were passed over because they hold the code of others; undefined if
 * there are none. `vendored` are their URIs, `folders` those of the workspace.
 */
export function vendoredNote(
  vendored: readonly string[],
  folders: readonly string[],
  displayLanguage: DisplayLanguage,
): string | undefined {
  if (vendored.length === 0) return undefined;
  const pathOf = (uri: string) => {
    const folder = folderContaining(folders, uri);
    return `${(folder && relativePath(folder, uri)) ?? uri}/`;
  };
  const named = [...new Set(vendored.map(pathOf))].sort();
  const more = named.length - maximumNamed;
  const first = named.slice(0, maximumNamed);
  return localize(
    {
      en: `Not read, as they hold the code of others: ${first.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
      "zh-CN": `未读取存放第三方代码的文件夹：${first.join("、")}${more > 0 ? ` 等 ${named.length} 个` : ""}。`,
    },
    displayLanguage,
  );
}
