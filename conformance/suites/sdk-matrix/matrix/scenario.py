"""The scenario: files of steps, joined and checked for slips of the pen that a driver would not notice."""

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

SUITE = Path(__file__).resolve().parent.parent

SERVICE = ".amazonaws.com"
STEP_MEMBERS = {
    "name", "operation", "high", "input", "expect", "error", "capture",
    "within", "wait", "paginate", "segments", "unprocessed", "shards", "fault",
}


def load(folder=SUITE / "scenario"):
    """Returns {"steps": [...], "cleanup": [...]} of all files in the order of their names. Raises ValueError for a step with an
    unknown member, without a name or operation, or with a name that is taken."""
    joined = {"steps": [], "cleanup": []}
    for path in sorted(folder.glob("*.json")):
        part = json.loads(path.read_text(encoding="utf-8"))
        joined["steps"] += part["steps"]
        joined["cleanup"] += part.get("cleanup", [])
    _check(joined["steps"])
    return joined


def hasten(steps, url):
    """Cuts what steps may take at endpoints that are not the service's own, where nothing takes minutes: so a server that lacks an
    operation is judged in minutes, too."""
    if (urlsplit(url).hostname or "").endswith(SERVICE):
        return
    longest = float(os.environ.get("SDK_MATRIX_WITHIN", "10"))
    for step in steps:
        if "within" in step:
            step["within"] = min(step["within"], longest)


def _check(steps):
    names = set()
    for step in steps:
        name = step.get("name")
        unknown = step.keys() - STEP_MEMBERS
        if unknown:
            raise ValueError(f"step {name!r} has members nobody reads: {sorted(unknown)}")
        if not name or not step.get("operation"):
            raise ValueError(f"step without name or operation: {json.dumps(step)[:200]}")
        if name in names:
            raise ValueError(f"two steps are called {name!r}")
        names.add(name)
