"""What all tests share: folders of their own, golden files, one language."""

from __future__ import annotations

import os

# Before anything of drafter is imported: it chooses its language then.
os.environ["LANGUAGE"] = "C"

import pkgutil  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from importlib import import_module  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import pytest  # noqa: E402

import drafter  # noqa: E402
from tests import profiles  # noqa: E402

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).with_name("golden")

profiles.register()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the files under tests/golden")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests among processes so that no costly fixture is made twice."""
    from tests.scheduling import Scheduling

    return Scheduling(config, log)


def pytest_collection_finish() -> None:
    """Import every module now: Hypothesis takes some values from the constants of those it finds imported.

    Otherwise the examples of a test would depend on the tests that ran before it in the same process.
    """
    for module in pkgutil.walk_packages(drafter.__path__, "drafter."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


@pytest.fixture(autouse=True, scope="session")
def folders_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep nothing among the user's own files, and let subprocesses find the same drafter."""
    package = str(Path(drafter.__file__).parents[1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAFTER_CACHE", str(tmp_path_factory.mktemp("drafter-cache")))
        patch.setenv("DRAFTER_STATE", str(tmp_path_factory.mktemp("drafter-state")))
        patch.setenv("PYTHONPATH", package, prepend=os.pathsep)
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with a file under tests/golden, or rewrite the file."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8", newline="\n")

        assert path.read_text(encoding="utf-8") == actual

    return check


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of the test's own, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
