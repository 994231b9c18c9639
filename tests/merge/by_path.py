"""Edits of a document by the path of a value, or by words that stand in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafter import draft, load
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.merge.decisions import Choices
from drafter.merge.pull import Pull, pulled
from drafter.yaml.source import source_of

from .opened import Opened, tag, texts_of

LIBRARY = builtin_library()

# A meeting with little in it, and each kind of value.
MEETING = """\
# 全市防汛抗旱工作会议
kind: deployment
meeting:
  name: 全市防汛抗旱工作会议   # 会议名称
  date: 2026-05-12
  purpose:
    - 学习贯彻上级部署
    - 分析当前汛情
speaker:
  post: 副市长
parts:
  - role: significance
    lead: 汛情就是命令。
  - role: tasks
    points:
      - heading: {focus: 隐患, aim: 排查}
        text: |
          汛前查得越细，汛期越稳。
          查出一处，改好一处。
        figures:
          - {name: 病险水库, value: 12, unit: 座, period: 去年, source: 市水务局统计}
        owner: 市水务局   # 牵头
      - heading: 把人转在险前
  - role: safeguards
closing: 请大家马上行动起来。
"""


def written(path: Path, text: str = MEETING) -> bytes:
    """The document of the YAML ``text``, which is put at ``path``."""
    path.write_text(text, encoding="utf-8")
    speech = draft(load(path))
    return write_docx(speech, LIBRARY.layout(speech.layout))


def pull(docx: bytes, path: Path, **choices: Any) -> Pull:
    """What a pull of ``docx`` into the YAML at ``path`` comes to."""
    text = path.read_text(encoding="utf-8")
    return pulled(docx, source_of(str(path), text), load(path), LIBRARY, choices=Choices(**choices))


def controls(document: Opened, path: str) -> list[Any]:
    """The controls of the value at ``path``."""
    return [
        one for one in document.controls() if one.find(f"{tag('sdtPr')}/{tag('tag')}").get(tag("val")) == path
    ]


def say(docx: bytes, path: str, text: str, *, place: int | None = None) -> bytes:
    """``docx`` with ``text`` typed into the controls of ``path``, or the one at ``place`` of them."""
    document = Opened(docx)
    found = controls(document, path)
    assert found, path
    for control in found if place is None else found[place : place + 1]:
        showing = control.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}")
        if showing is not None:
            showing.getparent().remove(showing)
        words = list(texts_of(control))
        words[0].text = text
        for other in words[1:]:
            other.getparent().remove(other)
    return document.save()


def put(docx: bytes, old: str, new: str) -> bytes:
    """``docx`` with ``new`` in the place of the words ``old``, wherever they stand in one run."""
    document = Opened(docx)
    found = [words for words in document.root.iter(tag("t")) if old in (words.text or "")]
    assert found, old
    for words in found:
        words.text = words.text.replace(old, new)
    return document.save()
