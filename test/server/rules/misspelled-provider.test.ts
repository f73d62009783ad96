import assert from "node:assert/strict";
import { Project } from "../harness/test-project.ts";

const compared = (code: string) => `package a\nfunc f() bool { return e.ErrorCode() == "${code}" }\n`;

/** Slips of codes in projects whose manifest names a provider, and the severities of the findings. */
const cases: [why: string, files: Record<string, string>, text: string, severities: number[]][] = [
  [
    "a hint on a broken word where only a manifest names the provider",
    { "go.mod": "module a\nrequire github.com/aws/aws-sdk-go-v2 v1.30.0\n" },
    compared("NoSuchBukcet"),
    [4],
  ],
  [
    "nothing for another case, separator or ending where only a manifest names the provider",
    { "go.mod": "module a\nrequire github.com/aws/aws-sdk-go-v2 v1.30.0\n" },
    `${compared("NosuchBuckets")}${compared("Instance.NotFound")}${compared("ThrottledException")}`,
    [],
  ],
  [
    "a warning where the known codes of the file are of the provider too",
    { "go.mod": "module a\nrequire github.com/aws/aws-sdk-go-v2 v1.30.0\n" },
    `${compared("NoSuchBukcet")}func g() bool { return e.ErrorCode() == "NoSuchLifecycleConfiguration" }\n`,
    [2],
  ],
  [
    "nothing for the code of another provider, which the manifest names",
    { "go.mod": "module a\nrequire github.com/aws/aws-sdk-go-v2 v1.30.0\n" },
    `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() bool { return e.ErrorCode() == "InvalidAssocationID.NotFound" }\n`,
    [],
  ],
  [
    "a warning where the configuration names the provider",
    { ".error-codes.yaml": "providers: [aws]\n" },
    compared("NoSuchBukcet"),
    [2],
  ],
  [
    "a warning where the path is pinned",
    { ".error-codes.yaml": "pins: { src: [aws] }\n" },
    compared("NoSuchBukcet"),
    [2],
  ],
];

describe("misspelled-code gives", () => {
  for (const [why, files, text, severities] of cases) {
    it(why, async () => {
      const project = await Project.of(files);
      const found = await (await project.open("src/a.go", "go", text)).diagnose();
      assert.deepEqual(
        found.map(({ severity }) => severity),
        severities,
      );
      await project.end();
    });
  }
});
