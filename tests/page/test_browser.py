"""The page in a browser: five steps, once by the keyboard alone, random walks, and its accessibility."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.profiles import examples

from .browsing import PATIENCE, PHONE, WIDE, Visit, Visiting, read_sheet, step
from .pages import SHEET

AXE = Path(__file__).with_name("vendor") / "axe.min.js"
# The steps of the walk that the quick tests take, and of each of the many others.
LONG, SHORT = 20, 6

pytestmark = pytest.mark.xdist_group("browser")


# ---- five steps


@pytest.mark.slow
def test_from_a_sheet_to_a_document_and_back(visiting: Visiting) -> None:
    visit = visiting()
    page = visit.page
    read_sheet(visit)
    page.click("#doubts button:has-text('It is right so')")
    page.wait_for_selector("#doubts.done")
    page.fill("#v-facts-funds-0-text", "县里安排补助资金130万元，专门用于老旧小区装桩")
    page.press("#v-facts-funds-0-text", "Tab")
    page.select_option("#v-facts-problems-0-to", "facts.tasks")
    page.wait_for_selector("#v-facts-tasks-4")
    step(visit, "Draft")
    page.click(".paper .s.figured >> nth=0")
    page.wait_for_selector("#source .formula:has-text('412−297=115')")
    page.click(".paper .blank >> nth=0")
    page.fill("#fill-value", "石亭镇镇长周明")
    page.press("#fill-value", "Enter")
    page.wait_for_selector(".paper :text('石亭镇镇长周明')")
    page.click("#settings > summary")
    page.select_option("#v-style-layout", "lectern")
    page.wait_for_selector("#layout[href='/layouts/lectern.css']", state="attached")
    page.click("#undo")
    page.wait_for_selector("#layout[href='/layouts/gbt9704.css']", state="attached")
    step(visit, "Hand over")
    with page.expect_download() as download:
        page.click("a[href$='files/docx']")
    page.set_default_timeout(PATIENCE)
    document = Path(download.value.path())
    step(visit, "It came back")
    page.set_input_files(
        "#returned-file", {"name": "改.docx", "mimeType": "", "buffer": document.read_bytes()}
    )
    page.click("text=Compare")
    page.click("text=Keep it in the folder")
    page.wait_for_selector("h2:has-text('Done')")

    assert "130万元" in visit.yaml() and "石亭镇镇长周明" in visit.yaml()
    assert [] == visit.end()


@pytest.mark.slow
def test_a_conflict_is_settled_by_a_click(visiting: Visiting) -> None:
    from .test_returned import edited

    visit = visiting()
    page = visit.page
    read_sheet(visit)
    document = page.request.get(page.url.replace("/facts", "/files/docx")).body()
    page.click("#form > summary")
    page.fill("#v-speaker-post", "县长")
    page.press("#v-speaker-post", "Tab")
    visit.rest()
    step(visit, "It came back")
    changed = edited(document, (">副县长<", ">常务副县长<"))
    page.set_input_files("#returned-file", {"name": "改.docx", "mimeType": "", "buffer": changed})
    page.click("text=Compare")

    assert page.is_disabled("text=Confirm and write")

    page.click(".side:has-text('常务副县长')")
    page.wait_for_selector(".side[aria-pressed='true']")
    page.click("text=Confirm and write")
    page.wait_for_selector("h2:has-text('Done')")

    assert "post: 常务副县长" in visit.yaml()
    assert [] == visit.end()


@pytest.mark.slow
def test_what_is_typed_is_saved_without_leaving_the_field(visiting: Visiting) -> None:
    visit = visiting()
    read_sheet(visit)
    visit.page.focus("#v-facts-funds-0-text")
    visit.page.keyboard.press("End")
    visit.page.keyboard.insert_text("，一分不能挪")
    visit.page.wait_for_selector("#undo:not([disabled])")

    assert "一分不能挪" in visit.yaml()
    assert "v-facts-funds-0-text" == visit.page.evaluate("document.activeElement.id")
    assert [] == visit.end()


@pytest.mark.slow
def test_a_card_is_dragged_to_another_type(visiting: Visiting) -> None:
    visit = visiting()
    read_sheet(visit)
    visit.page.click(".others > summary")
    visit.page.drag_and_drop("#v-facts-checks-0", "#v-facts-achievements", source_position={"x": 3, "y": 12})
    visit.page.wait_for_selector("#v-facts-achievements-0")

    assert "achievements:" in visit.yaml()
    assert [] == visit.end()


@pytest.mark.slow
def test_a_fact_shows_where_it_is_said(visiting: Visiting) -> None:
    visit = visiting()
    read_sheet(visit)
    step(visit, "Draft")
    visit.page.click("#facts-here > summary")
    visit.page.hover("#v-facts-funds-0")

    assert "120万元" in visit.page.inner_text(".paper .s.lit")
    assert [] == visit.end()


# ---- the keyboard alone


def tab_to(page: Any, wanted: str, most: int = 150) -> None:
    """Press the tab key until what matches ``wanted`` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            return
    raise AssertionError(f"the tab key does not reach {wanted}")


@pytest.mark.slow
def test_the_keyboard_alone_is_enough(visiting: Visiting) -> None:
    visit = visiting()
    page = visit.page
    keys = page.keyboard
    tab_to(page, "#sheet-text")
    keys.insert_text(SHEET)
    tab_to(page, "button.primary")
    keys.press("Enter")
    page.wait_for_selector("#cards")
    tab_to(page, "#doubts button")
    keys.press("Enter")
    page.wait_for_selector("#doubts.done")
    tab_to(page, "#v-facts-progress-1-to")
    # 进度, then 问题.
    keys.press("ArrowDown")
    keys.press("Enter")
    page.wait_for_selector("#v-facts-problems-2")
    tab_to(page, ".onward a")
    keys.press("Enter")
    page.wait_for_selector(".paper")
    tab_to(page, ".paper .s")
    for _ in range(8):
        keys.press("ArrowDown")
    keys.press("Enter")
    page.wait_for_selector("#source blockquote")
    tab_to(page, ".paper .blank")
    keys.press("Enter")
    page.wait_for_selector("#fill-value:focus")
    keys.insert_text("石亭镇镇长周明")
    keys.press("Enter")
    page.wait_for_selector(".paper :text('石亭镇镇长周明')")
    page.wait_for_selector(".paper .blank:focus, .paper .s:focus")
    tab_to(page, ".onward a")
    keys.press("Enter")
    page.wait_for_selector("a[href$='files/docx']")
    tab_to(page, "a[href$='files/docx']")
    with page.expect_download():
        keys.press("Enter")

    assert "石亭镇镇长周明" in visit.yaml()
    assert [] == visit.end()


# ---- random walks


def walk(visit: Visit, seed: int, steps: int) -> None:
    """Click and type at random; what is typed has to be in the file afterwards, or to be undone."""
    chance = random.Random(seed)
    page = visit.page
    read_sheet(visit)
    address = page.url.removesuffix("/facts")
    for number in range(steps):
        if chance.random() < 0.15 or not page.url.endswith(("/facts", "/draft")):
            page.goto(f"{address}/{chance.choice(('facts', 'draft', 'hand-over', 'returned', 'yaml'))}")
            visit.rest()
        else:
            random_step(visit, chance, number)
        assert page.locator("#main").count() == 1


def random_step(visit: Visit, chance: random.Random, number: int) -> None:
    page = visit.page
    kinds = {
        "type": "article.card > .field textarea",
        "add": ".empty-type input, .group .adds input",
        "move": ".card-foot > select",
        "switch": ".switch",
        "remove": ".card-foot > button",
        "undo": "#undo:not([disabled])",
        "redo": "#redo:not([disabled])",
        "sentence": ".paper .s",
        "setting": "#settings select",
    }
    kind = chance.choice(list(kinds))
    found = [each for each in page.locator(kinds[kind]).all() if each.is_visible()]
    if not found:
        return
    one = chance.choice(found)
    if kind in ("type", "add"):
        text = f"县住建局{chance.randrange(1, 28)}日前建成{number}个"
        one.fill(text)
        one.press("Tab")
        visit.rest()
        assert visit.has_saved(text), (kind, text, page.inner_text("#notice"))
    elif kind in ("move", "setting"):
        one.select_option(index=chance.randrange(one.locator("option").count()))
    else:
        one.click()
    visit.rest()


@pytest.mark.slow
def test_a_random_walk_loses_nothing(visiting: Visiting) -> None:
    visit = visiting()
    walk(visit, 1, LONG)

    assert [] == visit.end()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_random_walks_lose_nothing(visiting: Visiting, seed: int) -> None:
    visit = visiting(PHONE if seed % 2 else WIDE)
    for number in range(examples(20)):
        visit.page.goto(visit.server.link.partition("/enter/")[0])
        walk(visit, 1000 * seed + number, SHORT)

    assert [] == visit.end()


# ---- accessibility


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["1280", "390"])
def test_no_step_has_a_serious_fault_of_accessibility(visiting: Visiting, viewport: dict[str, int]) -> None:
    visit = visiting(viewport)
    page = visit.page
    found = {"start": serious(page)}
    read_sheet(visit)
    found["facts"] = serious(page)
    page.click("#form > summary")
    found["form"] = serious(page)
    address = page.url.removesuffix("/facts")
    for name in ("draft", "hand-over", "returned", "yaml"):
        page.goto(f"{address}/{name}")
        found[name] = serious(page)
    page.goto(f"{address}/draft")
    page.click(".paper .s.figured >> nth=0")
    page.wait_for_selector("#source .formula")
    found["sentence"] = serious(page)
    page.click("#source .corner")
    page.click(".paper .blank >> nth=0")
    page.wait_for_selector("#fill-value")
    found["blank"] = serious(page)

    assert {} == {name: faults for name, faults in found.items() if faults}


def serious(page: Any) -> list[str]:
    """Return the serious faults that axe finds."""
    # By the tool of the browser, which the policy of the page does not bind.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("async () => await axe.run()")
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in result["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("step_name", ["facts", "draft", "hand-over", "returned"])
def test_nothing_is_wider_than_a_phone(visiting: Visiting, step_name: str) -> None:
    visit = visiting(PHONE)
    read_sheet(visit)
    visit.page.goto(visit.page.url.replace("facts", step_name))

    assert visit.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
