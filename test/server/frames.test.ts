import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { type Message, StreamMessageWriter } from "vscode-languageserver/node";
import { WholeMessages } from "../../server/frames.node.ts";
import { RawClient } from "./harness/raw-client.ts";

describe("the server and broken frames", () => {
  let client: RawClient;
  beforeEach(async () => {
    client = await RawClient.start();
  });
  afterEach(() => client.stop());

  const frames: Record<string, string | Buffer> = {
    "no number as the length": "Content-Length: abc\r\n\r\n{}",
    "a negative length": "Content-Length: -5\r\n\r\n{}",
    "a length beyond all messages": "Content-Length: 99999999999\r\n\r\n{}",
    "a length that is too small": 'Content-Length: 3\r\n\r\n{"jsonrpc":"2.0","method":"x"}',
    "a length with a fraction": "Content-Length: 2.7\r\n\r\n{}",
    "two lengths": "Content-Length: 3\r\nContent-Length: 2\r\n\r\n{} ",
    "two lengths in different cases": "Content-Length: 2\r\ncontent-length: 3\r\n\r\n{} ",
    "no length": "Content-Type: application/vscode-jsonrpc\r\n\r\n{}",
    "no header": "x\r\n\r\n",
    "a header without an end": `X: ${"y".repeat(20_000)}`,
    "no JSON": "Content-Length: 5\r\n\r\n{bad}",
    "no bytes": "Content-Length: 0\r\n\r\n",
    "JSON that is no object": "Content-Length: 4\r\n\r\nnull",
    "bytes that are not UTF-8": Buffer.from("Content-Length: 4\r\n\r\n\xff\xfe\x80\x22", "latin1"),
    "an unknown encoding": "Content-Length: 2\r\nContent-Type: a; charset=nope\r\n\r\n{}",
  };
  for (const [name, frame] of Object.entries(frames))
    it(`goes on after ${name}`, async () => {
      client.write(frame);
      const { result } = await client.request("errorCodes/search", { query: "sigexp", limit: 1 });
      assert.match(JSON.stringify(result), /signature.?expire/i);
      // Nothing that is printed may stand between the messages.
      assert.ok(client.received.every((message) => typeof message === "object"));
    });

  it("reads messages in any pieces", async () => {
    const message = JSON.stringify({
      jsonrpc: "2.0",
      id: 900,
      method: "errorCodes/search",
      params: { query: "签名" },
    });
    const bytes = Buffer.from(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    for (const byte of bytes) client.write(Buffer.from([byte]));
    await client.request("errorCodes/used", {});
    const answer = client.received.find(({ id }) => id === 900);
    assert.match(JSON.stringify(answer?.result), /signature.?expire/i);
  });
});

describe("the messages of the server", () => {
  it("are written each as a whole, header and body at once", async () => {
    const written: string[] = [];
    const output = new Writable({
      write(chunk: Buffer, _, done) {
        written.push(chunk.toString());
        done();
      },
    });
    const writer = new StreamMessageWriter(new WholeMessages(output));
    for (const params of ["a", "签名", "x".repeat(100_000)])
      await writer.write({ jsonrpc: "2.0", method: "test", params: [params] } as Message);
    assert.equal(written.length, 3);
    for (const message of written) {
      const [header = "", body = ""] = message.split("\r\n\r\n");
      assert.equal(header, `Content-Length: ${Buffer.byteLength(body)}`);
      assert.equal(JSON.parse(body).method, "test");
    }
  });

  it("fail where the stream below fails", async () => {
    const output = new Writable({ write: (_, __, done) => done(new Error("broken pipe")) });
    output.on("error", () => {});
    const writer = new StreamMessageWriter(new WholeMessages(output));
    await assert.rejects(writer.write({ jsonrpc: "2.0" }), /broken pipe/);
  });
});
