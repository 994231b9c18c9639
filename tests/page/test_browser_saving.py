"""What is changed in a window is saved, in turn, whatever comes between: a slow server, another window."""

from __future__ import annotations

from typing import Any

import pytest

from .browsing import Visit, Visiting, read_sheet, send_sheet, step

pytestmark = pytest.mark.xdist_group("browser")


def test_the_later_of_two_windows_is_told_what_it_typed(visiting: Visiting) -> None:
    visit = visiting()
    read_sheet(visit)
    other = visit.context.new_page()
    other.goto(visit.page.url)
    visit.page.fill("#v-facts-funds-0-text", "补助资金130万元")
    visit.page.press("#v-facts-funds-0-text", "Tab")
    visit.rest()
    other.fill("#v-facts-checks-0-text", "县督查室每天通报一次")
    other.press("#v-facts-checks-0-text", "Tab")
    other.wait_for_selector("#notice .stale")

    assert "县督查室每天通报一次" in other.inner_text("#notice")
    assert "130万元" in visit.yaml() and "每天通报" not in visit.yaml()


@pytest.mark.slow
def test_ten_windows_at_once_stay_right(visiting: Visiting) -> None:
    visit = visiting()
    read_sheet(visit)
    address = visit.page.url
    pages = [visit.page, *(visit.context.new_page() for _ in range(9))]
    for number, page in enumerate(pages):
        page.goto(address.replace("/facts", "/draft") if number % 2 else address)
    for number, page in enumerate(pages):
        page.goto(address)
        page.fill("#v-facts-checks-0-text", f"县督查室每周通报{number}次进度")
        page.press("#v-facts-checks-0-text", "Tab")
        page.wait_for_function("() => !document.querySelector('#main[aria-busy]')")

    assert "每周通报9次" in visit.yaml()
    assert [] == visit.end()


# ---- a server that is slow, or gives no answer

FUNDS, CHECKS = "#v-facts-funds-0-text", "#v-facts-checks-0-text"


def change_without_answer(visit: Visit) -> None:
    """Change the funds of a sheet while the server gives no answer, and wait until that is told."""
    read_sheet(visit)
    visit.page.route("**/set", lambda route: route.abort())
    visit.page.fill(FUNDS, "补助资金130万元")
    visit.page.press(FUNDS, "Tab")
    visit.page.wait_for_selector("[data-retry]")


def is_told(visit: Visit) -> str:
    text: str = visit.page.inner_text("#notice")
    return text


def test_what_is_changed_while_a_save_is_under_way_is_saved_too(visiting: Visiting) -> None:
    visit = visiting(slow=True)
    read_sheet(visit)
    visit.page.fill(FUNDS, "补助资金130万元")
    visit.page.fill(CHECKS, "县督查室每天通报一次")
    visit.page.click("#v-facts-progress-1 .card-foot > button")
    visit.rest()

    assert "130万元" in visit.yaml() and "每天通报" in visit.yaml() and "没拆的大多" not in visit.yaml()
    assert "" == is_told(visit) and [] == visit.end()


@pytest.mark.slow
def test_whoever_goes_on_at_once_finds_his_change_there(visiting: Visiting) -> None:
    visit = visiting(slow=True)
    read_sheet(visit)
    visit.page.fill(FUNDS, "补助资金130万元")
    visit.page.click(".onward a")
    visit.page.wait_for_selector(".paper :text('130万元')")
    visit.page.click("#settings > summary")
    visit.page.select_option("#v-style-layout", "lectern")
    visit.page.wait_for_selector("#layout[href='/layouts/lectern.css']", state="attached")

    assert "" == is_told(visit) and [] == visit.end()


@pytest.mark.slow
def test_a_sentence_that_is_clicked_takes_no_change_from_the_queue(visiting: Visiting) -> None:
    visit = visiting(slow=True)
    read_sheet(visit)
    step(visit, "Draft")
    visit.page.click("#facts-here > summary")
    visit.page.fill(FUNDS, "补助资金130万元")
    visit.page.fill(CHECKS, "县督查室每天通报一次")
    visit.page.click(".paper .s >> nth=3")
    visit.page.click(".paper .s >> nth=4")
    visit.rest()

    assert "130万元" in visit.yaml() and "每天通报" in visit.yaml()


@pytest.mark.slow
@pytest.mark.parametrize("stays", [True, False], ids=["stays", "leaves"])
def test_whoever_leaves_during_a_save_is_asked(visiting: Visiting, stays: bool) -> None:
    visit = visiting(slow=True)
    page = visit.page
    read_sheet(visit)
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss() if stays else dialog.accept()

    page.on("dialog", answer)
    page.click(FUNDS)
    page.keyboard.insert_text("130万元")
    page.evaluate("setTimeout(() => location.reload())")
    page.wait_for_timeout(300)
    page.wait_for_selector("#cards")
    visit.rest()
    page.fill(CHECKS, "县督查室每天通报一次")
    page.press(CHECKS, "Tab")

    assert visit.has_saved("每天通报") and "130万元" in visit.yaml()
    assert ["beforeunload"] == asked and "" == is_told(visit)


@pytest.mark.slow
def test_what_had_no_answer_waits_until_it_is_sent_again(visiting: Visiting) -> None:
    visit = visiting()
    page = visit.page
    change_without_answer(visit)
    page.fill(CHECKS, "县督查室每天通报一次")
    page.press(CHECKS, "Tab")
    visit.rest()
    page.unroute("**/set")
    page.click("[data-retry]")

    assert visit.has_saved("每天通报") and "130万元" in visit.yaml()
    assert "" == is_told(visit)


@pytest.mark.slow
def test_what_had_no_answer_is_sent_with_the_next_change_and_told_no_more(visiting: Visiting) -> None:
    visit = visiting()
    page = visit.page
    change_without_answer(visit)
    page.unroute("**/set")
    page.fill(CHECKS, "县督查室每天通报一次")
    page.press(CHECKS, "Tab")

    assert visit.has_saved("每天通报") and "130万元" in visit.yaml()
    assert "" == is_told(visit)


@pytest.mark.slow
def test_what_is_changed_before_the_scripts_are_there_is_saved_too(visiting: Visiting) -> None:
    visit = visiting()
    page = visit.page
    late: list[Any] = []
    page.route("**/htmx.min.js", lambda route: late.append(route))
    send_sheet(visit)
    page.fill(FUNDS, "补助资金130万元")
    page.press(FUNDS, "Tab")
    for route in late:
        route.continue_()

    assert visit.has_saved("130万元") and "" == is_told(visit)


@pytest.mark.slow
def test_whoever_enters_anew_elsewhere_sends_what_was_refused_meanwhile(visiting: Visiting) -> None:
    visit = visiting()
    read_sheet(visit)
    cookies = visit.context.cookies()
    visit.context.clear_cookies()
    visit.page.fill(FUNDS, "补助资金130万元")
    visit.page.press(FUNDS, "Tab")
    visit.page.wait_for_selector("#notice :text('with its link')")
    visit.context.add_cookies(cookies)
    visit.page.click("[data-retry]")

    assert visit.has_saved("130万元")
    assert "" == is_told(visit)


@pytest.mark.slow
def test_what_is_undone_while_it_is_saved_stays_undone(visiting: Visiting) -> None:
    visit = visiting(slow=True)
    read_sheet(visit)
    before = visit.yaml()
    visit.page.click(FUNDS)
    visit.page.keyboard.insert_text("130万元")
    visit.page.evaluate("document.querySelector('#undo').disabled = false")
    visit.page.click("#undo")
    visit.page.wait_for_timeout(2500)
    visit.rest()

    assert before == visit.yaml() and "" == is_told(visit)


@pytest.mark.slow
def test_a_refusal_is_still_told_when_what_came_after_it_was_saved(visiting: Visiting) -> None:
    visit = visiting(slow=True)
    read_sheet(visit)
    step(visit, "Draft")
    visit.page.click("#settings > summary")
    visit.page.click("#facts-here > summary")
    visit.page.fill("#v-style-minutes", "100000")
    visit.page.fill(FUNDS, "补助资金130万元")
    visit.page.evaluate("document.querySelector('#undo').disabled = false")
    visit.page.click("#undo")
    visit.rest()

    assert "100000" in is_told(visit) and "130万元" in visit.yaml()
