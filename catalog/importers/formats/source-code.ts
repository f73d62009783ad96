import type { DocumentFormat } from "./document-format.ts";

/** Source code: constants, enums and records of errors. What reads it stands above, and hands in the tables. */
export const sourceCode: DocumentFormat = {
  name: "source code",
  extensions: [
    ".go",
    ".java",
    ".kt",
    ".cs",
    ".php",
    ".rs",
    ".py",
    ".pyi",
    ".ts",
    ".tsx",
    ".mts",
    ".cts",
    ".js",
    ".jsx",
    ".mjs",
    ".cjs",
  ],
  // biome-ignore lint/correctness/useYield: it is read by what stands above
  *read() {
    return { tables: [], problems: [] };
  },
};
