"""What a sheet takes back: the last word counts, and both are told."""

import pytest

from drafter.facts import read_sheet
from drafter.facts.cut.corrections import taken_back


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("园长62个，不对，是26个", "园长26个"),
        ("合同额14亿，哦不对，是12亿", "合同额12亿"),
        ("周三，哦不，周四前换掉", "周四前换掉"),
        ("花36万 不对 63万", "花63万"),
        ("14人(不对,是11人)送医", "11人送医"),
        ("下午2:30，不是2点", "下午2:30"),
        ("来的有5家，3家没来", "来的有5家，3家没来"),
        ("62个，不对，是26户", "62个，不对，是26户"),
    ],
)
def test_the_last_word_counts(said: str, holds: str) -> None:
    assert holds == taken_back(said)[0].rstrip()


def test_a_line_keeps_its_length() -> None:
    line = "到账380万，不对，是430万\n下一行"
    assert len(line) == len(taken_back(line)[0])


def test_a_doubt_tells_both_words() -> None:
    sheet = read_sheet("情况：\n到账380万，不对，是430万\n")
    assert ["到账430万"] == [fact.text for fact in sheet.facts]
    doubt = next(doubt for doubt in sheet.doubts if doubt.code == "taken-back")
    assert {"old": "380万", "new": "430万"} == doubt.reason.values


def test_a_later_line_takes_back_a_figure_of_an_earlier_one() -> None:
    said, doubts = taken_back("旱厕还有137座没改\n车9台\n刚才那个137不对，是127，妇联核过了")
    assert said.split("\n")[0] == "旱厕还有127座没改"
    assert "137" not in said
    assert [doubt.reason.values for doubt in doubts] == [{"old": "137", "new": "127"}]


def test_what_is_struck_out_is_no_fact() -> None:
    sheet = read_sheet("要干的：\n不装的停批？——这条划掉，没依据，别写。改成：没装的9月底前列入名单\n")

    assert ["没装的9月底前列入名单"] == [fact.text for fact in sheet.facts]
