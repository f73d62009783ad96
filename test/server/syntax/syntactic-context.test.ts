import assert from "node:assert/strict";
import { join } from "node:path";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { mayHaveEvidence } from "../../../server/evidence/evidence.ts";
import type { Literal } from "../../../server/syntax/literal.ts";
import { Literals } from "../../../server/syntax/literals.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";

/** A text, and the expected context of each of its literals that start with `A.`, in text order. */
type Row = [languageId: string, text: string, expected: string];

const rows: Row[] = [
  // Chains of branches: `if1` is a branch of the first chain; `+` means that the literal is its only condition.
  [
    "typescript",
    `if (e.code === "A.One") { x() } else if ("A.Two" === e.code) { y() }`,
    "One if1+ equal · Two if1+ equal",
  ],
  ["typescript", `if (e.code === "A.One" || e.code === "A.Two") {}`, "One if1+ equal · Two if1+ equal"],
  ["typescript", `if (e.code === "A.One" && e.status === 404) {}`, "One if1 equal 404"],
  ["typescript", `if (e.code !== "A.One") {}`, "One if1 not equal"],
  ["typescript", `if (!(e.code === "A.One")) {}`, "One if1 not equal"],
  ["typescript", `if (f(e.code === "A.One")) {}`, "One if1 equal"],
  [
    "typescript",
    `if (e.code.startsWith("A.One")) {} else { if (e.code.endsWith("A.Two")) {} }`,
    "One arguments1 if2+ prefix · Two arguments3 if4+ suffix",
  ],
  [
    "typescript",
    `if (e.code.indexOf("A.One") !== -1) {} else if (e.code.indexOf("A.Two") < 0) {}`,
    "One arguments1 if2+ part · Two arguments3 if2 not part",
  ],
  ["typescript", `if (e.code.indexOf("A.One") === 0) {}`, "One arguments1 if2+ prefix"],
  [
    "typescript",
    `if (["A.One", "A.Two"].includes(e.code)) {}`,
    "One list1 if2+ equal · Two list1 if2+ equal",
  ],
  ["typescript", `if (isCode(e, "A.One", "A.Two")) {}`, "One arguments1 if2+ · Two arguments1 if2+"],
  ["typescript", `if (e.code === "A.One") { if (e.code === "A.Two") {} }`, "One if1+ equal · Two if2+ equal"],
  ["typescript", `const t = e.code === "A.One" && e.status === 404;`, "One equal 404"],
  ["typescript", `const t = e.code === "A.One" || e.status === 404;`, "One equal"],
  // Adjacent branches that each leave are one chain.
  [
    "javascript",
    `function f() { if (e.code === "A.One") return; if (e.code === "A.Two") x(); if (e.code === "A.Three") {} }`,
    "One if1+ equal · Two if1+ equal · Three if2+ equal",
  ],
  [
    "go",
    `package a\nfunc f() {\n\tif e.Code == "A.One" {\n\t\treturn\n\t}\n\t// b\n\tif e.Code == "A.Two" {\n\t\tx()\n\t}\n\tif e.Code == "A.Three" {}\n}`,
    "One if1+ equal · Two if1+ equal · Three if2+ equal",
  ],
  [
    "go",
    `package a\nfunc f() { if e.Code == "A.One" { return } else { x() }\n if e.Code == "A.Two" {} }`,
    "One if1+ equal · Two if2+ equal",
  ],
  [
    "python",
    `def f():\n    if e.code == "A.One":\n        raise\n    if e.code == "A.Two":\n        pass`,
    "One if1+ equal · Two if1+ equal",
  ],
  ["ruby", `next if e.code == "A.One"\nx if e.code == "A.Two"`, "One if1+ equal · Two if1+ equal"],
  [
    "shellscript",
    `if [ "$code" = "A.One" ]; then\n  exit 1\nfi\nif [ "$code" = "A.Two" ]; then x; fi`,
    "One if1+ equal · Two if1+ equal",
  ],
  [
    "powershell",
    `if ($e.Code -eq "A.One") { throw "x" }\nif ($e.Code -eq "A.Two") { y }`,
    "One if1+ equal · Two if1+ equal",
  ],
  [
    "rust",
    `fn f() { if e.code == "A.One" { return 1; } if e.code == "A.Two" { x(); } }`,
    "One if1+ equal · Two if1+ equal",
  ],
  // The tests of each language.
  [
    "go",
    `package a\nfunc f() { if strings.HasPrefix(e.Code, "A.One") {} else if strings.Contains(e.Code, "A.Two") {} else if strings.HasSuffix(e.Code, "A.Three") {} }`,
    "One arguments1 if2+ prefix · Two arguments3 if2+ part · Three arguments4 if2+ suffix",
  ],
  ["go", `package a\nfunc f() { if e.Code != "A.One" { return } }`, "One if1 not equal"],
  [
    "go",
    `package a\nfunc f() { switch {\ncase e.Code == "A.One":\n\tx()\ncase e.Code == "A.Two" && y:\n} }`,
    "One if1+ equal · Two if1 equal",
  ],
  [
    "python",
    `if "A.One" in str(e):\n    pass\nelif e.code not in ("A.Two", "A.Three"):\n    pass`,
    "One if1+ part · Two list2 if1 not equal · Three list2 if1 not equal",
  ],
  ["python", `assert e.code == "A.One"`, "One equal asserted"],
  [
    "java",
    `class A { void f() { if ("A.One".equals(e.getErrorCode())) {} else if (e.getErrorCode().contains("A.Two")) {} } }`,
    "One if1+ equal · Two arguments2 if1+ part",
  ],
  [
    "java",
    `class A { void f() { if ("A.One".equalsIgnoreCase(e.getErrorCode())) {} assertEquals("A.Two", e.getErrorCode()); } }`,
    "One if1+ · Two arguments2 asserted",
  ],
  [
    "csharp",
    `class A { void F() { if (e.ErrorCode is "A.One" or "A.Two") {} } }`,
    "One if1+ equal · Two if1+ equal",
  ],
  [
    "php",
    `<?php if (strpos($e->getErrorCode(), "A.One") !== false) {} elseif (in_array($e->getErrorCode(), ["A.Two"])) {}`,
    "One arguments1 if2+ part · Two list3 if2+ equal",
  ],
  [
    "kotlin",
    `fun f() {\n  if (e.code == "A.One") {\n    x()\n  } else if (e.code in listOf("A.Two")) {\n    y()\n  }\n}`,
    "One if1+ equal · Two arguments2 if1+ equal",
  ],
  [
    "kotlin",
    `fun f() {\n  when {\n    e.code == "A.One" -> x()\n    e.code.startsWith("A.Two") -> y()\n  }\n}`,
    "One if1+ equal · Two arguments2 if1+ prefix",
  ],
  [
    "scala",
    `object A { if (e.code == "A.One") x() else if (e.code.contains("A.Two")) y() }`,
    "One if1+ equal · Two arguments2 if1+ part",
  ],
  [
    "shellscript",
    `if [[ $code == *A.One* ]]; then x; elif [[ "$code" == "A.Two"* ]]; then y; elif [ "$code" != "A.Three" ]; then z; fi`,
    "One if1+ part · Two if1+ prefix · Three if1 not equal",
  ],
  [
    "powershell",
    `if ($e.Code -eq "A.One" -or $e.Code -ceq "A.Two") { x } elseif ($e.Code -ne "A.Three") { y } elseif ($e.Code -like "*A.Four*") { z }`,
    "One if1+ equal · Two if1+ equal · Three if1 not equal · Four if1+ part",
  ],
  [
    "cpp",
    `void f() { if (e.Code() == "A.One") {} else if (strcmp(e.Code(), "A.Two") == 0) {} }`,
    "One if1+ equal · Two arguments2 if1+ equal",
  ],
  // Switches.
  [
    "typescript",
    `switch (e.code) { case "A.One": case "A.Two": x(); break; default: y(); if (f.code === "A.Three") {} }`,
    "One switch1 if2+ equal · Two switch1 if2+ equal · Three if3+ equal",
  ],
  [
    "java",
    `class A { int f() { return switch (e.getErrorCode()) { case "A.One", "A.Two" -> 1; default -> 2; }; } }`,
    "One switch1 if2+ equal · Two switch1 if2+ equal",
  ],
  [
    "csharp",
    `class A { int F() => e.ErrorCode switch { "A.One" or "A.Two" => 1, "A.Three" when x => 2, _ => 3 }; }`,
    "One switch1 if2+ equal · Two switch1 if2+ equal · Three if2 equal",
  ],
  [
    "csharp",
    `class A { void F() { switch (e.ErrorCode) { case "A.One": case "A.Two": x(); break; } } }`,
    "One switch1 if2+ equal · Two switch1 if2+ equal",
  ],
  [
    "python",
    `match e.code:\n    case "A.One" | "A.Two":\n        x()\n    case "A.Three" if y:\n        z()`,
    "One switch1 if2+ equal · Two switch1 if2+ equal · Three if2 equal",
  ],
  ["ruby", `case e.code\nwhen "A.One", "A.Two"\n  x\nend`, "One switch1 if2+ equal · Two switch1 if2+ equal"],
  [
    "rust",
    `fn f() { match e.code { "A.One" | "A.Two" => x(), "A.Three" if y => z(), _ => w() } }`,
    "One switch1 if2+ equal · Two switch1 if2+ equal · Three if2 equal",
  ],
  [
    "kotlin",
    `fun f() {\n  when (e.code) {\n    "A.One", "A.Two" -> x()\n    else -> y()\n  }\n}`,
    "One switch1 if2+ equal · Two switch1 if2+ equal",
  ],
  [
    "scala",
    `object A { e.code match { case "A.One" | "A.Two" => x()\n case "A.Three" if y => z() } }`,
    "One switch1 if2+ equal · Two switch1 if2+ equal · Three if2 equal",
  ],
  [
    "shellscript",
    `case $code in A.One|"A.Two") x;; A.Three) y;; esac`,
    "One switch1 if2+ equal · Two switch1 if2+ equal · Three switch1 if2+ equal",
  ],
  ["powershell", `switch ($e.Code) { "A.One" { x } "A.Two" { break } }`, "One if1 equal · Two if1+ equal"],
  // Lists, rows of tables, maps.
  [
    "typescript",
    `const errorCodes = ["A.One", "A.Two"]; const errors = { "A.Three": 1, "A.Four": 2 };`,
    "One list1 · Two list1 · Three map2 · Four map2",
  ],
  [
    "go",
    `package a\nvar errorCodes = map[string]int{"A.One": 1, "A.Two": 2}\nvar retryCodes = []string{"A.Three"}`,
    "One map1 · Two map1 · Three list2",
  ],
  ["go", `package a\nvar retryErrors = []Catcher{{"A.One", 1}, {"A.Two", 2}}`, "One row1 · Two row2"],
  [
    "csharp",
    `class A { void F() { var errorCodes = new Dictionary<string, int> { { "A.One", 1 }, { "A.Two", 2 } }; } }`,
    "One map1 · Two map1",
  ],
  ["php", `<?php $errorCodes = ["A.One" => 1, "A.Two" => 2];`, "One map1 · Two map1"],
  ["rust", `fn f() { let error_codes = vec!["A.One", "A.Two"]; }`, "One list1 · Two list1"],
  [
    "powershell",
    `$errorCodes = @("A.One", "A.Two")\n$retryErrors = @("A.Three"\n"A.Four")`,
    "One list1 · Two list1 · Three list2 · Four list2",
  ],
  ["yaml", `error_codes:\n  - A.One\n  - A.Two`, "One list1 · Two list1"],
  ["terraform", `locals {\n  error_codes = ["A.One", "A.Two"]\n}`, "One list1 · Two list1"],
];

/** Returns a function that numbers objects by identity, in the order in which it is called with them. */
function createNumbering(): (object: object) => number {
  const numbers = new Map<object, number>();
  return (object) => numbers.get(object) ?? numbers.set(object, numbers.size + 1).size;
}

/** Formats the contexts of literals as the rows above do. */
function format(literals: readonly Literal[]): string {
  const number = createNumbering();
  return literals
    .flatMap(({ text, syntax }) => {
      if (!syntax || !text.startsWith("A.")) return [];
      const { group, branch, isNegated, test, isAsserted, statuses = [] } = syntax;
      const parts = [
        text.slice(2),
        group && `${group.kind}${number(group)}`,
        branch && `if${number(branch.chain)}${branch.isOnlyCondition ? "+" : ""}`,
        isNegated && "not",
        test,
        isAsserted && "asserted",
        ...statuses,
      ];
      return [parts.filter(Boolean).join(" ")];
    })
    .join(" · ");
}

describe("the syntactic contexts of literals", () => {
  const literals = new Literals(nodeHost(join(import.meta.dirname, "../../../dist")), mayHaveEvidence);

  for (const [languageId, text, expected] of rows) {
    it(`${languageId}: ${text.replace(/\s+/g, " ").slice(0, 90)}`, async () => {
      const found = await literals.literalsOf(TrackedDocument.of("file:///a", languageId, 1, text));
      assert.ok(Array.isArray(found), String(found));
      assert.equal(format(found), expected);
    });
  }
});
