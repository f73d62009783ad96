import { deepEqual } from "node:assert/strict";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { DocumentMarks } from "../../../server/inference/document-marks.ts";
import { ProviderMarks } from "../../../server/inference/marks.ts";
import { builtInCatalog } from "../../catalog/built-in.ts";
import { pseudoRandom } from "../harness/numbers.ts";

const pieces = [
  'import "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"\n',
  '\t"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"',
  "cvm.tencentcloudapi.com",
  "aliyuncs.com",
  "import ",
  "\n",
  "\r\n",
  "x",
  ".",
  "-",
  "",
];

describe("the marks of providers in a document", () => {
  it("are after each change those of its text", async () => {
    const marks = new ProviderMarks(await builtInCatalog());
    const inDocuments = new DocumentMarks(marks);
    const document = TrackedDocument.of("file:///a.go", "go", 1, pieces.join("\n"));
    const random = pseudoRandom(14);
    for (let version = 2; version < 600; version++) {
      const changes = Array.from({ length: 1 + random(3) }, () => {
        const start = random(document.text.length + 1);
        const [from, to] = [start, start + random(40)].map((offset) =>
          document.textDocument.positionAt(offset),
        );
        const text = pieces[random(pieces.length)] ?? "";
        return from && to ? { range: { start: from, end: to }, text } : { text };
      });
      document.update(changes, version);
      // Several revisions can lie between two questions.
      if (random(3) > 0) deepEqual(inDocuments.of(document), marks.marksIn(document.text));
    }
  });
});
