"""A fuzzer: mutated YAML, sheets, documents, templates and command lines, each a run of the command line.

``python -m tests.hostile.fuzz --seconds 120 --seed 1`` runs the same cases each time, in the same order, as
far as the time allows. A failure is a traceback, a run of more than two seconds of the processor, or more
than 300 MB; its files are kept, and the seed of the case is printed. ``--sort yaml --cases 20000`` runs one
sort to a number of cases. ``--patience 30`` gives each case thirty times its time: a machine that is slow is
no fault, and a loop without end still is one.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from io import StringIO
from pathlib import Path
from random import Random
from traceback import format_exception

from lxml import etree

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 2.0, 300
# A sheet whose lines are doubled again and again is fifty times as long as one that people write.
SHEET_SECONDS = 10.0
# After so many cases the memory that a process has taken says nothing of one case.
CASES_OF_A_PROCESS = 100
SORTS = ("yaml", "sheet", "document", "template", "command")

Commands = list[list[str]]
Make = Callable[[Random, Path], Commands]

WORDS = (
    "", " ", "~", "null", "[]", "{}", "[", "{", "'", "\"", "- ", ": ", "：", "，", "“", "”", "\t",
    "\u3000", "\u0000", "\u001b]0;x\u0007", "\ufeff", "\u2028", "\u2029", "\u0085", "\u202e",
    "\u2060", "\ud7ff", "𠮷", "!!python/object:os.system", "&a", "*a", "<<: *a", "9" * 5000, "-1",
    "1e999", "0x1F", "2025-13-45", "2025年13月45日", "部署" * 3000, "x" * 300, "../" * 40,
    "/etc/passwd", "{{ 7*7 }}", "{% include 'x' %}", "<p>", "]]>", "&amp;", "%s", "{focus}",
    "{0.__class__}", "deployment", "kind", "parts", "meeting:\n  name: x", "|\n", ">\n", "---\n",
    "...\n", "#", "?", "parts[99].points[0]", "answers[x]", "99999999999999999999",
)  # fmt: skip


def samples() -> list[str]:
    """Return the text of every example and sample."""
    files = [*ROOT.glob("examples/*.yaml"), *ROOT.glob("templates/kinds/*/sample.yaml")]
    return [path.read_text(encoding="utf-8") for path in sorted(files)]


def mutated_text(text: str, chance: Random) -> str:  # noqa: C901
    """Return a text in which pieces and lines were thrown about."""
    for _ in range(chance.randint(1, 6)):
        how, place = chance.randrange(9), chance.randrange(len(text) + 1)
        end = min(len(text), place + chance.choice((1, 1, 2, 5, 40, 400)))
        lines = text.split("\n")
        line = chance.randrange(len(lines))
        if how == 0:
            text = text[:place] + text[end:]
        elif how == 1:
            text = text[:place] + chance.choice(WORDS) + text[place:]
        elif how == 2:
            text = text[:place] + chance.choice(WORDS) + text[end:]
        elif how == 3:
            text = text[:place] + text[place:end] * chance.choice((2, 3, 50)) + text[end:]
        elif how == 4:
            lines[line] = " " * chance.randrange(9) + lines[line].lstrip()
            text = "\n".join(lines)
        elif how == 5:
            other = chance.randrange(len(lines))
            lines[line], lines[other] = lines[other], lines[line]
            text = "\n".join(lines)
        elif how == 6:
            key = lines[line].partition(":")[0]
            lines[line] = f"{key}: {chance.choice(WORDS)}"
            text = "\n".join(lines)
        elif how == 7:
            text = (
                text[:place]
                + chr(chance.choice((chance.randrange(256), chance.randrange(0x3000))))
                + text[place:]
            )
        else:
            lines[line:line] = [lines[line]] * chance.choice((1, 2, 300))
            text = "\n".join(lines)
    return text[: 1 << 19]


def written(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return path


def yaml_case(chance: Random, here: Path) -> Commands:
    text = mutated_text(chance.choice(samples()), chance)
    content: str | bytes = text
    if chance.random() < 0.05:
        content = text.encode(chance.choice(("gb18030", "utf-16", "utf-8-sig", "utf-32")), "replace")
    written(here / "m.yaml", content)
    first = chance.choice(
        (["outline", "m.yaml"], ["build", "m.yaml", "--to", chance.choice(("docx", "md,txt", "html"))])
    )
    return [first, ["diff", "m.yaml", "m.yaml"]] if chance.random() < 0.1 else [first]


def sheet_case(chance: Random, here: Path) -> Commands:
    """Return commands on a task sheet, and on the YAML that is made of it."""
    sheets = sorted((ROOT / "tests" / "facts" / "sheets").glob("*.txt"))
    written(here / "s.txt", mutated_text(chance.choice(sheets).read_text(encoding="utf-8"), chance))
    keys = chance.choice(("en", "zh"))
    day = ["--today", "2026-06-01"]
    return [["new", "--from", "s.txt", "--keys", keys, *day, "-o", "m.yaml"], ["build", "m.yaml"]]


def document_case(chance: Random, here: Path) -> Commands:
    from tests.merge.opened import members, packed

    text = chance.choice(samples())
    written(here / "m.yaml", text)
    quietly(["build", "m.yaml", "-o", "x.docx"])
    parts = members((here / "x.docx").read_bytes())
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(("word/document.xml",) * 3 + tuple(sorted(parts)))
        parts[name] = mutated_part(parts[name], chance)
    content = packed(parts)
    if chance.random() < 0.15:
        content = mutated_bytes(content, chance)
    written(here / "x.docx", content)
    if chance.random() < 0.5:
        written(here / "m.yaml", mutated_text(text, chance))
    settled = chance.choice(([], ["--ours", "all"], ["--theirs", "all"]))
    return [
        chance.choice(
            (
                ["update", "x.docx", "m.yaml", *settled],
                ["update", "x.docx", "m.yaml", "--track", *settled],
                ["pull", "x.docx", "m.yaml", *settled],
                ["pull", "x.docx", "new.yaml"],
                ["diff", "x.docx", "m.yaml"],
                ["outline", "x.docx"],
                ["build", "m.yaml", "-o", "x.docx"],
                ["build", "m.yaml", "--reference", "x.docx", "-o", "other.docx"],
                ["new", "--from", "x.docx"],
            )
        )
    ]


def mutated_bytes(content: bytes, chance: Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt[: chance.randrange(len(spoilt))] if chance.random() < 0.1 else spoilt)


def mutated_part(content: bytes, chance: Random) -> bytes:
    """Return a part with elements and attributes thrown about, or its text."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return mutated_bytes(content, chance) if content else content
    if chance.random() < 0.1:
        return mutated_text(content.decode("utf-8", "replace"), chance).encode("utf-8", "replace")
    for _ in range(chance.randint(1, 5)):
        mutate_element(root, chance)
    return etree.tostring(root)


def mutate_element(root: etree._Element, chance: Random) -> None:  # noqa: C901
    elements = [one for one in root.iter(etree.Element) if one is not root]
    if not elements:
        return
    one, other = chance.choice(elements), chance.choice(elements)
    parent = one.getparent()
    assert parent is not None
    word = "".join(c for c in chance.choice(WORDS) if c >= " " or c in "\t\n")
    how = chance.randrange(8)
    if how == 0 and one.attrib:
        one.set(chance.choice(sorted(map(str, one.attrib))), word)
    elif how == 1 and one.attrib:
        del one.attrib[chance.choice(sorted(map(str, one.attrib)))]
    elif how == 2:
        parent.remove(one)
    elif how == 3:
        for _ in range(chance.choice((1, 1, 50))):
            one.addnext(deepcopy(one))
    elif how == 4 and one is not other and one not in other.iterancestors():
        other.append(one)
    elif how == 5:
        one.text = word
    elif how == 6:
        one.text = (one.text or "") * chance.choice((2, 40, 2000))
        one.text = one.text[:500_000]
    else:
        one.tag = other.tag


EXPRESSIONS = (
    "{{ meeting.name }}", "{{ parts }}", "{{ 'x' * 10**9 }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "{{ ''.__class__.__mro__ }}", "{% include '../x' %}", "{% include 'shared/part.xml.j2' %}",
    "{% extends 'shared/x' %}", "{{ '\\ud800' }}", "{{ x }}", "{{ compose(parts) }}",
    "{{ part_heading(parts[0]) }}", "{{ parts[0].points|names }}", "{% block x %}", "{% endif %}",
    "{{ 1/0 }}", "{{ 'a'|center(10**10) }}", "{{ '<p at=\"a:b\">'|safe }}", "<p>", "</p>", "<nix/>",
    "&nbsp;", "<!--", "{{ parts[99999999999999999999] }}", "{{ meeting.name[::-1] }}",
    "{{ [1, 'a']|sort }}", "{{ none.x }}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ 'a' ~ ('b' * 9999) }}", "{{ parts|map(attribute='heading')|list }}", "{{ loop.index }}",
    "{{ 'x'|label('y' * 9999) }}", "{{ ''|blank('x') }}", "{{ meeting.date.year + 1 }}",
    "{{ {}|fill(a=1) }}", "{{ '{a}{b}'|fill(a=meeting, b=parts) }}", "{{ parts|at(-1) }}",
    "{{ 3|spoken_count }}", "{{ (-5)|numeral }}", "{{ 9999|numeral }}", "{{ 'x'|said('y') }}",
    "{{ meeting|said('{name}') }}", "{{ meeting.name|lines }}",
)  # fmt: skip


def template_case(chance: Random, here: Path) -> Commands:
    files = sorted(ROOT.glob("templates/**/*"))
    chosen = chance.sample(
        [path for path in files if path.suffix in (".j2", ".yaml", ".tsv")], chance.randint(1, 3)
    )
    for path in chosen:
        text = path.read_text(encoding="utf-8")
        for _ in range(chance.randint(0, 3)):
            place = chance.randrange(len(text) + 1)
            text = text[:place] + chance.choice(EXPRESSIONS) + text[place:]
        if chance.random() < 0.5:
            text = mutated_text(text, chance)
        written(here / "t" / path.relative_to(ROOT / "templates"), text)
    names = [path.parts[path.parts.index("kinds") + 1] for path in chosen if "kinds" in path.parts]
    kind = chance.choice(names or ["deployment"])
    sample = ROOT / "templates" / "kinds" / kind / "sample.yaml"
    text = (
        sample.read_text(encoding="utf-8")
        if sample.exists()
        else f"kind: {kind}\nmeeting: {{name: 全市会议}}\n"
    )
    written(here / "m.yaml", text)
    return [["build", "m.yaml", "--to", "txt", "--templates", "t"]]


ARGUMENTS = (
    "build", "outline", "update", "pull", "diff", "new", "kinds", "topics", "headings", "layouts",
    "schema", "template", "check", "m.yaml", "x.docx", "m.docx", "missing.yaml", "folder", ".", "",
    "-", "--", "x" * 300, "字" * 100, "a\nb", "\u001b[2J", "m.yaml/x", "pipe", "circle",
    "zero.docx", "empty.yaml", "empty.docx", "--json", "--strict", "--force", "--explain",
    "--dry-run", "--track", "--sample", "-o", "--output", "--to", "docx", "md,txt", "nix",
    "--papers", "notice", "全部", "--templates", "t", "--from", "--topic", "--reference", "--ours",
    "--theirs", "all", "#1", "--today", "2025-01-01", "9999-99-99", "--fonts", "--keys", "zh",
    "deployment", "--help", "--version", "--nix",
)  # fmt: skip


def command_case(chance: Random, here: Path) -> Commands:
    written(here / "m.yaml", chance.choice(samples()))
    written(here / "empty.yaml", "")
    written(here / "empty.docx", "")
    (here / "folder").mkdir()
    os.mkfifo(here / "pipe")
    (here / "circle").symlink_to("circle")
    (here / "zero.docx").symlink_to("/dev/zero")
    quietly(["build", "m.yaml", "-o", "x.docx"])
    command = chance.choice(ARGUMENTS[:13])
    return [[command, *chance.choices(ARGUMENTS, k=chance.randint(0, 5))] for _ in range(2)]


MAKERS: dict[str, Make] = dict(
    zip(SORTS, (yaml_case, sheet_case, document_case, template_case, command_case), strict=True)
)


def quietly(arguments: list[str]) -> str:
    """Run the command line in this process; return the traceback that it ends in, "" where there is none."""
    from drafter.cli import app

    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        try:
            app(arguments, prog_name="drafter")
        except SystemExit:
            return ""
        except BaseException as error:  # A traceback is what is looked for.
            return "".join(format_exception(error))
    return ""


def fault_of(sort: str, seed: int, here: Path, patience: float) -> str:
    """Return what is wrong with one case, "" where nothing is."""
    os.chdir(here)
    for command in MAKERS[sort](Random(f"{sort} {seed}"), here):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        told = quietly(command)
        taken, most = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if told:
            return f"{command}\n{told}"
        if taken > patience * (SHEET_SECONDS if sort == "sheet" else SECONDS):
            return f"{command}\n{taken:.1f} seconds"
        if most > before and most >> 10 > MEGABYTES:
            return f"{command}\n{most >> 10} MB"
    return ""


def in_a_process(sort: str, seeds: range, until: float, patience: float) -> tuple[int, list[tuple[int, str]]]:
    """Run cases in a process of its own; return how many there were, and the faults by seed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        status = 1
        try:
            sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
            for seed in seeds:
                if time.monotonic() > until:
                    break
                with tempfile.TemporaryDirectory() as folder:
                    fault = fault_of(sort, seed, Path(folder), patience)
                    os.chdir("/")
                    if fault:
                        kept = Path(tempfile.gettempdir()) / f"fuzz-{sort}-{seed}"
                        shutil.copytree(folder, kept, symlinks=True, dirs_exist_ok=True, ignore=no_pipes)
                    os.write(writer, f"{seed}\0{fault}\x01".encode("utf-8", "replace"))
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as results:
        told = results.read().decode("utf-8", "replace")
    _pid, status = os.waitpid(child, 0)
    done = [entry.partition("\0") for entry in told.split("\x01") if entry]
    faults = [(int(seed), fault) for seed, _zero, fault in done if fault]
    if status:
        faults.append((seeds[min(len(done), len(seeds) - 1)], f"the process ended with {status}"))
    return len(done), faults


def no_pipes(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder, name).is_fifo()]


def turns(sorts: list[str], cases: int | None) -> Iterator[tuple[str, range]]:
    """Yield the sorts in turn, each with its next seeds."""
    start = 0
    while cases is None or start < cases:
        end = start + CASES_OF_A_PROCESS if cases is None else min(start + CASES_OF_A_PROCESS, cases)
        yield from ((sort, range(start, end)) for sort in sorts)
        start = end


def fuzz(
    seconds: float, seed: int, sorts: list[str], cases: int | None = None, patience: float = 1
) -> tuple[Counter[str], list[str]]:
    """Run cases until the time is up; return how many of each sort there were, and the faults."""
    os.environ.setdefault("LANGUAGE", "C")
    until = time.monotonic() + seconds
    counts: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DRAFTER_CACHE"], os.environ["DRAFTER_STATE"] = f"{folder}/cache", f"{folder}/state"
        quietly(["kinds"])
        for sort, seeds in turns(sorts, cases):
            if time.monotonic() > until:
                break
            first = seed * 1_000_000
            chosen = range(first + seeds.start, first + seeds.stop)
            count, found = in_a_process(sort, chosen, until, patience)
            counts[sort] += count
            faults += [f"{sort} {each}: {fault}" for each, fault in found]
    return counts, faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sort", choices=SORTS, action="append")
    parser.add_argument("--cases", type=int)
    parser.add_argument("--only", type=int, help="the one case with this seed")
    parser.add_argument("--patience", type=float, default=1, help="how many times its time a case has")
    options = parser.parse_args()
    sorts = options.sort or list(SORTS)
    if options.only is not None:
        with tempfile.TemporaryDirectory() as folder:
            print(fault_of(sorts[0], options.only, Path(folder), options.patience) or "no fault")
        return 0
    counts, faults = fuzz(options.seconds, options.seed, sorts, options.cases, options.patience)
    for fault in faults:
        print(fault, end="\n\n")
    print(f"{dict(counts)}: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
