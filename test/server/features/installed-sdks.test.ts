import assert from "node:assert/strict";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DetailsPage, detailsRequest } from "../../../server/protocol/index.ts";
import { Client, type StartOptions } from "../harness/client.ts";
import { newFolder } from "../harness/folder.ts";
import {
  awsClient,
  goModuleCache,
  goModuleOnly,
  goVendor,
  nodeModules,
  pythonEnvironment,
  zenlayerVendor,
} from "../harness/sdk-trees.ts";

const goFile = (code: string) =>
  `package a\n\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\n\nfunc f() bool { return e.GetCode() == "${code}" }\n`;

const tencentWords = /\*\*In the SDK's words:\*\* 询价失败 — `github\.com\/tencentcloud\/\S+\/cvm` v1\\?\.0/;

describe("SDKs that are installed for a project", () => {
  const folder = newFolder();
  let client: Client | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  const start = async (files: Record<string, string | Uint8Array>, options: StartOptions = {}) => {
    for (const [name, text] of Object.entries(files)) await folder.write(name, text);
    client = await Client.start({
      folder: folder.at(""),
      ...options,
      env: {
        XDG_CACHE_HOME: folder.at("../user-cache"),
        GOMODCACHE: "",
        GOPATH: "",
        VIRTUAL_ENV: "",
        ...options.env,
      },
    });
    return client;
  };

  /** Opens a file and returns its hover, as soon as it fits. */
  const hoverThat = async (
    fits: RegExp,
    languageId: string,
    marked: string,
    name: string,
    patience = 15_000,
  ) => {
    const open = await client?.open(languageId, marked, pathToFileURL(folder.at(name)).href);
    let text = "";
    for (const limit = Date.now() + patience; Date.now() < limit; ) {
      text = (await open?.hoverTexts())?.text ?? "";
      if (fits.test(text)) return text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return text;
  };

  it("explain a code in their own words, from the folder vendor of a module of Go", async () => {
    await start(goVendor);
    const text = await hoverThat(tencentWords, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go");
    assert.match(text, tencentWords);
  });

  it("explain it from the module cache, at the version of go.mod", async () => {
    await start({ ...goModuleOnly, ...goModuleCache }, { env: { GOMODCACHE: folder.at("cache") } });
    const text = await hoverThat(tencentWords, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go");
    assert.match(text, tencentWords);
    assert.doesNotMatch(text, /旧版本/);
  });

  it("explain it in Chinese headings", async () => {
    await start(goVendor, { locale: "zh-cn" });
    const words = /\*\*SDK 原文：\*\* 询价失败/;
    assert.match(await hoverThat(words, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go"), words);
  });

  for (const [language, name, files] of [
    ["python", "a.py", pythonEnvironment],
    ["typescript", "a.ts", nodeModules],
  ] as const)
    it(`explain codes of AWS, from HTML, for ${language}`, async () => {
      await start(files);
      const source =
        language === "python"
          ? `import boto3\nif e.response["Error"]["Code"] == "PurgeQueue|InProgress":\n    pass\n`
          : `import { SQSClient } from "@aws-sdk/client-sqs";\nif (err.name === "PurgeQueue|InProgress") {}\n`;
      const words =
        /less than 60 seconds ago &amp; cannot be purged again\. — `(?:botocore|@aws-sdk\/client-sqs)` \d/;
      assert.match(await hoverThat(words, language, source, name), words);
    });

  it("explain a code that they spell otherwise than the API", async () => {
    await start(zenlayerVendor);
    const words = /Instance model not found\. — `github\.com\/zenlayer/;
    const source = `package a\n\nimport "github.com/zenlayer/zenlayercloud-sdk-go/zenlayercloud/bmc20221120"\n\nfunc f() bool { return e.GetCode() == "INVALID_INSTANCE_TYPE|_NOT_FOUND" }\n`;
    assert.match(await hoverThat(words, "go", source, "a.go"), words);
  });

  it("make a code known that only they have, as text that is no Markdown", async () => {
    await start(goVendor);
    const words = /云水壶已被\\`占用\\` \\\[详情\\\]/;
    const text = await hoverThat(words, "go", goFile("ResourceInUse.Cloud|Kettle"), "a.go");
    assert.match(text, words);
    assert.doesNotMatch(text, /not in the catalog/i);
    assert.match(text, /\\\(https\\:/);
    assert.match(text, /Tencent Cloud\*\* · Cloud Virtual Machine/);
  });

  for (const [locale, mark] of [
    ["en", /· from(?: the SDK|.*…)$/],
    ["zh-cn", /据 SDK$/],
  ] as const)
    it(`complete such a code, marked (${locale})`, async () => {
      const completion = { completionItem: { labelDetailsSupport: true } };
      await start(goVendor, { locale, capabilities: { textDocument: { completion } } });
      await hoverThat(/占用/, "go", goFile("ResourceInUse.Cloud|Kettle"), "a.go");
      const uri = pathToFileURL(folder.at("b.go")).href;
      const open = await client?.open("go", goFile("ResourceInUse.Cl|"), uri);
      const item = (await open?.complete())?.find(({ label }) => label === "ResourceInUse.CloudKettle");
      assert.match(item?.labelDetails?.description ?? "", mark);
    });

  it("make such a code no finding, and a slip in it one", async () => {
    await start(goVendor);
    await hoverThat(/占用/, "go", goFile("ResourceInUse.Cloud|Kettle"), "a.go");
    const right = await client?.open(
      "go",
      goFile("ResourceInUse.CloudKettle"),
      pathToFileURL(folder.at("b.go")).href,
    );
    assert.deepEqual(await right?.diagnose(), []);
    const slip = await client?.open(
      "go",
      goFile("ResourceInUse.CloudKettel"),
      pathToFileURL(folder.at("c.go")).href,
    );
    assert.match(String((await slip?.diagnose())?.[0]?.message), /'ResourceInUse.CloudKettle'/);
  });

  it("have a page of such a code", async () => {
    const { connection } = await start(goVendor);
    await hoverThat(/占用/, "go", goFile("ResourceInUse.Cloud|Kettle"), "a.go");
    const page = await connection.sendRequest<DetailsPage | null>(detailsRequest, {
      provider: "tencent-cloud",
      service: "cvm",
      code: "ResourceInUse.CloudKettle",
      languages: ["go"],
    });
    const [, words] = page?.sections ?? [];
    assert.equal(words?.heading, "In the SDK's words");
    assert.match(words?.markdown ?? "", /云水壶已被/);
  });

  it("complete such a code", async () => {
    await start(goVendor);
    await hoverThat(/占用/, "go", goFile("ResourceInUse.Cloud|Kettle"), "a.go");
    const open = await client?.open(
      "go",
      goFile("ResourceInUse.Cloud|"),
      pathToFileURL(folder.at("b.go")).href,
    );
    assert.ok((await open?.complete())?.some(({ label }) => label === "ResourceInUse.CloudKettle"));
  });

  it("are not read if the setting is off", async () => {
    await start(goVendor, { initializationOptions: { settings: { installedSdks: false } } });
    const text = await hoverThat(/SDK/, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go", 2000);
    assert.doesNotMatch(text, /SDK/);
  });

  it("are not read in a workspace that is not trusted", async () => {
    await start(goVendor, { initializationOptions: { restricted: true } });
    const text = await hoverThat(/SDK/, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go", 2000);
    assert.doesNotMatch(text, /SDK/);
  });

  it("are found behind the links of pnpm", async () => {
    await start({
      "package.json": "{}",
      ...awsClient("node_modules/.pnpm/@aws-sdk+client-sqs@3.1175.0/node_modules/@aws-sdk/client-sqs"),
    });
    await mkdir(folder.at("node_modules/@aws-sdk"), { recursive: true });
    await symlink(
      join("..", ".pnpm/@aws-sdk+client-sqs@3.1175.0/node_modules/@aws-sdk/client-sqs"),
      folder.at("node_modules/@aws-sdk/client-sqs"),
    );
    const source = `import { SQSClient } from "@aws-sdk/client-sqs";\nif (err.name === "PurgeQueue|InProgress") {}\n`;
    assert.match(await hoverThat(/client-sqs` 3/, "typescript", source, "a.ts"), /client-sqs` 3/);
  });

  it("are read again after packages were installed", async () => {
    const { connection } = await start({ "go.mod": "module example.com/shop\n" });
    await hoverThat(/Tencent/, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go");
    for (const [name, text] of Object.entries(goVendor)) await folder.write(name, text);
    await connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: pathToFileURL(folder.at("go.mod")).href, type: 2 }],
    });
    assert.match(
      await hoverThat(tencentWords, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "b.go"),
      tencentWords,
    );
  });

  it("say nothing from a file outside their package to which a link leads", async () => {
    const name = "vendor/github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312/errors.go";
    const { [name]: text = "", ...others } = goVendor;
    await folder.write("../secret.go", text);
    await start(others);
    await mkdir(join(folder.at(name), ".."), { recursive: true });
    await symlink(folder.at("../secret.go"), folder.at(name));
    assert.doesNotMatch(
      await hoverThat(/SDK/, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go", 2000),
      /SDK/,
    );
  });

  it("do not need a folder to keep what was read", async () => {
    await folder.write("../user-cache", "no folder");
    await start(goVendor);
    const text = await hoverThat(tencentWords, "go", goFile("FailedOperation.Inquiry|PriceFailed"), "a.go");
    assert.match(text, tencentWords);
  });
});
