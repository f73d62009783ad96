"""Starts dev machines of Baidu AI Cloud before the working day and removes abandoned ones."""

import logging
import os
import time
from itertools import count

from baidubce.auth.bce_credentials import BceCredentials
from baidubce.bce_client_configuration import BceClientConfiguration
from baidubce.exception import BceHttpClientError, BceServerError
from baidubce.services.aihc.aihc_client import AihcClient

ATTEMPTS = 3

log = logging.getLogger(__name__)


def create_client(endpoint: str = "https://aihc.bj.baidubce.com") -> AihcClient:
    credentials = BceCredentials(os.environ["BCE_ACCESS_KEY_ID"], os.environ["BCE_SECRET_ACCESS_KEY"])
    return AihcClient(BceClientConfiguration(credentials=credentials, endpoint=endpoint))


def server_error(error: BceHttpClientError) -> BceServerError:
    """What the service answered; the HTTP client raises it wrapped, also where it never retried."""
    if isinstance(error.last_error, BceServerError):
        return error.last_error
    raise error


def start(client: AihcClient, machine_id: str) -> bool:
    """Starts a machine and tells whether it was there to be started."""
    for attempt in count(1):
        try:
            client.StartDevInstance(machine_id)
            return True
        except BceHttpClientError as error:
            e = server_error(error)
            if e.code == "NotFound":
                return False
            if e.code not in ("InternalError", "RequestExpired") or attempt == ATTEMPTS:
                raise
            # Both may succeed when sent again: the next request carries a new date and signature.
            log.warning("%s of %s, trying again (request %s)", e.code, machine_id, e.request_id)
            time.sleep(2**attempt)


def remove(client: AihcClient, machine_id: str) -> None:
    """Deletes a machine; one that is gone already is as good as deleted."""
    try:
        client.DeleteDevInstance(machine_id)
    except BceHttpClientError as error:
        e = server_error(error)
        if e.code == "NotFound":
            return
        if e.code in ("Forbidden", "AccessDenied"):
            raise PermissionError(f"no right to delete {machine_id} (request {e.request_id})") from error
        if e.code in ("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidHTTPAuthHeader"):
            raise PermissionError("BCE_ACCESS_KEY_ID and BCE_SECRET_ACCESS_KEY do not fit") from error
        raise
