"""Who may talk to the page, and how much at once."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from drafter.page.security import ENTER, MOST_BODY
from drafter.page.serve import HOST, bound_socket

from .pages import HERE, PORT, Browser, MeetingInBrowser


def test_the_page_is_bound_to_this_computer_only() -> None:
    with bound_socket(None) as bound:
        assert (HOST, "127.0.0.1") == (bound.getsockname()[0], HOST)


def test_a_port_that_is_taken_is_told() -> None:
    from drafter.errors import OutputError

    with bound_socket(None) as first:
        first.listen()
        with pytest.raises(OutputError, match="taken by another program"):
            bound_socket(first.getsockname()[1])


def test_without_its_link_nobody_gets_in(tmp_path: Path) -> None:
    assert 401 == Browser(tmp_path, enters=False).get("/").status_code


def test_the_link_opens_the_page_once(tmp_path: Path) -> None:
    browser = Browser(tmp_path, enters=False)
    link = f"{ENTER}{browser.access.token}"

    assert [303, 401] == [browser.get(link).status_code, Browser.get(browser, link).status_code]


def test_a_wrong_link_uses_up_nothing(tmp_path: Path) -> None:
    browser = Browser(tmp_path, enters=False)

    assert 401 == browser.get(f"{ENTER}wrong").status_code
    assert 303 == browser.get(f"{ENTER}{browser.access.token}").status_code


def test_the_cookie_is_for_this_page_alone(tmp_path: Path) -> None:
    browser = Browser(tmp_path, enters=False)
    cookie = browser.get(f"{ENTER}{browser.access.token}").headers["set-cookie"].lower()

    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie


def test_a_forged_cookie_is_no_key(tmp_path: Path) -> None:
    browser = Browser(tmp_path, enters=False)

    assert 401 == browser.get("/", headers={"Cookie": f"drafter-{PORT}=forged"}).status_code


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1:1", "127.0.0.1", ""])
def test_a_name_that_leads_to_this_computer_is_refused(browser: Browser, host: str) -> None:
    assert 421 == browser.get("/", headers={"Host": host}).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_change_from_elsewhere_is_refused(browser: Browser, headers: dict[str, str]) -> None:
    assert 403 == browser.post("/example", headers=headers).status_code
    assert [] == list(browser.folder.iterdir())


def test_a_change_without_origin_is_refused(browser: Browser) -> None:
    assert 403 == browser.client.post("/example").status_code


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_change_nothing(meeting: MeetingInBrowser, method: str) -> None:
    answer = meeting.browser.client.request(method, f"{meeting.address}/set", headers={"Origin": HERE})

    assert answer.status_code in (404, 405)


def test_every_answer_forbids_scripts_and_styles_of_its_own(meeting: MeetingInBrowser) -> None:
    answers = [meeting.get("facts"), meeting.get("draft"), meeting.browser.get("/nowhere")]
    policies = [answer.headers["content-security-policy"] for answer in answers]

    assert all("default-src 'none'" in each and "unsafe" not in each for each in policies)
    assert all("frame-ancestors 'none'" in each and "form-action 'self'" in each for each in policies)


def test_no_answer_is_kept_by_the_browser(meeting: MeetingInBrowser) -> None:
    answer = meeting.get("facts")

    assert ("no-store", "nosniff") == (
        answer.headers["cache-control"],
        answer.headers["x-content-type-options"],
    )


@pytest.mark.parametrize("step", ["facts", "draft", "hand-over", "returned", "yaml"])
def test_a_page_names_no_other_host_and_has_no_code_of_its_own(meeting: MeetingInBrowser, step: str) -> None:
    text = meeting.get(step).text

    assert (
        "<script>" not in text and "<style" not in text and " style=" not in text and " onclick" not in text
    )
    assert "http://" not in text.replace("http://www.w3.org", "") and "https://" not in text


@pytest.mark.parametrize(
    "name",
    [
        "..%2Fsecret.yaml",
        "%2Fetc%2Fpasswd",
        "..%5Csecret.yaml",
        ".hidden.yaml",
        "a%00.yaml",
        "secret.yaml%2F..",
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.yaml").write_text("kind: deployment\nmeeting: {name: 密}\n", encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()

    assert 404 == Browser(folder).get(f"/m/{name}/facts").status_code


def test_a_link_that_leads_out_of_the_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("kind: deployment\nmeeting: {name: 密}\n", encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    browser = Browser(folder)

    assert (404, False) == (
        browser.get("/m/link.yaml/facts").status_code,
        "link.yaml" in browser.get("/").text,
    )


def test_a_sheet_behind_a_link_that_leads_out_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("密：9月底前建成3个。", encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    meeting = Browser(folder).meeting("kind: deployment\nmeeting: {name: 全市会议}\n")
    (folder / "会议-任务单.txt").symlink_to(tmp_path / "secret.txt")

    assert "9月底前建成3个" not in meeting.get("facts").text


def test_no_document_is_written_through_a_link_that_leads_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.page.handing.open_file", lambda _path: True)
    folder = tmp_path / "work"
    folder.mkdir()
    meeting = Browser(folder).read_sheet()
    meeting.path.with_suffix(".docx").symlink_to(tmp_path / "elsewhere.docx")

    assert 404 == meeting.send("open").status_code
    assert not (tmp_path / "elsewhere.docx").exists()


def test_the_name_of_a_meeting_names_a_file_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "one/two"
    folder.mkdir(parents=True)
    text = "kind: deployment\nmeeting: {name: ../../秘密推进会}\n"
    sheet = (
        "【任务】2026年9月8日上午9点，../../秘密推进会，给副县长 陆维舟 写讲话稿。\n【情况】\n1. 建成3个。\n"
    )
    Browser(folder).read_sheet(sheet)
    Browser(folder).meeting(text)

    assert {folder} == {path.parent for path in tmp_path.rglob("*.yaml")}


def test_an_upload_that_is_too_large_is_refused(browser: Browser) -> None:
    answer = browser.post("/sheets", content=b"x", headers={"Content-Length": str(MOST_BODY + 1)})

    assert 413 == answer.status_code


def test_an_upload_that_does_not_tell_its_size_is_counted(browser: Browser) -> None:
    def content() -> object:
        yield from (b"x" * (1 << 20) for _ in range((MOST_BODY >> 20) + 2))

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = browser.post("/sheets", content=content(), headers=kind)

    assert 413 == answer.status_code


def test_no_text_gets_into_the_log(
    meeting: MeetingInBrowser, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_args: object) -> object:
        raise ValueError("石亭镇租住房里充电")

    monkeypatch.setattr("drafter.page.views.holders", fail)
    answer = meeting.get("facts")
    logged = capfd.readouterr()

    assert 500 == answer.status_code
    assert "ValueError" in logged.err and "石亭镇" not in logged.err + logged.out + answer.text


def test_a_server_that_nobody_uses_ends(tmp_path: Path) -> None:
    from drafter.page.serve import serve

    thread = threading.Thread(
        target=serve, args=(tmp_path,), kwargs={"idle": 0.005, "browser": False}, daemon=True
    )
    started = time.monotonic()
    thread.start()
    thread.join(20)

    assert not thread.is_alive() and time.monotonic() - started < 20


def test_a_browser_that_never_answers_keeps_nobody_from_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.page.serve import serve

    asked, done = threading.Event(), threading.Event()

    def never(_address: str) -> bool:
        asked.set()
        return done.wait(60)

    monkeypatch.setattr("drafter.page.serve.open_browser", never)
    thread = threading.Thread(target=serve, args=(tmp_path,), kwargs={"idle": 0.005, "port": 0}, daemon=True)
    thread.start()
    thread.join(20)
    done.set()

    assert asked.is_set() and not thread.is_alive()
