import { doubleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const kotlin: SnippetLanguage = {
  ids: ["kotlin"],
  name: "Kotlin",
  quote: (text) => doubleQuoted(text).replaceAll("$", "\\$"),
  fallbackSdk: { type: "ServiceException", value: "e.errorCode" },
  sdks: {
    "tencent-cloud": {
      imports: "import com.tencentcloudapi.common.exception.TencentCloudSDKException",
      type: "TencentCloudSDKException",
      value: "e.errorCode",
    },
    "alibaba-cloud": {
      imports: "import com.aliyuncs.exceptions.ClientException",
      type: "ClientException",
      value: "e.errCode",
    },
    aws: {
      imports: "import software.amazon.awssdk.awscore.exception.AwsServiceException",
      type: "AwsServiceException",
      value: "e.awsErrorDetails().errorCode()",
    },
    "baidu-ai-cloud": {
      imports: "import com.baidubce.BceServiceException",
      type: "BceServiceException",
      value: "e.errorCode",
    },
  },
  compare: `try {
    send()
} catch (e: {{type}}) {
    if ({{value}} == {{code}}) {
        // {{handle}}
    } else {
        throw e
    }
}`,
  switch: `try {
    send()
} catch (e: {{type}}) {
    when ({{value}}) {
{{cases}}        else -> throw e
    }
}`,
  case: `        {{code}} -> {
            // {{handle}}
        }
`,
  retry: {
    backoff: `suspend fun <R> sendWithRetries(attempts: Int = 5, send: suspend () -> R): R {
    for (attempt in 1..attempts) {
        try {
            return send()
        } catch (e: {{type}}) {
            if ({{value}} != {{code}} || attempt == attempts) throw e
            // {{jitter}}
            val limit = minOf(20_000L, 200L shl attempt)
            delay(Random.nextLong(limit))
        }
    }
    error("unreachable")
}`,
    renew: `fun <R> sendRenewed(send: () -> R, renew: () -> Unit): R {
    try {
        return send()
    } catch (e: {{type}}) {
        if ({{value}} != {{code}}) throw e
        // {{renew}}
        renew()
        return send()
    }
}`,
    no: `try {
    send()
} catch (e: {{type}}) {
    if ({{value}} == {{code}}) {
        // {{report}}
        System.err.println(e)
    }
    throw e
}`,
  },
};
