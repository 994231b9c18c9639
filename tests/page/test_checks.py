"""The findings of the check beside the draft, each with its sentence."""

from __future__ import annotations

import re

from .pages import MeetingInBrowser


def test_the_draft_asks_for_the_findings_by_itself(meeting: MeetingInBrowser) -> None:
    assert 'hx-trigger="load"' in meeting.get("draft").text


def test_a_finding_leads_to_its_sentence(meeting: MeetingInBrowser) -> None:
    meeting.set("facts.funds[0].text", "县里按排补助资金120万元，会议布署了专门用于老旧小区装桩")
    found = re.search(r'data-goto="s(\d+)">[^<]*布署', meeting.get("checks").text)

    assert found
    assert f'id="s{found[1]}"' in meeting.get("draft").text
    assert "布署" in re.search(f'id="s{found[1]}"[^>]*>(.*?)</span>', meeting.get("draft").text)[1]  # type: ignore[index]


def test_the_table_tells_where_each_fact_is_said(meeting: MeetingInBrowser) -> None:
    page = meeting.get("checks").text
    row = re.search(r"<tr><td>[^\n]*县督查室每周通报一次进度[^\n]*</tr>", page)

    assert row and "data-goto" in row[0]


def test_an_office_turns_a_rule_off(meeting: MeetingInBrowser) -> None:
    meeting.set("facts.funds[0].text", "会议布署了专门用于老旧小区装桩的120万元")
    (meeting.browser.folder / "drafter.toml").write_text(
        '[check]\nignore = ["wrong-word"]\n', encoding="utf-8"
    )

    assert "布署" not in re.sub("<details>.*", "", meeting.get("checks").text, flags=re.DOTALL)
