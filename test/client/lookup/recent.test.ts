import assert from "node:assert/strict";
import { RecentCodes } from "../../../client/lookup/recent.ts";

describe("the recently used codes", () => {
  /** A memento as VS Code provides it: values are stored as JSON. */
  function memory(stored?: unknown) {
    let text = JSON.stringify(stored);
    return {
      keys: () => [],
      get: () => (text === undefined ? undefined : JSON.parse(text)),
      update: async (_: string, value: unknown) => {
        text = JSON.stringify(value);
      },
      synchronized: [] as string[],
      setKeysForSync(keys: readonly string[]) {
        this.synchronized.push(...keys);
      },
    };
  }
  const key = (code: string) => ({ provider: "acme", service: "common", code });

  it("are listed newest first, each once, and only as keys", async () => {
    const recent = new RecentCodes(memory());
    for (const code of ["A.One", "A.Two", "A.One"])
      await recent.add({ ...key(code), summary: "left out" } as ReturnType<typeof key>);
    assert.deepEqual(recent.keys, [key("A.One"), key("A.Two")]);
  });

  it("are those of all machines of a user who synchronizes settings", () => {
    const memento = memory();
    new RecentCodes(memento);
    assert.deepEqual(memento.synchronized, ["errorCodes.recent"]);
  });

  it("are limited to twenty", async () => {
    const recent = new RecentCodes(memory());
    for (let index = 0; index < 30; index++) await recent.add(key(`A.B${index}`));
    assert.equal(recent.keys.length, 20);
    assert.deepEqual(recent.keys[0], key("A.B29"));
  });

  it("ignore stored values that are not keys", () => {
    assert.deepEqual(new RecentCodes(memory("broken")).keys, []);
    assert.deepEqual(new RecentCodes(memory([key("A.One"), { code: 5 }, null])).keys, [key("A.One")]);
  });
});
