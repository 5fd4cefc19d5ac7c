#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the house: arrows between rooms point down, core knows no windows, and every file carries what it must.

    check.py <source folder> <folder with Qt's headers>
"""

import sys
from pathlib import Path

import rooms
import texts


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    root, qt_headers = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    errors = rooms.check(root, qt_headers) + texts.check(root)
    for error in errors:
        print(error)
    print(f"{len(errors)} errors in {len(texts.files_of(root))} files")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
