"""Faults of YAML files that clerks make: what is told of each, where, and with which remedy."""

from __future__ import annotations

from typing import NamedTuple

HEAD = "kind: deployment\nmeeting:\n  name: 全市会议\n"


class Case(NamedTuple):
    """A file with one fault: its code, the marked stretch in its line, words of its remedy."""

    text: str | bytes
    code: str
    line: int
    column: int
    marked: str
    remedy: str


FAULTS = {
    # Not YAML
    "half-width colon in Chinese text": Case(
        "kind: deployment\nmeeting:\n  name: 关于：社区: 会议\n", "Y005", 3, 14, ":", "full-width colon ："
    ),
    "full-width colon after the first key": Case(
        "kind： deployment\nmeeting:\n  name: 会议\n", "Y005", 1, 5, "：", "half-width colon and a blank"
    ),
    "full-width colon after a key with keys below": Case(
        "kind: deployment\nmeeting：\n  name: 会议\n", "Y005", 2, 8, "：", "half-width colon and a blank"
    ),
    "full-width colon after the only key of a mapping": Case(
        "kind: deployment\nmeeting:\n  name： 会议\n", "Y104", 3, 3, "name： 会议", "`name: ...`"
    ),
    "no blank after a colon": Case(
        "kind:deployment\nmeeting:\n  name: 会议\n", "Y005", 1, 5, ":", "a blank after the colon"
    ),
    "no blank after the colon of an only key": Case(
        "kind: deployment\nmeeting:\n  name:会议\n", "Y104", 3, 3, "name:会议", "`name: ...`"
    ),
    "tab before a key": Case(
        "kind: deployment\nmeeting:\n\tname: 会议\n", "Y005", 3, 1, "\t", "indent with blanks"
    ),
    "double quotation mark left open": Case(
        HEAD + 'title: "讲话\ntopic: 安全\n', "Y005", 4, 8, '"', "half-width mark it began with"
    ),
    "single quotation mark left open": Case(
        HEAD + "title: '讲话\ntopic: 安全\n", "Y005", 4, 8, "'", "half-width mark it began with"
    ),
    "bracket left open": Case(HEAD + "parts: [甲, 乙\ntopic: 安全\n", "Y005", 4, 8, "[", "close it"),
    "bracket left open at the end": Case(HEAD + "parts: [\n\n", "Y005", 4, 8, "[", "close it"),
    "backslash between double quotation marks": Case(
        HEAD + 'title: "D:\\讲话"\n', "Y005", 4, 11, "\\", "single quotation marks"
    ),
    "text that starts with a star": Case(
        HEAD + "title: *市会议\n", "Y005", 4, 8, "*", "single quotation marks"
    ),
    "text in Markdown's bold": Case(
        HEAD + "title: **重要** 会议\n", "Y005", 4, 8, "*", "single quotation marks"
    ),
    "text that starts with an ampersand": Case(
        HEAD + "title: &市会议\n", "Y005", 4, 8, "&", "single quotation marks"
    ),
    "text that starts with an at sign": Case(
        HEAD + "title: @市会议\n", "Y005", 4, 8, "@", "single quotation marks"
    ),
    "text that starts with an exclamation mark": Case(
        HEAD + "title: !市会议\n", "Y005", 4, 8, "!", "single quotation marks"
    ),
    "text that starts with a greater-than sign": Case(
        HEAD + "title: >市会议\n", "Y005", 4, 8, ">", "single quotation marks"
    ),
    "text that starts with a placeholder of templates": Case(
        HEAD + "title: {{ meeting.name }}讲话\n", "Y010", 4, 9, "{", "single quotation marks"
    ),
    "key out of step": Case(HEAD + " topic: 安全\n", "Y005", 4, 2, "t", "start in the same column"),
    "second document": Case(HEAD + "---\nkind: deployment\n", "Y009", 4, 1, "-", "keep one"),
    # YAML that is not read
    "alias": Case(HEAD + "title: *a\n", "Y006", 4, 8, "*", "write the value out"),
    "anchor": Case(HEAD + "title: &a 会议\n", "Y006", 4, 8, "&", "delete `&a`"),
    "tag of a Python object": Case(
        HEAD + "title: !!python/object/apply:os.abort []\n",
        "Y008",
        4,
        8,
        "!",
        "delete `tag:yaml.org,2002:python",
    ),
    "list as a key": Case(HEAD + "? [甲]\n: 乙\n", "Y010", 4, 3, "[", "single quotation marks"),
    # The whole file
    "empty file": Case("", "Y011", 1, 1, "", "drafter new"),
    "nothing but comments": Case("# 会议\n", "Y011", 1, 1, "#", "drafter new"),
    "list at the top": Case("- kind: deployment\n", "Y012", 1, 1, "-", "drafter new"),
    "text at the top": Case("全市会议\n", "Y012", 1, 1, "全", "drafter new"),
    "GBK": Case("kind: deployment\n# 全市会议\n".encode("gbk"), "Y002", 2, 3, "全", "UTF-8"),
    "Latin-1": Case("kind: café déjà\n".encode("latin-1"), "Y002", 1, 10, "é", "UTF-8"),
    "control character": Case(HEAD + "title: 全市\x07会议\n", "Y004", 4, 10, "\x07", "delete it"),
    "control character of Latin-1": Case(HEAD + "title: 全市\x80会议\n", "Y004", 4, 10, "\x80", "delete it"),
    # What the model refuses
    "unknown key": Case(
        HEAD + "salutaton: 同志们\n", "Y101", 4, 1, "salutaton", "did you mean `salutation`?"
    ),
    "key given twice": Case(HEAD + "kind: deployment\n", "Y102", 4, 1, "k", "line 1 already"),
    "missing key": Case("kind: deployment\nmeeting:\n  level: 市\n", "Y103", 2, 1, "meeting", "`name: ...`"),
    "list where text is wanted": Case(HEAD + "title: [甲, 乙]\n", "Y104", 4, 8, "[", "on this line"),
    "mapping where text is wanted": Case(HEAD + "title: {a: 乙}\n", "Y104", 4, 8, "{", "on this line"),
    "half-width colon in a measure": Case(
        HEAD + "parts:\n  - points:\n      - measures:\n          - 要做到: 三点\n",
        "Y101",
        7,
        13,
        "要做到",
        "full-width ：",
    ),  # fmt: skip
    "half-width colon in a text on its own line": Case(
        HEAD + "title:\n  做到: 三点\n", "Y104", 5, 3, "做", "full-width ："
    ),
    "text where a mapping is wanted": Case(
        "kind: deployment\nmeeting: 全市会议\n", "Y104", 2, 10, "全市会议", "`key: value` lines"
    ),
    "impossible date": Case(HEAD + "  date: 2025-02-30\n", "Y104", 4, 9, "2025-02-30", "month and the day"),
    "not a date": Case(HEAD + "  date: 明天\n", "Y104", 4, 9, "明天", "2025-10-11"),
    "unknown level": Case(HEAD + "  level: 州\n", "Y104", 4, 10, "州", "known: 省, 市"),
    "unknown numbering": Case(
        HEAD + "parts:\n  - numbering: 一 是\n", "Y104", 5, 16, "一 是", "did you mean `一是`?"
    ),
    "unknown placeholder": Case(
        HEAD + "parts:\n  - pattern: 围绕{focsu}\n", "Y104", 5, 14, "围绕{focsu}", "did you mean `focus`?"
    ),
    "number too large": Case(HEAD + "style:\n  rate: 4000\n", "Y104", 5, 9, "4000", "from 60 to 400"),
    "number that is none": Case(HEAD + "style: {minutes: nan}\n", "Y104", 4, 18, "nan", "a number from 0"),
    "neither yes nor no": Case(HEAD + "style: {outline: 也许}\n", "Y104", 4, 18, "也许", "true or false"),
    "control character as an escape": Case(
        HEAD + 'title: "全市\\x07会议"\n', "Y104", 4, 8, '"全市\\x07会议"', "delete it"
    ),
    "empty name": Case('kind: deployment\nmeeting:\n  name: ""\n', "Y104", 3, 9, '""', "会议全称"),
    "answer to no blank": Case(HEAD + "answers:\n  - text: 去年\n", "Y103", 5, 5, "t", "add `blank: ...`"),
    "blank without a name": Case(
        HEAD + "answers:\n  - {blank: 【】, text: 去年}\n", "Y104", 5, 13, "【】", "【】里的字"
    ),
    "blank answered twice": Case(
        HEAD + "answers:\n  - {blank: 出处, text: 甲}\n  - {blank: 【出处】, text: 乙}\n",
        "Y108",
        6,
        13,
        "【出处】",
        "keep one of the two",
    ),
    # What the library does not have
    "unknown kind": Case("kind: deploy\nmeeting: {name: 会议}\n", "Y105", 1, 7, "deploy", "`deployment`?"),
    "kind that leads out of its folder": Case(
        "kind: ../deployment\nmeeting: {name: 会议}\n", "Y105", 1, 7, "../deployment", "`deployment`?"
    ),
    "unknown layout": Case(HEAD + "style: {layout: gbt9705}\n", "Y106", 4, 17, "gbt9705", "`gbt9704`?"),
    "unknown role": Case(HEAD + "parts:\n  - role: task\n", "Y107", 5, 11, "task", "did you mean `tasks`?"),
    "unknown place of a quotation": Case(
        HEAD + "quotations:\n  - in: safeguard\n", "Y107", 5, 9, "safeguard", "did you mean `safeguards`?"
    ),
}
