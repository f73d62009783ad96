import { singleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const ruby: SnippetLanguage = {
  ids: ["ruby"],
  name: "Ruby",
  quote: singleQuoted,
  fallbackSdk: { type: "ServiceError", value: "error.code" },
  sdks: {
    "tencent-cloud": {
      imports: "require 'tencentcloud-sdk-common'",
      type: "TencentCloud::Common::TencentCloudSDKException",
      value: "error.code",
    },
    aws: { imports: "require 'aws-sdk-core'", type: "Aws::Errors::ServiceError", value: "error.code" },
  },
  compare: `begin
  deliver
rescue {{type}} => error
  raise unless {{value}} == {{code}}
  # {{handle}}
end`,
  switch: `begin
  deliver
rescue {{type}} => error
  case {{value}}
{{cases}}  else
    raise
  end
end`,
  case: `  when {{code}}
    # {{handle}}
`,
  retry: {
    backoff: `def deliver_with_retries(attempts = 5)
  attempt = 0
  begin
    attempt += 1
    yield
  rescue {{type}} => error
    raise if {{value}} != {{code}} || attempt == attempts
    # {{jitter}}
    sleep(rand * [20, 0.2 * 2**attempt].min)
    retry
  end
end`,
    renew: `def deliver_renewed(renew)
  renewed = false
  begin
    yield
  rescue {{type}} => error
    raise if {{value}} != {{code}} || renewed
    # {{renew}}
    renew.call
    renewed = true
    retry
  end
end`,
    no: `begin
  deliver
rescue {{type}} => error
  # {{report}}
  warn(error.full_message) if {{value}} == {{code}}
  raise
end`,
  },
};
