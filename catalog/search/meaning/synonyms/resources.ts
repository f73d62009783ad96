import type { Synonyms } from "./synonyms.ts";

/** Whether things are there, and what state they are in. */
export const resources: Synonyms = [
  [
    ["不存在", "找不到", "没有这个", "not found", "does not exist", "no such", "missing", "404"],
    { concepts: ["resource-not-found"] },
  ],
  [
    ["已存在", "已经存在", "重名", "already exists", "name taken", "exists"],
    { concepts: ["resource-exists"] },
  ],
  [["不为空", "非空", "not empty"], { concepts: ["resource-in-use"], prefers: ["empty"] }],
  [["正在使用", "被占用", "使用中", "占用", "in use", "still used"], { concepts: ["resource-in-use"] }],
  [
    [
      "状态不对",
      "状态不允许",
      "状态错误",
      "状态异常",
      "未运行",
      "没有运行",
      "wrong state",
      "invalid state",
      "not running",
    ],
    { concepts: ["state-conflict"] },
  ],
  [["删除保护", "受保护", "deletion protection", "protected"], { concepts: ["resource-protected"] }],
  [
    ["冲突", "重叠", "overlap", "overlaps", "conflict", "conflicts"],
    { concepts: ["address-conflict", "operation-conflict", "parameter-conflict"] },
  ],
  [
    [
      "没有变化",
      "无变化",
      "没有更新",
      "无需更新",
      "no updates",
      "nothing to update",
      "no change",
      "no changes",
    ],
    { concepts: ["no-change"] },
  ],
];
