"""Where the suite can be taken from."""

import pathlib
import re
import shutil
import subprocess

import pytest

from alternator_shim import settings, source

SUITE = pathlib.Path(__file__).resolve().parent / "suite"
AUTHOR = ["-c", "user.name=me", "-c", "user.email=me@example.org"]


@pytest.fixture
def repository(tmp_path):
    """A repository whose last commit has changed a file, and the two commits."""
    path = tmp_path / "repository"
    shutil.copytree(SUITE, path)
    commits = []
    subprocess.run(["git", "init", "--quiet", path], check=True)
    for text in ("before\n", "after\n"):
        (path / source.FOLDER / "test_tag.py").write_text(text)
        source.git("add", ".", at=path)
        source.git(*AUTHOR, "commit", "--quiet", "-m", text, at=path)
        commits.append(source.git("rev-parse", "HEAD", at=path).strip())
    source.git("config", "uploadpack.allowFilter", "true", at=path)
    source.git("config", "uploadpack.allowAnySHA1InWant", "true", at=path)
    return path, *commits


def fetched(place, before, after, cache):
    part = settings.Part("before-waiting", ("test_tag.py::test_concurrent_tag",), "", "test_tag.py", before)
    source.fetch(settings.Suite("", after, (part,)), place, cache)
    files = {"suite": cache / "suite" / source.FOLDER / "test_tag.py", "part": cache / "files/before-waiting/test_tag.py"}
    return {name: file.read_text() for name, file in files.items() if file.exists()}


@pytest.mark.parametrize("kind", ["checkout", "git directory", "network"])
def test_a_repository_gives_the_suite_and_the_file_of_another_revision(repository, tmp_path, kind):
    path, before, after = repository
    place = {
        "checkout": lambda: source.origin(str(path), "", tmp_path),
        "git directory": lambda: source.origin(str(path / ".git"), "", tmp_path),
        "network": lambda: source.origin("", path.as_uri(), tmp_path),
    }[kind]()
    assert fetched(place, before, after, tmp_path / "cache") == {"suite": "after\n", "part": "before\n"}


def test_a_revision_that_a_repository_lacks_is_replaced_by_its_newest(repository, tmp_path):
    path, before, after = repository
    fetched(source.origin(str(path), "", tmp_path), before, "0" * 40, tmp_path / "cache")
    assert (tmp_path / "cache" / "revision").read_text().strip() == after


@pytest.mark.parametrize("source_now, wanted_now, there", [
    ("mine", "these parts", True),
    ("", "these parts", True),
    ("another", "these parts", False),
    ("mine", "other parts", False),
])
def test_what_is_there_is_not_fetched_again(source_now, wanted_now, there, tmp_path):
    stamp = tmp_path / "fetched.json"
    assert not source.is_there(stamp, "mine", "these parts")
    stamp.write_text('{"source": "mine", "wanted": "these parts"}')
    assert source.is_there(stamp, source_now, wanted_now) == there


@pytest.mark.parametrize("folder", [SUITE, SUITE / source.FOLDER])
def test_a_folder_gives_the_suite_as_it_is_there(folder, tmp_path):
    place = source.origin(str(folder), "", tmp_path)
    assert set(fetched(place, "1" * 40, "2" * 40, tmp_path)) == {"suite"}


@pytest.mark.parametrize("bad, message", [
    ("/nowhere", "is not a folder"),
    (str(SUITE / "test"), "is no git directory, no folder with test/alternator, and not that folder"),
])
def test_what_holds_no_suite_is_refused(bad, message, tmp_path):
    with pytest.raises(source.Unavailable, match=re.escape(message)):
        fetched(source.origin(bad, "", tmp_path), "1" * 40, "2" * 40, tmp_path / "cache")


def test_without_a_network_the_message_tells_of_the_source(tmp_path):
    with pytest.raises(source.Unavailable, match="by --source"):
        fetched(source.origin("", (tmp_path / "gone").as_uri(), tmp_path), "1" * 40, "2" * 40, tmp_path / "cache")
