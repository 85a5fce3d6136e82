"""Calls of the AWS CLI as a shell would make them."""

import json
import os
import subprocess
import tempfile

from story import PREFIX, TIMEOUT, URL, Failed, equal, holds

MUSIC = PREFIX + "aws-cli-music"
FILES = tempfile.TemporaryDirectory(prefix="aws-cli-")
REFUSED = 255  # the exit status of a call that the service refused, in version 1


def run(*arguments, service="dynamodb", output="json", endpoint=("--endpoint-url", URL), environment=()):
    """Returns the ended process of `aws SERVICE ARGUMENTS`; a value that is no string is given as JSON."""
    words = [a if isinstance(a, str) else json.dumps(a, ensure_ascii=False) for a in arguments]
    settings = {"AWS_DEFAULT_OUTPUT": output, "AWS_PAGER": "", "AWS_CONFIG_FILE": os.devnull, **dict(environment)}
    return subprocess.run(["aws", service, *words, *endpoint], env={**os.environ, **settings}, text=True,
                          encoding="utf-8", capture_output=True, timeout=TIMEOUT, check=False)


def printed(*arguments, **settings):
    """Returns what a call prints; fails the case if it does not end with success."""
    ended = run(*arguments, **settings)
    if ended.returncode:
        raise Failed(f"aws {arguments[0]}: exit status {ended.returncode}: {ended.stderr.strip()}")
    return ended.stdout


def answer(*arguments, **settings):
    """Returns what a call prints, read as JSON; an empty object if it prints nothing."""
    return json.loads(printed(*arguments, **settings) or "{}")


def text(*arguments, **settings):
    """Returns what a call prints in the text form, without the end of the line."""
    return printed(*arguments, output="text", **settings).rstrip("\n")


def refused(code, message, *arguments, **settings):
    """Fails the case unless the service refuses the call with this code and a text that has message in it."""
    ended = run(*arguments, **settings)
    equal(ended.returncode, REFUSED)
    holds(f"({code})" in ended.stderr and message in ended.stderr, f"{code} with {message!r} in {ended.stderr.strip()!r}")


def file(name, content):
    """Writes a file and returns it as the CLI takes it: file://PATH."""
    path = os.path.join(FILES.name, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(content if isinstance(content, str) else json.dumps(content))
    return "file://" + path


def titles(output):
    return [item["SongTitle"]["S"] for item in output["Items"]]


def key(artist, title):
    return {"Artist": {"S": artist}, "SongTitle": {"S": title}}
