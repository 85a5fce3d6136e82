"""Every driver that the machine can run tells right expectations from wrong ones."""

import json
import os
import shutil
import tempfile
import unittest
from pathlib import Path

from matrix import drivers

from .answers import CASES
from .run import SUITE, matrix, results
from .stub import endpoint


class Drivers(unittest.TestCase):
    def test_drivers_judge_canned_answers(self):
        with tempfile.TemporaryDirectory() as folder, endpoint([answer for _, _, (_, _, answer, _) in CASES]) as url:
            suite = suite_of_cases(Path(folder))
            chosen = {"CONFORMANCE_SDKS": os.environ.get("CONFORMANCE_SDKS", "")}
            matrix("setup", suite=suite, **chosen)
            _, events = matrix("run", suite=suite, url=url, **chosen)
        self.assertEqual([], [e["text"] for e in events if e["event"] == "note"], "a driver that ends early judges nothing")
        got = results(events)
        for driver in drivers.chosen()[0]:
            for layer, file in driver.layers.items():
                for name, right, _ in CASES:
                    with self.subTest(f"{file}: {name}"):
                        self.judge(layer, right, *got[file, name])

    def judge(self, layer, right, result, message):
        if isinstance(right, tuple):
            right = right[layer == "high"]
        if result == "skip":
            self.skipTest(message)
        self.assertEqual("pass" if right else "fail", result, message)


def suite_of_cases(folder):
    """Makes a suite with this one's drivers, whose scenario is the cases."""
    shutil.copytree(SUITE / "matrix", folder / "matrix")
    (folder / "drivers").symlink_to(SUITE / "drivers")
    (folder / "scenario").mkdir()
    steps = [step(i, name, *case) for i, (name, _, case) in enumerate(CASES)]
    (folder / "scenario" / "01.json").write_text(json.dumps({"about": "", "steps": steps}))
    return folder


def step(number, name, operation, given, _, expectation):
    table = {"TableName": f"case-{number}"}
    given = {"TransactItems": [{"Put": {**table, "Item": {"id": {"S": "a"}}}}]} if operation == "TransactWriteItems" else {**table, **given}
    return {"name": name, "operation": operation, "high": True, "input": given, **expectation}


if __name__ == "__main__":
    unittest.main()
