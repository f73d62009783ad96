import assert from "node:assert/strict";
import fc from "fast-check";
import { errorsIn } from "../../../catalog/responses/explanation.ts";
import type { Knowledge } from "../../../catalog/responses/whose/knowledge.ts";
import { type Form, forms, knowledge } from "./forms.ts";

/** Texts without what wrapping, escaping and encoding change. */
const bare = (text: string) => text.replace(/\\[nrtu]|[\s\\"'`|│>+]|%[\da-f]{2}/gi, "");
const all = forms();
const someForm = fc.constantFrom(...all);

const wrapped = (text: string, width: number) =>
  text
    .split("\n")
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, "gu")) ?? [""])
    .join("\n");
const escaped = (text: string) => `{"body":${JSON.stringify(text)}}`;
const prefixed = (text: string, prefix: string) => text.replace(/^/gm, prefix);

/** What happens to a text on its way into a paste. */
const changes: [name: string, change: fc.Arbitrary<(text: string) => string>][] = [
  ["cutting", fc.nat(2000).map((length) => (text: string) => text.slice(0, length))],
  ["cutting its beginning", fc.nat(400).map((length) => (text: string) => text.slice(length))],
  ["wrapping", fc.integer({ min: 60, max: 160 }).map((width) => (text: string) => wrapped(text, width))],
  [
    "escaping",
    fc
      .constantFrom(1, 2)
      .map((times) => (text: string) => (times === 2 ? escaped(escaped(text)) : escaped(text))),
  ],
  [
    "prefixing",
    fc
      .constantFrom("| ", "│ ", "> ", "worker_1  | ", "2024-05-01T10:00:00Z INFO ")
      .map((prefix) => (text: string) => prefixed(text, prefix)),
  ],
];

describe("forms of responses that were changed on their way", function () {
  this.timeout(120_000);
  let known: Knowledge;
  before(async () => {
    known = await knowledge();
  });

  for (const [name, change] of changes) {
    it(`yield nothing that is not in them: ${name}`, () => {
      fc.assert(
        fc.property(someForm, change, ({ text, errors }: Form, apply) => {
          // What stands in Base64 in a header is in the text, too.
          const content = `${bare(apply(text))}${errors.map((error) => bare(Object.values(error).join(" "))).join(" ")}`;
          for (const { code, message, requestId, isFromMessage } of errorsIn(apply(text), known)) {
            if (code !== undefined && !isFromMessage) assert.ok(content.includes(bare(code)), `code ${code}`);
            // An ellipsis stands for what was cut off, or masked because it may be a secret.
            for (const part of [message ?? "", requestId ?? ""].flatMap((value) => bare(value).split("…")))
              assert.ok(content.includes(part), `${part} in ${apply(text)}`);
          }
        }),
        { numRuns: 300 },
      );
    });
  }
});
