import { FileSystemError, FileType, Uri, workspace } from "vscode";
import type {
  FileAnswer,
  FileCall,
  FileFailure,
  FileService,
  FolderEntry,
} from "../../server/protocol/index.ts";

/** What is used of a message port. */
export interface ServicePort {
  onmessage: ((event: { data: FileCall }) => void) | null;
  postMessage(answer: FileAnswer): void;
}

/** Answers the calls of a server in a worker, which has no files: what VS Code can read is read here. */
export function answerFileCalls(port: ServicePort, extensionUri: Uri): void {
  const service = fileService(extensionUri);
  port.onmessage = async ({ data: { id, method, args } }) => {
    try {
      const call = service[method] as (...args: unknown[]) => Promise<unknown>;
      port.postMessage({ id, result: await call(...args) });
    } catch (error) {
      port.postMessage({ id, error: String(error) });
    }
  };
}

function fileService(extensionUri: Uri): FileService {
  const { fs } = workspace;
  return {
    readOwn: async (path) => fs.readFile(Uri.joinPath(extensionUri, path)),
    async read(uri, maximum) {
      try {
        const place = Uri.parse(uri, true);
        const { type, size } = await fs.stat(place);
        if (!(type & FileType.File)) return "special";
        if (size > maximum) return "large";
        const bytes = await fs.readFile(place);
        return bytes.length > maximum ? "large" : bytes;
      } catch (error) {
        return failureOf(error);
      }
    },
    async list(folder) {
      try {
        const entries = await fs.readDirectory(Uri.parse(folder, true));
        return entries.map(toEntry).sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch {
        return [];
      }
    },
    async isLink(uri) {
      try {
        return ((await fs.stat(Uri.parse(uri, true))).type & FileType.SymbolicLink) !== 0;
      } catch {
        return false;
      }
    },
  };
}

function toEntry([name, type]: [string, FileType]): FolderEntry {
  const kind = type & FileType.File ? "file" : type & FileType.Directory ? "folder" : "other";
  return { name, kind, isLink: (type & FileType.SymbolicLink) !== 0 };
}

function failureOf(error: unknown): FileFailure {
  const code = error instanceof FileSystemError ? error.code : "";
  if (code === "FileNotFound") return "missing";
  if (code === "NoPermissions") return "denied";
  return code === "FileIsADirectory" ? "special" : "failed";
}
