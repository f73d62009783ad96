module example.com/network/directconnect

go 1.21

require (
	github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common v1.0.606
	github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/dc v1.0.606
)
