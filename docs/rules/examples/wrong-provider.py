from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException


def is_throttled(error: TencentCloudSDKException) -> bool:
    return error.code == "Throttling.User"
