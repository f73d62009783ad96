import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { assembleCatalog } from "../../../catalog/model/built-in.ts";
import { formatProblem as asLine } from "../../../catalog/schema/checked-file.ts";
import { fileSchema } from "../../../catalog/schema/schema.ts";

const root = join(import.meta.dirname, "../../..");

describe("the catalog format", () => {
  it("matches the committed JSON Schema", async () => {
    const committed = JSON.parse(await readFile(join(root, "catalog/schema.json"), "utf8"));
    const { title: _, ...schema } = committed;
    const generated = toJsonSchema(fileSchema, { typeMode: "input", errorMode: "ignore" });
    assert.deepEqual(schema, JSON.parse(JSON.stringify(generated)));
  });

  it("accepts every complete example of its documentation", async () => {
    const page = await readFile(join(root, "docs/catalog-format.md"), "utf8");
    const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
    const files = examples.filter((text) => text.startsWith("version:"));
    assert.equal(files.length, 2);
    const { data, problems } = assembleCatalog(files.map((text, index) => ({ path: `${index}.yaml`, text })));
    assert.deepEqual(problems.map(asLine), []);
    assert.deepEqual(
      data.entries.map(({ code, service }) => `${service} ${code}`),
      [
        "common Acme.OrderClosed",
        "common Acme.OrderNotFound",
        "orders Acme.OrderClosed",
        "orders Acme.OrderLocked",
      ],
    );
    assert.deepEqual(data.entries.at(-1)?.httpStatus, [409, 423]);
    assert.equal(data.providers[0]?.name["zh-CN"], "顶点");
  });
});
