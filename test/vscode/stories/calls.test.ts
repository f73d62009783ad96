import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itAgain } from "../extent.ts";
import { Workbench, type WorkbenchOptions } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const pictures = join(import.meta.dirname, "../output");

// Python, because VS Code has no built-in hovers and suggestions for it that a test would have to wait for.
const text = [
  "from tencentcloud.common.exception import TencentCloudSDKException",
  "from tencentcloud.cvm.v20170312 import cvm_client, models",
  "",
  "def start(credential):",
  '    client = cvm_client.CvmClient(credential, "ap-guangzhou")',
  "    request = models.RunInstancesRequest()",
  "    try:",
  "        return client.RunInstances(request)",
  "    except TencentCloudSDKException as error:",
  "        match error.code:",
  '            case "ResourceInsufficient.CloudDiskSoldOut":',
  "                return None",
  '        if error.code == "InvalidVpcId.NotFound":',
  "            return None",
  "",
].join("\n");

describe("calls of APIs", () => {
  let folder: string;
  let workbench: Workbench;

  async function open(options: Partial<WorkbenchOptions>): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-calls-"));
    await writeFile(join(folder, "a.py"), text);
    workbench = await Workbench.open({
      folder,
      extensionPath: root,
      userSettings: { "errorCodes.handledCodes": true, "editor.hover.above": false },
      ...options,
    });
    await workbench.openFile("a.py");
  }
  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      const name = this.currentTest.title.replace(/\W+/g, "-");
      await workbench.shot(join(pictures, `${name}-failed.png`)).catch(() => undefined);
    }
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const hoverShows = (shown: RegExp) => workbench.see(".monaco-hover .hover-row", { hasText: shown });

  it("say what they can fail with, and let the codes be chosen that are added", async () => {
    await open({});
    await workbench.see(".codelens-decoration", { hasText: /1 of \d+ codes handled/ });
    await workbench.hover("RunInstances(request)");
    await hoverShows(/RunInstances can fail with \d+ codes: \d+ worth a retry/);
    await workbench.shot(join(pictures, "call-hover.png"));
    await workbench.hover("InvalidVpcId.NotFound");
    await hoverShows(/Not documented for RunInstances/);
    await workbench.goToText('InvalidVpcId.NotFound"', "InvalidVpcId.NotFound".length);
    for (let index = 0; index < "InvalidVpcId.NotFound".length; index++)
      await workbench.page.keyboard.press("Backspace");
    await workbench.suggest();
    await workbench.see(".suggest-widget.visible .monaco-list-row", { hasText: "RunInstances" });
    await workbench.shot(join(pictures, "call-completion.png"));
    await workbench.page.keyboard.press("Escape");
    await workbench.goToText("CloudDiskSoldOut", 3);
    await workbench.page.keyboard.press("Control+.");
    await (
      await workbench.see(".action-widget .monaco-list-row", { hasText: "Add missing cases of RunInstances" })
    ).click();
    await workbench.see(".quick-input-widget .monaco-list-row", { hasText: "ResourceInsufficient" });
    await workbench.shot(join(pictures, "call-choice.png"));
    await workbench.page.keyboard.press("Enter");
    await workbench.see(".view-line", { hasText: /case\s\($/ });
    await workbench.see(".codelens-decoration", { hasText: /9 of \d+ codes handled/ });
  });

  itAgain("say so in Chinese", async () => {
    await open({ theme: "Light Modern", locale: "zh-cn", pictures: true });
    await workbench.see(".codelens-decoration", { hasText: /个错误码，已处理\s1\s个/ });
    await workbench.hover("RunInstances(request)");
    await hoverShows(/RunInstances\s可能返回\s\d+\s个错误码/);
    await workbench.shot(join(pictures, "call-hover-chinese.png"));
    await workbench.goToText("CloudDiskSoldOut", 3);
    await workbench.page.keyboard.press("Control+.");
    await workbench.see(".action-widget .monaco-list-row", { hasText: "添加 RunInstances 的缺失分支" });
    await workbench.shot(join(pictures, "call-actions-chinese.png"));
  });
});
