import { gzipSync } from "node:zlib";

// Small SDKs, laid out as their vendors lay them out. Each is a map from paths to texts. The codes
// `ResourceInUse.CloudKettle` and `MadeUpQueueFault` are in no catalog.

/** An errors.go of Tencent Cloud's SDK for Go. */
const tencentErrors = `package v20170312

const (
	// 此产品的特有错误码

	// 询价失败
	FAILEDOPERATION_INQUIRYPRICEFAILED = "FailedOperation.InquiryPriceFailed"

	// 云水壶已被\`占用\` [详情](https://example.com)。
	RESOURCEINUSE_CLOUDKETTLE = "ResourceInUse.CloudKettle"

	// 云水壶格式错误。
	INVALIDPARAMETERVALUE_CLOUDKETTLEMALFORMED = "InvalidParameterValue.CloudKettleMalformed"
)
`;

const tencentModule = "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm";

const goMod = `module example.com/shop

go 1.22

require ${tencentModule} v1.0.900 // indirect
`;

/** A module of Go that uses Tencent Cloud's SDK from its folder `vendor`. */
export const goVendor: Record<string, string> = {
  "go.mod": goMod,
  "vendor/modules.txt": `# ${tencentModule} v1.0.900\n`,
  [`vendor/${tencentModule}/v20170312/errors.go`]: tencentErrors,
};

/** The same without the folder `vendor`, and the module cache that it is in, below the folder `cache`. */
export const goModuleOnly = { "go.mod": goMod };
export const goModuleCache: Record<string, string> = {
  [`cache/${tencentModule}@v1.0.900/v20170312/errors.go`]: tencentErrors,
  [`cache/${tencentModule}@v1.0.899/v20170312/errors.go`]: tencentErrors.replace("询价失败", "旧版本"),
};

/** The model of a service, as botocore has one for each. */
export const botocoreModel = {
  metadata: { serviceId: "SQS" },
  shapes: {
    PurgeQueueInProgress: {
      type: "structure",
      documentation:
        "<p>The queue was purged <i>less than</i> 60 seconds ago &amp; cannot be purged again.</p>",
      exception: true,
      error: { httpStatusCode: 403 },
    },
    MadeUpQueueFault: { type: "structure", documentation: "<p>A made-up fault.</p>", exception: true },
    NotAnError: { type: "structure" },
  },
};

const sitePackages = ".venv/lib/python3.12/site-packages";

/** A project of Python with botocore and Tencent Cloud's SDK in its virtual environment. */
export const pythonEnvironment: Record<string, string | Uint8Array> = {
  "requirements.txt": "boto3\ntencentcloud-sdk-python-cvm\n",
  [`${sitePackages}/botocore-1.43.67.dist-info/METADATA`]: "Name: botocore\n",
  [`${sitePackages}/botocore/data/sqs/2012-11-05/service-2.json.gz`]: gzipSync(JSON.stringify(botocoreModel)),
  [`${sitePackages}/tencentcloud_sdk_python_cvm-3.0.1.dist-info/METADATA`]:
    "Name: tencentcloud-sdk-python-cvm\n",
  [`${sitePackages}/tencentcloud/cvm/v20170312/errorcodes.py`]: `# -*- coding: utf8 -*-
# 此产品的特有错误码

# 询价失败
FAILEDOPERATION_INQUIRYPRICEFAILED = 'FailedOperation.InquiryPriceFailed'
`,
};

/** A package of npm as a client of AWS. */
export function awsClient(folder: string): Record<string, string> {
  return {
    [`${folder}/package.json`]: JSON.stringify({ name: "@aws-sdk/client-sqs", version: "3.1175.0" }),
    [`${folder}/dist-types/models/errors.d.ts`]: `import { SQSServiceException as __BaseException } from "./SQSServiceException";
/**
 * <p>The queue was purged <i>less than</i> 60 seconds ago &amp; cannot be purged again.</p>
 * @public
 */
export declare class PurgeQueueInProgress extends __BaseException {
    readonly name: "PurgeQueueInProgress";
    readonly $fault: "client";
    constructor(opts: __ExceptionOptionType<PurgeQueueInProgress, __BaseException>);
}
/**
 * <p>A made-up fault.</p>
 * @public
 */
export declare class MadeUpQueueFault extends __BaseException {
    readonly name: "MadeUpQueueFault";
    readonly $fault: "client";
}
export interface Other {
    readonly name: "NotAnError";
}
`,
  };
}

/** A package of Node.js with a client of AWS. */
export const nodeModules: Record<string, string> = {
  "package.json": JSON.stringify({ name: "shop", dependencies: { "@aws-sdk/client-sqs": "^3" } }),
  ...awsClient("node_modules/@aws-sdk/client-sqs"),
};

/** Zenlayer Cloud's SDK for Go, which spells the codes of the API otherwise, in the folder `vendor`. */
export const zenlayerVendor: Record<string, string> = {
  "go.mod": "module example.com/shop\n\nrequire github.com/zenlayer/zenlayercloud-sdk-go v0.2.30\n",
  "vendor/github.com/zenlayer/zenlayercloud-sdk-go/zenlayercloud/bmc20221120/errors.go": `package bmc

const (
	// Instance model not found.
	INVALID_INSTANCE_TYPE_NOT_FOUND = "Invalid.Instance.Type.Not.Found"
)
`,
};

/** The codes of a service in Tencent Cloud's SDK for Java. */
export const javaEnum = `package com.tencentcloudapi.cvm.v20170312;
public enum CvmErrorCode {
     /* 询价失败 */
     FAILEDOPERATION_INQUIRYPRICEFAILED("FailedOperation.InquiryPriceFailed"),

     private String value;
     private CvmErrorCode (String value){
        this.value = value;
    }
}
`;
