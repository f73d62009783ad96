import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { InstalledSdk } from "../../../catalog/model/installed-sdk.ts";
import { InstalledSdks } from "../../../server/sdk/installed-sdks.ts";
import { packageFiles } from "../../../server/workspace/package-files.node.ts";
import { newFolder } from "../harness/folder.ts";
import {
  awsClient,
  goModuleCache,
  goModuleOnly,
  goVendor,
  javaEnum,
  pythonEnvironment,
} from "../harness/sdk-trees.ts";
import { zipOf } from "../harness/zip.ts";

const variables = ["GOMODCACHE", "GOPATH", "VIRTUAL_ENV", "CONDA_PREFIX", "XDG_CACHE_HOME", "HOME"] as const;

describe("the packages of SDKs", () => {
  const folder = newFolder();
  const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]));
  beforeEach(() => {
    for (const name of variables) process.env[name] = "";
    process.env.XDG_CACHE_HOME = folder.at("../user-cache");
    process.env.HOME = folder.at("../home");
  });
  afterEach(() => {
    for (const name of variables)
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  });

  const writeAll = async (files: Record<string, string | Uint8Array>, below = "") => {
    for (const [name, text] of Object.entries(files)) await folder.write(`${below}${name}`, text);
  };
  /** Returns the SDKs for the files in a folder; nothing is read outside of some folders, if these are given. */
  const installedIn = (below = "", within?: readonly string[]): Promise<readonly InstalledSdk[]> => {
    const files = packageFiles();
    const limits = within?.map((name) => pathToFileURL(folder.at(name)).href);
    const sdks = new InstalledSdks(files, async () => {}, limits);
    return sdks.of(pathToFileURL(folder.at(below)).href.replace(/\/$/, ""));
  };
  const namesIn = async (...args: Parameters<typeof installedIn>) =>
    (await installedIn(...args)).map((one) => `${one.package.split("/").at(-1)} ${one.version}`);

  it("are found in the folders above, the nearest version first", async () => {
    await writeAll({ ...awsClient("node_modules/@aws-sdk/client-sqs"), "app/src/a.ts": "" });
    assert.deepEqual(await namesIn("app/src"), ["client-sqs 3.1175.0"]);
    await folder.write("app/node_modules/@aws-sdk/client-sqs/package.json", '{"version":"2.0.0"}');
    const [own] = await installedIn("app/src");
    // The nearer one has no codes, and still hides the other.
    assert.equal(own, undefined);
  });

  it("of Go are found in GOMODCACHE, else in GOPATH, else in the home folder", async () => {
    await writeAll(goModuleOnly);
    assert.deepEqual(await namesIn(), []);
    for (const [place, prepare] of [
      ["../home/go/pkg/mod/", () => {}],
      ["../path/pkg/mod/", () => (process.env.GOPATH = folder.at("../path"))],
      ["../modules/", () => (process.env.GOMODCACHE = folder.at("../modules"))],
    ] as const) {
      prepare();
      const cache = Object.entries(goModuleCache).map(([name, text]) => [
        name.replace("cache/", place),
        text,
      ]);
      await writeAll(Object.fromEntries(cache));
      const text = (await installedIn())[0]?.rows.find(({ code }) => code.endsWith("PriceFailed"))?.text;
      assert.equal(text, "询价失败", place);
    }
  });

  it("of Go do not count if they are replaced by others, or are no dependency", async () => {
    await writeAll({
      ...goVendor,
      "go.mod": `${goModuleOnly["go.mod"]}\nreplace github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm => ../fork\n`,
    });
    assert.deepEqual(await namesIn(), []);
    await folder.write("go.mod", "module example.com/shop\n");
    assert.deepEqual(await namesIn(), []);
  });

  it("of Go never lie outside of vendor, whatever a go.mod says", async () => {
    const outside = "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/../../../../../../secret";
    await writeAll({ "go.mod": `module a\nrequire ${outside} v1.0.0\n`, "vendor/x": "" });
    await folder.write("../secret/v1/errors.go", 'package a\nconst A = "A.B"');
    assert.deepEqual(await namesIn(), []);
  });

  it("of Python are found in environments of the project, else in the active one", async () => {
    const withoutOwn = Object.entries(pythonEnvironment).map(([name, text]) => [
      name.replace(/^\.venv/, "../active"),
      text,
    ]);
    await writeAll(Object.fromEntries(withoutOwn));
    assert.deepEqual(await namesIn(), []);
    process.env.VIRTUAL_ENV = folder.at("../active");
    assert.deepEqual(await namesIn(), ["tencentcloud-sdk-python-cvm 3.0.1", "botocore 1.43.67"]);
    for (const name of [".venv", "venv", "env"])
      await folder.write(`${name}/lib/python3.9/site-packages/botocore-1.0.dist-info/METADATA`, "");
    assert.deepEqual(await namesIn(), [], "the environment of the project has no models");
  });

  it("of Java are found by the version of a property, in their archive of sources", async () => {
    await folder.write(
      "pom.xml",
      `<project><properties><sdk.version>3.1.2</sdk.version></properties><dependencies><dependency>
        <groupId>com.tencentcloudapi</groupId><artifactId>tencentcloud-sdk-java-cvm</artifactId><version>\${sdk.version}</version>
      </dependency></dependencies></project>`,
    );
    const artifact = "../home/.m2/repository/com/tencentcloudapi/tencentcloud-sdk-java-cvm";
    for (const version of ["3.1.2", "3.1.3"])
      await folder.write(
        `${artifact}/${version}/tencentcloud-sdk-java-cvm-${version}-sources.jar`,
        zipOf({ "com/tencentcloudapi/cvm/v20170312/CvmErrorCode.java": javaEnum, "other/X.java": javaEnum }),
      );
    const [sdk, ...others] = await installedIn();
    assert.deepEqual([sdk?.version, others], ["3.1.2", []]);
    assert.deepEqual(sdk?.rows, [
      { service: "cvm", code: "FailedOperation.InquiryPriceFailed", text: "询价失败" },
    ]);
    await folder.write("pom.xml", (await folder.read("pom.xml")).replace(/<version>.*<\/version>/, ""));
    assert.equal((await installedIn())[0]?.version, "3.1.3", "a version that is inherited is the last one");
  });

  it("of Java are not waited for where a pipe stands in place of their archive", async function () {
    if (process.platform === "win32") this.skip();
    await writeAll(pythonEnvironment);
    await folder.write(
      "pom.xml",
      `<project><dependencies><dependency><groupId>com.tencentcloudapi</groupId>
        <artifactId>tencentcloud-sdk-java-cvm</artifactId><version>3.1.2</version></dependency></dependencies></project>`,
    );
    const version = folder.at("../home/.m2/repository/com/tencentcloudapi/tencentcloud-sdk-java-cvm/3.1.2");
    await mkdir(version, { recursive: true });
    execFileSync("mkfifo", [`${version}/tencentcloud-sdk-java-cvm-3.1.2-sources.jar`]);
    const names = await namesIn();
    assert.ok(names.includes("botocore 1.43.67"), names.join());
    assert.ok(!names.some((name) => name.includes("java")), names.join());
  });

  it("that are damaged say nothing, and harm no others", async () => {
    const root = ".venv/lib/python3.12/site-packages/botocore/data";
    await writeAll({
      ...pythonEnvironment,
      [`${root}/a/2020-01-01/service-2.json.gz`]: "no gzip",
      [`${root}/b/2020-01-01/service-2.json.gz`]: gzipSync("{"),
      [`${root}/c/2020-01-01/service-2.json.gz`]: gzipSync("null"),
      [`${root}/d/2020-01-01/service-2.json.gz`]: gzipSync(
        '{"shapes":{"A":null,"B":{"exception":true,"error":7}}}',
      ),
      // A folder is no service whose name is a pattern.
      [`${root}/((a|a)+)+!/2020-01-01/service-2.json`]: '{"shapes":{"C":{"exception":true}}}',
      // It becomes so large that nobody reads it.
      [`${root}/e/2020-01-01/service-2.json.gz`]: gzipSync(Buffer.alloc(50_000_000, " ")),
      [`${root}/f/2020-01-01/service-2.json`]:
        '{"shapes":{"__proto__":{"exception":true},"a b":{"exception":true}}}',
      "pom.xml": "<project><dependencies><dependency><groupId>com.tencentcloudapi",
      "package.json": "{",
      "node_modules/@aws-sdk/client-x/package.json": "[",
      "go.mod": "\0".repeat(1000),
    });
    const rows = (await installedIn()).flatMap((one) => one.rows);
    assert.deepEqual(rows.map(({ service, code }) => `${service} ${code}`).sort(), [
      "cvm FailedOperation.InquiryPriceFailed",
      "d B",
      "sqs MadeUpQueueFault",
      "sqs PurgeQueueInProgress",
    ]);
    assert.deepEqual(rows.find(({ code }) => code === "PurgeQueueInProgress")?.httpStatus, 403);
  });

  it("that are made to take long do not", async () => {
    const client = "node_modules/@aws-sdk/client-s3";
    const members = 'readonly name: "AbcDef";\n'.repeat(20_000);
    const source = `export declare class X /*${"x".repeat(1_000_000)} __BaseException*/ extends Foo {\n${members}}\n`;
    await writeAll({
      "package.json": '{"dependencies":{"@aws-sdk/client-s3":"1"}}',
      [`${client}/package.json`]: '{"version":"1.0.0"}',
      [`${client}/dist-types/models/errors.d.ts`]: source,
    });
    assert.deepEqual(await installedIn(), []);
  });

  it("of several versions of an API say what the last one says", async () => {
    const root = ".venv/lib/python3.12/site-packages/botocore/data/sqs";
    const older = { shapes: { PurgeQueueInProgress: { exception: true, documentation: "Old words." } } };
    await writeAll({
      ...pythonEnvironment,
      [`${root}/2009-02-01/service-2.json.gz`]: gzipSync(JSON.stringify(older)),
    });
    const found = (await installedIn())
      .flatMap(({ rows }) => rows)
      .filter(({ code }) => code.startsWith("Purge"));
    assert.equal(found.length, 1);
    assert.match(found[0]?.text ?? "", /^The queue was purged/);
  });

  it("say no more than fits", async () => {
    const path = Object.keys(goVendor).find((name) => name.endsWith("errors.go")) ?? "";
    await writeAll({
      ...goVendor,
      [path]: `package a\nconst (\n// ${"长".repeat(3000)}\u202e\u0007\nA = "A.B"\n// x\nB = "${"b".repeat(300)}"\n)`,
    });
    const [row, ...others] = (await installedIn())[0]?.rows ?? [];
    assert.deepEqual([row?.code, row?.text.length, others], ["A.B", 501, []]);
  });

  it("are read only within the given folders, also behind links", async () => {
    await writeAll({ ...awsClient("../store/client-sqs"), "package.json": "{}" });
    await mkdir(folder.at("node_modules/@aws-sdk"), { recursive: true });
    await symlink(folder.at("../store/client-sqs"), folder.at("node_modules/@aws-sdk/client-sqs"));
    assert.deepEqual(await namesIn(), ["client-sqs 3.1175.0"]);
    assert.deepEqual(await namesIn("", [""]), []);
    assert.deepEqual(await namesIn("", ["", "../store"]), ["client-sqs 3.1175.0"]);
    await writeAll(awsClient("app/node_modules/@aws-sdk/client-sqs"));
    assert.deepEqual(await namesIn("app", ["app"]), ["client-sqs 3.1175.0"]);
    assert.deepEqual(await namesIn("app", [dirname("elsewhere/x")]), []);
  });

  it("of clients of AWS are of the service that the catalog has", async () => {
    await writeAll({
      ...awsClient("node_modules/@aws-sdk/client-sfn"),
      ...awsClient("node_modules/@aws-sdk/client-constructor"),
    });
    const services = (await installedIn()).map(({ rows }) => rows[0]?.service);
    assert.deepEqual(services, ["constructor", "stepfunctions"]);
  });

  it("are the same for all folders that use the same ones", async () => {
    await writeAll(goModuleOnly, "a/");
    await writeAll(goModuleOnly, "b/");
    await writeAll({ ...goModuleCache, "a/src/x.go": "" });
    process.env.GOMODCACHE = folder.at("cache");
    const sdks = new InstalledSdks(packageFiles(), async () => {});
    const of = (name: string) => sdks.of(pathToFileURL(folder.at(name)).href);
    assert.equal((await of("a")).length, 1);
    assert.equal(await of("a/src"), await of("a"));
    assert.equal(await of("b"), await of("a"));
  });

  it("are taken from the cache until their files change", async () => {
    await writeAll(goVendor);
    const [first] = await installedIn();
    const path = Object.keys(goVendor).find((name) => name.endsWith("errors.go")) ?? "";
    assert.equal(first?.rows.length, 3);
    await folder.write(path, 'package a\nconst A = "A.B"');
    assert.deepEqual(
      (await installedIn())[0]?.rows.map(({ code }) => code),
      ["A.B"],
    );
  });
});
