"""An endpoint that gives canned answers: the name of the table in a request, case-7, says which."""

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TABLE = re.compile(rb'"TableName":\s*"case-(\d+)"')

# Of every table. Some high-level layers have to know the keys of a table.
DESCRIBED = {"Table": {
    "TableStatus": "ACTIVE", "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
}}


@contextmanager
def endpoint(answers, requests=None):
    """Serves the answers, by their place in the list, and gives the URL. What has a __type is an error. The bodies of requests are
    appended to requests, if there is such a list."""
    received = [] if requests is None else requests

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            asked = TABLE.search(received[-1])
            answer = answers[int(asked[1])] if asked else {}
            if self.headers.get("X-Amz-Target", "").endswith(".DescribeTable"):
                answer = DESCRIBED
            body = json.dumps({k: v for k, v in answer.items() if v is not None}).encode()
            self.send_response(400 if "__type" in answer else 200)
            self.send_header("Content-Type", "application/x-amz-json-1.0")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Tests print nothing of requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
