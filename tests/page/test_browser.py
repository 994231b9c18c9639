"""The page in a browser: five steps, once by the keyboard alone, random walks, and its accessibility."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from os import environ
from pathlib import Path
from typing import Any

import pytest

from tests.profiles import examples

from .pages import SHEET

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# The steps of the walk that the quick tests take, and of each of the many others.
LONG, SHORT = 20, 6
# An answer of this machine while others use it as well.
PATIENCE = 60_000

# The command, of which every change of a meeting takes its time.
SLOW = """
from time import sleep
from drafter.__main__ import main
from drafter.page.meetings import Meeting

def slowly(self, *given, change=Meeting.change, **keys):
    sleep(0.8)
    return change(self, *given, **keys)

Meeting.change = slowly
main()
"""

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing = "playwright is not installed"
    else:
        missing = "" if shutil.which(CHROMIUM) else f"there is no {CHROMIUM}"
    if missing:
        assert "CI" not in environ, missing
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Server:
    """A page that is served, as a user starts it."""

    def __init__(self, folder: Path, *, slow: bool = False) -> None:
        self.folder = folder
        drafter = ["-c", SLOW] if slow else ["-m", "drafter"]
        command = [sys.executable, *drafter, "page", str(folder), "--no-browser", "--lang", "en"]
        self.process = subprocess.Popen(
            # A port of the system's choice: several tests may run at once.
            [*command, "--port", str(free_port())],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        found = re.search(r"http://\S+", self.process.stdout.readline())
        assert found
        self.link = found[0]

    def end(self) -> str:
        """End the server; return what it printed."""
        self.process.terminate()
        return self.process.communicate(timeout=60)[0]


def free_port() -> int:
    from drafter.page.serve import bound_socket

    with bound_socket(0) as bound:
        port: int = bound.getsockname()[1]
        return port


class Visit:
    """A visit of a page: what the console and the log say is kept."""

    def __init__(self, chromium: Any, folder: Path, viewport: dict[str, int], *, slow: bool = False) -> None:
        self.server = Server(folder, slow=slow)
        self.context = chromium.new_context(viewport=viewport, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.said: list[str] = []
        self.page.on("console", lambda one: one.type == "error" and self.said.append(one.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda one: self._only_here(one.url))
        self.page.goto(self.server.link)

    def _only_here(self, url: str) -> None:
        if not url.startswith(self.server.link.partition("/enter/")[0]):
            self.said.append(f"asked elsewhere: {url}")

    def rest(self) -> None:
        """Wait until nothing is on its way."""
        self.page.wait_for_load_state()
        self.page.wait_for_function(
            "() => document.readyState === 'complete'"
            " && !document.querySelector('#main[aria-busy], .htmx-request, .htmx-swapping, .htmx-settling')"
        )

    def yaml(self) -> str:
        latest = max(self.server.folder.glob("*.yaml"), key=lambda path: path.stat().st_mtime_ns)
        return latest.read_text(encoding="utf-8")

    def has_saved(self, text: str) -> bool:
        """Tell whether the YAML comes to hold ``text``; a busy machine takes its time."""
        for _turn in range(100):
            if text in self.yaml():
                return True
            self.page.wait_for_timeout(100)
        return False

    def end(self) -> list[str]:
        """Return what went wrong: errors of the console, and lines of the log that tell of any."""
        self.context.close()
        log = self.server.end()
        return [*self.said, *(line for line in log.splitlines() if "Error" in line or "Traceback" in line)]


Visiting = Callable[..., Visit]


@pytest.fixture
def visiting(chromium: Any, tmp_path: Path) -> Iterator[Visiting]:
    visits: list[Visit] = []

    def visit(viewport: dict[str, int] = WIDE, *, slow: bool = False) -> Visit:
        visits.append(Visit(chromium, tmp_path, viewport, slow=slow))
        return visits[-1]

    yield visit
    for each in visits:
        each.end()


def read_sheet(visit: Visit) -> None:
    visit.page.fill("#sheet-text", SHEET)
    visit.page.click("text=Read it")
    visit.page.wait_for_selector("#cards")


def step(visit: Visit, name: str) -> None:
    visit.page.click(f".steps a:has-text('{name}')")
    visit.rest()


# ---- five steps


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
    read_sheet(visit)
    page.route("**/set", lambda route: route.abort())
    page.fill(FUNDS, "补助资金130万元")
    page.press(FUNDS, "Tab")
    page.wait_for_selector("[data-retry]")
    page.fill(CHECKS, "县督查室每天通报一次")
    page.press(CHECKS, "Tab")
    page.unroute("**/set")
    page.click("[data-retry]")

    assert visit.has_saved("每天通报") and "130万元" in visit.yaml()
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


# ---- the keyboard alone


def tab_to(page: Any, wanted: str, most: int = 150) -> None:
    """Press the tab key until what matches ``wanted`` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            return
    raise AssertionError(f"the tab key does not reach {wanted}")


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
