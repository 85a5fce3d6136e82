"""The program that runs drivers, on suites of one fake driver: a shell script."""

import json
import shutil
import stat
import tempfile
import unittest
from pathlib import Path

from .run import SUITE, matrix, results

STEPS = [{"name": "first", "operation": "PutItem", "high": True}, {"name": "second", "operation": "GetItem"}]
PASSES = """printf '{"step": "first", "result": "pass"}\\n{"step": "second", "result": "pass"}\\n'"""
LAYERS = {"low": "plain", "high": "fine"}
ALL_PASS = {("plain", "first"): "pass", ("plain", "second"): "pass", ("fine", "first"): "pass"}
ALL_FAIL = dict.fromkeys(ALL_PASS, "fail")
ALL_SKIP = dict.fromkeys(ALL_PASS, "skip")

# What happens, what is different about the driver or the environment, and then: status, result of each case, words of a message.
CASES = [
    ("a driver that passes passes", {}, 0, ALL_PASS, ""),
    ("a failure is one, with the first line of its message", {"run": """printf '{"step": "first", "result": "fail", "message": "want a\\\\nnot b"}\\n{"step": "second", "result": "pass"}\\n'"""},
     1, {("plain", "first"): "fail", ("plain", "second"): "pass", ("fine", "first"): "fail"}, "want a"),
    ("a tool that is missing is a skip, and nothing is green", {"tool": "no-such-tool"}, 2, ALL_SKIP, "no-such-tool is not installed (get it)"),
    ("a tool that is missing is a failure if the driver was asked for", {"tool": "no-such-tool", "environment": {"CONFORMANCE_SDKS": "fake"}}, 1, ALL_FAIL,
     "no-such-tool is not installed (get it)"),
    ("a setup that fails is a failure", {"setup": "exit 3"}, 1, ALL_FAIL, "its setup ended with status 3"),
    ("a driver that dies fails the steps it does not come to", {"run": """printf '{"step": "first", "result": "pass"}\\n'; echo broken >&2; exit 9"""},
     1, {**ALL_PASS, ("plain", "second"): "fail"}, "ended with status 9: broken"),
    ("a driver that forgets a step fails it", {"run": """printf '{"step": "first", "result": "pass"}\\n'"""},
     1, {**ALL_PASS, ("plain", "second"): "fail"}, "did not report this step"),
    ("a driver that is silent is ended", {"run": "[ $SDK_MATRIX_LAYER = cleanup ] || sleep 60", "environment": {"CONFORMANCE_CASE_TIMEOUT": "1"}}, 1, ALL_FAIL, "silent for too long"),
    ("a driver that prints anything else fails the steps it has not come to", {"run": PASSES.replace('{"step": "second"', 'hello {')},
     1, {**ALL_PASS, ("plain", "second"): "fail"}, "printed what is no JSON: hello"),
    ("only the cases asked for are reported", {"environment": {"CONFORMANCE_ONLY": "^plain::second"}}, 0, {("plain", "second"): "pass"}, ""),
    ("a driver that nobody has is a broken suite", {"environment": {"CONFORMANCE_SDKS": "cobol"}}, 2, {}, ""),
    ("a step with a member that nobody reads is a broken suite", {"steps": [{**STEPS[0], "expected": {}}]}, 2, {}, ""),
    ("two steps of one name are a broken suite", {"steps": STEPS + STEPS}, 2, {}, ""),
]


class Matrix(unittest.TestCase):
    def test_runs_of_a_fake_driver(self):
        for name, given, status, want, message in CASES:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                suite = fake_suite(Path(folder), given)
                environment = {"CONFORMANCE_CACHE": str(suite), **given.get("environment", {})}
                matrix("setup", suite=suite, **environment)
                got_status, events = matrix("run", suite=suite, **environment)
                got = results(events)
                self.assertEqual(want, {case: result for case, (result, _) in got.items()})
                self.assertEqual(status, got_status)
                self.assertTrue(not message or any(message in text for _, text in got.values()), got)

    def test_a_driver_that_was_ended_is_run_again_to_clean_up(self):
        with tempfile.TemporaryDirectory() as folder:
            suite = fake_suite(Path(folder), {"run": f"echo $SDK_MATRIX_LAYER >>{folder}/layers; [ $SDK_MATRIX_LAYER = cleanup ] || exit 1"})
            matrix("run", suite=suite, CONFORMANCE_CACHE=folder)
            self.assertEqual("low cleanup high cleanup", (suite / "layers").read_text().replace("\n", " ").strip())

    def test_a_run_that_is_asked_to_end_cleans_up_and_starts_nothing_more(self):
        with tempfile.TemporaryDirectory() as folder:
            suite = fake_suite(Path(folder), {"run": f"echo $SDK_MATRIX_LAYER >>{folder}/layers; [ $SDK_MATRIX_LAYER = cleanup ] || kill -TERM $PPID; sleep 5"})
            status, events = matrix("run", suite=suite, CONFORMANCE_CACHE=folder)
            self.assertEqual("low cleanup", (suite / "layers").read_text().replace("\n", " ").strip())
            self.assertEqual((2, {}), (status, results(events)))


def fake_suite(folder, given):
    """Makes a suite of a scenario and one driver, whose programs are given as shell commands."""
    shutil.copytree(SUITE / "matrix", folder / "matrix")
    driver = folder / "drivers" / "fake"
    driver.mkdir(parents=True)
    (folder / "scenario").mkdir()
    (folder / "scenario" / "01.json").write_text(json.dumps({"about": "", "steps": given.get("steps", STEPS)}))
    (driver / "driver.json").write_text(json.dumps({
        "order": 1, "needs": [{"command": given.get("tool", "sh"), "hint": "get it"}], "layers": LAYERS, "setup": ["./setup.sh"], "run": ["./run.sh"]}))
    for program, commands in {"setup.sh": given.get("setup", ""), "run.sh": given.get("run", PASSES)}.items():
        path = driver / program
        path.write_text(f"#!/bin/sh\n{commands}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return folder


if __name__ == "__main__":
    unittest.main()
