"""The command `drafter update`: edited documents follow their YAML."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import DryRun, Full, Json, Ours, Templates, Theirs, Trust, choices_of
from drafter.cli.terminal import (
    DONE,
    FAILED,
    FINDINGS,
    print_error,
    print_json,
    print_stale,
    reporting_errors,
)
from drafter.errors import OutputError
from drafter.i18n import _, ngettext

if TYPE_CHECKING:
    from drafter.merge.follow import Followed, Follower, StaleBeside
    from drafter.writers.build import Finding


_Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help=_("The documents that were edited, or folders of them, and the YAML as it is now."),
    ),
]
_Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=_("Write here, and leave the document alone.")),
]
_Track = Annotated[
    bool, typer.Option("--track", help=_("Write changes as tracked revisions, to be accepted in Word."))
]
_Base = Annotated[
    Path | None,
    typer.Option(
        "--base",
        metavar="YAML",
        help=_("The YAML that the document was written from, where it has lost its properties."),
    ),
]
_AnotherMeeting = Annotated[
    bool,
    typer.Option(
        "--another-meeting", help=_("Take the YAML of another meeting; a copy of the document is kept.")
    ),
]


def update(
    files: _Files,
    output: _Output = None,
    track: _Track = False,
    base: _Base = None,
    another_meeting: _AnotherMeeting = False,
    full: Full = False,
    ours: Ours = None,
    theirs: Theirs = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    templates: Templates = None,
    trust: Trust = False,
) -> None:
    """Bring edited documents up to date with their YAML, and keep what a person changed."""
    from drafter.merge.follow import follow, followers, stale_beside

    choices = choices_of(ours, theirs)
    with reporting_errors(as_json):
        found = followers(files, templates or ())
        if output is not None and len(found) > 1:
            message = _("{path} is one document, and {count} are asked for")
            raise OutputError(output, message.format(path=output, count=len(found)), _("update it alone"))
        results = list(
            follow(
                found,
                templates=templates or (),
                choices=choices,
                track=track,
                write=not dry_run,
                output=output,
                base=base,
                another_meeting=another_meeting,
            )
        )
        stale = stale_beside(results, found, templates or ())
        findings = {one.document: _findings(one) for one in results}
    if as_json:
        _print_json(results, stale, findings)
    else:
        _print(results, found, (*choices.ours, *choices.theirs), stale, full)
        _print_findings(results, findings)
    raise typer.Exit(_status(results))


def _findings(result: Followed) -> Sequence[Finding]:
    """Return what a check finds in a document that was changed."""
    if result.update is None or result.update.document is None:
        return ()
    from drafter.check.unasked import findings_in_document

    return findings_in_document(result.update.document, result.written or result.document, result.source)


def _print_findings(results: list[Followed], findings: dict[Path, Sequence[Finding]]) -> None:
    from drafter.cli.summary import print_findings

    for one in results:
        print_findings(findings[one.document], one.written or one.document)


def _print(
    results: list[Followed],
    found: list[Follower],
    chosen: Sequence[str],
    stale: list[StaleBeside],
    full: bool,
) -> None:
    from drafter.cli.findings import print_unknown_names, print_update

    updates = [one.update for one in results if one.update is not None]
    if updates:
        print_unknown_names([update.findings for update in updates], chosen, updates[0].given)
    for result in results:
        if result.update is None:
            assert result.error is not None
            print_error(result.error)
            continue
        if len(found) > 1 and result.written is None:
            print(f"{result.document}:", file=sys.stderr if result.has_conflicts else sys.stdout)
        print_update(result.update, result.written, result.source, full=full)
    for follower in (one for one in found if one.source is None):
        text = _("left alone {path}: {reason}").format(path=follower.document, reason=follower.reason)
        print(text, file=sys.stderr)
    for beside in stale:
        print_stale(beside.stale, beside.source, beside.given)
    if len(results) > 1:
        print(_total(results))


def _total(results: list[Followed]) -> str:
    written = sum(1 for one in results if one.written is not None)
    conflicts = sum(1 for one in results if one.has_conflicts)
    failed = sum(1 for one in results if one.error is not None)
    parts = [
        ngettext("{count} document updated", "{count} documents updated", written).format(count=written),
        _("{count} as before").format(count=len(results) - written - conflicts - failed),
    ]
    if conflicts:
        parts.append(_("{count} with conflicts, not written").format(count=conflicts))
    if failed:
        parts.append(_("{count} with errors, not written").format(count=failed))
    return _("; ").join(parts)


def _print_json(
    results: list[Followed], stale: list[StaleBeside], findings: dict[Path, Sequence[Finding]]
) -> None:
    """Print one result as an object, several as a list; each with what has gone stale beside it."""
    by_source = {beside.source: [one.as_json() for one in beside.stale] for beside in stale}
    values = [
        {
            **one.as_json(),
            "stale": by_source.get(one.source, []),
            "findings": [finding.as_json() for finding in findings[one.document]],
        }
        for one in results
    ]
    print_json(values[0] if len(values) == 1 else values)


def _status(results: list[Followed]) -> int:
    if not results or any(one.error for one in results):
        return FAILED
    return FINDINGS if any(one.has_conflicts for one in results) else DONE
