import type { Adviser } from "./advice.ts";

/** Alibaba Cloud OSS has a page for each of its more detailed codes. */
export const detailCode: Adviser = {
  name: "EC of OSS",

  advise({ detailCode: ec }) {
    if (ec === undefined) return undefined;
    return {
      text: {
        en: `OSS has a page for the exact case, EC ${ec}:`,
        "zh-CN": `OSS 针对该具体情况（EC ${ec}）提供了说明页面：`,
      },
      link: `https://api.aliyun.com/troubleshoot?q=${ec}`,
    };
  },
};
