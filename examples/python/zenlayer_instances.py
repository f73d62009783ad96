"""Starts Zenlayer Elastic Compute instances and tells what became of the request."""

import os
from enum import Enum

from zenlayercloud.common.credential import Credential
from zenlayercloud.common.excpetion.zenlayer_cloud_sdk_exception import ZenlayerCloudSdkException
from zenlayercloud.zec.v20250901 import models
from zenlayercloud.zec.v20250901.zec_client import ZecClient


class Outcome(Enum):
    STARTED = "started"
    TRY_LATER = "try later"
    GONE = "gone"


def create_client() -> ZecClient:
    key_id = os.environ["ZENLAYERCLOUD_SECRET_KEY_ID"]
    password = os.environ["ZENLAYERCLOUD_SECRET_KEY_PASSWORD"]
    return ZecClient(Credential(key_id, password))


def start(client: ZecClient, instance_ids: list[str]) -> Outcome:
    request = models.StartInstancesRequest()
    request.instanceIds = instance_ids
    try:
        client.StartInstances(request)
    except ZenlayerCloudSdkException as error:
        return outcome_of(error)
    return Outcome.STARTED


def outcome_of(error: ZenlayerCloudSdkException) -> Outcome:
    """Reads an error; raises it again where neither time nor another instance would help."""
    match error.code:
        case "OPERATION_FAILED_RESOURCE_NOT_FOUND" | "OPERATION_FAILED_FOR_RECYCLE_RESOURCE":
            return Outcome.GONE
        case "SERVICE_TEMPORARY_UNAVAILABLE" | "REQUEST_TIMED_OUT" | "INTERNAL_SERVER_ERROR":
            return Outcome.TRY_LATER
        case "AUTHFAILURE_SIGNATURE_EXPIRED":
            # The SDK signs each request with the current time: with a right clock, the next one is accepted.
            return Outcome.TRY_LATER

    if error.code in ("AUTHFAILURE_SIGNATURE_FAILURE", "AUTHFAILURE_INVALID_AUTHORIZATION"):
        raise PermissionError("the access key and its password do not fit") from error
    if error.code == "AUTHFAILURE_UNAUTHORIZED_OPERATION":
        raise PermissionError("the access key may not start instances") from error
    raise error
