import assert from "node:assert/strict";
import fc from "fast-check";
import { sourceForms } from "../../../server/constants/lexical-forms.ts";
import { sourceConstants } from "../../../server/constants/source-constants.ts";
import { sdks as all } from "../../../server/sdk/index.ts";
import {
  awsClient,
  botocoreModel,
  goVendor,
  javaEnum,
  pythonEnvironment,
} from "../../server/harness/sdk-trees.ts";
import { assertPrintable, assertWithin, inTime } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { mutated } from "../mutation.ts";

const pieces = [
  "/*",
  "*/",
  "//",
  "# ",
  '"""',
  "`",
  '"X.Y"',
  "enum A {",
  "A(",
  "readonly name: ",
  "extends __BaseException",
  '"exception":true',
  "<p>",
  "&lt;",
];

/** Files of SDKs: what is read of them is bounded, and can be shown. */
export const sdks: Kind = {
  name: "sdks",

  async start() {
    const files = {
      ...goVendor,
      ...pythonEnvironment,
      ...awsClient(""),
      javaEnum,
      model: JSON.stringify(botocoreModel),
    };
    const texts = Object.values(files).filter((text) => typeof text === "string");
    const input = fc.record({
      text: mutated(texts, ...pieces),
      sdk: fc.constantFrom(...all),
      form: fc.constantFrom(...Object.values(sourceForms)),
    });
    return {
      property: propertyOf(input, async ({ text, sdk, form }) => {
        for (const constant of await inTime(() => sourceConstants(text, form))) {
          assertWithin(constant, text);
          assert.equal(text.slice(constant.start, constant.end), constant.value);
        }
        const rows = await inTime(() =>
          readOrRefused(() => sdk.read({ packageName: "a/b", path: "a/b/v1/errors", text })),
        );
        for (const row of rows) {
          assertPrintable(row.code, "a code", 200);
          assertPrintable(row.text, "the words of an SDK", 501);
        }
      }),
    };
  },
};

/** A file of another form may be refused by an error. */
function readOrRefused<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    assert.ok(error instanceof SyntaxError || error instanceof TypeError, String(error));
    return [];
  }
}
