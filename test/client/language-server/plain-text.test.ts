import assert from "node:assert/strict";
import { plainText } from "../../../client/language-server/plain-text.ts";

describe("a text of others in a list or notification", () => {
  it("has no icons, no links and no characters that deceive", () => {
    // As VS Code finds them: https://github.com/microsoft/vscode, `iconLabels.ts` and `linkedText.ts`.
    const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
    const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+\)/i;
    for (const text of [
      "$(trash) x",
      "[x](command:evil)",
      "a$(sync~spin)",
      "[a](https://evil)",
      "[[x](file:///x)",
    ]) {
      assert.match(text, new RegExp(`${icon.source}|${link.source}`));
      assert.doesNotMatch(plainText(text), icon);
      assert.doesNotMatch(plainText(text), link);
      assert.equal(plainText(text).replaceAll("\u2060", ""), text);
    }
    assert.equal(plainText("a\u202eb\nc"), "a\ufffdb\ufffdc");
    assert.equal(plainText("Acme (x) $5 [1]"), "Acme (x) $5 [1]");
  });
});
