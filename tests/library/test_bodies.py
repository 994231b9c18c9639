"""Every kind, for every sort of body: no word of another world is said."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

import drafter
from drafter.library import builtin_library
from drafter.models.meeting import Meeting, Speaker
from drafter.models.parameters import Parameters
from drafter.speech.blocks import iter_blocks
from drafter.speech.tree import Blank, Emphasis, Inline, Lead, plain_text

from .reading import DEPTHS

# Every kind, or every sheet, is drafted.
pytestmark = pytest.mark.slow

LIBRARY = builtin_library()
VARIATIONS = (1, 2, 3, 4)
# Who speaks, at which meeting, of each level.
MEETINGS = {
    "企业": ("南岭煤矿安全生产会议", "党委书记、矿长"),
    "医院": ("安澜第二人民医院安全生产会议", "院长"),
    "学校": ("清渡第一中学安全生产会议", "校长"),
    "科研院所": ("云州农业研究院安全生产会议", "院长"),
    "机关": ("商务厅安全生产会议", "厅长"),
    "单位": ("安全生产会议", "主要负责人"),
    "街道": ("东山街道安全生产会议", "街道党工委书记"),
    "社区": ("安全生产会议", "社区党委书记"),
    "村": ("安全生产会议", "村党支部书记"),
    "镇": ("枫堰镇安全生产会议", "镇党委书记"),
    "县": ("清河县安全生产会议", "县长"),
}
GOVERNMENT = (
    "省委|市委|县委|区委|省政府|市政府|县政府|区政府|[全我各](?:省|市|县|区(?!队))|市直|县直|本级|各级|财政"
)
TOWN = "[镇乡]党委|乡镇|镇村|[全我各][镇乡]"
NEIGHBOURHOOD = "社区|街道|街坊|居民|居委会|网格|工委"
VILLAGE = "村|乡亲|田头"
TERRITORY = "辖区|老?百姓|干部群众|干群|基层站所|这片土地|风物"
COMPANY = "车间|区队|井下(?!面)|我矿|全矿|矿党委|公司"
HOSPITAL = "患者|门诊|病房|医护"
SCHOOL = "师生|宿舍|我校|全校|年级|院系"
LABORATORY = "实验室|课题组|研究室"
MASSES = "群众(?!路线)"
OFFICE = "处室|厅党组|局党组|窗口(?!期)"
UNIT = f"{GOVERNMENT}|{TOWN}|{NEIGHBOURHOOD}|{VILLAGE}|{TERRITORY}"
FOREIGN = {
    "企业": (UNIT, HOSPITAL, SCHOOL, LABORATORY, OFFICE, MASSES, "党组"),
    "医院": (UNIT, COMPANY, SCHOOL, LABORATORY, OFFICE, MASSES, "党组|基层"),
    "学校": (UNIT, COMPANY, HOSPITAL, LABORATORY, MASSES, "厅党组|局党组|窗口(?!期)|科室|党组(?!织)|基层"),
    "科研院所": (UNIT, COMPANY, HOSPITAL, SCHOOL, OFFICE, MASSES, "党组|基层"),
    "机关": (UNIT, COMPANY, HOSPITAL, SCHOOL, LABORATORY),
    "单位": (UNIT, COMPANY, HOSPITAL, SCHOOL, LABORATORY),
    "街道": (
        GOVERNMENT,
        TOWN,
        "村组|村民|乡亲|田头",
        COMPANY,
        HOSPITAL,
        SCHOOL,
        LABORATORY,
        OFFICE,
        "党组|科室",
    ),
    "社区": (GOVERNMENT, TOWN, VILLAGE, COMPANY, HOSPITAL, SCHOOL, LABORATORY, OFFICE)
    + ("辖区|干部群众|党组(?!织)|科室|基层|坐在机关|机关的同志",),
    "村": (GOVERNMENT, TOWN, "社区|街道|居民|居委会|网格|工委", COMPANY, HOSPITAL, SCHOOL, LABORATORY)
    + (OFFICE, "辖区|干部群众|党组(?!织)|科室|基层|坐在机关|机关的同志"),
    "镇": ("省委|市委|县委|区委|我[省市县区]|全[省市县区]|各县", COMPANY, HOSPITAL, SCHOOL, LABORATORY),
    "县": ("省委|市委|区委|我[省市区]|全[省市区]|各县", COMPANY, HOSPITAL, SCHOOL, LABORATORY),
}
FOUND = {level: re.compile("|".join(words)) for level, words in FOREIGN.items()}


def said(inlines: tuple[Inline, ...]) -> str:
    """Return the words of ``inlines``, without the labels of their blanks."""
    text = ""
    for inline in inlines:
        if isinstance(inline, Lead | Emphasis):
            text += said(inline.inlines)
        elif not isinstance(inline, Blank):
            text += plain_text((inline,))
    return text


def lines_of(kind: str, level: str, depth: str, variation: int) -> list[str]:
    name, post = MEETINGS[level]
    parameters = Parameters(
        kind=kind,
        meeting=Meeting(name=name, level=level),
        speaker=Speaker(post=post),  # type: ignore[arg-type]
    )
    style = replace(parameters.style, depth=depth, variation=variation)  # type: ignore[arg-type]
    speech = drafter.draft(replace(parameters, style=style), LIBRARY)
    # What the YAML gives is said as it stands there.
    return [said(block.inlines).replace(name, "").replace(post, "") for block in iter_blocks(speech)]


@pytest.mark.parametrize("kind", LIBRARY.kinds())
@pytest.mark.parametrize("level", MEETINGS)
def test_no_word_of_another_world_is_said(kind: str, level: str) -> None:
    leaks = {
        line[max(found.start() - 12, 0) : found.end() + 8]
        for depth in DEPTHS
        for variation in VARIATIONS
        for line in lines_of(kind, level, depth, variation)
        for found in FOUND[level].finditer(line)
    }

    assert set() == leaks
