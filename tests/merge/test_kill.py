"""A process that dies during an update: the old document is there, or the new one."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.drafts import loaded

from .opened import Opened
from .scripts import brought, document

KILLS = 200
FIRST = "kind: deployment\nmeeting: {name: 全县春耕工作会议, date: 2025-03-01}\nspeaker: {name: 路明谦}\n"
SECOND = FIRST.replace("2025-03-01", "2025-03-12").replace("路明谦", "覃小禾")
# Forks a process that updates a document again and again, kills it within the time that one or two updates
# take on this machine, tells what it left; so often.
KILLING = """
import os, random, signal, sys, time
from hashlib import sha256
from pathlib import Path
from drafter.merge.update import update_document
folder, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(7)
speech, yamls = folder / "speech.docx", (folder / "second.yaml", folder / "first.yaml")
update_document(speech, yamls[0], write=False)
start = time.perf_counter()
for yaml in yamls:
    update_document(speech, yaml)
both = time.perf_counter() - start
for _ in range(kills):
    ready, mark = os.pipe()
    child = os.fork()
    if not child:
        os.write(mark, b".")
        while True:
            for yaml in yamls:
                update_document(speech, yaml)
    os.read(ready, 1)
    time.sleep(chance.random() * 1.5 * both)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ready), os.close(mark)
    print(sha256(speech.read_bytes()).hexdigest(), *sorted(os.listdir(folder)))
"""


def versions(edited: bytes) -> list[bytes]:
    """All that a document can be that is updated by the one YAML and the other in turn."""
    found = [edited]
    first, second = loaded(FIRST), loaded(SECOND)
    while True:
        for parameters in (second, first):
            update = brought(found[-1], parameters)
            assert update.document is not None
            if update.document in found:
                return found
            found.append(update.document)
        assert len(found) < 9


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_a_killed_update_leaves_the_old_document_or_the_new_one(tmp_path: Path) -> None:
    opened = Opened(document(loaded(FIRST)))
    (tmp_path / "speech.docx").write_bytes(opened.save())
    (tmp_path / "first.yaml").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.yaml").write_text(SECOND, encoding="utf-8")
    whole = {sha256(version).hexdigest() for version in versions(opened.save())}

    command = [sys.executable, "-c", KILLING, str(tmp_path), str(KILLS)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)

    left = [line.split() for line in done.stdout.splitlines()]
    assert len(left) == KILLS
    assert {digest for digest, *_names in left} <= whole
    assert len({digest for digest, *_names in left}) > 1
    names = {name for _digest, *names in left for name in names if not name.startswith(".")}
    assert names == {"first.yaml", "second.yaml", "speech.docx"}
