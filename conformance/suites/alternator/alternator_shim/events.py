"""The events file: one JSON object a line, written when it happens."""

import json

# Of a message; the longest ones show whole items.
MESSAGE_LENGTH = 300


class Events:
    def __init__(self, path):
        self._file = open(path, "a", encoding="utf-8")

    def _write(self, **event):
        self._file.write(json.dumps(event, ensure_ascii=False) + "\n")
        self._file.flush()

    def plan(self, file, total):
        self._write(event="plan", file=file, total=total)

    def case(self, file, operation, case, result, message, seconds):
        """result is pass, fail or skip. The message is told in one line, because what pytest found comes in the second and third."""
        line = " ".join(message.split())[:MESSAGE_LENGTH]
        self._write(event="case", file=file, operation=operation, case=case, result=result, message=line, seconds=round(seconds, 3))

    def note(self, text):
        self._write(event="note", text=text)
