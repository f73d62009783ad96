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

  it("reads headings and items that begin with codes of one form, and no expressions", () => {
    const error = (code: string, title: string) => `### ${code} ${title}
- **Where**: \`load\`
- **Condition**: 登録されていない
- **Message**: \`Not found: {id}\`
- **Hint**: 登録順を確認
`;
    const text = `# エラーコード体系

- \`raiseError({ code })\` へ統一
- \`config.debug === true\` のとき

## Template

${error("TMP-001", "Template not found")}
${error("TMP-102", "Conversion failed")}
${error("TMP-103", "Layout missing")}
## Runtime errors

- UPD-001 Engine not started
- UPD-002 Handler not found
- UPD-003 Path missing
`;
    assert.deepEqual(
      importMarkdown(text).rows.map(({ code, message, description, cause, fix }) =>
        [code, message, description, cause, fix].join(" ¦ "),
      ),
      [
        "TMP-001 ¦ Not found: {id} ¦ Template not found ¦ 登録されていない ¦ 登録順を確認",
        "TMP-102 ¦ Not found: {id} ¦ Conversion failed ¦ 登録されていない ¦ 登録順を確認",
        "TMP-103 ¦ Not found: {id} ¦ Layout missing ¦ 登録されていない ¦ 登録順を確認",
        "UPD-001 ¦  ¦ Engine not started ¦  ¦ ",
        "UPD-002 ¦  ¦ Handler not found ¦  ¦ ",
        "UPD-003 ¦  ¦ Path missing ¦  ¦ ",
      ],
    );
  });

  it("reads small numbers and those of years in a list of numbers", () => {
    const text =
      "# Error codes\n\n* 1 Wrong format\n* 16 No action\n* 136 Not an integer\n* 1000 No credits\n* 2001 Not the owner\n* 3000 Item not found\n";
    assert.deepEqual(
      importMarkdown(text).rows.map(({ code }) => code),
      ["1", "16", "136", "1000", "2001", "3000"],
    );
    assert.deepEqual(importMarkdown("# Errors in\n\n* 1 order\n* 2 orders\n* 300 days\n").rows, []);
  });
});
