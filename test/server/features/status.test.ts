import assert from "node:assert/strict";
import { type StatusResult, statusRequest } from "../../../server/protocol/index.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

describe("the status of a document", () => {
  let project: Project;
  afterEach(() => project.end());

  const statusOf = (open: OpenDocument) =>
    project.client.connection.sendRequest<StatusResult | null>(statusRequest, { uri: open.document.uri });

  it("contains the providers and their reasons, in the display language", async () => {
    project = await Project.of({}, { locale: "zh-cn" });
    const open = await project.open(
      "a.ts",
      "typescript",
      'import a from "tencentcloud-sdk-nodejs";\nif (e.code === "InternalError") {}',
    );
    const status = await statusOf(open);
    assert.deepEqual(status?.providers[0], {
      id: "tencent-cloud",
      name: "腾讯云",
      reason: "导入了 tencentcloud-sdk-nodejs",
    });
    assert.equal(status.codes, 1);
    assert.ok(status.known > 2000);
    assert.equal(status.configuration, null);
  });
});
