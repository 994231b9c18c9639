"""Documents made in several processes."""

from __future__ import annotations

import os
import pickle
from functools import partial
from pathlib import Path

import pytest

from drafter.errors import DrafterError, OutputError, ParameterError, UnknownNameError
from drafter.library import load
from drafter.writers import build
from drafter.writers.build import Job, run_jobs
from drafter.writers.workers import results_in_order
from tests.drafts import LEAST

pytestmark = pytest.mark.slow


def doubled(deadly: int, number: int) -> int:
    """Return twice ``number``; the process dies at a ``deadly`` one."""
    if number == deadly:
        os._exit(9)
    return 2 * number


def test_results_come_in_order() -> None:
    assert [2 * number for number in range(40)] == list(results_in_order(partial(doubled, -1), range(40), 2))


def test_a_worker_that_dies_loses_one_result() -> None:
    expected = [None if number == 5 else 2 * number for number in range(40)]

    assert expected == list(results_in_order(partial(doubled, 5), range(40), 2))


def sources(folder: Path) -> list[Path]:
    """Write YAML files, one of which cannot be read."""
    paths = [folder / f"{number}.yaml" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text("kind: [" if number == 3 else LEAST, encoding="utf-8")
    return paths


def test_two_processes_write_the_same_bytes_and_reports_as_one(tmp_path: Path) -> None:
    paths = sources(tmp_path)

    def built(workers: int) -> tuple[list[object], dict[str, bytes]]:
        folder = tmp_path / f"of-{workers}"
        jobs = [Job(path, {"docx": folder / f"{path.stem}.docx"}) for path in paths]
        reports: list[object] = [
            {**report.as_json(), "outputs": [path.name for path in report.outputs]}
            for report in run_jobs(jobs, workers=workers)
        ]
        return reports, {path.name: path.read_bytes() for path in folder.iterdir()}

    assert built(1) == built(2)


def test_a_job_that_no_process_survives_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job(tmp_path / "a.yaml", {"docx": tmp_path / "a.docx"})
    monkeypatch.setattr(build, "_made", lambda jobs, options, workers: [None])

    (report,) = run_jobs([job], workers=2)

    assert isinstance(report.error, OutputError)
    assert str(job.source) in str(report.error)


def an_error(path: Path) -> DrafterError:
    path.write_text("kind: [", encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        load(path)
    return caught.value


def test_an_error_comes_whole_from_another_process(tmp_path: Path) -> None:
    for error in (
        an_error(tmp_path / "a.yaml"),
        UnknownNameError("kind", "x", ["y"]),
        OutputError(Path(), "m", "r"),
    ):
        same = pickle.loads(pickle.dumps(error))

        assert (type(error), str(error), vars(error)) == (type(same), str(same), vars(same))
