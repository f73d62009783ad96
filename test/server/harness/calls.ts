import assert from "node:assert/strict";
import { join } from "node:path";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import type { DocumentCalls } from "../../../server/calls/document-calls.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { analyzerOf } from "./analyzer.ts";

/** A function of Go with some imports and a body. */
export const goFunction = (imports: string, body: string) =>
  `package p\n\nimport (\n${imports}\n)\n\nfunc f(ctx context.Context, client *Client) error {\n${body}\n}\n`;

/** Reads the calls of texts, with the built-in catalog, for the suite that calls this. */
export function callReader() {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await analyzerOf(nodeHost(join(import.meta.dirname, "../../../dist")));
  });
  return {
    /** Returns the calls of a text, and the offset of its cursor: `|`, or `‸` where a bar has a meaning. */
    callsIn: async (languageId: string, marked: string): Promise<[DocumentCalls, number]> => {
      const cursor = marked.includes("‸") ? "‸" : "|";
      const document = TrackedDocument.of("file:///calls", languageId, 1, marked.replace(cursor, ""));
      const calls = await analyzer.callsOf(document);
      assert.ok(calls);
      return [calls, marked.indexOf(cursor)];
    },
    analysisOf: (languageId: string, text: string) =>
      analyzer.analyze(TrackedDocument.of("file:///types", languageId, 1, text)),
  };
}

/** A function of Go that calls an action of Tencent Cloud, and handles its failure by some lines. */
export const handledInGo = (tested: string, call = "client.RunInstances(request)") => `package a

import (
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"
)

func f(client *cvm.Client) error {
	request := cvm.NewRunInstancesRequest()
	_, err := ${call}
	if failure, ok := err.(*errors.TencentCloudSDKError); ok {
${tested}
	}
	return err
}
`;
