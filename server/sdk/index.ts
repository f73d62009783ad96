import { awsJavaScript } from "./aws-javascript.ts";
import { botocore } from "./botocore.ts";
import type { Sdk } from "./sdk.ts";
import { tencentCloudGo } from "./tencent-cloud-go.ts";
import { tencentCloudJava } from "./tencent-cloud-java.ts";
import { tencentCloudPython } from "./tencent-cloud-python.ts";
import { zenlayerCloudGo } from "./zenlayer-cloud-go.ts";

/** All SDKs that are read. */
export const sdks: readonly Sdk[] = [
  tencentCloudGo,
  tencentCloudPython,
  tencentCloudJava,
  zenlayerCloudGo,
  awsJavaScript,
  botocore,
];
