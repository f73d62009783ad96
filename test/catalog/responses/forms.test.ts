import assert from "node:assert/strict";
import { errorsIn } from "../../../catalog/responses/explanation.ts";
import type { Knowledge } from "../../../catalog/responses/whose/knowledge.ts";
import { forms, knowledge, type Stated } from "./forms.ts";

describe("forms of responses", () => {
  let known: Knowledge;
  before(async () => {
    known = await knowledge();
  });

  for (const { name, text, errors } of forms()) {
    it(`states its provider, code, message, request ID and status, and nothing else: ${name}`, () => {
      const found = errorsIn(text, known).map((error, index): Stated => {
        const { code, message, requestId, httpStatus, candidates } = error;
        const isOpen = errors[index]?.provider === "?";
        return {
          provider: isOpen ? "?" : (candidates[0]?.provider ?? ""),
          ...(code === undefined ? {} : { code }),
          ...(message === undefined ? {} : { message }),
          ...(requestId === undefined ? {} : { requestId }),
          ...(httpStatus === undefined ? {} : { httpStatus }),
        };
      });
      assert.deepEqual(found, errors);
    });
  }
});
