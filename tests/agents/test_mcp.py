"""The tools over the protocol, asked by the SDK's own client: in this process, and in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult

from drafter.agents import mcp, tools
from drafter.agents.root import Root
from drafter.agents.tools import TOOLS
from drafter.errors import MissingExtraError
from tests.cli.running import run
from tests.merge.by_path import MEETING, say

from .conftest import FIGURE, SHEET, rewrite

Talk = Callable[[Callable[[Client], Awaitable[Any]]], Any]
MODES = ["legacy", "auto"]


@pytest.fixture
def talk(folder: Path) -> Talk:
    """Talk to a server in this process."""

    def talk(say_to: Callable[[Client], Awaitable[Any]]) -> Any:
        async def run() -> Any:
            async with Client(mcp.server_of(Root(folder))) as client:
                return await say_to(client)

        return anyio.run(run)

    return talk


def command(folder: Path, *, mode: str = "auto") -> Client:
    """Return a client of ``drafter mcp`` in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("DRAFTER_")}
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "drafter", "mcp", "--root", str(folder)],
        env={"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "C", **kept},
    )
    return Client(server, mode=mode)


def answer_of(result: CallToolResult) -> dict[str, Any]:
    assert not result.is_error, result.content
    answer = result.structured_content
    assert isinstance(answer, dict)
    return answer


def test_the_tools_are_listed_with_their_schemas(talk: Talk) -> None:
    listed = talk(lambda client: client.list_tools()).tools

    assert list(TOOLS) == [tool.name for tool in listed]
    assert all(tool.description and tool.input_schema["type"] == "object" for tool in listed)


def test_tools_that_only_read_say_so(talk: Talk) -> None:
    listed = talk(lambda client: client.list_tools()).tools

    writing = [tool.name for tool in listed if not tool.annotations.read_only_hint]
    assert ["new", "update", "build"] == writing


def test_an_answer_comes_as_a_structure_and_as_text(talk: Talk) -> None:
    result = talk(lambda client: client.call_tool("new", {"sheet": SHEET}))

    assert "清渡县防汛工作部署会" == answer_of(result)["read"]["meeting"]
    assert "清渡县防汛工作部署会" in result.content[0].text


def test_a_fault_is_an_error_with_place_and_remedy(talk: Talk, folder: Path) -> None:
    (folder / "m.yaml").write_text("kind: deployment\nmeeting: {name: 全县会议, dat: 1}\n", encoding="utf-8")

    result = talk(lambda client: client.call_tool("draft", {"path": "m.yaml"}))

    (fault,) = result.structured_content["errors"]
    assert result.is_error
    assert ("Y101", "m.yaml", 2) == (fault["code"], fault["file"], fault["line"])
    assert "date" in fault["remedy"]


def test_a_tool_that_is_none_is_told_with_those_there_are(talk: Talk) -> None:
    result = talk(lambda client: client.call_tool("trust", {}))

    (fault,) = result.structured_content["errors"]
    assert (True, "A100") == (result.is_error, fault["code"])
    assert "draft" in fault["remedy"]


def test_a_fault_of_our_own_does_not_end_the_session(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_arguments: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(mcp, "call", fail)

    result = talk(lambda client: client.call_tool("kinds", {}))

    assert (True, "A100") == (result.is_error, result.structured_content["errors"][0]["code"])
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert "ZeroDivisionError" not in str(result)


def test_without_the_extra_it_is_said_how_to_install_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.stdio", None)

    with pytest.raises(MissingExtraError) as caught:
        mcp.serve(Root(folder))

    assert 'pip install "drafter[mcp]"' in caught.value.remedy


def test_a_root_that_is_none_is_told_before_anything_is_served(here: Path) -> None:
    done = run("mcp", "--root", "gone")

    assert (2, "") == (done.exit_code, done.stdout)
    assert "gone" in done.stderr


def test_the_tools_need_no_sdk() -> None:
    code = f"import sys, {tools.__name__}; print('mcp' in sys.modules, 'pydantic' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

    assert "False False\n" == done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_a_sheet_becomes_a_word_file_over_standard_streams(folder: Path, mode: str) -> None:
    async def run() -> None:
        async with command(folder, mode=mode) as client:
            written = answer_of(await client.call_tool("new", {"sheet": SHEET, "output": "m.yaml"}))
            drafted = answer_of(await client.call_tool("draft", {"path": "m.yaml"}))
            built = answer_of(await client.call_tool("build", {"path": "m.yaml"}))
            assert ("m.yaml", ["m.docx"]) == (written["output"], built["outputs"])
            assert drafted["facts"]["unsaid"] == []

    anyio.run(run)

    assert (folder / "m.docx").read_bytes().startswith(b"PK")


@pytest.mark.slow
def test_an_update_is_shown_settled_and_confirmed_over_standard_streams(folder: Path) -> None:
    (folder / "m.yaml").write_text(MEETING, encoding="utf-8")
    pair = {"document": "m.docx", "path": "m.yaml"}

    async def run() -> None:
        async with command(folder) as client:
            answer_of(await client.call_tool("build", {"path": "m.yaml"}))
            document = folder / "m.docx"
            document.write_bytes(say(document.read_bytes(), FIGURE, "15"))
            rewrite(folder, "value: 12", "value: 13")
            shown = answer_of(await client.call_tool("update", pair))
            choice = pair | {"theirs": [shown["conflicts"][0]["name"]]}
            settled = answer_of(await client.call_tool("update", choice | {"digest": shown["digest"]}))
            confirmed = choice | {"digest": settled["digest"], "confirm": True}
            assert "m.docx" == answer_of(await client.call_tool("update", confirmed))["written"]

    anyio.run(run)


@pytest.mark.slow
def test_nothing_but_the_protocol_is_printed(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "mcp", "--root", str(folder)],
        input="no message\n",
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

    assert 0 == done.returncode
    assert all(line.startswith('{"jsonrpc"') for line in done.stdout.splitlines())
