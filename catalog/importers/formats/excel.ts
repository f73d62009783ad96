import { readWorkbook } from "../workbook.ts";
import type { DocumentFormat } from "./document-format.ts";

/** Excel: a table on each sheet. */
export const excel: DocumentFormat = {
  name: "Excel",
  isData: true,
  extensions: [".xlsx"],
  isBinary: true,
  // biome-ignore lint/correctness/useYield: its library answers later, so that it is loaded
  *read() {
    return { tables: [], problems: [] };
  },
  load: ({ bytes }) => readWorkbook(bytes),
};
