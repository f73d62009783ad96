import { doubleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const java: SnippetLanguage = {
  ids: ["java"],
  name: "Java",
  quote: doubleQuoted,
  fallbackSdk: { type: "ServiceException", value: "e.getErrorCode()" },
  sdks: {
    "tencent-cloud": {
      imports: "import com.tencentcloudapi.common.exception.TencentCloudSDKException;",
      type: "TencentCloudSDKException",
      value: "e.getErrorCode()",
    },
    "alibaba-cloud": {
      imports: "import com.aliyuncs.exceptions.ClientException;",
      type: "ClientException",
      value: "e.getErrCode()",
    },
    aws: {
      imports: "import software.amazon.awssdk.awscore.exception.AwsServiceException;",
      type: "AwsServiceException",
      value: "e.awsErrorDetails().errorCode()",
    },
    "baidu-ai-cloud": {
      imports: "import com.baidubce.BceServiceException;",
      type: "BceServiceException",
      value: "e.getErrorCode()",
    },
  },
  compare: `try {
    send();
} catch ({{type}} e) {
    if ({{code}}.equals({{value}})) {
        // {{handle}}
    } else {
        throw e;
    }
}`,
  switch: `try {
    send();
} catch ({{type}} e) {
    switch ({{value}}) {
{{cases}}        default:
            throw e;
    }
}`,
  case: `        case {{code}}:
            // {{handle}}
            break;
`,
  retry: {
    backoff: `<R> R sendWithRetries(Callable<R> send, int attempts) throws Exception {
    for (int attempt = 1; ; attempt++) {
        try {
            return send.call();
        } catch ({{type}} e) {
            if (!{{code}}.equals({{value}}) || attempt == attempts) {
                throw e;
            }
            // {{jitter}}
            long limit = Math.min(20_000, 200L << attempt);
            Thread.sleep(ThreadLocalRandom.current().nextLong(limit));
        }
    }
}`,
    renew: `<R> R sendRenewed(Callable<R> send, Runnable renew) throws Exception {
    try {
        return send.call();
    } catch ({{type}} e) {
        if (!{{code}}.equals({{value}})) {
            throw e;
        }
        // {{renew}}
        renew.run();
        return send.call();
    }
}`,
    no: `try {
    send();
} catch ({{type}} e) {
    if ({{code}}.equals({{value}})) {
        // {{report}}
        System.err.println(e);
    }
    throw e;
}`,
  },
};
