import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";

/**
 * A document in a language: «…» stands around what the rule should report, ‹…› around what the report rests on.
 * `says` is what the first report says.
 */
export interface Spoken {
  languageId: string;
  text: string;
  says?: RegExp;
}

/** A document in which the rule has nothing to report, and why; `at` is its address, where that matters. */
export interface Unspoken {
  why: string;
  languageId: string;
  text: string;
  at?: string;
}

/** What a rule reports with its defaults. */
export interface Expected {
  rule: string;
  /** As the protocol numbers them. */
  severity: number;
  zh: RegExp;
  /** Severities by rule, where its default is off. */
  rules?: Record<string, string>;
}

/** Tests a rule through the real connection, where it should speak and where it should not. */
export function describeRule(
  { rule, severity, zh, rules = {} }: Expected,
  spoken: readonly Spoken[],
  unspoken: readonly Unspoken[],
): void {
  describe(rule, () => {
    let client: Client;
    before(async () => {
      client = await Client.start({ initializationOptions: { settings: { rules } } });
    });
    after(() => client.stop());

    const reported = async (from: Client, languageId: string, text: string, at?: string) => {
      // The first bar of a text would be taken for a cursor.
      const open = await from.open(languageId, `|${text}`, at);
      const found = (await open.diagnose()).filter(({ code }) => code === rule);
      return { open, found };
    };

    for (const { languageId, text, says } of spoken) {
      it(`speaks in ${languageId}: ${text.replace(/\s+/g, " ").slice(0, 80)}`, async () => {
        const { open, found } = await reported(client, languageId, text.replace(/[«»‹›]/g, ""));
        const marked = (one: Diagnostic["range"]) =>
          `${open.document.offsetAt(one.start)} ${open.document.getText(one)}`;
        assert.deepEqual(
          found.map(({ range }) => marked(range)),
          marksIn(text, /«([^»]*)»/g),
        );
        const rests = found.flatMap(({ relatedInformation = [] }) => relatedInformation);
        assert.deepEqual(
          [...new Set(rests.map(({ location }) => marked(location.range)))].sort(),
          marksIn(text, /‹([^›]*)›/g).sort(),
        );
        for (const one of found) assert.equal(one.severity, severity);
        assert.match(found[0]?.codeDescription?.href ?? "", new RegExp(`docs/rules/${rule}`));
        if (says) assert.match(String(found[0]?.message), says);
      });
    }

    for (const { why, languageId, text, at } of unspoken) {
      it(`keeps silent at ${why} (${languageId})`, async () => {
        const { found } = await reported(client, languageId, text, at);
        assert.deepEqual(
          found.map(({ message }) => message),
          [],
        );
      });
    }

    it("speaks Chinese where the settings say so", async () => {
      const chinese = await Client.start({
        initializationOptions: { settings: { language: "zh-CN", rules } },
      });
      const { languageId, text } = spoken[0] as Spoken;
      const { found } = await reported(chinese, languageId, text.replace(/[«»‹›]/g, ""));
      assert.match(String(found[0]?.message), zh);
      await chinese.stop();
    });
  });
}

/** The marked stretches of a text, each with its offset in the text without marks. */
function marksIn(text: string, mark: RegExp): string[] {
  return [...text.matchAll(mark)].map(({ 1: inside, index }) => {
    const offset = text.slice(0, index).replace(/[«»‹›]/g, "").length;
    return `${offset} ${inside}`;
  });
}
