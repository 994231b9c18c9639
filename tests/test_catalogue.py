"""The Chinese catalogue: all that the sources say, and nothing else, in Chinese.

``python -m tests.test_catalogue`` takes new messages up, drops dead ones, and compiles it.
"""

from __future__ import annotations

import ast
import io
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from drafter import i18n

ROOT = Path(__file__).parents[1]
PO = ROOT / "drafter/i18n/locale/zh_CN/LC_MESSAGES/drafter.po"
MO = PO.with_suffix(".mo")
REFRESH = "run `python -m tests.test_catalogue`, translate what it lists, and run it again"

# Which arguments of a call are messages.
KEYWORDS = {"_": None, "ngettext": (1, 2), "message": None}

# The templates of the page are parsed as the page parses them.
PAGE_OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}

Id = str | tuple[str, ...]


class Chinese(Catalog):
    """A catalogue whose header tells neither dates nor Babel's version: it changes with its messages only."""

    mime_headers = [
        ("Project-Id-Version", "drafter"),
        ("Language", "zh_CN"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=1; plural=0;\n"),
    ]


def calls(file: Any, keywords: Any, _tags: Any, options: Any) -> Iterator[Any]:
    """Yield each call of a keyword, as Babel wants it; its own reader sees none inside an f-string."""
    found = [
        node
        for node in ast.walk(ast.parse(file.read()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords
    ]
    for call in sorted(found, key=lambda call: (call.lineno, call.col_offset)):
        assert isinstance(call.func, ast.Name)
        words = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
        assert words[0] is not None, f"line {call.lineno}: only a literal can be translated"
        yield call.lineno, call.func.id, words, []


def messages_of_sources() -> list[Id]:
    """Every message of the sources, once, in their order."""
    found: dict[Id, None] = {}
    for path in sorted((ROOT / "drafter").rglob("*.py")):
        with path.open("rb") as file:
            found.update(dict.fromkeys(message for _line, message, *_rest in extract(calls, file, KEYWORDS)))
    for path in sorted((ROOT / "drafter/page/templates").glob("*.html")):
        with path.open("rb") as file:
            told = extract(babel_extract, file, KEYWORDS, options=PAGE_OPTIONS)
            found.update(dict.fromkeys(message for _line, message, *_rest in told))
    return list(found)


def read_catalogue() -> list[Message]:
    """Return the messages of the .po as it stands."""
    with PO.open("rb") as file:
        return [message for message in read_po(file, locale="zh_CN") if message.id]


def id_of(message: Message) -> Id:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def strings_of(message: Message) -> tuple[str, ...]:
    """The one string of a message, or those of its plural forms."""
    given: Any = message.string
    return (given,) if isinstance(given, str) else tuple(given)


def compiled(catalogue: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def catalogue_of(ids: list[Id], known: dict[Id, Any]) -> Catalog:
    catalogue = Chinese(locale="zh_CN", header_comment="# drafter, 简体中文", fuzzy=False)
    for id_ in ids:
        # Which flags a message bears differs between versions of Babel.
        catalogue.add(id_, known.get(id_, "")).flags.clear()
    return catalogue


def known() -> dict[Id, Any]:
    return {id_of(message): message.string for message in read_catalogue() if not message.fuzzy}


def refresh() -> int:
    """Write the .po and the .mo anew; return how many messages wait for their translation."""
    catalogue = catalogue_of(messages_of_sources(), known() if PO.exists() else {})
    with PO.open("wb") as file:
        write_po(file, catalogue, width=100, no_location=True)
    MO.write_bytes(compiled(catalogue))
    waiting = [message.id for message in read_catalogue() if not all(strings_of(message))]
    for id_ in waiting:
        print(f"to translate: {id_}")
    return len(waiting)


MESSAGES = read_catalogue() if PO.exists() else []
TRANSLATIONS = [(message, text) for message in MESSAGES for text in strings_of(message)]


def first_id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]


def placeholders(text: str) -> set[tuple[str, str | None]]:
    return {(name, form) for _text, name, form, _conversion in string.Formatter().parse(text) if name}


def literals(text: str) -> list[str]:
    """What a translation leaves as it is: code, tags, entities, options."""
    return sorted(re.findall(r"`[^`]*`|</?[a-z{][^>]*>|&\w+;|(?<![\w-])--?[a-z]+", text))


def test_the_catalogue_has_the_messages_of_the_sources_and_no_other() -> None:
    assert set(messages_of_sources()) == {id_of(message) for message in MESSAGES}, REFRESH


def test_every_message_is_translated() -> None:
    left = [message.id for message, text in TRANSLATIONS if message.fuzzy or not text]

    assert left == [], REFRESH


def test_the_compiled_catalogue_is_up_to_date() -> None:
    assert compiled(catalogue_of([id_of(message) for message in MESSAGES], known())) == MO.read_bytes(), (
        REFRESH
    )


@pytest.mark.parametrize("kept", [placeholders, literals])
def test_placeholders_and_code_are_kept(kept: Any) -> None:
    changed = [text for message, text in TRANSLATIONS if text and kept(first_id(message)) != kept(text)]

    assert changed == []


def test_chinese_has_full_width_punctuation() -> None:
    chinese = "[\u3001-\u9fff\uff00-\uffef“”…]"
    narrow = re.compile(f"{chinese} ?[,;:?!()]|[,;:?!()] ?{chinese}")
    literal = re.compile(r"`[^`]*`|&\w+;")

    assert [text for _message, text in TRANSLATIONS if narrow.search(literal.sub("", text))] == []


def drafter(folder: Path, *arguments: str, **languages: str) -> str:
    """Return all that a command prints to a user with these languages."""
    environment = {name: value for name, value in os.environ.items() if name not in i18n.VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1", "COLUMNS": "80"} | languages,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.stdout


@pytest.fixture
def faulty(here: Path) -> Path:
    """A folder with a YAML whose fault stands behind Chinese words."""
    text = "kind: deployment\nmeeting: {name: 全市会议, level: 国家}\n"
    (here / "有误.yaml").write_text(text, encoding="utf-8")
    return here


def test_a_fault_is_told_in_chinese_with_its_caret_in_place(faulty: Path) -> None:
    levels = "省、市、县、区、乡、镇、街道、社区、村、企业、医院、学校、科研院所、机关、单位"

    assert drafter(faulty, "build", "有误.yaml", LANGUAGE="zh_CN") == (
        f"错误[Y104]: `国家` 不在可选范围内：{levels}\n"
        " --> 有误.yaml:2:30\n"
        "  |\n"
        "2 | meeting: {name: 全市会议, level: 国家}\n"
        "  |                                  ^^^^\n"
        f"  = 办法: 请从 {levels} 中选用\n"
    )


def test_a_fault_is_told_in_english_to_others(faulty: Path) -> None:
    told = drafter(faulty, "build", "有误.yaml", LANG="C.UTF-8")

    assert told.startswith("error[Y104]: `国家` is not one of 省、市")
    assert "  = help: " in told


def test_notes_in_a_file_are_chinese_for_the_clerk_whatever_the_messages(here: Path) -> None:
    sheet = "清渡县防汛会，2026年4月10日下午3点，县长王平讲话，5分钟。\n缺口：\n1. 土工布缺3000。\n"
    (here / "sheet.txt").write_text(sheet, encoding="utf-8")

    told = drafter(here, "new", "--from", "sheet.txt", "-o", "sheet.yaml", LANG="C.UTF-8")

    written = (here / "sheet.yaml").read_text(encoding="utf-8")
    assert "the figure has no unit" in told
    assert "# 请核对：这个数没有单位：“3000”" in written
    assert "计量单位" in written and "unit" not in written


def test_the_depth_has_its_chinese_name_in_a_chinese_summary(here: Path) -> None:
    text = "文种: 工作部署会\n会议:\n  名称: 全市会议\n样式:\n  分钟: 12\n"
    (here / "会议.yaml").write_text(text, encoding="utf-8")

    told = drafter(here, "build", "会议.yaml", LANGUAGE="zh_CN")

    assert "篇幅 详" in told and "full" not in told


def test_help_is_in_the_users_language(here: Path) -> None:
    chinese = drafter(here, "build", "--help", LANG="zh_CN.UTF-8")
    english = drafter(here, "build", "--help", LANG="C.UTF-8")

    assert "按 YAML 填写文件生成讲话稿" in chinese
    assert "Write the speeches that YAML files ask for" in english
    assert not re.search("[\u3001-\u9fff]", english)


@pytest.fixture
def no_language(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in i18n.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def word() -> str:
    return i18n.load_catalogue().gettext("error")


@pytest.mark.parametrize(
    "language",
    [
        "zh",
        "zh_CN",
        "zh_CN.UTF-8",
        "zh_CN.GB18030",
        "zh_Hans",
        "zh-Hans-CN",
        "zh_TW.UTF-8",
        "zh_HK",
        "fr:zh",
        "ZH_cn",
    ],
)
def test_chinese_in_every_spelling_finds_the_catalogue(
    language: str, no_language: pytest.MonkeyPatch
) -> None:
    no_language.setenv("LANGUAGE", language)

    assert word() == "错误"


@pytest.mark.parametrize(
    "language", ["C", "C.UTF-8", "POSIX", "en_US.UTF-8", "en:zh_CN", "en_GB:en", "fr_FR", ":"]
)
def test_another_language_gets_english(language: str, no_language: pytest.MonkeyPatch) -> None:
    no_language.setenv("LANG", language)

    assert word() == "error"


def test_the_variables_rank_as_gettext_has_them(no_language: pytest.MonkeyPatch) -> None:
    found = []
    for name in reversed(i18n.VARIABLES):
        for language in ("zh_CN", "en"):
            no_language.setenv(name, language)
            found.append(word())

    assert found == ["错误", "error"] * 4


@pytest.mark.parametrize(
    ("identifier", "expected"), [(0x0804, "错误"), (0x0C04, "错误"), (0x0409, "error"), (0x0411, "error")]
)
def test_windows_is_asked_for_the_display_language(
    identifier: int, expected: str, no_language: pytest.MonkeyPatch
) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: identifier)
    windows = SimpleNamespace(windll=SimpleNamespace(kernel32=kernel))
    no_language.setattr(sys, "platform", "win32")
    no_language.setitem(sys.modules, "ctypes", windows)

    assert word() == expected


def test_a_windows_that_does_not_answer_gets_english(no_language: pytest.MonkeyPatch) -> None:
    no_language.setattr(sys, "platform", "win32")
    no_language.setitem(sys.modules, "ctypes", SimpleNamespace())

    assert word() == "error"


if __name__ == "__main__":
    sys.exit(1 if refresh() else 0)
