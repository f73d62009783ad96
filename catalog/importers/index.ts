import { fileProblem } from "../schema/checked-file.ts";
import { documentCatalog } from "./document-catalog.ts";
import { documentFormats, formatOf } from "./formats/index.ts";
import type { Importer } from "./importer.ts";
import { isOwnFormat, yamlCatalog } from "./yaml-catalog.ts";

const documents = new Map(documentFormats.map((format) => [format, documentCatalog(format)]));

/** Says which formats are read. */
const unknown: Importer = {
  name: "unknown",

  *read({ path }) {
    const names = [...new Set(documentFormats.map(({ name }) => name))];
    const problem = fileProblem(path, {
      en: `The format of this file is not known. Catalogs are YAML and JSON, and documents of these formats: ${names.join(", ")}.`,
      "zh-CN": `无法识别此文件的格式。目录可以是 YAML 或 JSON，也可以是以下格式的文档：${names.join("、")}。`,
    });
    return { value: undefined, problems: [problem] };
  },
};

/** Returns the importer of a file, by its name and its text. */
export function importerOf(path: string, text: string): Importer {
  if (isOwnFormat(path, text)) return yamlCatalog;
  const format = formatOf(path, text);
  return (format && documents.get(format)) ?? unknown;
}
