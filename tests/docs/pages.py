"""Pages as tests read them: their code blocks and their links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "README.zh-CN.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")),
)
TEMPLATE_PAGES = ("docs/templates.md", "docs/templates.zh-CN.md")
FACT_PAGES = ("docs/facts.md", "docs/facts.zh-CN.md")
# Together they tell a clerk of all that there is.
MANUAL = ("README.zh-CN.md", "docs/filling.zh-CN.md", "docs/word.zh-CN.md", "docs/commands.zh-CN.md")
RUN = ("README.md", "docs/usage.md", "docs/agents.md", "docs/json.md", *MANUAL, *TEMPLATE_PAGES, *FACT_PAGES)

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
FILE_NAME = re.compile(r"# (\S+\.ya?ml)\n")


def language_of(page: str) -> str:
    """What a page's reader has drafter speak."""
    return "zh_CN" if page.endswith(".zh-CN.md") else "C"


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its words, the line it starts at."""

    language: str
    text: str
    line: int

    @property
    def builds_environment(self) -> bool:
        """Whether the block is one of the two quick starts, which make an environment of their own."""
        return "pip install" in self.text

    @property
    def file_name(self) -> str:
        """The file that the block's first line, a comment, says it is."""
        found = FILE_NAME.match(self.text)
        return found[1] if found else ""


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks_of(page: str) -> list[Block]:
    text = text_of(page)
    return [
        Block(found[1], found[2], text.count("\n", 0, found.start()) + 1) for found in FENCE.finditer(text)
    ]


def links_of(page: str) -> list[str]:
    return LINK.findall(FENCE.sub("", text_of(page)))


def anchors_of(page: str) -> set[str]:
    """The anchors of the page's headings, as forges make them."""
    headings = HEADING.findall(FENCE.sub("", text_of(page)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
