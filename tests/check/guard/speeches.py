"""The speeches that are right: the golds beside the project where they are there, and pairs of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from drafter.check.guard.source import Source, source
from tests.check.guard.planted import Speech

OWN = Path(__file__).with_name("pairs")
SHEETS = Path(__file__).parents[2] / "facts" / "sheets"
GOLDS = Path(__file__).parents[3].parent / "shared" / "sheets"
_KEYS = ("unnamed", "forbidden", "droppable", "owners", "hard")


@lru_cache(maxsize=1)
def speeches() -> tuple[tuple[Speech, Source], ...]:
    """Return all speeches with their sources."""
    return tuple(_all())


def _all() -> Iterator[tuple[Speech, Source]]:
    for path in sorted(OWN.glob("*.yaml")):
        plants = yaml.safe_load(path.read_text(encoding="utf-8"))
        speech = path.with_suffix(".md").read_text(encoding="utf-8")
        yield _speech(path.stem, speech, plants), source(SHEETS / f"{path.stem}.txt")
    for name, plants in _GOLDS.items():
        if (path := GOLDS / f"{name}.gold.md").is_file():
            speech = re.split("^---$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[0]
            yield _speech(name, speech, plants), source(GOLDS / f"{name}.txt")


def _speech(name: str, text: str, plants: dict[str, list[object]]) -> Speech:
    lines = [line for line in text.split("\n") if line.strip()]
    unnamed, forbidden, droppable, owners, hard = (tuple(map(str, plants.get(key, ()))) for key in _KEYS)
    soft = tuple((str(pair[0]), str(pair[1])) for pair in plants.get("soft", ()))  # type: ignore[index]
    return Speech(name, lines, unnamed, forbidden, droppable, owners, hard, soft)


# What may be planted into the golds.
_GOLDS: dict[str, dict[str, list[object]]] = {
    "d1": {
        "unnamed": ["石桥乡那处河道，沙坝还横在那里。", "说的就是石桥乡，沙坝阻水，汛期前必须挖掉。"],
        "forbidden": ["宁可十防九空，不可失防万一。", "出了问题，严肃问责。", "不怕十防九空。"],
        "droppable": ["F10", "F12", "F17", "F25", "F29", "F31", "F33", "F22", "F24", "F28", "F30"],
        "owners": ["县应急局", "县水利局副局长谭志高"],
        "hard": ["全部销号", "一律空库", "逐个试响", "更新、上墙"],
    },
    "d2": {
        "unnamed": ["下河村也好不到哪里去。", "还有下河村，新班子四月才上任。"],
        "forbidden": ["今天这个会意义重大，大家要提高站位。", "搞好环境整治有着重要的意义。"],
        "droppable": ["F7", "F9", "F13", "F16", "F18", "F22", "F24", "F26", "F29", "F30"],
        "owners": ["邢建", "尤春生"],
        "hard": ["清零，是", "每天一扫", "签到户"],
    },
    "d3": {
        "unnamed": [],
        "forbidden": ["红包、回扣的事，我多说一句。", "这是院党委决定的。", "谁收回扣，谁就离开这个岗位。"],
        "droppable": ["F5", "F8", "F9", "F14", "F15", "F16", "F19", "F21", "F23", "F26"],
        "owners": ["医务科", "质控科"],
        "hard": ["逐份倒查", "到100%；", "每周抽看"],
        "soft": [["年底力争降到", "年底降到"]],
    },
    "d4": {
        "unnamed": [],
        "forbidden": ["电价的事，市里也在想办法。", "今天要求企业做到两条。"],
        "droppable": ["F5", "F9", "F10", "F11", "F14", "F17", "F18", "F22", "F26", "F29", "F30"],
        "owners": ["市自然资源局", "市发改委"],
        "hard": ["还清，副市长", "办结不少于60件", "办完，市自然"],
        "soft": [["原则上不超过2次", "不超过2次"]],
    },
}
