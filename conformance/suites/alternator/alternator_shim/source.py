"""Fetches the suite's folder test/alternator into CONFORMANCE_CACHE, and the files that parts.json wants of other revisions.

    suite/test/__init__.py         empty
    suite/test/alternator/         the suite
    files/PART/FILE                a file of another revision
    revision                       which one it is

By default they come from the network, by a shallow, sparse checkout without other folders' contents. CONFORMANCE_SOURCE names a
place to take them from instead: a git directory or checkout, or a folder that holds test/alternator or is it. ALTERNATOR_REMOTE is
another address of the repository. Does nothing if what is wanted is there.
"""

import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile

from . import settings

FOLDER = "test/alternator"


class Unavailable(Exception):
    """Says what is missing and what the caller can do."""


def git(*arguments, at, text=True):
    done = subprocess.run(["git", "-C", str(at), *arguments], capture_output=True, text=text)
    if done.returncode != 0:
        problem = done.stderr if text else done.stderr.decode(errors="replace")
        raise Unavailable("git %s: %s" % (" ".join(arguments), problem.strip()))
    return done.stdout


class Repository:
    """A git directory, or a checkout, that somebody has."""

    def __init__(self, path):
        self.path = path

    def suite(self, revision, target):
        """Puts the suite's folder into target and returns the revision it is of: the newest one if that revision is not there."""
        try:
            git("cat-file", "-e", revision + ":" + FOLDER, at=self.path)
        except Unavailable:
            revision = git("rev-parse", "HEAD", at=self.path).strip()
        # The folder's own tree: a partial copy may lack the contents of others.
        packed = git("archive", "--prefix=" + FOLDER + "/", revision + ":" + FOLDER, at=self.path, text=False)
        with tarfile.open(fileobj=io.BytesIO(packed)) as files:
            files.extractall(target, filter="data")
        return revision

    def file(self, revision, name):
        return git("show", "%s:%s/%s" % (revision, FOLDER, name), at=self.path, text=False)


class Remote(Repository):
    """The repository in the network. What has been fetched stays in path."""

    def __init__(self, path, address):
        super().__init__(path)
        self.address = address

    def suite(self, revision, target):
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        git("init", "--quiet", at=self.path)
        git("remote", "add", "origin", self.address, at=self.path)
        git("config", "core.sparseCheckout", "true", at=self.path)
        info = self.path / ".git" / "info"
        info.mkdir(exist_ok=True)
        (info / "sparse-checkout").write_text("/" + FOLDER + "/\n")
        self._fetch(revision)
        git("checkout", "--quiet", revision, at=self.path)
        shutil.copytree(self.path / FOLDER, target / FOLDER)
        return revision

    def file(self, revision, name):
        self._fetch(revision)
        return super().file(revision, name)

    def _fetch(self, revision):
        try:
            git("fetch", "--quiet", "--depth=1", "--filter=blob:none", "origin", revision, at=self.path)
        except Unavailable as problem:
            raise Unavailable("cannot fetch the suite from %s: %s\nWithout a network, give a copy of that repository, or of its folder %s, "
                              "by --source" % (self.address, problem, FOLDER)) from None


class Folder:
    """A folder that is no repository, so without other revisions."""

    def __init__(self, path):
        self.path = path

    def suite(self, revision, target):
        inside = self.path / FOLDER
        shutil.copytree(inside if inside.is_dir() else self.path, target / FOLDER)
        if not (target / FOLDER / "conftest.py").exists():
            raise Unavailable("%s is no git directory, no folder with %s, and not that folder" % (self.path, FOLDER))
        return "as in " + str(self.path)

    def file(self, revision, name):
        raise Unavailable("no history")


def origin(source, remote, cache):
    if not source:
        return Remote(cache / "checkout", os.environ.get("ALTERNATOR_REMOTE") or remote)
    path = pathlib.Path(source)
    if not path.is_dir():
        raise Unavailable("the source %s is not a folder" % source)
    return Repository(path) if is_repository(path) else Folder(path)


def is_repository(path):
    """Whether it is the top of a repository: a folder inside one is a folder."""
    try:
        top = git("rev-parse", "--absolute-git-dir", at=path).strip()
    except Unavailable:
        return False
    return pathlib.Path(top) in (path.resolve(), path.resolve() / ".git")


def fetch(suite, place, cache):
    """Fills the cache and returns the revision of the suite that it is now of."""
    for name in ("suite", "files"):
        shutil.rmtree(cache / name, ignore_errors=True)
    (cache / "revision").unlink(missing_ok=True)
    revision = place.suite(suite.revision, cache / "suite")
    (cache / "suite" / "test" / "__init__.py").touch()
    for part in suite.parts:
        if not part.file:
            continue
        try:
            content = place.file(part.revision, part.file)
        except Unavailable as missing:
            print("alternator: %s of revision %.12s is not to be had (%s)" % (part.file, part.revision, missing), file=sys.stderr)
            continue
        folder = cache / "files" / part.name
        folder.mkdir(parents=True)
        (folder / part.file).write_bytes(content)
    (cache / "revision").write_text(revision + "\n")
    return revision


def is_there(stamp, source, wanted):
    """Whether the cache holds what parts.json wants, from that source; without one it does not matter where it is from."""
    if not stamp.exists():
        return False
    kept = json.loads(stamp.read_text())
    return kept["wanted"] == wanted and source in ("", kept["source"])


def main():
    suite, cache = settings.read_suite(), pathlib.Path(os.environ["CONFORMANCE_CACHE"])
    source, wanted = os.environ.get("CONFORMANCE_SOURCE", ""), (settings.HERE / "parts.json").read_text()
    stamp = cache / "fetched.json"
    if is_there(stamp, source, wanted):
        return
    stamp.unlink(missing_ok=True)
    try:
        revision = fetch(suite, origin(source, suite.remote, cache), cache)
    except Unavailable as problem:
        print("alternator: %s" % problem, file=sys.stderr)
        sys.exit(2)
    # Anything else than the revision that is wanted may be another one the next time.
    if revision == suite.revision:
        stamp.write_text(json.dumps({"source": source, "wanted": wanted}))


if __name__ == "__main__":
    main()
