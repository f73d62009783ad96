import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../text/localized-text.ts";
import { documentationUrl, escapeMarkdown, markdownLink } from "./markdown.ts";

/** What a source is called in words, and the service whose page of the vendor is linked to if the source has no URL. */
interface SourceName {
  name: LocalizedText;
  service?: string;
}

/** By the first word of a source's document. */
const sourceNames: Readonly<Record<string, SourceName>> = {
  "alibaba-cloud-common": {
    name: { en: "Alibaba Cloud documentation: common error codes", "zh-CN": "阿里云文档：公共错误码" },
    service: "common",
  },
  "baidu-ai-cloud-common-and-dev-machine": {
    name: {
      en: "Baidu AI Cloud documentation: common errors and Dev Machine",
      "zh-CN": "百度智能云文档：公共错误码与开发机",
    },
  },
  "tencent-cloud-cos": {
    name: {
      en: "Tencent Cloud documentation: Cloud Object Storage",
      "zh-CN": "腾讯云文档：对象存储",
    },
    service: "cos",
  },
  "tencent-cloud-dc": {
    name: { en: "Tencent Cloud documentation: Direct Connect API", "zh-CN": "腾讯云文档：专线接入 API" },
    service: "dc",
  },
  "tencent-cloud-ioa": {
    name: { en: "Tencent Cloud documentation: iOA API", "zh-CN": "腾讯云文档：iOA API" },
    service: "ioa",
  },
  "zenlayer-cloud-common": {
    name: {
      en: "Zenlayer Cloud documentation: common error codes",
      "zh-CN": "Zenlayer Cloud 文档：公共错误码",
    },
    service: "common",
  },
  "tencentcloud-sdk-go": sdk("Tencent Cloud", "腾讯云", "Go"),
  "tencentcloud-sdk-ruby": sdk("Tencent Cloud", "腾讯云", "Ruby"),
  "cos-nodejs-sdk-v5": sdk("Tencent Cloud COS", "腾讯云对象存储", "Node.js"),
  "cos-python-sdk-v5": sdk("Tencent Cloud COS", "腾讯云对象存储", "Python"),
  "cos-go-sdk-v5": sdk("Tencent Cloud COS", "腾讯云对象存储", "Go"),
  "aliyun-python-sdk-core": sdk("Alibaba Cloud", "阿里云", "Python"),
  "aliyun-log-java-sdk": sdk("Alibaba Cloud Simple Log Service", "阿里云日志服务", "Java"),
  "alibabacloud-oss-go-sdk-v2": sdk("Alibaba Cloud OSS", "阿里云对象存储", "Go"),
  "alibabacloud-kms-python-sdk": sdk("Alibaba Cloud KMS", "阿里云密钥管理服务", "Python"),
  botocore: sdk("AWS", "AWS ", "Python (botocore)"),
  "aws-sdk-go": sdk("AWS", "AWS ", "Go"),
  "aws-sdk-js": sdk("AWS", "AWS ", "JavaScript"),
  "aws-sdk-js-v3": sdk("AWS", "AWS ", "JavaScript v3"),
  "bce-sdk-java": sdk("Baidu AI Cloud", "百度智能云", "Java"),
  "bce-sdk-js": sdk("Baidu AI Cloud", "百度智能云", "JavaScript"),
  "zenlayercloud-sdk-go": sdk("Zenlayer Cloud", "Zenlayer Cloud ", "Go"),
  "zenlayercloud-sdk-java": sdk("Zenlayer Cloud", "Zenlayer Cloud ", "Java"),
  "zenlayercloud-sdk-python": sdk("Zenlayer Cloud", "Zenlayer Cloud ", "Python"),
  "terraform-provider-alicloud": terraform("Alibaba Cloud", "阿里云"),
  "terraform-provider-baiducloud": terraform("Baidu AI Cloud", "百度智能云"),
  "terraform-provider-tencentcloud": terraform("Tencent Cloud", "腾讯云"),
  "terraform-provider-zenlayercloud": terraform("Zenlayer Cloud", " Zenlayer Cloud"),
};

function sdk(vendor: string, vendorInChinese: string, language: string): SourceName {
  return {
    name: {
      en: `${vendor} SDK for ${language}`,
      "zh-CN": `${vendorInChinese} ${language} SDK`.replace(/ +/g, " "),
    },
  };
}

function terraform(vendor: string, vendorInChinese: string): SourceName {
  return {
    name: {
      en: `Terraform provider for ${vendor}`,
      "zh-CN": `${vendorInChinese.trim()}的 Terraform 提供程序`,
    },
  };
}

/** Returns the sources of an entry as Markdown, one for each row: what it is, with a link, where in it, and as of when. */
export function sourcesOf(entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string[] {
  const isChinese = displayLanguage === "zh-CN";
  const rows = entry.source.map(({ document, section, date, url }) => {
    const [, first = "", rest = ""] = /^([\w.-]+)[:,]?(?:\s+(.*))?$/s.exec(document) ?? [];
    const named = Object.hasOwn(sourceNames, first) ? sourceNames[first] : undefined;
    const words = named && [localize(named.name, displayLanguage), rest].filter(Boolean);
    const name = escapeMarkdown(words?.join(isChinese ? "：" : ": ") ?? document);
    const { provider, code } = entry;
    const link =
      url ??
      (named?.service &&
        documentationUrl({ provider, service: named.service, code }, catalog, displayLanguage));
    const asOf = date && (isChinese ? `截至 ${date}` : `as of ${date}`);
    const details = [section, asOf].flatMap((one) => (one ? escapeMarkdown(one) : []));
    return [link ? markdownLink(name, link) : name, ...details].join(isChinese ? "，" : ", ");
  });
  return [...new Set(rows)];
}
