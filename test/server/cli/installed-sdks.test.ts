import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";
import { goModuleCache, goModuleOnly, goVendor } from "../harness/sdk-trees.ts";

const go = (code: string) =>
  `package a\n\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\n\nfunc f() bool { return e.GetCode() == "${code}" }\n`;

describe("SDKs on the command line", () => {
  const folder = newFolder();
  const writeAll = async (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  };
  const env = () => ({
    XDG_CACHE_HOME: folder.at("../user-cache"),
    GOMODCACHE: folder.at("../cache"),
    GOPATH: "",
    VIRTUAL_ENV: "",
  });
  /** Whether a code that only the SDK has is known, in a folder of the files. */
  const isKnown = (args: readonly string[], below = "") => {
    const { stdout } = folder.run([...args], { env: env(), below });
    return JSON.parse(stdout.trim().split("\n")[0] ?? "").matches.length > 0;
  };

  it("count if they are in the folder", async () => {
    await writeAll({ ...goVendor, "a.go": go("ResourceInUse.CloudKettle") });
    assert.equal(isKnown(["scan", "--json", "."]), true);
  });

  it("count outside of it only with --sdk", async () => {
    await writeAll({ ...goModuleOnly, "a.go": go("ResourceInUse.CloudKettle") });
    for (const [name, text] of Object.entries(goModuleCache))
      await folder.write(name.replace(/^cache/, "../cache"), text);
    assert.equal(isKnown(["scan", "--json", "."]), false);
    assert.equal(isKnown(["--sdk", "scan", "--json", "."]), true);
    assert.equal(isKnown(["scan", "--json", "--sdk", "."]), true);
  });

  it("count in a folder that is given, and not in one around it", async () => {
    await writeAll({ ...goVendor, "cmd/a.go": go("ResourceInUse.CloudKettle"), "elsewhere/README.md": "" });
    assert.equal(isKnown(["scan", "--json", folder.at("")], "elsewhere"), true);
    assert.equal(isKnown(["scan", "--json", folder.at("cmd")], "elsewhere"), false);
  });

  it("count alike in many files, which threads scan", async () => {
    const files = Array.from({ length: 200 }, (_, index) => [
      `p${index}/a.go`,
      go("ResourceInUse.CloudKettle"),
    ]);
    await writeAll({ ...goVendor, ...Object.fromEntries(files) });
    const { stdout } = folder.run(["scan", "--json", "."], { env: env() });
    const found = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.equal(found.length, 200);
    assert.ok(found.every(({ matches }) => matches.length === 1));
  });

  it("are named as the source of codes that only they have", async () => {
    await writeAll({ ...goVendor, "a.go": go("ResourceInUse.CloudKettle") });
    const { stdout } = folder.run(["scan", "."], { env: env() });
    assert.match(stdout, /ResourceInUse\.CloudKettle {2}from the SDK$/m);
    const chinese = folder.run(["scan", ".", "--lang", "zh-CN"], { env: env() });
    assert.match(chinese.stdout, /ResourceInUse\.CloudKettle {2}据 SDK$/m);
    const found = folder.run(["lookup", "CloudKettle"], { env: env() });
    assert.match(found.stdout, /云水壶已被.* \(from the SDK\)$/m);
  });

  it("let check suggest their codes, and leave these alone", async () => {
    await writeAll({
      ...goVendor,
      "a.go": go("ResourceInUse.CloudKettle"),
      "b.go": go("ResourceInUse.CloudKettel"),
    });
    const { json } = folder.run(["check", "--json", "a.go", "b.go"], { env: env() });
    const found: { path: string; suggestions: string[] }[] = json();
    assert.deepEqual(
      found.map(({ path, suggestions }) => [path, suggestions]),
      [["b.go", ["ResourceInUse.CloudKettle"]]],
    );
  });

  it("give no advice on retrying: a name is no reason for a finding", async () => {
    const retried = go("InvalidParameterValue.CloudKettleMalformed").replace(/return .*$/m, (line) =>
      line.replace(/^return (.*) \}$/, "if $1 { return resource.RetryableError(err) }; return nil }"),
    );
    assert.match(retried, /if .*CloudKettle.*RetryableError/);
    await writeAll({ ...goVendor, "a.go": retried });
    assert.deepEqual(folder.run(["check", "--json", "a.go"], { env: env() }).json(), []);
  });

  it("explain their codes", async () => {
    await writeAll(goVendor);
    const { stdout, status } = folder.run(["explain", "ResourceInUse.CloudKettle"], { env: env() });
    assert.equal(status, 0);
    assert.match(stdout, /云水壶已被/);
    assert.match(stdout, /In the SDK's words/);
  });
});
