/** Selects the documents that the server analyzes: every language, in each of these URI schemes. */
export const documentSelector = [
  { scheme: "file" },
  { scheme: "untitled" },
  { scheme: "vscode-notebook-cell" },
  { scheme: "vscode-vfs" },
];
