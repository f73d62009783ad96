/** What a server in a worker asks its client for, since it has no files of its own; each call is a message. */
export interface FileService {
  /** Reads a file of the extension, by its path below the extension's folder; throws if there is none. */
  readOwn(path: string): Promise<Uint8Array>;
  /** Reads a file of at most `maximum` bytes, or says why it cannot be read. */
  read(uri: string, maximum: number): Promise<Uint8Array | FileFailure>;
  /** Returns the entries of a folder, sorted by name; none if it cannot be listed. */
  list(folder: string): Promise<FolderEntry[]>;
  /** Returns whether a file or folder is itself a symbolic link; where it leads cannot be found out. */
  isLink(uri: string): Promise<boolean>;
}

/** Why a file cannot be read. */
export type FileFailure = "missing" | "denied" | "special" | "large" | "failed";

/** A file or folder in a folder. */
export interface FolderEntry {
  name: string;
  kind: "file" | "folder" | "other";
  /** Whether it is a symbolic link; `kind` is then that of its target. */
  isLink: boolean;
}

/** A call of the file service, as a message to the client. */
export interface FileCall {
  id: number;
  method: keyof FileService;
  args: unknown[];
}

/** The answer to a call: what it returned, or what it threw. */
export interface FileAnswer {
  id: number;
  result?: unknown;
  error?: string;
}

/** The first message to the worker: the port by which it calls the file service. */
export interface WorkerStart<Port> {
  files: Port;
}
