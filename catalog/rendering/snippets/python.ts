import { doubleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const python: SnippetLanguage = {
  ids: ["python"],
  name: "Python",
  quote: doubleQuoted,
  fallbackSdk: { type: "Exception", value: "error.code" },
  sdks: {
    "tencent-cloud": {
      imports:
        "from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException",
      type: "TencentCloudSDKException",
      value: "error.get_code()",
    },
    "alibaba-cloud": {
      imports: "from aliyunsdkcore.acs_exception.exceptions import ServerException",
      type: "ServerException",
      value: "error.get_error_code()",
    },
    aws: {
      imports: "from botocore.exceptions import ClientError",
      type: "ClientError",
      value: `error.response["Error"]["Code"]`,
    },
    "baidu-ai-cloud": {
      imports: "from baidubce.exception import BceHttpClientError",
      type: "BceHttpClientError",
      value: "error.last_error.code",
    },
    "zenlayer-cloud": {
      // The misspelling is part of the package's name.
      imports:
        "from zenlayercloud.common.excpetion.zenlayer_cloud_sdk_exception import ZenlayerCloudSdkException",
      type: "ZenlayerCloudSdkException",
      value: "error.code",
    },
  },
  compare: `try:
    send()
except {{type}} as error:
    if {{value}} == {{code}}:
        pass  # {{handle}}
    else:
        raise`,
  switch: `try:
    send()
except {{type}} as error:
    match {{value}}:
{{cases}}        case _:
            raise`,
  case: `        case {{code}}:
            pass  # {{handle}}
`,
  retry: {
    backoff: `import random
import time


def send_with_retries(send, attempts=5):
    for attempt in range(1, attempts + 1):
        try:
            return send()
        except {{type}} as error:
            if {{value}} != {{code}} or attempt == attempts:
                raise
            # {{jitter}}
            time.sleep(random.uniform(0, min(20, 0.2 * 2**attempt)))`,
    renew: `def send_renewed(send, renew):
    try:
        return send()
    except {{type}} as error:
        if {{value}} != {{code}}:
            raise
    # {{renew}}
    renew()
    return send()`,
    no: `import logging

try:
    send()
except {{type}} as error:
    if {{value}} == {{code}}:
        # {{report}}
        logging.error(error)
    raise`,
  },
};
