"""Tell every difference in what two checkouts write and print: ``python -m tests.compare_checkouts OLD NEW``.

What is read (the YAML files, the documents that somebody edits) is from OLD, so that NEW also shows
that it can update what OLD wrote. Exits with 1 where there is a difference.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory

from .cases import Extent, base_documents, commands, lay_out, starting_points, translated
from .comparing import Difference, category_of, differences, files_in
from .running import CHINESE, ENGLISH, PRINTED, Command, finish, start


def whole(checkout: Path, folder: Path) -> Extent:
    """Return all that there is in ``checkout``; ``folder`` is a new one."""
    folder.mkdir()
    names = ("kinds", "topics", "layouts")
    finish(start(checkout, [Command(name, (name, "--json")) for name in names], folder))
    kinds, topics, layouts = (_identities(folder / PRINTED / f"{name}.txt") for name in names)
    return Extent(kinds, topics, layouts)


def _identities(printed: Path) -> tuple[str, ...]:
    listed, _end, _status = printed.read_text(encoding="utf-8").rpartition("exit: ")
    return tuple(row["id"] for row in json.loads(listed))


def compare(
    old: Path, new: Path, extent: Extent, folder: Path, only: Sequence[str] = ()
) -> tuple[list[Command], dict[str, Path], list[Difference]]:
    """Return the commands that were run, the results of ``old``, and how those of ``new`` differ.

    All files are kept in ``folder``. With ``only``, other categories are left out.
    """
    sides = {folder / "old": old, folder / "new": new}
    made = folder / "made"
    made.mkdir(parents=True)
    finish(start(old, list(starting_points(extent)), made))
    finish(start(old, list(base_documents(extent)), made))
    shutil.rmtree(made / PRINTED)
    lay_out(extent, made)
    for side in sides:
        shutil.copytree(made, side)
    run: list[Command] = []
    for language, all_of_them in ((ENGLISH, commands(extent)), (CHINESE, translated(extent))):
        asked = [command for command in all_of_them if not only or category_of(command.name) in only]
        if asked:
            finish(*(start(checkout, asked, side, language) for side, checkout in sides.items()))
        run += asked
    results, others = map(files_in, sides)
    return run, results, list(differences(results, others))


def _print_counts(run: list[Command], results: dict[str, Path], found: Sequence[Difference]) -> None:
    cases = Counter(category_of(command.name) for command in run)
    files = Counter(map(category_of, results))
    differing = Counter(category_of(difference.name) for difference in found)
    print(f"{'':12}{'commands':>10}{'files':>10}{'differences':>13}")
    for category in cases:
        print(f"{category:12}{cases[category]:10}{files[category]:10}{differing[category]:13}")
    total = [sum(counts[category] for category in cases) for counts in (cases, files, differing)]
    print(f"{'all':12}{total[0]:10}{total[1]:10}{total[2]:13}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="compare_checkouts", description=__doc__)
    parser.add_argument("old", type=Path, help="the checkout before the change")
    parser.add_argument("new", type=Path, help="the checkout after it")
    parser.add_argument("--kinds", help="only these kinds, with commas between them")
    parser.add_argument("--only", default="", help="only these categories, with commas between them")
    parser.add_argument("--quick", action="store_true", help="one depth, layout, variation and topic")
    parser.add_argument(
        "--expected", action="append", default=[], metavar="PATTERN", help="names that may differ: 'update/*'"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep all results in this new folder")
    return parser.parse_args()


def main() -> int:
    """Compare what the command line names; return the exit status."""
    given = _arguments()
    with TemporaryDirectory() as temporary:
        folder = (given.keep or Path(temporary) / "results").absolute()
        old, new = given.old.absolute(), given.new.absolute()
        extent = whole(old, Path(temporary) / "names")
        if given.kinds:
            extent = extent._replace(kinds=tuple(given.kinds.split(",")))
        if given.quick:
            extent = Extent(extent.kinds, extent.topics[:1], extent.layouts[:1], ("standard",), (1,))
        run, results, found = compare(old, new, extent, folder, given.only.split(",") if given.only else ())
    for difference in found:
        print(difference)
    _print_counts(run, results, found)
    names = (difference.name for difference in found)
    return int(not all(any(fnmatchcase(name, pattern) for pattern in given.expected) for name in names))


if __name__ == "__main__":
    sys.exit(main())
