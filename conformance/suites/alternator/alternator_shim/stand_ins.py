"""Stand-ins for what the suite imports from outside its folder and a plain DynamoDB run never uses.

These are the CQL driver and the parts of the monorepo around the folder: the helpers for its cluster, its options, its typed skips.
The stand-in CQL driver always says that there is no host, so every case that needs CQL skips itself, and clients are made with the
suite's fallback keys, which retarget.py exchanges.
"""

import contextlib
import sys
import types

import pytest


def module(name, **members):
    made = types.ModuleType(name)
    made.__dict__.update(members)
    sys.modules[name] = made
    parent, _, leaf = name.rpartition(".")
    if parent in sys.modules:
        setattr(sys.modules[parent], leaf, made)


class Anything:
    """Accepts any construction, call or attribute access."""

    def __init__(self, *args, **named):
        pass

    def __call__(self, *args, **named):
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


class NoHostAvailable(Exception):
    pass


class Cluster(Anything):
    def connect(self, *args, **named):
        raise NoHostAvailable("no CQL in this run")

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def cassandra():
    refusal = type("InvalidRequest", (Exception,), {})
    module("cassandra", ConsistencyLevel=Anything(), InvalidRequest=refusal, Unauthorized=type("Unauthorized", (Exception,), {}))
    module("cassandra.auth", PlainTextAuthProvider=Anything)
    module("cassandra.cluster", Cluster=Cluster, NoHostAvailable=NoHostAvailable, ConsistencyLevel=Anything(),
           ExecutionProfile=Anything, EXEC_PROFILE_DEFAULT=object())
    module("cassandra.policies", RoundRobinPolicy=Anything)
    module("cassandra.query", SimpleStatement=Anything)
    module("cassandra.connection", DRIVER_NAME="none", DRIVER_VERSION="0")


def skip(reason="", **named):
    pytest.skip(reason)


@pytest.fixture(scope="session")
def host(request):
    return request.config.getoption("--host")


@contextlib.contextmanager
def config_value_context(*args, **named):
    pytest.skip("no CQL in this run")
    yield


def monorepo():
    """What the suite's conftest and helpers import from the folders beside its own."""
    module("test.conftest", dynamic_scope=lambda: "session")
    module("test.pylib")
    module("test.pylib.driver_utils", safe_driver_shutdown=lambda cluster: None)
    module("test.pylib.skip_types", skip_env=skip, skip_bug=skip)
    module("test.pylib.connect_options", add_host_option=lambda parser: parser.addoption("--host", default=None))
    module("test.cqlpy")
    module("test.cqlpy.conftest", host=host)
    module("test.cqlpy.util", config_value_context=config_value_context)


def install():
    """Needs the suite's root at the head of sys.path, where an empty package `test` holds the suite."""
    cassandra()
    import test  # noqa: F401  (the package of the suite, not Python's own)

    monorepo()
