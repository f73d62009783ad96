import assert from "node:assert/strict";
import { importMarkdown } from "../fixture.ts";

describe("importing errors with labels in bold", () => {
  it("reads labels in bold in any order, what answers state as their type, and no settings", () => {
    const fence = (text: string) => `\`\`\`json\n${text}\n\`\`\`\n`;
    const text = `# Error handling

#### LOGIN_FAILED
**Description:** The password is wrong
**Retryable:** No
**HTTP Status:** 401
**Action:** Stay on the page

#### LOGIN_LOCKED
**Description:** Too many tries
**Retryable:** Yes
**HTTP Status:** 403
**Action:** Wait

## Errors of access

${fence('{ "type": "AccessDenied", "title": "You are not allowed to" }')}
## Errors of rights

${fence('{ "message": "Not for you", "error_code": "FORBIDDEN", "trace_id": "req_1_auth3" }')}
## Configuration

- \`retry_delay_ms\`: how long to wait when a request has failed
- \`retry_limit\`: after how many failures to stop
`;
    assert.deepEqual(
      importMarkdown(text).rows.map(({ code, httpStatus, message, description, fix }) => [
        code,
        httpStatus[0],
        message ?? description,
        fix,
      ]),
      [
        ["LOGIN_FAILED", 401, "The password is wrong", "Stay on the page"],
        ["LOGIN_LOCKED", 403, "Too many tries", "Wait"],
        ["AccessDenied", undefined, "You are not allowed to", undefined],
        ["FORBIDDEN", undefined, "Not for you", undefined],
      ],
    );
  });
});
