"""Runs all parts one after the other, and adds what can be said of them together."""

import collections
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys

from . import endpoint, settings
from .events import Events

# Of the log of a part that broke.
LAST_LINES = 30


@contextlib.contextmanager
def root_of(asked, part, note):
    """The suite's root for a part: the suite itself, or a copy with the one file of the part's revision in it."""
    suite = asked.cache / "suite"
    if not part.file:
        yield suite
        return
    replacement = asked.cache / "files" / part.name / part.file
    if not replacement.exists():
        note("no history of the suite in its source: %s runs as it is there" % ", ".join(part.cases))
        yield suite
        return
    root = asked.out / (part.name + "-suite")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(suite, root)
    shutil.copyfile(replacement, root / "test" / "alternator" / part.file)
    try:
        yield root
    finally:
        shutil.rmtree(root)


def is_there(asked, part):
    """Whether the suite, which may be of any revision, has a file of the part's cases."""
    files = {case.partition("::")[0] for case in part.cases}
    return not files or any((asked.cache / "suite/test/alternator" / file).exists() for file in files)


def environment(root):
    """Nothing of the caller's AWS configuration files reaches the clients that cases make for themselves."""
    nothing = dict.fromkeys(("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"), os.devnull)
    return os.environ | nothing | {
        "PYTHONPATH": "%s:%s" % (root, settings.HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "OPENSSL_CONF": str(settings.HERE / "openssl.cnf"),
    }


def run_part(asked, part, root):
    """The exit status and the counts of a part."""
    log, result = asked.out / (part.name + ".log"), asked.out / (part.name + ".json")
    result.unlink(missing_ok=True)
    with open(log, "wb") as output:
        command = [sys.executable, "-m", "alternator_shim.part", part.name, str(root)]
        child = subprocess.Popen(command, env=environment(root), cwd=root, stdout=output, stderr=subprocess.STDOUT)
        signal.signal(signal.SIGTERM, lambda *_: (child.terminate(), sys.exit(143)))
        status = child.wait()
    if status not in (0, 1) or not result.exists():
        lines = log.read_text(errors="replace").splitlines()[-LAST_LINES:]
        print("alternator: part %s ended with status %d" % (part.name, status), *lines, sep="\n", file=sys.stderr)
        return 2, {}
    return status, json.loads(result.read_text())


def tell_total(events, counts):
    applicable = counts["pass"] + counts["fail"]
    events.note("strict against AWS: %d/%d; a case that fails as its mark xfail announces has failed, because those marks tell where "
                "Scylla differs; %d passed despite one" % (counts["pass"], applicable, counts["xpass"]))


def remove_tables(asked, events):
    try:
        removed = endpoint.remove_tables(asked)
    except Exception as problem:  # The endpoint may be anything, or gone; the cases have told that already.
        events.note("tables that cases left behind could not be looked for: %s" % problem)
        return
    if removed:
        events.note("%d tables that cases left behind were deleted" % removed)


def main():
    asked, suite = settings.from_environment(), settings.read_suite()
    events = Events(asked.events)
    revision = pathlib.Path(asked.cache / "revision").read_text().strip()
    events.note("revision %s of %s" % (revision, suite.remote))
    worst, counts = 0, collections.Counter()
    for part in (settings.MAIN, *suite.parts):
        if not is_there(asked, part):
            continue
        with root_of(asked, part, events.note) as root:
            status, got = run_part(asked, part, root)
        worst = max(worst, status)
        counts.update(got)
    remove_tables(asked, events)
    tell_total(events, counts)
    sys.exit(worst)


if __name__ == "__main__":
    main()
