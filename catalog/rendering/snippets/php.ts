import { singleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const php: SnippetLanguage = {
  ids: ["php"],
  name: "PHP",
  quote: singleQuoted,
  fallbackSdk: { type: "ServiceException", value: "$e->getErrorCode()" },
  sdks: {
    "tencent-cloud": {
      imports: "use TencentCloud\\Common\\Exception\\TencentCloudSDKException;",
      type: "TencentCloudSDKException",
      value: "$e->getErrorCode()",
    },
    "alibaba-cloud": {
      imports: "use AlibabaCloud\\Client\\Exception\\ServerException;",
      type: "ServerException",
      value: "$e->getErrorCode()",
    },
    aws: {
      imports: "use Aws\\Exception\\AwsException;",
      type: "AwsException",
      value: "$e->getAwsErrorCode()",
    },
  },
  compare: `try {
    send();
} catch ({{type}} $e) {
    if ({{value}} === {{code}}) {
        // {{handle}}
    } else {
        throw $e;
    }
}`,
  switch: `try {
    send();
} catch ({{type}} $e) {
    switch ({{value}}) {
{{cases}}        default:
            throw $e;
    }
}`,
  case: `        case {{code}}:
            // {{handle}}
            break;
`,
  retry: {
    backoff: `function sendWithRetries(callable $send, int $attempts = 5): mixed
{
    for ($attempt = 1; ; $attempt++) {
        try {
            return $send();
        } catch ({{type}} $e) {
            if ({{value}} !== {{code}} || $attempt === $attempts) {
                throw $e;
            }
            // {{jitter}}
            $limit = min(20_000, 200 * 2 ** $attempt);
            usleep(random_int(0, $limit) * 1000);
        }
    }
}`,
    renew: `function sendRenewed(callable $send, callable $renew): mixed
{
    try {
        return $send();
    } catch ({{type}} $e) {
        if ({{value}} !== {{code}}) {
            throw $e;
        }
        // {{renew}}
        $renew();
        return $send();
    }
}`,
    no: `try {
    send();
} catch ({{type}} $e) {
    if ({{value}} === {{code}}) {
        // {{report}}
        error_log((string) $e);
    }
    throw $e;
}`,
  },
};
