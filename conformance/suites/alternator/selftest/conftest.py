"""Runs the suite's own setup and run on the small suite beside this file, against a server that answers any GET."""

import collections
import http.server
import json
import os
import pathlib
import subprocess
import sys
import threading

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

Ran = collections.namedtuple("Ran", "status cases plans notes")

collect_ignore = ["suite"]


class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture(scope="session")
def url():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Healthy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield "http://127.0.0.1:%d" % server.server_address[1]
        server.shutdown()


def events_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture(scope="session")
def run(url, tmp_path_factory):
    """A function that runs the small suite with more environment and returns what was told."""

    def run(**more):
        out, cache = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("cache")
        env = os.environ | {
            "ALTERNATOR_PYTHON": sys.executable,
            "ALTERNATOR_TTL_PERIOD": "0.5",
            "CONFORMANCE_URL": url,
            "CONFORMANCE_ACCESS_KEY": "mykey",
            "CONFORMANCE_SECRET_KEY": "mysecret",
            "CONFORMANCE_REGION": "eu-central-1",
            "CONFORMANCE_OUT": str(out),
            "CONFORMANCE_CACHE": str(cache),
            "CONFORMANCE_PREFIX": "pre-",
            "CONFORMANCE_EVENTS": str(out / "events.jsonl"),
            "CONFORMANCE_SOURCE": str(HERE / "suite"),
            "CONFORMANCE_CASE_TIMEOUT": "5",
        } | more
        subprocess.run([HERE.parent / "setup.sh"], env=env, check=True, capture_output=True)
        done = subprocess.run([HERE.parent / "run.sh"], env=env, capture_output=True, text=True)
        told = events_of(out / "events.jsonl")
        cases = {event["file"] + "::" + event["case"]: event for event in told if event["event"] == "case"}
        plans = collections.Counter()
        for event in told:
            if event["event"] == "plan":
                plans[event["file"]] += event["total"]
        return Ran(done.returncode, cases, plans, [event["text"] for event in told if event["event"] == "note"])

    return run


@pytest.fixture(scope="session")
def everything(run):
    return run()
