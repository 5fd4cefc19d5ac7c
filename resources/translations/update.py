#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the .ts files up to date with the code:  update.py /path/to/lupdate [--folder FOLDER]

The core says coreTr("text"), whose context is always "dosirak". lupdate knows functions that take a context and functions
that stand in a class, and none of that kind; so it reads copies in which coreTr( is spelled out. Line numbers are not
kept, and texts that the code no longer has go: a .ts file changes when a text does, and only then.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# English has its text in the code; what it needs beside it are the two forms of a plural.
LANGUAGES = {"en": ["-pluralonly"], "ko": []}
CORE_TR = re.compile(r"\bcoreTr\(")


def copy_sources(root: Path, to: Path) -> None:
    """Copies what may hold visible text, with coreTr() spelled out as lupdate knows it."""
    for file in [*sorted((root / "src").rglob("*")), *sorted((root / "ui").rglob("*.ui"))]:
        if file.suffix not in (".cpp", ".h", ".ui"):
            continue
        text = file.read_text(encoding="utf-8")
        if file.name != "tr.h":
            text = CORE_TR.sub('QCoreApplication::translate("dosirak", ', text)
        copy = to / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")


def update(lupdate: str, folder: Path, root: Path = ROOT) -> None:
    """Updates dosirak_<language>.ts in @p folder; what is missing is made. Raises RuntimeError with lupdate's words."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary)
        copy_sources(root, copy)
        for language, options in LANGUAGES.items():
            done = subprocess.run(
                [lupdate, "-locations", "none", "-no-obsolete", "-no-ui-lines", "-source-language", "en",
                 "-target-language", language, *options, "src", "ui", "-ts", str(folder / f"dosirak_{language}.ts")],
                cwd=copy, capture_output=True, text=True)
            if done.returncode:
                raise RuntimeError(done.stdout + done.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lupdate")
    parser.add_argument("--folder", type=Path, default=HERE)
    arguments = parser.parse_args()
    try:
        update(arguments.lupdate, arguments.folder.resolve())
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
