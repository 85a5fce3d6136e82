"""Cases of a tool, told in order: a case may use what the cases before it left behind.

A tool's script decorates a function for each case and then tells them all:

    @case("save writes a user and get reads it back", "PutItem")
    def save_and_get(): ...

    sys.exit(tell("pynamodb", cleanup))

Each result is appended to CONFORMANCE_EVENTS when it is known. CONFORMANCE_ONLY, a regular expression over "file::case",
chooses the cases that are reported; those before the last of them run, too, since it may need what they do.
CONFORMANCE_CASE_TIMEOUT bounds a case in seconds.
"""

import json
import os
import re
import signal
import sys
import time
import traceback

PREFIX = os.environ["CONFORMANCE_PREFIX"]
URL = os.environ["CONFORMANCE_URL"]
FAILED = 4  # the exit status of a tool with a failed case; an interpreter that breaks ends with 1
TIMEOUT = int(os.environ.get("CONFORMANCE_CASE_TIMEOUT") or 120)

_cases = []


class Failed(Exception):
    """What a case found is not what the service does."""


def case(sentence, operation=""):
    """Adds the decorated function as a case; operation is the service's, where the case is about one."""

    def add(run):
        _cases.append((sentence, operation, run))
        return run

    return add


def equal(got, want):
    """Fails the case, in one line, unless both are equal."""
    if got != want:
        raise Failed(f"want {want!r}, got {got!r}")


def holds(got, what):
    """Fails the case unless got is true; what says what was expected."""
    if not got:
        raise Failed(f"want {what}, got {got!r}")


def until(condition, what, seconds=60):
    """Asks condition until it is true; fails the case if it is not after so many seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Failed(f"not within {seconds} s: {what}")
        time.sleep(0.2)


def tell(file, cleanup):
    """Runs the cases, calls cleanup whatever happens, and returns the exit status: FAILED if a case failed."""
    only = re.compile(os.environ.get("CONFORMANCE_ONLY") or "")
    reported = [bool(only.search(f"{file}::{sentence}")) for sentence, _, _ in _cases]
    if not any(reported):
        return 0
    _emit(event="plan", file=file, total=sum(reported))
    last = max(i for i, wanted in enumerate(reported) if wanted)
    failed = 0
    try:
        for wanted, (sentence, operation, run) in zip(reported[: last + 1], _cases):
            message, seconds = _run(sentence, run)
            if wanted:
                failed += bool(message)
                _emit(event="case", file=file, operation=operation, case=sentence,
                      result="fail" if message else "pass", message=message, seconds=seconds)
    finally:
        cleanup()
    return FAILED if failed else 0


def _run(sentence, run):
    """Returns the first line of a case's failure, empty if it passed, and the seconds it took."""
    start = time.monotonic()
    message = ""
    signal.signal(signal.SIGALRM, _timed_out)
    signal.alarm(TIMEOUT)
    try:
        run()
    except Exception as error:
        print(f"--- {sentence}", file=sys.stderr)
        traceback.print_exc()
        message = (str(error).strip() or type(error).__name__).splitlines()[0]
    finally:
        signal.alarm(0)
    return message, round(time.monotonic() - start, 3)


def _timed_out(_signal, _frame):
    raise Failed(f"not done within {TIMEOUT} s")


def _emit(**event):
    with open(os.environ["CONFORMANCE_EVENTS"], "a", encoding="utf-8") as events:
        events.write(json.dumps(event, ensure_ascii=False) + "\n")
