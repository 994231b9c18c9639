"""Which tests run in one process when several share the work."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

# What these wait for takes seconds: one run of LibreOffice, one environment to install in.
TOGETHER = (
    "tests/packaging/test_archives.py",
    "tests/packaging/test_installed.py",
    "tests/rendering/",
    "tests/merge/test_libreoffice.py",
)


class Scheduling(LoadScopeScheduling):
    """Modules with a costly fixture as wholes, and first; of all others, each test by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.partition("::")[0] if nodeid.startswith(TOGETHER) else nodeid
