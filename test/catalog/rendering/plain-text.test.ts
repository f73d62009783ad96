import assert from "node:assert/strict";
import { codeSpan, escapeMarkdown, markdownLink } from "../../../catalog/rendering/markdown.ts";
import { plainTextOf } from "../../../catalog/rendering/plain-text.ts";

describe("Markdown as plain text", () => {
  it("says what it says with marks", () => {
    const page = [
      "`AuthFailure`",
      "**Tencent Cloud** · HTTP 403\\!",
      "_Misspelled by the vendor_",
      "- `a_b_c`: snake_case stays",
      "---",
      "### Family",
    ];
    assert.deepEqual(plainTextOf(page.join("\n")).split("\n"), [
      "AuthFailure",
      "Tencent Cloud · HTTP 403!",
      "Misspelled by the vendor",
      "- a_b_c: snake_case stays",
      "————",
      "Family",
    ]);
  });

  it("has the targets of links to the web, and of no others", () => {
    const [web, command] = [
      markdownLink("Documentation", "https://example.com/a?b=1"),
      markdownLink(codeSpan("A.B"), "command:show?%5B1%5D"),
    ];
    assert.equal(plainTextOf(`${web} · ${command}`), "Documentation <https://example.com/a?b=1> · A.B");
  });

  it("gives back any text that was escaped or made a code span", () => {
    for (const text of [
      "a`b``c",
      "`",
      "<b>&amp;</b>",
      "[x](y)",
      "1. *not* _a_ list_",
      "a_b",
      "\\",
      "$(x) www.a.b",
    ]) {
      assert.equal(plainTextOf(escapeMarkdown(text)), text);
      assert.equal(plainTextOf(codeSpan(text)), text);
    }
  });
});
