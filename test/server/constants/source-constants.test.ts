import assert from "node:assert/strict";
import { sourceForms } from "../../../server/constants/lexical-forms.ts";
import { sourceConstants } from "../../../server/constants/source-constants.ts";

type Extension = keyof typeof sourceForms;

/** Returns the names of the constants in a text, with their values and comments. */
function read(extension: Extension, text: string): [name: string, value: string, comment: string][] {
  return sourceConstants(text, sourceForms[extension]).map(({ name, value, comment }) => [
    name,
    value,
    comment,
  ]);
}

describe("constants in source code", () => {
  const examples: [what: string, extension: Extension, text: string, found: [string, string, string][]][] = [
    [
      "a block of Go",
      ".go",
      `package a

const (
	// 此产品的特有错误码

	// The first.
	// On two lines.
	A = "First.Code" // not this

	B = "Second" // behind it
	D Code = "Third"
	/* a block */
	E = \`Fourth\`
)`,
      [
        ["A", "First.Code", "The first. On two lines."],
        ["B", "Second", "behind it"],
        ["D", "Third", ""],
        ["E", "Fourth", "a block"],
      ],
    ],
    ["a variable of Go with a type", ".go", 'package a\n\nvar ErrX string = "X.Y"', [["ErrX", "X.Y", ""]]],
    [
      "an enum of Java with arguments",
      ".java",
      `public enum ErrorCode {
    /* 余额不足 */
    NO_MONEY("Balance.Low", 402, "other"), GONE(410, "Gone.Away"),
    /**
     * Not found.
     * @since 3
     */
    MISSING ("NotFound");
    private final String text = String.format("x", "y");
    public static final String PLAIN = "Plain"; // a constant
    ErrorCode(String value) { log("no", "constant"); }
}`,
      [
        ["NO_MONEY", "Balance.Low", "余额不足"],
        ["GONE", "Gone.Away", ""],
        ["MISSING", "NotFound", "Not found."],
        ["PLAIN", "Plain", "a constant"],
      ],
    ],
    [
      "constants and members of an enum of Python",
      ".py",
      `"""Module."""
# above
A = 'First'
B: Final[str] = "Second"  # behind
class Errors(str, Enum):
    C = "Third"
print("no", "constant")
call(key="value")
`,
      [
        ["A", "First", "above"],
        ["B", "Second", "behind"],
        ["C", "Third", ""],
        ["key", "value", ""],
      ],
    ],
    [
      "enums, objects and constants of TypeScript",
      ".ts",
      `export enum E {
  /** One. */
  A = "First",
  B = "Second", // Two.
}
const errors = { notFound: "NotFound", "quoted-key": "Quoted" } as const;
export const C: string = "Third";
if (a === "compared") call("argument");`,
      [
        ["A", "First", "One."],
        ["B", "Second", "Two."],
        ["notFound", "NotFound", ""],
        ["quoted-key", "Quoted", ""],
        ["C", "Third", ""],
      ],
    ],
  ];
  for (const [what, extension, text, found] of examples)
    it(`are read from ${what}`, () => assert.deepEqual(read(extension, text), found));

  it("have the declaration around them, with its comment", () => {
    const text = '/** Gone. */\nexport declare class Gone extends Base {\n  readonly name: "Gone";\n}';
    const [constant] = sourceConstants(text, sourceForms[".ts"]);
    assert.deepEqual(constant?.owner, {
      declaration: "export declare class Gone extends Base",
      comment: "Gone.",
    });
  });

  it("have the span of their value, in UTF-16 units", () => {
    const text = 'package a\nconst 名 = "😀" + x\nconst B = "X.Y"';
    const { start, end } = sourceConstants(text, sourceForms[".go"]).find(({ name }) => name === "B") ?? {};
    assert.equal(text.slice(start, end), "X.Y");
  });

  const hostile: [what: string, piece: string][] = [
    ["comments that are not closed", "/* "],
    ["arguments", '(1, "a", '],
    ["many arguments on one line", '"a", '],
    ["equals signs", 'a = "b" '],
    ["blocks", 'a { b = "c" '],
    ["quotes", '"'],
    ["stars", "/*****"],
    ["line comments", "//\n"],
  ];
  for (const [what, piece] of hostile)
    for (const extension of [".go", ".java", ".py", ".ts"] as const)
      it(`are read from ${what} in linear time (${extension})`, () => {
        const text = piece.repeat(Math.ceil(500_000 / piece.length));
        const begun = process.cpuUsage();
        sourceConstants(text, sourceForms[extension]);
        const { user, system } = process.cpuUsage(begun);
        assert.ok((user + system) / 1000 < 3000, `${(user + system) / 1000} ms`);
      });
});
