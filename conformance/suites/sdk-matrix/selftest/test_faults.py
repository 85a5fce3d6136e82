"""The proxy spoils the first attempt of a request, in each of its ways, and no other."""

import http.client
import unittest
from urllib.parse import urlsplit

from matrix import faults

from .stub import endpoint

# The fault, what its first attempt sees (a status, or the exception of a connection that is closed), and whether the server has got it.
CASES = [("throttled", 400, False), ("unavailable", 500, False), ("lost", http.client.RemoteDisconnected, True)]


class Faults(unittest.TestCase):
    def test_first_attempts_are_spoilt_and_others_pass(self):
        asked = []
        with endpoint([{"Item": {}}], asked) as url:
            addresses = faults.serve(url)
            for fault, first, arrives in CASES:
                address = addresses[f"SDK_MATRIX_{fault.upper()}_URL"]
                for request in ("one", "two"):
                    with self.subTest(f"{fault}, request {request}"):
                        asked.clear()
                        self.assertEqual(first, attempt(address, request))
                        self.assertEqual(arrives, len(asked) == 1)
                        self.assertEqual(200, attempt(address, request))
                        self.assertEqual(200, attempt(address, request))

    def test_no_address_is_given_for_https(self):
        self.assertEqual({}, faults.serve("https://127.0.0.1:1"))


def attempt(url, request):
    """Sends a request as an SDK does that may repeat it. Returns the status, or the class of the exception."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    try:
        connection.request("POST", "/", b'{"TableName": "case-0"}', {"amz-sdk-invocation-id": request})
        return connection.getresponse().status
    except http.client.HTTPException as error:
        return type(error)
    finally:
        connection.close()
