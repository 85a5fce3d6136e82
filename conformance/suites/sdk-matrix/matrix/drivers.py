"""The drivers: folders with a driver.json, which are set up and run as other programs."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .scenario import SUITE


@dataclass
class Driver:
    """One folder of drivers/."""

    name: str
    folder: Path
    manifest: dict

    @property
    def layers(self):
        """Layer (low, high) -> name of its file in the matrix."""
        return self.manifest["layers"]

    def missing(self):
        """What the machine lacks to run it, as a sentence; empty if nothing."""
        lacks = [n for n in self.manifest["needs"] if not shutil.which(n["command"])]
        return "; ".join(f"{n['command']} is not installed ({n['hint']})" for n in lacks)

    def cache(self):
        """The folder of its own that lasts between runs."""
        path = Path(os.environ["CONFORMANCE_CACHE"]) / self.name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def environment(self, **more):
        return {**os.environ, "CONFORMANCE_CACHE": str(self.cache()), **more}

    def setup(self, log):
        """Runs its setup, output to the open file log. Returns the failure as a sentence; empty if it is ready."""
        failed = self.cache() / "setup-failed"
        done = subprocess.run(self.manifest["setup"], cwd=self.folder, env=self.environment(), stdout=log, stderr=log)
        if done.returncode == 0:
            failed.unlink(missing_ok=True)
            return ""
        failed.write_text(f"its setup ended with status {done.returncode}, see {log.name}")
        return failed.read_text()

    def setup_failure(self):
        """The failure of the last setup; empty if it is ready."""
        failed = self.cache() / "setup-failed"
        return failed.read_text() if failed.exists() else ""


def chosen():
    """Returns the drivers to run and whether their tools are demanded: those of CONFORMANCE_SDKS are, all others may be missing.
    Raises ValueError for a name that no folder has."""
    drivers = [
        Driver(path.parent.name, path.parent, json.loads(path.read_text(encoding="utf-8")))
        for path in (SUITE / "drivers").glob("*/driver.json")
    ]
    drivers.sort(key=lambda d: d.manifest["order"])
    wanted = [name.strip() for name in os.environ.get("CONFORMANCE_SDKS", "").split(",") if name.strip()]
    unknown = set(wanted) - {d.name for d in drivers}
    if unknown:
        raise ValueError(f"CONFORMANCE_SDKS: no drivers {sorted(unknown)}; there are {[d.name for d in drivers]}")
    return [d for d in drivers if not wanted or d.name in wanted], bool(wanted)
