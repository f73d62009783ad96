import type { Sdk } from "./language.ts";

/**
 * The templates of a block that stands where a failure is handled already: in a `catch`, or behind the check of an error.
 * One level of indentation is a tab. Placeholders are those of the snippets of a page, and `{{error}}`, the variable of the
 * error; `{{labels}}` and `{{codes}}`, the codes as labels of a case and as members of a list; `{{attempt}}`, the number of
 * the attempt; `{{again}}`, a comment that says that a retry can help.
 */
export interface Handler {
  /** The variable of the error in the values of SDKs, which that of the code replaces. */
  variable: string;
  /** What stands between the codes of one case. */
  separator: string;
  /** Whether a case of several lines needs parentheses around its codes. */
  isWrapped?: boolean;
  /**
   * Whether a comma stands behind the last code of a list on several lines, and in a tuple also behind the only one;
   * never, if undefined.
   */
  comma?: "lines" | "tuple" | "never";
  switch: string;
  case: string;
  /** Inside a loop that sends again: waits if a code is worth it, else passes the error on. */
  retry: string;
  /** Elsewhere: tells what is worth a retry from the rest. */
  list: string;
  /** SDKs of other generations, by what the files that use them import; they come before those of the language. */
  generations?: readonly (Sdk & { provider: string; isImported: RegExp })[];
}

/** C and its kin write a case for each label, and break. */
const stacked = { separator: ":\n\tcase ", case: "\tcase {{labels}}:\n\t\t// {{handle}}\n\t\tbreak;\n" };

const ecmascript: Handler = {
  ...stacked,
  variable: "error",
  comma: "lines",
  switch: "switch ({{value}}) {\n{{cases}}\tdefault:\n\t\tthrow {{error}};\n}",
  retry: `if (![{{codes}}].includes({{value}} ?? "") || {{attempt}} >= 5) throw {{error}};
// {{jitter}}
const limit = Math.min(20_000, 200 * 2 ** {{attempt}});
await new Promise((resolve) => setTimeout(resolve, Math.random() * limit));`,
  list: `if ([{{codes}}].includes({{value}} ?? "")) {
\t// {{again}}
} else {
\tthrow {{error}};
}`,
};

const aws2 = /["']aws-sdk(?:\/[\w/]+)?["']/;

/** The handlers by the name of the language. */
export const handlers: Readonly<Record<string, Handler>> = {
  TypeScript: {
    ...ecmascript,
    generations: [
      {
        provider: "aws",
        isImported: aws2,
        type: "{ code?: string }",
        value: "(error as { code?: string }).code",
      },
    ],
  },
  JavaScript: {
    ...ecmascript,
    generations: [{ provider: "aws", isImported: aws2, type: "Error", value: "error.code" }],
  },
  Go: {
    variable: "err",
    separator: ", ",
    comma: "lines",
    switch: `var failure {{type}}
if errors.As({{error}}, &failure) {
\tswitch {{value}} {
{{cases}}\t}
}`,
    case: "\tcase {{labels}}:\n\t\t// {{handle}}\n",
    retry: `var failure {{type}}
if errors.As({{error}}, &failure) && slices.Contains([]string{{{codes}}}, {{value}}) && {{attempt}} < 5 {
\t// {{jitter}}
\tlimit := min(20*time.Second, 200*time.Millisecond<<{{attempt}})
\ttime.Sleep(time.Duration(rand.Int63n(int64(limit))))
\tcontinue
}`,
    list: `var failure {{type}}
if errors.As({{error}}, &failure) && slices.Contains([]string{{{codes}}}, {{value}}) {
\t// {{again}}
}`,
    generations: [
      {
        provider: "alibaba-cloud",
        isImported: /"github\.com\/alibabacloud-go\//,
        imports: `import (\n\t"errors"\n\n\t"github.com/alibabacloud-go/tea/tea"\n)`,
        type: "*tea.SDKError",
        value: "tea.StringValue(failure.Code)",
      },
      {
        provider: "aws",
        isImported: /"github\.com\/aws\/aws-sdk-go\//,
        imports: `import (\n\t"errors"\n\n\t"github.com/aws/aws-sdk-go/aws/awserr"\n)`,
        type: "awserr.Error",
        value: "failure.Code()",
      },
    ],
  },
  Python: {
    variable: "error",
    separator: " | ",
    isWrapped: true,
    comma: "tuple",
    switch: "match {{value}}:\n{{cases}}\tcase _:\n\t\traise",
    case: "\tcase {{labels}}:\n\t\tpass  # {{handle}}\n",
    retry: `if {{value}} not in ({{codes}}) or {{attempt}} >= 5:
\traise
# {{jitter}}
time.sleep(random.uniform(0, min(20, 0.2 * 2**{{attempt}})))`,
    list: "if {{value}} in ({{codes}}):\n\tpass  # {{again}}\nelse:\n\traise",
    generations: [
      {
        provider: "alibaba-cloud",
        isImported: /^\s*(?:from|import)\s+(?:alibabacloud_|Tea\b)/m,
        type: "TeaException",
        value: "error.code",
      },
    ],
  },
  Java: {
    ...stacked,
    variable: "e",
    switch: "switch ({{value}}) {\n{{cases}}\tdefault:\n\t\tthrow {{error}};\n}",
    retry: `if (!List.of({{codes}}).contains({{value}}) || {{attempt}} >= 5) {
\tthrow {{error}};
}
// {{jitter}}
long limit = Math.min(20_000, 200L << {{attempt}});
Thread.sleep(ThreadLocalRandom.current().nextLong(limit));`,
    list: "if (List.of({{codes}}).contains({{value}})) {\n\t// {{again}}\n} else {\n\tthrow {{error}};\n}",
    generations: [
      {
        provider: "alibaba-cloud",
        isImported: /\bimport\s+com\.aliyun\./,
        type: "TeaException",
        value: "e.getCode()",
      },
      {
        provider: "aws",
        isImported: /\bimport\s+com\.amazonaws\./,
        type: "AmazonServiceException",
        value: "e.getErrorCode()",
      },
    ],
  },
  Kotlin: {
    variable: "e",
    separator: ", ",
    comma: "lines",
    switch: "when ({{value}}) {\n{{cases}}\telse -> throw {{error}}\n}",
    case: "\t{{labels}} -> {\n\t\t// {{handle}}\n\t}\n",
    retry: `if ({{value}} !in setOf({{codes}}) || {{attempt}} >= 5) throw {{error}}
// {{jitter}}
val limit = minOf(20_000L, 200L shl {{attempt}})
delay(Random.nextLong(limit))`,
    list: "if ({{value}} in setOf({{codes}})) {\n\t// {{again}}\n} else {\n\tthrow {{error}}\n}",
    generations: [
      {
        provider: "aws",
        isImported: /\bimport\s+aws\.sdk\.kotlin\./,
        type: "ServiceException",
        value: "e.sdkErrorMetadata.errorCode",
      },
    ],
  },
  "C#": {
    ...stacked,
    variable: "e",
    comma: "lines",
    switch: "switch ({{value}})\n{\n{{cases}}\tdefault:\n\t\tthrow;\n}",
    retry: `if (!new[] { {{codes}} }.Contains({{value}}) || {{attempt}} >= 5)
{
\tthrow;
}
// {{jitter}}
var limit = Math.Min(20_000, 200 << {{attempt}});
await Task.Delay(Random.Shared.Next(limit));`,
    list: `if (new[] { {{codes}} }.Contains({{value}}))
{
\t// {{again}}
}
else
{
\tthrow;
}`,
  },
  PHP: {
    ...stacked,
    variable: "$e",
    comma: "lines",
    switch: "switch ({{value}}) {\n{{cases}}\tdefault:\n\t\tthrow {{error}};\n}",
    retry: `if (!in_array({{value}}, [{{codes}}], true) || {{attempt}} >= 5) {
\tthrow {{error}};
}
// {{jitter}}
$limit = min(20_000, 200 * 2 ** {{attempt}});
usleep(random_int(0, $limit) * 1000);`,
    list: `if (in_array({{value}}, [{{codes}}], true)) {
\t// {{again}}
} else {
\tthrow {{error}};
}`,
  },
  Ruby: {
    variable: "error",
    separator: ", ",
    comma: "lines",
    switch: "case {{value}}\n{{cases}}else\n\traise\nend",
    case: "when {{labels}}\n\t# {{handle}}\n",
    retry: `raise if ![{{codes}}].include?({{value}}) || {{attempt}} >= 5

# {{jitter}}
sleep(rand * [20, 0.2 * 2**{{attempt}}].min)
retry`,
    list: "raise unless [{{codes}}].include?({{value}})\n\n# {{again}}",
  },
  Rust: {
    variable: "err",
    separator: " | ",
    switch: "match {{value}} {\n{{cases}}\t_ => return Err({{error}}.into()),\n}",
    case: "\tSome({{labels}}) => {\n\t\t// {{handle}}\n\t}\n",
    retry: `if !matches!({{value}}, Some({{alternatives}})) || {{attempt}} >= 5 {
\treturn Err({{error}}.into());
}
// {{jitter}}
let limit = (200u64 << {{attempt}}).min(20_000);
tokio::time::sleep(Duration::from_millis(rand::random_range(0..limit))).await;`,
    list: `if matches!({{value}}, Some({{alternatives}})) {
\t// {{again}}
} else {
\treturn Err({{error}}.into());
}`,
  },
};
