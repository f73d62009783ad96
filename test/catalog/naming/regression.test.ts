import assert from "node:assert/strict";
import { type Example, learn, sharesOf } from "./regression.ts";
import { type Described, teacherFrom } from "./teacher.ts";

const training = { labelCount: 2, rounds: 10, learningRate: 0.3, fewestExamples: 1 };
const [first, second] = [Float64Array.of(1, 0), Float64Array.of(0, 1)];

describe("learning what words speak for", () => {
  const examples: Example[] = [
    { features: ["red", "round"], shares: first, weight: 1 },
    { features: ["green", "round"], shares: second, weight: 1 },
  ];

  it("tells labels apart by the features that only one of them has", () => {
    const weights = learn(examples, training);
    assert.ok((sharesOf(weights, 2, ["red"])[0] ?? 0) > 0.6);
    assert.ok((sharesOf(weights, 2, ["green", "round"])[1] ?? 0) > 0.6);
    assert.deepEqual(sharesOf(weights, 2, ["blue"]), Float64Array.of(0.5, 0.5));
  });

  it("gives the same weights again, and fewer with sparsity", () => {
    assert.deepEqual(learn(examples, training), learn(examples, training));
    const sparse = learn(examples, { ...training, sparsity: 5 });
    assert.ok(
      Math.abs(sparse.get("red")?.[0] ?? 1) < Math.abs(learn(examples, training).get("red")?.[0] ?? 0),
    );
  });

  it("leaves out rare features", () => {
    assert.deepEqual([...learn(examples, { ...training, fewestExamples: 2 }).keys()], ["round"]);
  });

  it("labels codes by what vendors say about them, in English and Chinese", () => {
    const described = (code: string, ...sentences: string[]): Described => {
      return { provider: "acme", code, httpStatus: [], sentences };
    };
    const teacher = teacherFrom(
      [
        { described: described("Acme.One", "The disk does not exist.", "云硬盘不存在。"), shares: first },
        { described: described("Acme.Two", "The VPC doesn't exist.", "私有网络不存在。"), shares: first },
        { described: described("Acme.Three", "The disk is in use.", "云硬盘正在使用中。"), shares: second },
        { described: described("Acme.Four", "The VPC is in use.", "私有网络正在使用中。"), shares: second },
      ],
      2,
    );
    assert.ok((teacher(described("Acme.Five", "The key does not exist."))[0] ?? 0) > 0.7);
    assert.ok((teacher(described("Acme.Five", "密钥正在使用中。"))[1] ?? 0) > 0.7);
  });
});
