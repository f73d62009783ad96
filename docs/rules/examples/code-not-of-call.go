package rules

import (
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"
)

func isGone(client *cvm.Client, request *cvm.DescribeInstancesRequest) bool {
	_, err := client.DescribeInstances(request)
	failure, ok := err.(*errors.TencentCloudSDKError)
	return ok && failure.Code == "InvalidInstanceId.NotFound"
}
