"""A proxy that spoils the first attempt of each request, so that the SDKs' own retries have to save it."""

import http.client
import json
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

NAMESPACE = "com.amazonaws.dynamodb.v20120810#"
# What is answered to a first attempt in place of the server: status and type. "lost" has no answer at all.
ANSWERS = {
    "throttled": (400, "ProvisionedThroughputExceededException"),
    "unavailable": (500, "InternalServerError"),
    "lost": None,
}
# Headers of an answer that are made anew.
OF_THE_CONNECTION = ("content-length", "connection", "transfer-encoding")


def serve(url):
    """Serves one port for each fault in front of url until the program ends. Returns the variables that tell drivers of them:
    none for https, where the name of the host belongs to the certificate."""
    target = urlsplit(url)
    if target.scheme != "http":
        return {}
    variables = {}
    for fault in ANSWERS:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fault, target))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        variables[f"SDK_MATRIX_{fault.upper()}_URL"] = f"http://127.0.0.1:{server.server_port}"
    return variables


def _handler(fault, target):
    seen = set()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            attempt = self.headers.get("amz-sdk-invocation-id") or body
            first = attempt not in seen
            seen.add(attempt)
            if not first:
                self._answer(*self._pass_on(body))
            elif ANSWERS[fault]:
                status, kind = ANSWERS[fault]
                text = json.dumps({"__type": NAMESPACE + kind, "message": f"{fault} by the proxy"}).encode()
                self._answer(status, [("Content-Type", "application/x-amz-json-1.0")], text)
            else:
                self._pass_on(body)
                self.close_connection = True

        def _pass_on(self, body):
            """Sends the request to the server, with the Host that was signed."""
            with closing(http.client.HTTPConnection(target.hostname, target.port or 80)) as connection:
                connection.request("POST", self.path, body, dict(self.headers.items()))
                answer = connection.getresponse()
                kept = [(k, v) for k, v in answer.getheaders() if k.lower() not in OF_THE_CONNECTION]
                return answer.status, kept, answer.read()

        def _answer(self, status, headers, body):
            self.send_response_only(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """The server's own log tells of requests."""

    return Handler
