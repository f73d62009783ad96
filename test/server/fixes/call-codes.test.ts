import assert from "node:assert/strict";
import { opening, textAfterAction } from "./describe-fix.ts";

const go = (body: string) => `package a

import cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"

func f(client *cvm.Client, request *cvm.DescribeZonesRequest) error {
	_, err := client.DescribeZones(request)
${body}
	return err
}
`;
const kind = /^refactor\.rewrite$/;

describe("fixes that add the codes of a call", () => {
  const open = opening();
  const textAfter = async (title: RegExp, text: string) =>
    textAfterAction(await open("go", text), title, kind);

  describe("to a list of codes that are retried", () => {
    const title = /^Add the retryable codes of DescribeZones$/;

    it("write them like the last ones, at most eight, and none twice", async () => {
      const text = go(`\tif isRetryable(err, "Internal|Error", "ServiceUnavailable") {\n\t\treturn nil\n\t}`);
      const found = (await textAfter(title, text)) ?? "";
      const [, list = ""] = /isRetryable\(err, (.*)\) \{/.exec(found) ?? [];
      const codes = list.split(", ");
      assert.deepEqual(codes.slice(0, 2), ['"InternalError"', '"ServiceUnavailable"']);
      assert.ok(codes.length > 4 && codes.length <= 10, list);
      assert.ok(codes.includes('"RequestLimitExceeded"'));
      assert.equal(new Set(codes).size, codes.length);
    });

    it("write each on a line where the others stand so", async () => {
      const list = `\tif isRetryable(err,\n\t\t"Internal|Error",\n\t\t"ServiceUnavailable",\n\t) {\n\t\treturn nil\n\t}`;
      assert.match(
        (await textAfter(title, go(list))) ?? "",
        /\n\t\t"ServiceUnavailable"(?:,\n\t\t"[\w.]+"){1,8},\n\t\) \{/,
      );
    });

    it("are offered in no other list, and not where no call is known", async () => {
      const other = go(`\tif isExpected(err, "Internal|Error", "ServiceUnavailable") {\n\t\treturn nil\n\t}`);
      assert.equal(await textAfter(/retryable codes/, other), undefined);
      const elsewhere = `package a\n\nvar retryableCodes = []string{"Internal|Error", "ServiceUnavailable"}\n`;
      assert.equal(await textAfter(/retryable codes/, elsewhere), undefined);
    });
  });

  it("add cases to a switch, in place of those of a family", async () => {
    const text = go(
      `\tswitch codeOf(err) {\n\tcase "Internal|Error", "ServiceUnavailable":\n\t\treturn nil\n\t}`,
    );
    assert.match(
      (await textAfter(/^Add missing cases of DescribeZones$/, text)) ?? "",
      /\n\tcase "[\w.]+"(?:,\n\t\t"[\w.]+"){1,7}:\n\t\}\n/,
    );
    assert.equal(await textAfter(/missing case.* for '/, text), undefined);
  });
});
