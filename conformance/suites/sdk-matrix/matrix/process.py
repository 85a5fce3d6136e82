"""Drivers that run: programs that tell line by line how steps ended, and that are ended when they or their caller hang."""

import json
import os
import queue
import signal
import subprocess
import threading
from pathlib import Path

CLEANUP_SECONDS = 20  # a run that is to end has 30

stopping = threading.Event()
_running = set()


def stop_all(*_):
    """Ends all drivers; nothing but their cleanup starts any more. A handler of signals."""
    stopping.set()
    for run in list(_running):
        run.kill()


class Run:
    """A running driver. lines() gives what it reports; afterwards end says what went wrong with the program itself, if anything did."""

    def __init__(self, driver, environment, log_path):
        self.end = ""
        self._driver, self._environment, self._log_path = driver, environment, log_path
        self._lines = queue.Queue()
        with open(log_path, "ab") as log:
            self._process = subprocess.Popen(
                driver.manifest["run"], cwd=driver.folder, env=environment, stdout=subprocess.PIPE, stderr=log,
                start_new_session=True,
            )
        _running.add(self)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def lines(self, patience):
        """Yields one dict for each line. patience is the number of seconds that the next line may take."""
        try:
            while (line := self._lines.get(timeout=patience)) is not None:
                yield json.loads(line)
            status = self._process.wait(timeout=patience)
            self.end = f"the driver ended with status {status}: {self._last_words()}" if status else ""
        except (queue.Empty, subprocess.TimeoutExpired):
            self.end = "the driver was silent for too long and was ended"
        except ValueError:
            self.end = f"the driver printed what is no JSON: {line.decode(errors='replace')}"
        finally:
            self.kill()
            _running.discard(self)

    def clean_up(self):
        """Runs the driver again for the cleanup alone, which it has not come to."""
        environment = {**self._environment, "SDK_MATRIX_LAYER": "cleanup"}
        for _ in Run(self._driver, environment, self._log_path).lines(CLEANUP_SECONDS):
            pass

    def kill(self):
        """Ends the driver, if it runs, and what it has left behind: it leads a process group of its own."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()

    def _last_words(self):
        lines = Path(self._log_path).read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else "no output"
