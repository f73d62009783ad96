import type { FileKey, FileKeys, FileKind } from "./file-keys.ts";

const ownLanguages: FileKeys = {
  en: { description: { en: "In English", "zh-CN": "英文" } },
  "zh-CN": { description: { en: "In Chinese", "zh-CN": "中文" } },
};
const languages: FileKeys = {
  ...ownLanguages,
  other: { description: { en: "In another language", "zh-CN": "其他语言" } },
};

const text = (en: string, zh: string): FileKey => ({ description: { en, "zh-CN": zh }, keys: languages });
const link = (en: string, zh: string): FileKey => ({ ...text(en, zh), keys: ownLanguages });
const value = (en: string, zh: string, values?: FileKey["values"]): FileKey => ({
  description: { en, "zh-CN": zh },
  ...(values ? { values } : {}),
});

const entry: FileKeys = {
  code: value("The code, verbatim", "错误码，与接口返回的完全一致", "used code"),
  summary: text("What happened, in one sentence", "用一句话说明发生了什么"),
  httpStatus: value("The HTTP statuses it is returned with", "返回时的 HTTP 状态码", "status"),
  messages: value("Messages as the API returns them, with placeholders", "API 返回的信息，可含占位符"),
  concept: value(
    "What it means across providers: gives kind, retry, cause and fix",
    "跨厂商的含义，决定类型、重试建议、原因与处理方法",
    "concept",
  ),
  kind: value("Overrides the concept's kind", "覆盖概念的类型", "kind"),
  retry: value("Overrides the concept's advice on retrying", "覆盖概念的重试建议", "retry"),
  cause: text("Overrides the concept's cause", "覆盖概念的原因"),
  fix: text("Overrides the concept's advice", "覆盖概念的处理方法"),
  deprecated: {
    ...value("Whether the provider has withdrawn the code", "厂商是否已停用此错误码", "boolean"),
    keys: { use: value("The code that replaces it", "替代它的错误码", "code") },
  },
  officialMisspelling: value("The provider itself misspells the code", "厂商自己的拼写就有误", "boolean"),
  rows: {
    ...value("Where it is documented: ids of tables", "记载它的文档：表的 id"),
    keys: {
      table: value("The id of the table", "表的 id"),
      httpStatus: value("The status that the row states", "该行所写的状态码", "status"),
      message: value("The message that the row states", "该行所写的信息"),
    },
  },
};

const provider: FileKeys = {
  id: value("Lower-case letters and digits, joined by dashes", "小写字母和数字，以“-”连接", "provider"),
  name: text("Its name", "名称"),
  aliases: value("Other names that look-up understands", "查找时可用的其他名称"),
  links: {
    ...value("Pages of the provider", "厂商的网页"),
    keys: {
      documentation: value("The page on error codes", "错误码文档"),
      console: value("The console", "控制台"),
      troubleshooting: value("The page that diagnoses requests", "诊断请求的页面"),
    },
  },
  imports: value(
    "Packages whose import shows that a file uses the provider",
    "导入后即表明文件使用该厂商的包",
  ),
  hosts: value("Hosts of its API, without subdomains", "API 主机名，不含子域名"),
  sharedFamilies: value("Prefixes of which every valid code is common", "其有效错误码全部为公共错误码的前缀"),
  partial: value(
    "Services of which only some codes are listed; * for all",
    "只列出部分错误码的产品，* 表示全部",
  ),
  looseSpelling: value("Its SDKs write codes in another case", "其 SDK 书写错误码时大小写不同", "boolean"),
  frequentCodes: value("The codes that programs handle most", "程序处理最多的错误码"),
  traces: {
    ...value("What shows that a text is of the provider", "表明文本来自该厂商的特征"),
    keys: {
      texts: value("Names in headers and exceptions", "请求头和异常中的名称"),
      products: value("Names of products", "产品名称"),
      requestIds: value("Forms of request IDs", "请求 ID 的形式"),
    },
  },
  responses: {
    ...value("Shapes of its error responses", "错误响应的结构"),
    isList: true,
    keys: {
      format: value("json or xml", "json 或 xml", "response format"),
      code: value("The dotted path to the code", "错误码的路径，以点分隔"),
      message: value("The dotted path to the message", "错误信息的路径，以点分隔"),
      requestId: value("The dotted path to the request ID", "请求 ID 的路径，以点分隔"),
    },
  },
};

/** The keys of catalog files in our own format. */
export const catalogKeys: FileKind = {
  keys: {
    version: value("The version of the format", "格式版本", "version"),
    provider: {
      ...value(
        "The provider of these codes: its id, or its description",
        "所属厂商：id 或其描述",
        "provider",
      ),
      keys: provider,
    },
    service: value("The product that the codes belong to", "所属产品"),
    name: text("The name of the product", "产品名称"),
    link: link(
      "The page about these codes; {code} stands for the code",
      "介绍这些错误码的网页，{code} 代表错误码",
    ),
    entries: { ...value("The codes", "错误码"), isList: true, keys: entry },
    concepts: {
      ...value("Meanings that codes of several providers share", "多个厂商的错误码共有的含义"),
      isList: true,
      keys: {
        id: value("Lower-case letters and digits, joined by dashes", "小写字母和数字，以“-”连接"),
        name: text("Its name", "名称"),
        kind: value("The kind of failure", "失败的类型", "kind"),
        retry: value("Whether sending the request again can succeed", "重新发送请求能否成功", "retry"),
        cause: text("Why it happens", "出错原因"),
        fix: text("What to do", "处理方法"),
      },
    },
    tables: {
      ...value("The documents that rows of entries refer to, by id", "条目的 rows 所引用的文档，以 id 为键"),
      named: {
        by: undefined,
        each: {
          keys: {
            document: value("The name of the document", "文档名称"),
            section: value("The heading above the table", "表格上方的标题"),
            date: value("The date of the document", "文档日期"),
            url: value("The address of the document", "文档网址"),
          },
        },
      },
    },
  },
};
