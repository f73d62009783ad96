import assert from "node:assert/strict";
import { join } from "node:path";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { type BothWays, createComparison } from "../harness/both-ways.ts";

/** Texts that a scan reads in part, with the codes that it has to find in them. */
const texts: Record<string, { file: string; text: string; codes: string[] }> = {
  "a code before an escape": {
    file: "a_test.go",
    text: `package nas

import "github.com/alibabacloud-go/tea/tea"

var failure = &tea.SDKError{
	Code:    new("OperationDenied.NasInsufficientBalance\\n"),
	Message: new("no balance\\t"),
}
`,
    codes: ["OperationDenied.NasInsufficientBalance"],
  },
  "a misspelling that no longer implies a failure": {
    file: "call.go",
    text: `package call

import "github.com/aliyun/alibaba-cloud-sdk-go/sdk/clierrors"

func read(name string) error {
	return clierrors.Client("MsssingParameter", "the name is missing")
}
`,
    codes: ["MsssingParameter"],
  },
  "constants recognised by their siblings": {
    file: "constants.go",
    text: `package disk

import "github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"

const (
	IncorrectInstanceStatus     = "IncorrectInstanceStatus"
	IdempotentParameterMismatch = "IdempotentParameterMismatch"
	NotSupportDiskCategory      = "NotSupportDiskCategory"
)

const (
	DataDisk      = "DataDisk"
	SystemDisk    = "SystemDisk"
	LocalDisk     = "LocalDisk"
	CloudDisk     = "CloudDisk"
	EphemeralDisk = "EphemeralDisk"
)
`,
    codes: ["IdempotentParameterMismatch"],
  },
};

describe("a text that a scan reads in part", () => {
  let read: (uri: string, text: string) => Promise<BothWays>;
  before(async () => {
    read = await createComparison(nodeHost(join(import.meta.dirname, "../../../dist")));
  });

  for (const [name, { file, text, codes }] of Object.entries(texts)) {
    it(`has the same codes as in the editor: ${name}`, async () => {
      const { whole, filtered } = await read(`file:///project/${file}`, text);
      assert.deepEqual(filtered, whole);
      for (const code of codes)
        assert.ok(
          filtered.some((one) => one.includes(` ${code}:`)),
          filtered.join("\n"),
        );
    });
  }
});
