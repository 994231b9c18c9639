"""What the steps show: the sheet with its marks, the cards, sentences with their facts."""

from __future__ import annotations

import re

from lxml import html

from drafter.page.preview import Passage

from .pages import Browser, MeetingInBrowser


def marks(meeting: MeetingInBrowser) -> dict[str, str]:
    found = html.document_fromstring(meeting.get("facts").text).xpath('//span[contains(@class, "mark-")]')
    return {"".join(one.xpath("text()|a/text()")): one.findtext("small") for one in found}


def test_each_stretch_of_the_sheet_is_marked_by_what_it_became(meeting: MeetingInBrowser) -> None:
    found = marks(meeting)

    assert "问题" == found["城关镇河东小区楼道充电，劝了三次没动"]
    assert ("meeting", "wish", "to be asked") == (
        found["视频会"], found["少讲意义"], found["石亭镇那处谁包还没定"]
    )  # fmt: skip


def test_a_stretch_follows_its_fact_to_another_type(meeting: MeetingInBrowser) -> None:
    meeting.send("move", path="facts.progress[1]", to="facts.problems")

    assert "问题" == marks(meeting)["没拆的大多在老旧小区"]


def test_a_stretch_follows_its_fact_when_it_is_edited(meeting: MeetingInBrowser) -> None:
    meeting.set("facts.funds[0].text", "县里安排补助资金150万元，专门用于老旧小区装桩")

    assert "经费" == marks(meeting)["县里安排补助资金120万元，专门用于老旧小区装桩"]


def test_a_stretch_whose_fact_is_gone_says_so(meeting: MeetingInBrowser) -> None:
    meeting.send("remove", path="facts.checks[0]")

    assert "taken out" == marks(meeting)["县督查室每周通报一次进度"]


def test_a_card_has_the_fields_of_its_type(meeting: MeetingInBrowser) -> None:
    page = html.document_fromstring(meeting.get("facts").text)
    card = page.get_element_by_id("v-facts-tasks-0")

    assert "9月30日前" == card.xpath('.//input[@id="v-facts-tasks-0-by"]/@placeholder')[0]
    assert "2026-09-30" == card.xpath('.//input[@type="date"]/@value')[0]


def test_a_card_that_is_sure_is_folded_and_says_what_is_known(browser: Browser) -> None:
    meeting = browser.meeting(
        "kind: deployment\nmeeting: {name: 全市会议}\nfacts:\n  tasks:\n    - 县住建局9月底前建成3个\n"
        "    # 请核对：期限在会议之前\n    - 9月1日前报名单\n"
    )
    page = html.document_fromstring(meeting.get("facts").text)
    sure, unsure = (page.get_element_by_id(f"v-facts-tasks-{place}-more") for place in (0, 1))

    assert (None, "") == (sure.get("open"), unsure.get("open"))
    assert "9月底前" in sure.find("summary").text_content()
    assert "县住建局" in sure.find("summary").text_content()


def test_the_empty_fact_of_a_new_meeting_is_no_card_but_filled_next(browser: Browser) -> None:
    answer = browser.post("/meetings", part=False, data={"kind": "deployment", "topic": ""})
    meeting = MeetingInBrowser(browser, answer.headers["location"].removesuffix("/facts"))

    assert 'id="v-facts-tasks-0"' not in meeting.get("facts").text
    assert 'facts.tasks[0].text"' in meeting.get("facts").text
    assert 200 == meeting.send("add", path="facts.tasks[0].text", value="9月底前建成3个").status_code
    assert 'id="v-facts-tasks-0"' in meeting.get("facts").text


def test_owners_are_offered_from_the_sheet(meeting: MeetingInBrowser) -> None:
    page = html.document_fromstring(meeting.get("facts").text)

    assert {"县住建局", "消防大队", "供电公司"} <= set(
        page.xpath('//datalist[@id="list-bodies"]/option/@value')
    )


def test_whom_to_speak_to_and_other_wishes_can_be_seen_and_added(browser: Browser) -> None:
    sheet = "开会。\n【交代】表扬柳湾街道；最后跟社区书记说两句实在话。\n"
    page = html.document_fromstring(browser.read_sheet(sheet).get("facts").text).get_element_by_id("wishes")

    assert "社区书记" in page.text_content() + str(page.xpath(".//@value"))
    assert page.xpath('.//*[@id="add-v-intent-address"]') and page.xpath('.//*[@id="v-intent-notes"]')


def test_each_control_has_a_label_and_an_id_of_its_own(meeting: MeetingInBrowser) -> None:
    for step in ("facts", "draft"):
        page = html.document_fromstring(meeting.get(step).text)
        ids = page.xpath("//@id")
        controls = page.xpath('//input[not(@type="hidden")]|//textarea|//select')
        labels = set(page.xpath("//label/@for"))

        assert len(ids) == len(set(ids))
        assert [] == [
            each.get("id") for each in controls if each.get("id") not in labels and not _inside(each)
        ]


def _inside(control: object) -> bool:
    return any(each.tag == "label" for each in control.iterancestors())  # type: ignore[attr-defined]


def passages(meeting: MeetingInBrowser) -> dict[str, str]:
    found = html.document_fromstring(meeting.get("draft").text).xpath('//span[starts-with(@class, "s")]')
    return {
        one.text_content(): one.get("data-facts") or ""
        for one in found
        if re.match("s[0-9]+$", one.get("id") or "")
    }


def test_a_sentence_names_its_facts(meeting: MeetingInBrowser) -> None:
    found = next(facts for text, facts in passages(meeting).items() if text.startswith("全县小区186个"))

    assert ["v-facts-situation-0", "v-facts-progress-0"] == found.split()


def test_every_word_of_the_speech_is_on_the_paper_once(meeting: MeetingInBrowser) -> None:
    text = meeting.get("files/txt").text
    paper = html.document_fromstring(meeting.get("draft").text).xpath('//article[@class="paper"]')[0]

    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", paper.text_content())


def test_a_sentence_tells_its_facts_and_formula(meeting: MeetingInBrowser) -> None:
    page = meeting.get("draft").text
    number = re.search(r'id="s(\d+)"[^>]*>全县小区186个', page)[1]  # type: ignore[index]
    told = meeting.get(f"passages/{number}").text

    assert "412−297=115" in told and "8月排查“飞线充电”412处" in told


def test_the_wording_of_a_sentence_shows_no_names_of_holes() -> None:
    assert "刚才，……，我都听了。" == Passage(0, "", frame="刚才，{clause}，我都听了。").wording


def test_a_sentence_that_is_gone_is_told(meeting: MeetingInBrowser) -> None:
    assert 404 == meeting.get("passages/9999").status_code


def test_a_figure_that_was_worked_out_is_marked(meeting: MeetingInBrowser) -> None:
    assert re.search(r'class="s figured"[^>]*>全县小区186个', meeting.get("draft").text)


def test_a_blank_is_a_button(meeting: MeetingInBrowser) -> None:
    assert 'type="button" class="blank"' in meeting.get("draft").text


def test_the_form_of_a_blank_fits_its_key(browser: Browser) -> None:
    meeting = browser.meeting("kind: deployment\nmeeting: {name: 全市安全生产工作会议}\n")

    assert 'type="date"' in meeting.get("blank?path=meeting.date").text


def test_length_and_shares_are_told(meeting: MeetingInBrowser) -> None:
    page = meeting.get("draft").text

    assert 'class="gauge"' in page and "of 4" in page and 'class="share"' in page


def test_a_kind_without_facts_is_filled_by_its_parts(browser: Browser) -> None:
    meeting = browser.meeting("kind: deployment\nmeeting: {name: 全市安全生产工作会议}\n")
    page = meeting.get("facts").text

    assert 'id="v-parts' in page or 'id="add-v-parts' in page
    assert 200 == meeting.set("parts[0].heading", "认清形势，扛起责任").status_code
    assert "认清形势，扛起责任" in meeting.get("draft").text


def test_hostile_texts_are_no_html(browser: Browser) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    text = (
        f"kind: deployment\nmeeting: {{name: '全市{evil}会议'}}\nfacts: {{tasks: ['{evil}9月底前建成3个']}}\n"
    )
    meeting = browser.meeting(text)

    for step in ("facts", "draft", "hand-over", "yaml"):
        page = meeting.get(step).text

        assert "<script>alert" not in page and "<img" not in page
