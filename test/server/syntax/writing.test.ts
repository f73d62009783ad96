import assert from "node:assert/strict";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import type { Span } from "../../../server/documents/span.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { languages } from "../../../server/syntax/languages/index.ts";
import { canReplace } from "../../../server/syntax/writing.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { analyzerOf } from "../harness/analyzer.ts";
import { readFixture } from "../harness/language-fixture.ts";

/** Codes that end a string, begin an expression in one, or are not what they look like. */
const hostile = [
  `X");evil();("`,
  "X');evil();('",
  "X`;evil();`",
  "X`id`",
  "X$(id)",
  "X$HOME",
  "X$" + "{evil()}",
  "X#{evil()}",
  "X#@evil",
  "X{evil()}",
  "X\\",
  "X\\(evil())",
  "X\nevil()",
  "X\r\nevil: true",
  "X\u2028evil()",
  "X\u0085evil",
  "X\u0000",
  "X\u001b[2J",
  "X\u202eY",
  "X\u200bY",
  "X\u3164Y",
  "X\ud800",
  "X</script><script>evil()//",
  "X&quot;",
  "X%s",
  "X|Y",
  "X*Y",
  "X;Y",
  "X # Y",
  " X",
  "X ",
  "",
  "X".repeat(201),
];

/** Codes that mean themselves in quotes, and some of them also without. */
const harmless = [
  "Acme.Not-Found_1",
  "错误.Code",
  "auth/invalid-email",
  "Acme:NotFound",
  "Acme not found (x)",
  "E[0]=b@c",
];

describe("a code that is written into source", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await analyzerOf(nodeHost(join(import.meta.dirname, "../../../dist")));
  });

  /** Returns what is read of a text with a code in a span, apart from the code itself; positions as if it were empty. */
  async function read(id: string, text: string, { start, end }: Span) {
    const document = TrackedDocument.of("file:///written", id, 1, text);
    const { literals } = await analyzer.analyze(document);
    const root = analyzer.rootOf(document);
    // The shape of the tree: an unquoted word may be of another type.
    const shape = root?.toString().replace(/[^()]/g, "");
    const hasError = root?.hasError;
    analyzer.forget(document);
    // A string that contains the code as a part of it has another text, of course.
    const others = literals.filter(({ literal }) => literal.end < start || literal.start > end);
    const positions = others.map(({ literal }) =>
      [literal.start > end ? literal.start - (end - start) : literal.start, literal.text].join(" "),
    );
    return {
      own: literals.find(({ literal }) => literal.start === start)?.literal.text,
      shape,
      hasError,
      positions,
    };
  }

  for (const { name, ids } of languages) {
    const [id = ""] = ids;
    it(`is one literal there, and changes nothing else, in ${name}`, async function () {
      this.timeout(60_000);
      const { text, marks } = await readFixture(name);
      const lines = text.split("\n");
      let written = 0;
      for (const { line, start, end } of marks.slice(0, 12)) {
        const from = lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + start;
        const span = { start: from, end: from + end - start };
        for (const code of hostile)
          assert.equal(canReplace({ text, languageId: id }, span, code), false, JSON.stringify(code));
        const { own: _, ...before } = await read(id, text, span);
        for (const code of harmless) {
          if (!canReplace({ text, languageId: id }, span, code)) continue;
          written++;
          const changed = text.slice(0, span.start) + code + text.slice(span.end);
          const { own, ...after } = await read(id, changed, { start: from, end: from + code.length });
          const where = `'${code}' in line ${line + 1}: ${lines[line]}`;
          // In prose, lists and error responses, only words are looked for, and others depend on them.
          const isRead = own === code || /^[\w.-]+$/.test(code);
          if (isRead) assert.ok(isDeepStrictEqual({ own, ...after }, { own: code, ...before }), where);
          else
            assert.deepEqual(
              [own, after.shape, after.hasError],
              [undefined, before.shape, before.hasError],
              where,
            );
        }
      }
      assert.ok(written > 0);
    });
  }
});
