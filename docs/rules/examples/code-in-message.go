package rules

import (
	"strings"

	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
)

func isMissing(err *errors.TencentCloudSDKError) bool {
	return strings.Contains(err.Error(), "ResourceNotFound")
}
