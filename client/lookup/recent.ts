import type { ExtensionContext } from "vscode";
import type { EntryKey } from "../../server/protocol/index.ts";
import { isEntryKey } from "../language-server/keys.ts";

const storageKey = "errorCodes.recent";
const maximumKeys = 20;

type Memory = ExtensionContext["globalState"];

/**
 * The codes that were used last, newest first. Only their keys are stored, for all workspaces and sessions, and for all
 * machines where the user synchronizes settings.
 */
export class RecentCodes {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
    memory.setKeysForSync([storageKey]);
  }

  get keys(): EntryKey[] {
    const stored = this.#memory.get<unknown>(storageKey);
    return Array.isArray(stored) ? stored.filter(isEntryKey).slice(0, maximumKeys) : [];
  }

  async add({ provider, service, code }: EntryKey): Promise<void> {
    const isOther = (key: EntryKey) =>
      key.provider !== provider || key.service !== service || key.code !== code;
    const keys = [{ provider, service, code }, ...this.keys.filter(isOther)];
    await this.#memory.update(storageKey, keys.slice(0, maximumKeys));
  }
}
