import assert from "node:assert/strict";
import type { CodeLens, WorkspaceEdit } from "vscode-languageserver/node";
import {
  type AddableCodesResult,
  type AddCodesResult,
  addableCodesRequest,
  addCodesRequest,
  type CodeChoice,
} from "../../../server/protocol/index.ts";
import { capabilities } from "../fixes/describe-fix.ts";
import { handledInGo as go } from "../harness/calls.ts";
import { Client } from "../harness/client.ts";

const switchOn = (...codes: string[]) =>
  `\t\tswitch failure.Code {\n${codes.map((code) => `\t\tcase "${code}":\n\t\t\treturn nil\n`).join("")}\t\t}`;
const documented = "ResourceInsufficient.CloudDiskSoldOut";

describe("calls of APIs", () => {
  let client: Client;
  before(async () => {
    client = await Client.start({
      capabilities: {
        ...capabilities,
        textDocument: {
          ...capabilities.textDocument,
          completion: { completionItem: { labelDetailsSupport: true } },
        },
      },
      initializationOptions: { settings: { handledCodes: true }, chooseCommand: "test.choose" },
    });
  });
  after(() => client.stop());

  describe("hover", () => {
    const hoverOn = async (text: string, languageId = "go") =>
      (await client.open(languageId, text)).hoverTexts();

    for (const [where, text] of [
      ["the call", go("", "client.Run|Instances(request)")],
      ["the type of its request", go("").replace("NewRunInst", "NewRun|Inst")],
    ] as const)
      it(`on ${where} says what the action can fail with`, async () => {
        const { text: shown, marked } = (await hoverOn(text)) ?? { text: "", marked: "" };
        assert.equal(marked, "RunInstances");
        const [title, owner, sentence, list = "", counts = ""] = shown.split("\n\n");
        assert.equal(title, "`RunInstances`");
        assert.equal(owner, "**Tencent Cloud** · Cloud Virtual Machine");
        const numbers =
          /^RunInstances can fail with (\d+) codes: (\d+) worth a retry, (\d+) after renewing/.exec(
            sentence ?? "",
          );
        // The same number as on the page and on the command line.
        assert.equal(numbers?.[1], "170", sentence);
        assert.equal(list.split("\n").length, 12);
        assert.match(list, /^- `LimitExceeded\.InstanceQuota`: The quota is not enough/m);
        const sum = [...counts.matchAll(/ (\d+)(?: ·|$)/g)].reduce(
          (total, [, count]) => total + Number(count),
          0,
        );
        assert.equal(sum, Number(numbers?.[1]));
      });

    it("on the command of a request", async () => {
      const text = `import { S3Client, PutObjectCommand } from "@aws-sdk/client-s3";\nawait new S3Client().send(new PutObj|ectCommand({}));\n`;
      const found = await hoverOn(text, "typescript");
      assert.match(found?.text ?? "", /^`PutObject`\n\n\*\*AWS\*\* · Amazon S3/);
      assert.equal(found?.marked, "PutObject");
    });

    it("on an action of which nothing is known names codes of its service, and no number", async () => {
      const found = await hoverOn(`package a

import ecs "github.com/alibabacloud-go/ecs-20140526/v4/client"

func f(client *ecs.Client) error {
	_, err := client.Describe|Everything(&ecs.DescribeEverythingRequest{})
	return err
}
`);
      assert.match(found?.text ?? "", /Nothing is documented for this action itself\. Codes of the service:/);
      assert.doesNotMatch(found?.text ?? "", /\d codes/);
    });

    it("shows nothing on a method of something that is no client", async () => {
      assert.equal(
        await hoverOn(`package a\n\nfunc f(c *Pool) error { return c.Run|Instances(3) }\n`),
        undefined,
      );
    });

    it("on a code says whether the call answers with it", async () => {
      const noteOn = async (code: string) => (await hoverOn(go(switchOn(code))))?.text.split("\n\n")[1];
      assert.equal(
        await noteOn(`Resource|Insufficient.CloudDiskSoldOut`),
        "`RunInstances` answers with this.",
      );
      assert.equal(await noteOn("Invalid|VpcId.NotFound"), "Not documented for `RunInstances`.");
      const elsewhere = await hoverOn(
        go(`\t\treturn nil\n`) +
          `\nfunc g(e errors.TencentCloudSDKError) bool { return e.Code == "Invalid|VpcId.NotFound" }\n`,
      );
      assert.doesNotMatch(elsewhere?.text ?? "", /documented|answers/);
    });

    it("follows the text", async () => {
      const open = await client.open("go", go(switchOn("Invalid|VpcId.NotFound")));
      const note = async () => (await open.hoverTexts())?.text.split("\n\n")[1];
      assert.equal(await note(), "Not documented for `RunInstances`.");
      const start = open.document.positionAt(open.text.indexOf("client.RunInstances") + 7);
      const end = { ...start, character: start.character + "RunInstances".length };
      await open.change([{ range: { start, end }, text: "DescribeInstances" }]);
      assert.equal(await note(), "Not documented for `DescribeInstances`.");
    });
  });

  describe("completion", () => {
    const labels = async (text: string) => {
      const items = await (await client.open("go", text)).complete();
      return items.map(({ label, labelDetails }) => ({ label, beside: labelDetails?.description ?? "" }));
    };

    it("puts the codes of the calls around first, with the name of the action", async () => {
      const found = await labels(go(switchOn("LimitExceeded|")));
      // Where a code is long, there is no room for the name.
      const own = found.map(({ beside }) => /^RunIn/.test(beside));
      const other = found.findIndex(({ beside }) => beside !== "" && !/^RunIn/.test(beside));
      assert.ok(own.filter(Boolean).length > 3 && other > 0, JSON.stringify(found));
      assert.ok(own.lastIndexOf(true) < other);
    });

    it("puts them first only where their failure is handled", async () => {
      const before = go(`\t\tif failure.Code == "LimitExceeded|" { return nil }`).replace(
        /_, err := .*\n/,
        "err := g()\n",
      );
      assert.ok((await labels(before)).every(({ beside }) => !beside.startsWith("RunInstances")));
    });

    it("in a list of codes that are retried, puts those first that a retry cures", async () => {
      const text = go(`\t\tif isRetryable(err, "|") { return nil }`);
      const found = (await labels(text)).slice(0, 10);
      for (const { label } of found) assert.doesNotMatch(label, /Malformed|NotFound|TooLong|AuthFailure/);
    });
  });

  describe("the number of handled codes", () => {
    const lensesIn = async (text: string) => {
      const { document } = await client.open("go", text);
      const found = await client.connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
        textDocument: { uri: document.uri },
      });
      return found.map(({ range, command }) => `${document.getText(range)}: ${command?.title}`);
    };

    it("stands above a call", async () => {
      const [lens, ...more] = await lensesIn(
        go(switchOn(documented, "InvalidVpcId.NotFound", "ResourceInsufficient.CidrBlock")),
      );
      assert.match(lens ?? "", /^client\.RunInstances\(request\): 2 of \d+ codes handled$/);
      assert.deepEqual(more, []);
    });

    it("is not shown where nothing is handled", async () => {
      assert.deepEqual(await lensesIn(go(switchOn("InvalidVpcId.NotFound"))), []);
    });
  });

  describe("adding codes", () => {
    it("lets the user choose where the client can ask, and adds those chosen", async () => {
      const open = await client.open("go", go(switchOn(`${documented.slice(0, 8)}|${documented.slice(8)}`)));
      const action = (await open.actions()).find(
        ({ title }) => title === "Add missing cases of RunInstances",
      );
      assert.equal(action?.command?.command, "test.choose");
      const choice = action?.command?.arguments?.[0] as CodeChoice;
      const offer = await client.connection.sendRequest<AddableCodesResult>(addableCodesRequest, choice);
      const codes = offer?.codes ?? [];
      assert.equal(offer?.title, "Add missing cases of RunInstances");
      assert.ok(codes.length > 100 && codes.every(({ code }) => code !== documented));
      assert.equal(codes.filter(({ isSuggested }) => isSuggested).length, 8);
      assert.ok(codes.slice(0, 8).every(({ retry }) => retry === "Retry with backoff"));
      let edit: WorkspaceEdit | undefined;
      client.connection.onRequest("workspace/applyEdit", (params: { edit: WorkspaceEdit }) => {
        ({ edit } = params);
        return { applied: true };
      });
      const chosen = [
        "InvalidParameterValue.SubnetIdMalformed",
        "InvalidVpcId.NotFound",
        "LimitExceeded.InstanceQuota",
      ];
      const isAdded = await client.connection.sendRequest<AddCodesResult>(addCodesRequest, {
        ...choice,
        codes: chosen,
      });
      assert.equal(isAdded, true);
      const after = await open.textAfterAction({ title: "", edit: edit ?? {} });
      assert.match(
        after,
        /\t\tcase "InvalidParameterValue\.SubnetIdMalformed",\n\t\t\t"LimitExceeded\.InstanceQuota":\n\t\t}\n/,
      );
    });

    it("offers nothing at a place that is none", async () => {
      const { document } = await client.open("go", go(""));
      const place = { uri: document.uri, position: { line: 0, character: 0 } };
      assert.equal(await client.connection.sendRequest(addableCodesRequest, place), null);
      assert.equal(await client.connection.sendRequest(addCodesRequest, { ...place, codes: ["A"] }), false);
    });
  });
});
