"""Replays the scenario with boto3. FORMAT.md says what is read from the environment and what is printed."""

import json
import os
import secrets
import sys
import time

from botocore.exceptions import BotoCoreError, ClientError

from expectations import Comparison
from plain import Plain
from resource import CannotHold, Resource
from values import at, expand, json_of

PAUSE_SECONDS = 0.5


class Skip(Exception):
    """The step cannot be judged, for the reason given."""


class Driver:
    def __init__(self, layer):
        self.high = layer == "high"
        self.comparison = Comparison(by_value=self.high)
        self.variables = {"prefix": os.environ["CONFORMANCE_PREFIX"], "run": secrets.token_hex(8)}
        self.layers = {}

    def judge(self, step):
        """Performs a step, again while it may, and returns its first difference; empty without one."""
        end = time.monotonic() + step.get("within", 0)
        while True:
            found = self._attempt(step)
            if not found or time.monotonic() >= end:
                return found
            time.sleep(PAUSE_SECONDS)

    def _attempt(self, step):
        out, error, layer = self._perform(step)
        if error or "error" in step:
            return self._judge_error(step, error, layer, out)
        found = self.comparison.of_output(expand(step.get("expect", {}), self.variables), out)
        if not found:
            self.variables.update({name: at(out, path) for name, path in step.get("capture", {}).items()})
        return found

    def _perform(self, step):
        """Returns the output, the service's error and the layer that performed the step."""
        given = expand(step.get("input", {}), self.variables)
        layer = self._layer(Resource if self.high and step.get("high") else Plain, step)
        try:
            return layer.perform(step, given), None, layer
        except ClientError as error:
            return {}, error, layer

    def _layer(self, kind, step):
        variable = f"SDK_MATRIX_{step['fault'].upper()}_URL" if "fault" in step else "CONFORMANCE_URL"
        endpoint = os.environ.get(variable)
        if not endpoint:
            raise Skip(f"no proxy for the fault {step['fault']} at this endpoint")
        if (kind, endpoint) not in self.layers:
            self.layers[kind, endpoint] = kind(endpoint)
        return self.layers[kind, endpoint]

    def _judge_error(self, step, error, layer, out):
        want = expand(step.get("error"), self.variables)
        if not want:
            return f"want success, got {error}"
        if not error:
            return f"want {want['type']}, got success: {json.dumps(out)[:200]}"
        got = {"type": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}
        kind = getattr(layer.exceptions(step["operation"]), want["type"], ClientError)
        if not isinstance(error, kind):
            return f"error is of class {type(error).__name__}, not {kind.__name__}: {error}"
        members = want.pop("members", {})
        return self.comparison.of_output(want, got) or self.comparison.of_output(members, json_of(error.response))

    def perform_plainly(self, step):
        """Performs a step that the high-level layer cannot, for the steps that build on it."""
        self.high, high = False, self.high
        try:
            self.judge(step)
        finally:
            self.high = high

    def clean_up(self, steps):
        for step in steps:
            try:
                self._perform({k: v for k, v in step.items() if k != "high"})
            except (BotoCoreError, LookupError):
                continue


def report(driver, step):
    start = time.monotonic()
    line = {"step": step["name"], "result": "pass"}
    try:
        found = driver.judge(step)
        if found:
            line.update(result="fail", message=found)
    except (BotoCoreError, LookupError) as failure:
        line.update(result="fail", message=repr(failure))
    except Skip as reason:
        line.update(result="skip", message=str(reason))
    except CannotHold as reason:
        line.update(result="skip", message=str(reason))
        driver.perform_plainly(step)
    line["seconds"] = round(time.monotonic() - start, 4)
    print(json.dumps(line), flush=True)


def main():
    with open(os.environ["SDK_MATRIX_SCENARIO"], encoding="utf-8") as file:
        scenario = json.load(file)
    layer = os.environ["SDK_MATRIX_LAYER"]
    driver = Driver(layer)
    try:
        for step in scenario["steps"] if layer != "cleanup" else []:
            report(driver, step)
    finally:
        driver.clean_up(scenario["cleanup"])


if __name__ == "__main__":
    sys.exit(main())
