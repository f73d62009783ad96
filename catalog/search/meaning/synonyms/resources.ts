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
  [
    ["还有资源", "有依赖", "依赖", "被引用", "dependency", "dependencies", "depends"],
    { concepts: ["resource-in-use"], prefers: ["dependency", "dependencies"] },
  ],
  [
    ["未解冻", "没解冻", "解冻", "取回", "not restored", "restore first"],
    { concepts: ["state-conflict"], prefers: ["object"] },
  ],
  [
    ["已停止", "已关机", "停止状态", "已释放", "不能操作", "stopped", "terminated"],
    { concepts: ["state-conflict"] },
  ],
  [
    ["无效", "非法", "不合法", "invalid", "illegal"],
    {
      concepts: ["parameter-invalid", "parameter-value-invalid", "parameter-format", "resource-not-found"],
      prefers: ["invalid"],
    },
  ],
  [
    ["删除中", "正在删除", "being deleted", "deleting"],
    { concepts: ["resource-deleting", "state-conflict"] },
  ],
  [
    ["正在创建", "创建中", "处理中", "in progress", "still creating"],
    { concepts: ["request-in-progress", "state-conflict", "operation-conflict"] },
  ],
  [
    ["已禁用", "被停用", "disabled"],
    { concepts: ["resource-disabled", "feature-disabled", "access-key-disabled"] },
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
