import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities } from "vscode-languageserver/node";
import { Client, type StartOptions } from "./client.ts";
import { writeBelow } from "./folder.ts";
import type { OpenDocument } from "./open-document.ts";

const capabilities: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  window: { workDoneProgress: true },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
};

/** A folder of files on disk that is the workspace of a server. */
export class Project {
  readonly folder: string;
  readonly client: Client;

  private constructor(folder: string, client: Client) {
    this.folder = folder;
    this.client = client;
  }

  /** Creates a project with files, by their relative paths, and starts its server. */
  static async of(files: Record<string, string>, start: StartOptions = {}): Promise<Project> {
    const folder = await mkdtemp(join(tmpdir(), "error-codes-"));
    for (const [path, text] of Object.entries(files)) await writeBelow(folder, path, text);
    const client = await Client.start({ capabilities, folder, ...start });
    return new Project(folder, client);
  }

  async end(): Promise<void> {
    await this.client.stop();
    await rm(this.folder, { recursive: true });
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  /** Opens a document with a path, whether or not the file exists; a `|` in the text is the cursor. */
  open(path: string, languageId: string, text: string): Promise<OpenDocument> {
    return this.client.open(languageId, text, this.uri(path));
  }

  /** Writes files, or deletes those whose text is undefined. */
  async write(files: Record<string, string | undefined>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) await rm(join(this.folder, path));
      else await writeBelow(this.folder, path, text);
    }
  }

  /** Writes files, or deletes those whose text is undefined, and notifies the server as an editor does. */
  async change(files: Record<string, string | undefined>): Promise<void> {
    await this.write(files);
    const before = this.client.changes;
    const changes = Object.entries(files).map(([path, text]) => ({
      uri: this.uri(path),
      type: text === undefined ? 3 : 2,
    }));
    await this.client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    await this.client.waitUntil(
      "the server has processed the changed files",
      () => this.client.changes > before,
    );
  }
}
