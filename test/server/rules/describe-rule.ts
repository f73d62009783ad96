import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";

/**
 * A document in which the rule reports findings: «…» marks the reported spans, ‹…› the related ones. `says` matches the
 * message of the first finding; `severity` is that of its findings, if it is another than the rule's.
 */
export interface Spoken {
  languageId: string;
  text: string;
  says?: RegExp;
  severity?: number;
}

/** A document in which the rule reports nothing, and why; `at` is its URI, if that matters. */
export interface Unspoken {
  why: string;
  languageId: string;
  text: string;
  at?: string;
}

/** The expected properties of a rule's findings; `zh` matches the Chinese message of the first finding. */
export interface Expected {
  rule: string;
  /** A `DiagnosticSeverity` of LSP. */
  severity: number;
  zh: RegExp;
  /** Severities by rule id, needed if the rule is off by default. */
  rules?: Record<string, string>;
}

/** Tests a rule over a real LSP connection, with documents in which it reports findings and in which it does not. */
export function describeRule(
  { rule, severity, zh, rules = {} }: Expected,
  reporting: readonly Spoken[],
  silent: readonly Unspoken[],
): void {
  describe(rule, () => {
    let client: Client;
    before(async () => {
      client = await Client.start({ initializationOptions: { settings: { rules } } });
    });
    after(() => client.stop());

    const reported = async (languageId: string, text: string, at?: string) => {
      // Without it, the first `|` of the text would be taken for the cursor.
      const open = await client.open(languageId, `|${text}`, at);
      const found = (await open.diagnose()).filter(({ code }) => code === rule);
      return { open, found };
    };

    for (const { languageId, text, says, severity: ofText = severity } of reporting) {
      it(`reports in ${languageId}: ${text.replace(/\s+/g, " ").slice(0, 80)}`, async () => {
        const { open, found } = await reported(languageId, text.replace(/[«»‹›]/g, ""));
        const marked = (one: Diagnostic["range"]) =>
          `${open.document.offsetAt(one.start)} ${open.document.getText(one)}`;
        assert.deepEqual(
          found.map(({ range }) => marked(range)),
          marksIn(text, /«([^»]*)»/g),
        );
        const related = found.flatMap(({ relatedInformation = [] }) => relatedInformation);
        assert.deepEqual(
          [...new Set(related.map(({ location }) => marked(location.range)))].sort(),
          marksIn(text, /‹([^›]*)›/g).sort(),
        );
        for (const one of found) assert.equal(one.severity, ofText);
        assert.match(found[0]?.codeDescription?.href ?? "", new RegExp(`docs/rules/${rule}`));
        if (says) assert.match(String(found[0]?.message), says);
      });
    }

    for (const { why, languageId, text, at } of silent) {
      it(`reports nothing for ${why} (${languageId})`, async () => {
        const { found } = await reported(languageId, text, at);
        assert.deepEqual(
          found.map(({ message }) => message),
          [],
        );
      });
    }

    it("reports in Chinese if the settings say so", async () => {
      await client.connection.sendNotification("workspace/didChangeConfiguration", {
        settings: { errorCodes: { language: "zh-CN", rules } },
      });
      const { languageId, text } = reporting[0] as Spoken;
      const { found } = await reported(languageId, text.replace(/[«»‹›]/g, ""));
      assert.match(String(found[0]?.message), zh);
    });
  });
}

/** Returns the marked spans of a text, each as its UTF-16 offset in the unmarked text and its content. */
function marksIn(text: string, mark: RegExp): string[] {
  return [...text.matchAll(mark)].map(({ 1: inside, index }) => {
    const offset = text.slice(0, index).replace(/[«»‹›]/g, "").length;
    return `${offset} ${inside}`;
  });
}
