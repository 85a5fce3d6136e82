"""Runs the suite's own commands as the runner does, and reads what they report."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SUITE = Path(__file__).resolve().parent.parent


def matrix(command, *, suite=SUITE, url="http://127.0.0.1:1", **environment):
    """Runs `python3 -m matrix command` of the suite's folder. Returns its status and its events."""
    with tempfile.TemporaryDirectory() as out:
        events = Path(out) / "events.jsonl"
        events.touch()
        settings = {
            "CONFORMANCE_URL": url, "CONFORMANCE_REGION": "us-east-1", "CONFORMANCE_ACCESS_KEY": "any",
            "CONFORMANCE_SECRET_KEY": "any", "AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any",
            "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true",
            "CONFORMANCE_OUT": out, "CONFORMANCE_CACHE": os.environ.get("CONFORMANCE_CACHE", out), "CONFORMANCE_EVENTS": str(events),
            "CONFORMANCE_PREFIX": "selftest-", "CONFORMANCE_CASE_TIMEOUT": "20", "CONFORMANCE_ONLY": "",
            "CONFORMANCE_SDKS": "",
        }
        done = subprocess.run([sys.executable, "-B", "-m", "matrix", command], cwd=suite,
                              env={**os.environ, **settings, **environment}, stderr=subprocess.PIPE)
        return done.returncode, [json.loads(line) for line in events.read_text(encoding="utf-8").splitlines()]


def results(events):
    """(file, case) -> (result, message) of all cases."""
    return {(e["file"], e["case"]): (e["result"], e["message"]) for e in events if e["event"] == "case"}
