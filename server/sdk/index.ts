import { awsJavaScript } from "./aws-javascript.ts";
import { botocore } from "./botocore.ts";
import type { Sdk } from "./sdk.ts";
import { tencentCloudGo } from "./tencent-cloud-go.ts";
import { tencentCloudPython } from "./tencent-cloud-python.ts";
import { zenlayerCloudGo } from "./zenlayer-cloud-go.ts";

/** All SDKs that are read. */
export const sdks: readonly Sdk[] = [
  tencentCloudGo,
  tencentCloudPython,
  zenlayerCloudGo,
  awsJavaScript,
  botocore,
];

/** The names of the files that list the packages of a project: they change when packages are installed. */
export const packageLists: readonly string[] = [
  ...new Set(sdks.flatMap(({ ecosystem }) => ecosystem.manifests)),
];
