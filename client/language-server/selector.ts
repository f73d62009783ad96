/** The documents that the server reads: every language, wherever it comes from. */
export const documentSelector = [
  { scheme: "file" },
  { scheme: "untitled" },
  { scheme: "vscode-notebook-cell" },
  { scheme: "vscode-vfs" },
];
