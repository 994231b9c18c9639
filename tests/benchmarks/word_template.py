"""The same speech by docxtpl from the same parameters: the template composes it, as drafter's does.

Written as a docxtpl user would write the example's kind of speech into a Word file: loops
and conditions in the paragraphs, one run for the lead sentence and one for what follows.
What drafter's templates do besides (blanks, choices, missing parts, nested points, titles
that must break) is left out, which is in docxtpl's favour.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafter.docx import style_ids

from .contenders import style_names

FACT = (
    "{% for f in FACTS.figures %}"
    "{% if not loop.first %}{{ '。' if f.source or f.period else '，' }}{% endif %}"
    "{% if f.source %}据{{ f.source }}，{% endif %}{% if f.period %}{{ f.period }}，{% endif %}"
    "{{ f|said }}{% if f.verdict %}，{{ f.verdict }}{% endif %}{% if loop.last %}。{% endif %}{% endfor %}"
    "{% for t in FACTS.targets %}{% if t.by %}到{{ t.by }}，{% endif %}{{ t|said }}。{% endfor %}"
)
MEASURE = (
    "{% for m in point.measures %}{% if m.area %}在{{ m.area }}方面，{% endif %}{{ m.text or m }}"
    "{% if m.slogan and not m.figures and not m.targets %}，做到“{{ m.slogan }}”。{% else %}。"
    + FACT.replace("FACTS", "m")
    + "{% if m.slogan %}要做到“{{ m.slogan }}”。{% endif %}{% endif %}{% endfor %}"
)
BODY = (
    "{{ point.text }}"
    + MEASURE
    + FACT.replace("FACTS", "point")
    + "{% if point.slogan %}要做到“{{ point.slogan }}”。{% endif %}"
    "{% if point.owner %}这项工作由{{ point.owner }}牵头，{{ point.deadline }}完成。{% endif %}"
)
HEADING = "{{ heading(point, part.pattern) }}"
ORDINAL = (
    "{% if part.numbering == '第一' %}第{{ ordinals[loop.index0] }}，"
    "{% else %}{{ ordinals[loop.index0] }}要{% endif %}"
)
OPENING = (
    "今天，我们召开{{ meeting.name }}，主要任务是{{ meeting.purpose|join('，') }}。"
    "刚才{% for item in meeting.agenda %}，{{ item.who if item.who is string else item.who|join('、') }}"
    "{{ item.did }}{% endfor %}。{{ appraisal }}下面，我讲{{ ordinals[parts|length - 1] }}点意见。"
)
QUOTATION = (
    "{{ part.lead }}"
    "{% for q in quotations if q.in == part.role %}{{ q.source }}讲：“{{ q.text }}。”{% endfor %}"
)


def make_word_template(path: Path, document: Any) -> None:
    """Save ``document``, which is empty and has drafter's styles, as a template of the whole speech."""
    style = style_names(document)

    def add(text: str, name: str = "") -> Any:
        return document.add_paragraph(text, style=style[name] if name else None)

    add("在{{ meeting.date.year }}年{{ meeting.name }}上的讲话", style_ids.TITLE)
    byline = add("{{ speaker.post }}　", style_ids.BYLINE)
    byline.add_run("{{ speaker.name or '【讲话人姓名】' }}", style=style[style_ids.BLANK])
    add("（{{ meeting.date.year }}年{{ meeting.date.month }}月{{ meeting.date.day }}日）", style_ids.BYLINE)
    add("提纲", style_ids.OUTLINE_TITLE)
    add("{%p for part in parts %}")
    add("{{ ordinals[loop.index0] }}、{{ part.heading }}", style_ids.OUTLINES[0])
    add("{%p if part.numbering != '第一' %}")
    add("{%p for point in part.points %}")
    add(ORDINAL + HEADING, style_ids.OUTLINES[1])
    for tag in ("endfor", "endif", "endfor"):
        add("{%p " + tag + " %}")
    add("{{ salutation }}：", style_ids.SALUTATION)
    add(OPENING, style_ids.BODY)
    add("{%p for part in parts %}")
    add("{{ ordinals[loop.index0] }}、{{ part.heading }}", style_ids.HEADINGS[0])
    add("{%p if part.lead %}")
    add(QUOTATION, style_ids.BODY)
    add("{%p endif %}")
    add("{%p for point in part.points %}")
    paragraph = add("", style_ids.BODY)
    paragraph.add_run(ORDINAL + HEADING + "。", style=style[style_ids.LEAD])
    paragraph.add_run(BODY)
    add("{%p endfor %}")
    add("{%p endfor %}")
    add("{{ closing }}", style_ids.BODY)
    document.save(str(path))
