package rules

import (
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"
)

func exists(client *cvm.Client, request *cvm.DescribeInstancesRequest) bool {
	_, err := client.DescribeInstances(request)
	if failure, ok := err.(*errors.TencentCloudSDKError); ok {
		return failure.Code != "InvalidInstanceId.NotFound"
	}
	return err == nil
}
