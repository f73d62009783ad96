import assert from "node:assert/strict";
import { type StatusResult, statusRequest } from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";

const aliImport = 'import "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"';
const tencentImport = 'import tcerr "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"';

/** Returns the provider that a hover in a Go file names first. */
async function firstProvider(project: Project, path: string, text: string): Promise<string | undefined> {
  const open = await project.open(path, "go", `package a\n${text}`);
  return /\*\*(.+?)\*\*/.exec((await open.hoverTexts())?.text ?? "")?.[1];
}

describe("the provider of a code", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({
      "go/go.mod": "module a\n\nrequire github.com/tencentcloud/tencentcloud-sdk-go v1.0.0\n",
      "go/deep/keep.txt": "",
      "js/package.json": '{"dependencies": {"@alicloud/pop-core": "1"}}',
    });
  });
  after(() => project.end());

  const condition = 'if err.Code == "InvalidPara|meter" {}';
  const cases: [why: string, path: string, text: string, provider: string][] = [
    ["the imports of the file", "a.go", `${aliImport}\nfunc f() { ${condition} }`, "Alibaba Cloud"],
    ["the manifest up the tree", "go/deep/b.go", `func f() { ${condition} }`, "Tencent Cloud"],
    [
      "the imports of the file rather than the manifest",
      "go/c.go",
      `${aliImport}\nfunc f() { ${condition} }`,
      "Alibaba Cloud",
    ],
    ["the folder", "alibaba/d.go", `func f() { ${condition} }`, "Alibaba Cloud"],
    [
      "the function that uses one of two SDKs",
      "e.go",
      `${aliImport}\n${tencentImport}\nfunc ali(e error) { if x, ok := e.(errors.ServerError); ok {} }\nfunc tc(e error) { err := e.(*tcerr.TencentCloudSDKError); ${condition} }`,
      "Tencent Cloud",
    ],
    [
      "the function that uses the other of two SDKs",
      "f.go",
      `${aliImport}\n${tencentImport}\nfunc tc(e error) { err := e.(*tcerr.TencentCloudSDKError) }\nfunc ali(e error) { err := e.(errors.ServerError); ${condition} }`,
      "Alibaba Cloud",
    ],
  ];
  for (const [why, path, text, provider] of cases) {
    it(`is inferred from ${why}`, async () => {
      assert.equal(await firstProvider(project, path, text), provider);
    });
  }

  it("is inferred again when the manifest changes", async () => {
    const text = `func f() { ${condition} }`;
    assert.equal(await firstProvider(project, "go/deep/g.go", text), "Tencent Cloud");
    await project.change({ "go/go.mod": "module a\n\nrequire github.com/aliyun/alibaba-cloud-sdk-go v1\n" });
    assert.equal(await firstProvider(project, "go/deep/h.go", text), "Alibaba Cloud");
  });

  it("is not inferred from the spelling of codes in a file whose imports name a provider", async () => {
    const codes = ["InvalidInstanceID.NotFound", "InvalidGroup.Duplicate", "NoSuchBucketPolicy"];
    const others = codes.map((code) => `if err.Code == "${code}" {}`).join("\n");
    const text = `package a\n${tencentImport}\nfunc f() {\n${others}\n${condition} }`;
    const open = await project.open("spelling.go", "go", text);
    const { providers } = await project.client.connection.sendRequest<StatusResult>(statusRequest, {
      uri: open.document.uri,
    });
    assert.deepEqual(
      providers.map(({ id }) => id),
      ["tencent-cloud"],
    );
  });

  it("is not inferred from a name that an import alias replaces", async () => {
    const imports = `import "github.com/aliyun/aliyun-oss-go-sdk/oss"\n${tencentImport}\nimport "errors"`;
    const text = `${imports}\nfunc f(e error) { errors.As(e, &err); ${condition} }`;
    assert.equal(await firstProvider(project, "alias.go", text), "Alibaba Cloud");
  });

  it("is nobody's in a function that uses the SDK of another vendor", async () => {
    const imports = [
      "import com.aliyun.tea.TeaException;",
      "import com.huaweicloud.sdk.core.exception.ServiceResponseException;",
    ];
    const method = (type: string, code: string) =>
      `boolean is${type}(Exception e) { return e instanceof ${type} x && x.getErrorCode().equals("${code}"); }`;
    const text = `${imports.join("\n")}\nclass A {\n${method("TeaException", "InvalidParameter")}\n${method("ServiceResponseException", "InvalidParame|ter")}\n}`;
    const open = await project.open("A.java", "java", text);
    const text2 = (await open.hoverTexts())?.text ?? "";
    assert.ok(text2.indexOf("**Tencent Cloud**") > 0 && text2.indexOf("**Alibaba Cloud**") > 0, text2);
  });

  for (const [language, otherVendor] of [
    ["go", 'import "github.com/huaweicloud/huaweicloud-sdk-go-obs/obs"'],
    ["python", "from azure.storage.blob import BlobServiceClient"],
    ["typescript", 'import { Storage } from "@google-cloud/storage";'],
  ] as const) {
    it(`is nobody's in a file that imports ${otherVendor}`, async () => {
      const text = `${otherVendor}\nx = err.code == "NoSuchBucket"`;
      const open = await project.open(`go/deep/other-${language}.txt`, language, text);
      const status = await project.client.connection.sendRequest<StatusResult>(statusRequest, {
        uri: open.document.uri,
      });
      assert.deepEqual(status.providers, []);
    });
  }

  it("is that of its imports in a file that imports another vendor's SDK too", async () => {
    const text = `import "github.com/huaweicloud/huaweicloud-sdk-go-obs/obs"\n${aliImport}\nfunc f() { ${condition} }`;
    assert.equal(await firstProvider(project, "both.go", text), "Alibaba Cloud");
  });

  const others = Array.from({ length: 20 }, (_, index) => `InvalidInstanceID.NotFound # ${index}`);
  const mappings: [why: string, languageId: string, text: string, provider: string][] = [
    [
      "the endpoint of its mapping",
      "yaml",
      `endpoint: cvm.tencentcloudapi.com\nretry_codes:\n${others.map((code) => `  - ${code}\n`).join("")}  - RequestLimit|Exceeded\n`,
      "Tencent Cloud",
    ],
    [
      "the name of its item",
      "yaml",
      "clouds:\n  - name: aws\n    error_codes: [InternalError]\n  - name: baidu\n    error_codes: [Internal|Error]\n  - name: aliyun\n    error_codes: [InternalError]\n",
      "Baidu AI Cloud",
    ],
    [
      "the provider of the mapping around it",
      "yaml",
      "- codes:\n    # first\n    retry_codes:\n    - Internal|Error\n  provider: tencent\n- provider: aws\n  retry_codes:\n  - InternalError\n",
      "Tencent Cloud",
    ],
    [
      "the key above it",
      "yaml",
      "aws:\n  error_codes: [InternalError]\nbaidu:\n  error_codes:\n    - Internal|Error\ntencent:\n  error_codes: [InternalError]\n",
      "Baidu AI Cloud",
    ],
    [
      "the host of its object",
      "json",
      '[{"host": "ec2.amazonaws.com", "errorCodes": ["InternalError"]}, {"errorCodes": ["Internal|Error"], "host": "bcc.bj.baidubce.com"}]',
      "Baidu AI Cloud",
    ],
    [
      "the key above its object",
      "json",
      '{"aws": {"errorCodes": ["InternalError"]}, "tencent": {"errorCodes": ["Internal|Error"]}}',
      "Tencent Cloud",
    ],
    [
      "the vendor of a mapping in braces",
      "yaml",
      "clouds:\n  - { vendor: aws, error_codes: [InternalError] }\n  - { vendor: baidu, error_codes: [Internal|Error] }\n",
      "Baidu AI Cloud",
    ],
  ];
  for (const [why, languageId, text, provider] of mappings) {
    it(`is inferred from ${why} in ${languageId}`, async () => {
      const open = await project.client.open(languageId, text);
      assert.equal(/\*\*(.+?)\*\*/.exec((await open.hoverTexts())?.text ?? "")?.[1], provider);
    });
  }

  it("is not inferred from a mapping that has ended", async () => {
    const text =
      "endpoint: ec2.amazonaws.com\nlists:\n  - vendor: baidu\n    codes: []\n  - error_codes: [Internal|Error]\n";
    const open = await project.client.open("yaml", text);
    assert.equal(/\*\*(.+?)\*\*/.exec((await open.hoverTexts())?.text ?? "")?.[1], "AWS");
  });
});
