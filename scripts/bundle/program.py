"""The program that PyInstaller makes: the page without arguments, else the command `drafter`."""

import sys
from multiprocessing import freeze_support
from pathlib import Path

from drafter.__main__ import main

if __name__ == "__main__":
    # A build of many files starts processes, each of which is this program again.
    freeze_support()
    if len(sys.argv) == 1:
        folder = Path.home() / "讲话稿"
        folder.mkdir(exist_ok=True)
        sys.argv += ["page", str(folder)]
    main()
