"""What the caller asks for, out of the environment, and the suite's parts, out of parts.json."""

import dataclasses
import json
import os
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent.parent


@dataclasses.dataclass(frozen=True)
class Settings:
    """The environment of run.sh; the names are those of the contract between runner and suites."""

    url: str
    access_key: str
    secret_key: str
    session_token: str | None  # of temporary keys
    region: str
    out: pathlib.Path
    cache: pathlib.Path
    prefix: str  # start of every table's name
    only: re.Pattern  # of "file::case"
    events: pathlib.Path
    case_timeout: float  # seconds for one case with its fixtures
    ttl: str  # "auto", "off" or the seconds between two sweeps of the server
    very_slow: bool

    @property
    def https(self):
        return self.url.startswith("https://")


def from_environment(env=os.environ):
    return Settings(
        url=env["CONFORMANCE_URL"].rstrip("/"),
        access_key=env.get("CONFORMANCE_ACCESS_KEY") or "any",
        secret_key=env.get("CONFORMANCE_SECRET_KEY") or "any",
        session_token=env.get("AWS_SESSION_TOKEN") or None,
        region=env.get("CONFORMANCE_REGION") or "us-east-1",
        out=pathlib.Path(env["CONFORMANCE_OUT"]),
        cache=pathlib.Path(env["CONFORMANCE_CACHE"]),
        prefix=env.get("CONFORMANCE_PREFIX", ""),
        only=re.compile(env.get("CONFORMANCE_ONLY", "")),
        events=pathlib.Path(env["CONFORMANCE_EVENTS"]),
        case_timeout=float(env.get("CONFORMANCE_CASE_TIMEOUT") or 90),
        ttl=env.get("ALTERNATOR_TTL_PERIOD") or "auto",
        very_slow=env.get("ALTERNATOR_VERYSLOW", "1") != "0",
    )


@dataclasses.dataclass(frozen=True)
class Part:
    """Cases that run in a pytest process of their own; the main part has no cases and takes all that no other part names."""

    name: str
    cases: tuple = ()  # "file.py::function", with whatever parameters
    why: str = ""
    file: str = ""  # taken from another revision of the suite ...
    revision: str = ""  # ... this one


MAIN = Part("main")


@dataclasses.dataclass(frozen=True)
class Suite:
    """Where the suite comes from, and the parts beside the main one."""

    remote: str
    revision: str
    parts: tuple

    def part(self, name):
        return next(part for part in (MAIN, *self.parts) if part.name == name)

    def takes(self, part, node):
        """Whether part runs the case of this id, "file.py::function[parameters]"."""
        function = node.partition("[")[0]
        if part != MAIN:
            return function in part.cases
        return not any(function in other.cases for other in self.parts)


def read_suite(path=HERE / "parts.json"):
    described = json.loads(path.read_text())
    parts = tuple(Part(**{**part, "cases": tuple(part["cases"])}) for part in described["parts"])
    return Suite(described["remote"], described["revision"], parts)
