import type { FileKind } from "./file-keys.ts";

/** The keys of `.error-codes.yaml`. */
export const configurationKeys: FileKind = {
  keys: {
    providers: {
      description: { en: "The providers that the files here use", "zh-CN": "此处的文件所使用的厂商" },
      values: "provider",
    },
    pins: {
      description: {
        en: "The providers of individual files and folders",
        "zh-CN": "为个别文件或文件夹指定厂商",
      },
      named: { by: undefined, each: { values: "provider" } },
    },
    catalogs: {
      description: { en: "Your own catalogs", "zh-CN": "自有的错误码目录" },
      isList: true,
      keys: {
        path: { description: { en: "Files, as paths or globs", "zh-CN": "文件路径或通配符" } },
        provider: {
          description: { en: "The provider of the codes", "zh-CN": "所属厂商" },
          values: "provider",
        },
        service: { description: { en: "The product that the codes belong to", "zh-CN": "所属产品" } },
        name: { description: { en: "The name of the provider", "zh-CN": "厂商名称" } },
        imports: {
          description: {
            en: "Packages whose import shows that a file works with the provider",
            "zh-CN": "导入后即表明文件使用该厂商的包",
          },
        },
        hosts: {
          description: {
            en: "Hosts of the API: a file that names one works with the provider",
            "zh-CN": "API 主机名：写有主机名的文件即使用该厂商",
          },
        },
        mapping: {
          description: {
            en: "The columns of documents, by number from 0 or by header",
            "zh-CN": "文档中各列的用途，用从 0 开始的列号或表头表示",
          },
          keys: {
            code: { description: { en: "The codes", "zh-CN": "错误码" } },
            name: { description: { en: "The names of codes that are numbers", "zh-CN": "数字错误码的名称" } },
            httpStatus: { description: { en: "The HTTP statuses", "zh-CN": "HTTP 状态码" } },
            message: {
              description: { en: "The messages as the API returns them", "zh-CN": "API 返回的信息" },
            },
            description: { description: { en: "What the codes mean", "zh-CN": "错误码的含义" } },
            cause: { description: { en: "Why the errors happen", "zh-CN": "出错原因" } },
            fix: { description: { en: "What to do", "zh-CN": "处理方法" } },
          },
        },
        complete: {
          description: { en: "Any other code is an error", "zh-CN": "目录之外的错误码一律视为错误" },
          values: "boolean",
        },
      },
    },
    rules: {
      description: { en: "The severity of each rule", "zh-CN": "各条规则的级别" },
      named: { by: "rule", each: { values: "severity" } },
    },
    ignore: {
      description: { en: "What is not reported", "zh-CN": "不报告的内容" },
      keys: {
        codes: { description: { en: "Codes, with * as a wildcard", "zh-CN": "错误码，可用 * 通配" } },
        paths: { description: { en: "Files, as in .gitignore", "zh-CN": "文件，语法同 .gitignore" } },
        vendored: {
          description: {
            en: "Folders such as vendor; false checks them",
            "zh-CN": "vendor 等第三方代码文件夹；false 表示检查",
          },
          values: "boolean",
        },
      },
    },
    evidence: {
      description: {
        en: "Names that imply error codes in this project",
        "zh-CN": "本项目中表示错误码的名称",
      },
      keys: {
        functions: {
          description: { en: "Functions whose arguments are error codes", "zh-CN": "参数为错误码的函数" },
        },
        fields: { description: { en: "Fields that hold an error code", "zh-CN": "保存错误码的字段" } },
        keys: { description: { en: "Keys whose values are error codes", "zh-CN": "值为错误码的键" } },
      },
    },
  },
};
