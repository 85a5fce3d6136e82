"""The events of the suite, as lines of JSON."""

import json
import os
import re
import threading


class Events:
    """Writes the cases that CONFORMANCE_ONLY lets through to CONFORMANCE_EVENTS (stdout without it) and counts the failed ones."""

    def __init__(self):
        path = os.environ.get("CONFORMANCE_EVENTS") or "/dev/stdout"
        self._file = open(path, "a", encoding="utf-8")
        self._only = re.compile(os.environ.get("CONFORMANCE_ONLY", ""))
        self._lock = threading.Lock()
        self.cases = self.failed = 0

    def wants(self, file, case):
        return bool(self._only.search(f"{file}::{case}"))

    def plan(self, file, total):
        self._write(event="plan", file=file, total=total)

    def note(self, text):
        self._write(event="note", text=text)

    def case(self, file, step, result, message="", seconds=0.0):
        """Reports how a step ended, unless CONFORMANCE_ONLY leaves it out."""
        if not self.wants(file, step["name"]):
            return
        self.cases += 1
        self.failed += result == "fail"
        first_line = message.strip().split("\n", 1)[0]
        self._write(event="case", file=file, operation=step["operation"], case=step["name"], result=result,
                    message=first_line, seconds=seconds)

    def _write(self, **event):
        with self._lock:
            self._file.write(json.dumps(event, ensure_ascii=False) + "\n")
            self._file.flush()
