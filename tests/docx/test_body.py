"""document.xml: the styles, runs and comments of a speech."""

from __future__ import annotations

import io

import docx
from hypothesis import given
from hypothesis import strategies as st

from drafter.docx.read.content import words_of
from drafter.docx.write.document import write_docx
from drafter.models.layout import Layout
from drafter.speech.tree import Blank, Break, Emphasis, Field, Lead, Note, Paragraph, Speech

from .fingerprints import fingerprint, stored_fingerprint
from .speeches import W, body, find, full, part, words

# What XML cannot carry, and the line end that it changes, never comes from a loader; joiners are dropped.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2060")
    | st.sampled_from("\t\n&<>“—"),
    min_size=1,
)


def test_each_block_has_its_style() -> None:
    styles = find(part(full()), "//w:pStyle/@w:val")

    front = ["Title", "GwByline", "GwByline", "GwOutlineTitle", "GwOutline1", "GwOutline2", "GwOutline2"]
    opening = ["Salutation", "BodyText", "BodyText"]
    points = ["Heading1", "Heading2", "Heading3", "BodyText", "BodyText"]
    assert front + opening + points + ["BodyText"] == styles


def test_a_signature_stands_four_characters_from_the_right() -> None:
    speech = Speech(words("讲话"), signature=(Paragraph(words("市委办公室")),))
    (style,) = find(part(speech, "word/styles.xml"), "//w:style[@w:styleId='GwSignature']")

    assert find(part(speech), "//w:pStyle/@w:val") == ["Title", "GwSignature"]
    assert find(style, ".//w:jc/@w:val") == ["right"]
    assert find(style, ".//w:ind/@w:rightChars") == ["400"]


def test_no_paragraph_is_empty() -> None:
    assert find(part(full()), "//w:p[not(.//w:r)]") == []


def test_neighbouring_words_share_a_run() -> None:
    runs = find(part(body("召开", "动员会", "。")), "//w:p[2]//w:r")

    assert [run.findtext(f"{W}t") for run in runs] == ["召开动员会。"]


def test_a_value_has_a_run_of_its_own() -> None:
    runs = find(part(body("召开", Field("meeting.name", "动员会"), "。")), "//w:p[2]//w:r")

    assert [run.findtext(f"{W}t") for run in runs] == ["召开", "动员会", "。"]


def test_a_blank_has_the_style_of_blanks() -> None:
    runs = find(
        part(body("增长", Blank("x", "比例"), "。")), "//w:r[w:rPr/w:rStyle/@w:val='PlaceholderText']"
    )

    assert [run.findtext(f"{W}t") for run in runs] == ["【比例】"]


def test_a_lead_sentence_has_the_style_of_leads() -> None:
    root = part(body(Lead(words("形势向好。")), "后文。"))

    assert find(root, "//w:r[w:rPr/w:rStyle/@w:val='GwLead']/w:t/text()") == ["形势向好。"]


def test_emphasis_in_a_lead_sentence_is_bold_and_of_its_style() -> None:
    root = part(body(Lead(words("一定", Emphasis(words("要快"))))))

    assert find(root, "//w:r[w:rPr/w:rStyle/@w:val='GwLead'][w:rPr/w:b]/w:t/text()") == ["要快"]


def test_chinese_quotation_marks_take_the_chinese_font() -> None:
    root = part(body("坚持“一盘棋”"))

    assert find(root, "//w:p[2]//w:r/w:rPr/w:rFonts/@w:hint") == ["eastAsia"]


def test_text_without_doubtful_characters_has_no_font_of_its_own() -> None:
    assert find(part(body("坚持 3 个统一，")), "//w:p[2]//w:rFonts") == []


def test_a_break_of_the_author_breaks_the_title() -> None:
    root = part(Speech(title=words("凝心聚力", Break(), "再创佳绩")))

    assert len(find(root, "//w:p[1]//w:br")) == 1


def test_the_hint_of_a_blank_is_a_comment() -> None:
    speech = body(Blank("x", "比例", "填统计数字"))

    assert find(part(speech, "word/comments.xml"), "//w:t/text()") == ["填统计数字"]
    assert find(part(speech), "//w:commentReference/@w:id") == ["0"]


def test_a_blank_without_hint_has_no_comment() -> None:
    assert find(part(body(Blank("x", "比例"))), "//w:commentReference") == []


def test_a_note_is_a_comment_and_no_text() -> None:
    speech = body("谢谢大家！", Note("可省略"))

    assert find(part(speech), "//w:p[2]//w:t/text()") == ["谢谢大家！"]
    assert find(part(speech, "word/comments.xml"), "//w:t/text()") == ["可省略"]


def test_without_notes_there_are_no_comments() -> None:
    assert find(part(full(), notes=False), "//w:commentReference") == []
    assert find(part(full(), "word/comments.xml", notes=False), "//w:comment") == []


def test_control_characters_do_not_reach_the_file() -> None:
    assert find(part(body("甲\x00\x0b\ud800乙")), "//w:p[2]//w:t/text()") == ["甲乙"]


def test_a_windows_line_end_is_one_line_end() -> None:
    assert len(find(part(body("甲\r\n乙")), "//w:p[2]//w:br")) == 1


@given(TEXTS)
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    assert text == words_of(find(part(body(text)), "//w:p[2]")[0])


def test_a_plain_document_has_all_words_in_its_paragraphs() -> None:
    speech = body("由", Field("meeting.host", "某局"), Blank("speaker.name", "姓名", "写全名"))
    document = docx.Document(io.BytesIO(write_docx(speech, Layout(), plain=True)))

    assert ["讲话", "由某局【姓名】"] == [one.text for one in document.paragraphs]
    assert ["写全名"] == [comment.text for comment in document.comments]


def test_a_plain_document_is_known_as_ones_own() -> None:
    speech = body("由", Field("meeting.host", "某局"), Blank("speaker.name", "姓名"))
    made = write_docx(speech, Layout(), plain=True)

    assert fingerprint(made) == stored_fingerprint(made)
