"""Compares an output with what the scenario expects of it (FORMAT.md, Expectations)."""

import json
import re
from decimal import Decimal

SETS = ("SS", "NS", "BS")


class Comparison:
    """by_value: numbers of the service are equal by value, as a high-level layer gives them back, not by text."""

    def __init__(self, by_value):
        self.by_value = by_value

    def of_output(self, want, got):
        """Returns the first difference of an output, of which members that are not expected do not count; empty without one."""
        return self._has(want, got, "")

    def of_value(self, want, got, path):
        """Returns the first difference of a value; empty without one."""
        if isinstance(want, dict):
            for name, value in want.items():
                if name in MATCHERS:
                    return MATCHERS[name](self, value, got, path)
            return self._object(want, got, path)
        if isinstance(want, list):
            return self._list(want, got, path)
        same = want == got and isinstance(want, bool) == isinstance(got, bool)
        return "" if same else _difference(path, want, got)

    def _object(self, want, got, path):
        if not isinstance(got, dict):
            return _difference(path, want, got)
        for name in got.keys() - want.keys():
            return _difference(f"{path}.{name}", "nothing", got[name])
        return self._has(want, got, path)

    def _has(self, want, got, path):
        if not isinstance(got, dict):
            return _difference(path, want, got)
        for name, value in want.items():
            place = f"{path}.{name}".lstrip(".")
            if value == {"$absent": True}:
                found = _difference(place, "nothing", got[name]) if name in got else ""
            elif name not in got:
                found = _difference(place, value, "nothing")
            else:
                found = self._member(name, value, got[name], place)
            if found:
                return found
        return ""

    def _member(self, name, want, got, path):
        if name in SETS and isinstance(want, list):
            return self._set([{"N": n} for n in want], [{"N": n} for n in got], path) if name == "NS" else self._set(want, got, path)
        if name == "N" and self.by_value and isinstance(want, str) and isinstance(got, str):
            return "" if Decimal(want) == Decimal(got) else _difference(path, want, got)
        return self.of_value(want, got, path)

    def _list(self, want, got, path):
        if not isinstance(got, list) or len(want) != len(got):
            return _difference(path, want, got)
        for i, (w, g) in enumerate(zip(want, got)):
            found = self.of_value(w, g, f"{path}.{i}")
            if found:
                return found
        return ""

    def _set(self, want, got, path):
        if not isinstance(got, list) or len(want) != len(got):
            return _difference(path, want, got)
        left = list(got)
        for w in want:
            same = next((g for g in left if not self.of_value(w, g, path)), None)
            if same is None:
                return _difference(path, w, left)
            left.remove(same)
        return ""

    def _length(self, want, got, path):
        return "" if isinstance(got, list) and len(got) == want else _difference(path, f"{want} elements", got)

    def _match(self, want, got, path):
        return "" if isinstance(got, str) and re.search(want, got) else _difference(path, f"a text like {want}", got)

    def _at_least(self, want, got, path):
        return "" if isinstance(got, (int, float)) and got >= want else _difference(path, f"at least {want}", got)

    def _any(self, _, got, path):
        return "" if got is not None else _difference(path, "anything", got)


MATCHERS = {
    "$any": Comparison._any,
    "$has": Comparison._has,
    "$set": Comparison._set,
    "$length": Comparison._length,
    "$match": Comparison._match,
    "$atLeast": Comparison._at_least,
}


def _difference(path, want, got):
    return f"{path}: want {_short(want)}, got {_short(got)}"


def _short(value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else text[:300] + "..."
