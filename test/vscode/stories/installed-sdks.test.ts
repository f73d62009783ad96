import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBelow } from "../../server/harness/folder.ts";
import { goVendor } from "../../server/harness/sdk-trees.ts";
import { itAgain } from "../extent.ts";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");

describe("installed SDKs in VS Code", () => {
  let folder: string;
  let workbench: Workbench | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-sdks-"));
    const source = `package shop

import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"

func shouldStop(e *errors.TencentCloudSDKError) bool {
	return e.GetCode() == "FailedOperation.InquiryPriceFailed" || e.GetCode() == "ResourceInUse.CloudKettle"
}
`;
    for (const [name, text] of Object.entries({ ...goVendor, "shop.go": source }))
      await writeBelow(folder, name, text);
  });
  afterEach(() => workbench?.close());
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [locale, label] of [
    ["en", /In the SDK's words: 询价失败 — github\.com\/tencentcloud\/\S+ v1\.0\.900/],
    ["zh-cn", /SDK 原文：\s?询价失败 — github\.com\/tencentcloud\/\S+ v1\.0\.900/],
  ] as const)
    (locale === "en" ? it : itAgain)(
      `stand in the hover, also of a code that only they have (${locale})`,
      async () => {
        workbench = await Workbench.open({ folder, extensionPath: root, trust: true, locale });
        await workbench.openFile("shop.go");
        const hover = await workbench.hover("InquiryPriceFailed");
        assert.match((await hover.textContent()) ?? "", label);
        await workbench.page.screenshot({ path: join(tmpdir(), `installed-sdks-${locale}.png`) });
        await workbench.page.keyboard.press("Escape");
        const other = await workbench.hover("CloudKettle");
        assert.match((await other.textContent()) ?? "", /云水壶已被`占用` \[详情\]/);
        await workbench.page.screenshot({ path: join(tmpdir(), `installed-sdks-${locale}-only.png`) });
      },
    );
});
