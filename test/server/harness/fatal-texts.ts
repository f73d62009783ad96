/** Short texts that end or hold a parser without defence, by the names of files: nested deeply, or ambiguous. */
export const fatalTexts: Record<string, { languageId: string; text: string }> = {
  "list.yaml": { languageId: "yaml", text: "- ".repeat(257) },
  "keys.yaml": { languageId: "yaml", text: "? ".repeat(257) },
  "stairs.yaml": {
    languageId: "yaml",
    text: Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}code:`).join("\n"),
  },
  "nested.php": { languageId: "php", text: `<?php\n${"$(".repeat(2062)}` },
  "nested.go": { languageId: "go", text: "%w[".repeat(2062) },
  "nested.cs": { languageId: "csharp", text: "%w[".repeat(2062) },
  "nested.rs": { languageId: "rust", text: "%w[".repeat(2062) },
  "labels.ts": { languageId: "typescript", text: "a: {".repeat(10_000) },
  "arrows.java": { languageId: "java", text: "a=>".repeat(2375) },
};
