import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { Project } from "../../server/harness/test-project.ts";
import { assertPrintable } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { anywhere } from "../mutation.ts";
import { catalogFile } from "./samples.ts";
import { type Message, messagesFor } from "./valid-messages.ts";

const uri = "file:///fuzzed/a.ts";
const known = 'if (err.code === "AuthFailure.SignatureExpire") {}';

/** In milliseconds, on a busy machine. */
const maximumWait = 30_000;

const oddValues = [
  ...[
    null,
    undefined,
    true,
    -1,
    0,
    1.5,
    2 ** 31,
    1e21,
    "",
    "x",
    "\0",
    "__proto__",
    [],
    [null],
    {},
    "y".repeat(5000),
  ],
  ...["file:///%", "file:////server/x", "http://[", "untitled:a", "error-code:/a/b/c.md", uri],
  ...[{ line: -1, character: -1 }, { line: 1e9, character: 1e9 }, { start: 1 }],
];

const damage = fc.record({ at: anywhere, value: fc.constantFrom(...oddValues) });

/** Messages with parts of wrong types, missing or odd, some of them cancelled: the server answers and stays alive. */
export const messages: Kind = {
  name: "messages",

  async start() {
    const files = {
      ".error-codes.yaml": "catalogs: [{ path: acme.yaml }]\n",
      "acme.yaml": catalogFile,
      "src/b.ts": 'const acmeCode = "Billing.Overdu";\n',
    };
    let project: Project | undefined;
    const message = fc.record({
      index: anywhere,
      damages: fc.array(damage, { maxLength: 3 }),
      isCancelled: fc.boolean(),
    });
    return {
      property: propertyOf(fc.array(message, { minLength: 1, maxLength: 12 }), async (all) => {
        project ??= await Project.of(files);
        const valid = messagesFor(uri, project.uri("src/b.ts"), project.uri(""));
        const sent = all.map(({ index, damages, isCancelled }) => {
          const message = valid[index % valid.length] as Message;
          return { ...message, params: damages.reduce(damaged, message.params), isCancelled };
        });
        const [opening] = valid as [Message];
        try {
          // Most requests are about an open document.
          await send([{ ...opening, isCancelled: false }, ...sent], project);
          await assertAlive(project);
        } catch (error) {
          project.client.kill();
          project = undefined;
          throw error;
        }
      }),
      stop: async () => project?.end(),
    };
  },
};

/** Returns a copy of a value in which one part is replaced; a part that is replaced by undefined is missing. */
function damaged(value: unknown, { at, value: odd }: { at: number; value: unknown }): unknown {
  const copy: Record<string, unknown> = { root: structuredClone(value) };
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const collect = (holder: object) => {
    for (const [key, part] of Object.entries(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key });
      if (typeof part === "object" && part !== null) collect(part);
    }
  };
  collect(copy);
  const { holder, key } = places[at % places.length] ?? { holder: copy, key: "root" };
  holder[key] = odd;
  return copy.root;
}

/** Sends messages at once, and waits until all requests are answered. */
async function send(
  all: readonly (Message & { isCancelled: boolean })[],
  { client }: Project,
): Promise<void> {
  const { connection } = client;
  const answers: Promise<unknown>[] = [];
  for (const { method, params, isRequest, isCancelled } of all) {
    if (!isRequest) {
      await connection.sendNotification(method, params as object);
      continue;
    }
    const cancellation = new CancellationTokenSource();
    const answer = connection.sendRequest<unknown>(method, params as object, cancellation.token);
    if (isCancelled) cancellation.cancel();
    answers.push(answer.catch((error: Error) => assertPrintable(error.message, `an error of ${method}`)));
  }
  await inLimit(Promise.all(answers), "the answers");
}

/** Fails if the server does not answer as it does when nothing went before. */
async function assertAlive({ client }: Project): Promise<void> {
  await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  const open = await client.open("typescript", known, "file:///fuzzed/known.ts");
  const hover = await inLimit(open.hover({ line: 0, character: 25 }), "a hover");
  const { value } = (hover?.contents ?? { value: "" }) as { value: string };
  assert.match(value, /AuthFailure\.SignatureExpire/);
  assert.deepEqual(await inLimit(open.diagnose(), "diagnostics"), []);
  await open.close();
}

async function inLimit<T>(work: Promise<T>, what: string): Promise<T> {
  const stop = new AbortController();
  const late = setTimeout(maximumWait, undefined, { signal: stop.signal }).then(() =>
    assert.fail(`${what} did not come`),
  );
  late.catch(() => {});
  return Promise.race([work, late]).finally(() => stop.abort());
}
