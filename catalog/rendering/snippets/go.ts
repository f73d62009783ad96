import { doubleQuoted } from "../../text/source-text.ts";
import type { SnippetLanguage } from "./language.ts";

export const go: SnippetLanguage = {
  ids: ["go"],
  name: "Go",
  quote: doubleQuoted,
  fallbackSdk: {
    imports: `import "errors"`,
    type: "interface{ ErrorCode() string }",
    value: "failure.ErrorCode()",
  },
  sdks: {
    "tencent-cloud": {
      imports: `import (
	"errors"

	sdkerrors "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
)`,
      type: "*sdkerrors.TencentCloudSDKError",
      value: "failure.Code",
    },
    "alibaba-cloud": {
      imports: `import (
	"errors"

	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
)`,
      type: "*sdkerrors.ServerError",
      value: "failure.ErrorCode()",
    },
    aws: {
      imports: `import (
	"errors"

	"github.com/aws/smithy-go"
)`,
      type: "smithy.APIError",
      value: "failure.ErrorCode()",
    },
    "baidu-ai-cloud": {
      imports: `import (
	"errors"

	"github.com/baidubce/bce-sdk-go/bce"
)`,
      type: "*bce.BceServiceError",
      value: "failure.Code",
    },
    "zenlayer-cloud": {
      imports: `import (
	"errors"

	"github.com/zenlayer/zenlayercloud-sdk-go/zenlayercloud/common"
)`,
      type: "*common.ZenlayerCloudSdkError",
      value: "failure.Code",
    },
  },
  compare: `var failure {{type}}
if errors.As(err, &failure) && {{value}} == {{code}} {
	// {{handle}}
}`,
  switch: `var failure {{type}}
if errors.As(err, &failure) {
	switch {{value}} {
{{cases}}	default:
		return err
	}
}`,
  case: `	case {{code}}:
		// {{handle}}
`,
  retry: {
    backoff: `func sendWithRetries(send func() error) error {
	var err error
	for attempt := 1; attempt <= 5; attempt++ {
		err = send()
		var failure {{type}}
		if !errors.As(err, &failure) || {{value}} != {{code}} {
			return err
		}
		// {{jitter}}
		limit := min(20*time.Second, 200*time.Millisecond<<attempt)
		time.Sleep(time.Duration(rand.Int63n(int64(limit))))
	}
	return err
}`,
    renew: `func sendRenewed(send, renew func() error) error {
	err := send()
	var failure {{type}}
	if !errors.As(err, &failure) || {{value}} != {{code}} {
		return err
	}
	// {{renew}}
	if err := renew(); err != nil {
		return err
	}
	return send()
}`,
    no: `if err := send(); err != nil {
	var failure {{type}}
	if errors.As(err, &failure) && {{value}} == {{code}} {
		// {{report}}
		return fmt.Errorf("cannot send: %w", err)
	}
	return err
}`,
  },
};
