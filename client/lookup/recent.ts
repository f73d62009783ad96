import type { Memento } from "vscode";
import type { EntryKey } from "../../server/protocol/index.ts";
import { isKey } from "../language-server/keys.ts";

const name = "errorCodes.recent";
const maximum = 20;

/** The codes that were used last, newest first; kept as keys alone, over workspaces and sessions. */
export class Recent {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  get keys(): EntryKey[] {
    const kept = this.#memory.get<unknown>(name);
    return Array.isArray(kept) ? kept.filter(isKey).slice(0, maximum) : [];
  }

  async add({ provider, service, code }: EntryKey): Promise<void> {
    const isOther = (key: EntryKey) =>
      key.provider !== provider || key.service !== service || key.code !== code;
    const keys = [{ provider, service, code }, ...this.keys.filter(isOther)];
    await this.#memory.update(name, keys.slice(0, maximum));
  }
}
