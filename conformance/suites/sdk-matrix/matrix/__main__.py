"""python3 -m matrix setup | run: the suite's two commands.

Exit status of run: 0 if every step passed or was skipped, 1 if one failed, 2 if the suite could not be run at all."""

import json
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import drivers, faults, process, scenario
from .events import Events


def main(command):
    chosen, demanded = drivers.chosen()
    if command == "setup":
        return setup(chosen)
    if command == "run":
        return run(chosen, demanded)
    raise ValueError(f"{command}: setup or run")


def setup(chosen):
    """Makes the drivers ready. One that cannot be made ready is said here and fails in run; the others go on."""
    for driver in chosen:
        if driver.missing():
            print(f"{driver.name}: left out, {driver.missing()}", file=sys.stderr)
            continue
        with open(out() / f"{driver.name}-setup.log", "wb") as log:
            failure = driver.setup(log)
        print(f"{driver.name}: {failure or 'ready'}", file=sys.stderr)
    return 0


def run(chosen, demanded):
    """Runs the layers of the drivers, SDK_MATRIX_JOBS of them at a time (1). When it is asked to end, drivers clean up first."""
    for request in (signal.SIGINT, signal.SIGTERM):
        signal.signal(request, process.stop_all)
    play = scenario.load()
    scenario.hasten(play["steps"], os.environ["CONFORMANCE_URL"])
    path = out() / "scenario.json"
    path.write_text(json.dumps(play), encoding="utf-8")
    shared = {"SDK_MATRIX_SCENARIO": str(path), **faults.serve(os.environ["CONFORMANCE_URL"])}
    events = Events()
    with ThreadPoolExecutor(int(os.environ.get("SDK_MATRIX_JOBS", "1"))) as pool:
        jobs = [
            pool.submit(run_layer, events, driver, layer, play["steps"], shared, demanded)
            for driver in chosen for layer in driver.layers
        ]
    ran = [job.result() for job in jobs]
    if process.stopping.is_set() or not any(ran) or not events.cases:
        print("the run was ended" if process.stopping.is_set() else "no driver could be run", file=sys.stderr)
        return 2
    return 1 if events.failed else 0


def run_layer(events, driver, layer, steps, shared, demanded):
    """Reports every step of a layer, one way or another. Returns whether the driver could be run."""
    file = driver.layers[layer]
    judged = {s["name"]: s for s in steps if (layer == "low" or s.get("high")) and events.wants(file, s["name"])}
    if not judged or process.stopping.is_set():
        return False
    events.plan(file, len(judged))
    obstacle, result = obstacle_of(driver, demanded)
    if obstacle:
        events.note(f"{file}: {obstacle}")
        for step in judged.values():
            events.case(file, step, result, obstacle)
        return result == "fail"
    environment = driver.environment(
        SDK_MATRIX_LAYER=layer, CONFORMANCE_PREFIX=f"{os.environ['CONFORMANCE_PREFIX']}{driver.name}-{layer}-", **shared)
    log = out() / f"{driver.name}-{layer}.log"
    replay(events, process.Run(driver, environment, log), file, steps, judged)
    return True


def obstacle_of(driver, demanded):
    """Returns why the driver cannot be run and what its steps count as then: a tool that is missing is a skip unless the driver was
    asked for by name, a setup that failed is a failure. Empty if it can be run."""
    if driver.missing():
        return driver.missing(), "fail" if demanded else "skip"
    return driver.setup_failure(), "fail"


def replay(events, running, file, steps, left):
    """Reports what the driver says of the steps in left; those it does not come to have failed."""
    patience = float(os.environ.get("CONFORMANCE_CASE_TIMEOUT") or 60)
    longest = max(step.get("within", 0) for step in steps)
    for line in running.lines(patience + longest):
        step = left.pop(line["step"], None)
        if step:
            events.case(file, step, line["result"], line.get("message", ""), line.get("seconds", 0.0))
    if running.end or process.stopping.is_set():
        running.clean_up()
    if process.stopping.is_set():
        return
    if running.end:
        events.note(f"{file}: {running.end}")
    for step in left.values():
        events.case(file, step, "fail", running.end or "the driver did not report this step")


def out():
    return Path(os.environ["CONFORMANCE_OUT"])


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (ValueError, OSError) as error:
        print(f"sdk-matrix: {error}", file=sys.stderr)
        sys.exit(2)
