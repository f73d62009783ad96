/** A file with what changes when its content does. */
export interface FileStamp {
  uri: string;
  /** Its size and the time of its last change. */
  stamp: string;
}

/** A file in an archive: its path there, and its content. */
export interface ArchivedFile {
  path: string;
  bytes: Uint8Array;
}

/** The files of packages that are installed on this machine. Files and folders are named by their URIs. */
export interface PackageFiles {
  /** The home folder of the user. */
  readonly home: string;
  /** Returns the folders that an environment variable lists; none if it is not set. */
  foldersIn(variable: string): string[];
  /** Returns the names in a folder; none if it cannot be read. */
  list(folder: string): Promise<readonly string[]>;
  /** Returns the regular files that a path or glob, relative to a folder, matches, except those that lead out of it. */
  matching(folder: string, glob: string): Promise<FileStamp[]>;
  /** Reads a regular file of at most `maximum` bytes; undefined if it is not one. */
  read(uri: string, maximum: number): Promise<Uint8Array | undefined>;
  /**
   * Yields the files of a ZIP archive whose paths are wanted; none, or the first ones, if it is damaged. A file of more
   * than `maximum` bytes is left out.
   */
  unpack(archive: string, isWanted: (path: string) => boolean, maximum: number): AsyncIterable<ArchivedFile>;
  /** Returns the URI of a file or folder without symbolic links; the URI itself where nothing exists. */
  realUri(uri: string): Promise<string>;
  /** What was kept of earlier readings. */
  readonly cache: TextCache;
}

/** Keeps texts on disk, in a folder that only the user can read; what is damaged there is not found. */
export interface TextCache {
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
}
