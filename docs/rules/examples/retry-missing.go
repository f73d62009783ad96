package rules

import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"

var retryableErrorCodes = []string{
	"RequestLimitExceeded",
	"ResourceInsufficient",
}
