import assert from "node:assert/strict";
import { NotificationHandlers } from "../../../client/language-server/notification-handlers.ts";

type Client = Parameters<NotificationHandlers["registerWith"]>[0];

/** A client that keeps the latest handler of each method, as the real one does. */
function fakeClient() {
  const handlers = new Map<string, () => void>();
  const onNotification = (method: string, handler: () => void) => {
    handlers.set(method, handler);
    return { dispose: () => handlers.delete(method) };
  };
  return {
    client: { onNotification } as unknown as Client,
    notify: (method: string) => handlers.get(method)?.(),
  };
}

describe("the handlers of notifications", () => {
  for (const [when, isEarly] of [
    ["before the client is loaded", true],
    ["after the client is loaded", false],
  ] as const) {
    it(`are called until they are disposed of, if they are set ${when}`, () => {
      const { client, notify } = fakeClient();
      const handlers = new NotificationHandlers();
      let count = 0;
      if (!isEarly) handlers.registerWith(client);
      const handler = handlers.set("changed", () => {
        count++;
      });
      if (isEarly) handlers.registerWith(client);
      notify("changed");
      handler.dispose();
      notify("changed");
      assert.equal(count, 1);
    });
  }

  it("stay if an earlier one, which they replaced, is disposed of", () => {
    const { client, notify } = fakeClient();
    const handlers = new NotificationHandlers();
    handlers.registerWith(client);
    let called = "";
    const first = handlers.set("changed", () => {
      called += "first";
    });
    handlers.set("changed", () => {
      called += "second";
    });
    first.dispose();
    notify("changed");
    assert.equal(called, "second");
  });
});
