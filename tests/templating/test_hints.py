"""What a blank asks for is said to a clerk in front of Word, who knows no YAML."""

from __future__ import annotations

import pytest

from drafter.library import builtin_library
from drafter.templating.values import without_keys

LIBRARY = builtin_library()
HINTS = {
    f"{kind} {name}": blank.hint
    for kind, blanks in (
        ("all", LIBRARY.blanks),
        *((kind, LIBRARY.kind(kind).blanks) for kind in LIBRARY.kinds()),
    )
    for name, blank in blanks.items()
}


@pytest.mark.parametrize("name", HINTS)
def test_the_hint_of_a_blank_speaks_of_no_key(name: str) -> None:
    assert HINTS[name] == without_keys(HINTS[name])


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("讲话之前的各项议程，按先后列出；没有议程写 []", "讲话之前的各项议程，按先后列出"),
        ("不给则为“在……上的讲话”；用 | 指定换行处", "不给则为“在……上的讲话”"),
        ("见 drafter kinds", ""),
        ("写进 YAML 的 topic", ""),
        ("今年 GDP 的增速；查统计公报", "今年 GDP 的增速；查统计公报"),
        ("一字一音，如 zhǎng", "一字一音，如 zhǎng"),
    ],
)
def test_what_is_about_the_yaml_is_left_out(hint: str, said: str) -> None:
    assert said == without_keys(hint)
