# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for the text of every file: licence line, words, length."""

import re
import subprocess
from pathlib import Path

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
CODE = (".h", ".cpp", ".py", ".sh", ".cmake")
MAX_SOURCE_LINES = 600
# Spelled in two halves, so that this file passes its own check.
FORBIDDEN_WORD = re.compile("tri" + "plet", re.IGNORECASE)
LEFT_OVER = re.compile(r"\b(TO" + "DO|FIX" + r"ME)\b")
# CTest counts what QtTest skips as passed.
SKIPS = re.compile(r"\b(Q" + "SKIP|SKIP_RETURN" + r"_CODE|SKIP_REGULAR" + r"_EXPRESSION)\b")


def files_of(root: Path) -> list[Path]:
    """What git would commit: tracked files and new ones that it does not ignore. In an unpacked archive: all files."""
    if (root / ".git").exists():
        names = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                               check=True, capture_output=True).stdout
        found = [root / name for name in names.decode().split("\0") if name]
    else:
        found = [p for p in root.rglob("*") if not p.relative_to(root).parts[0].startswith("build")]
    return sorted(p for p in found if p.is_file() and not p.is_symlink())


def text_of(file: Path) -> str | None:
    """The file's text, or nothing when it is not text."""
    data = file.read_bytes()
    if b"\0" in data[:8192]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def is_code(file: Path, text: str) -> bool:
    return file.suffix in CODE or file.name == "CMakeLists.txt" or text.startswith("#!")


def has_licence_line(text: str) -> bool:
    lines = text.splitlines()
    first = 1 if text.startswith("#!") else 0
    return len(lines) > first and SPDX in lines[first]


def check_file(name: str, text: str, code: bool) -> list[str]:
    errors = []
    if code and not has_licence_line(text):
        errors.append(f"{name}: the first line is not “{SPDX}”")
    for number, line in enumerate(text.splitlines(), 1):
        if FORBIDDEN_WORD.search(line):
            errors.append(f"{name}:{number}: the word is “preset-name”")
        if LEFT_OVER.search(line):
            errors.append(f"{name}:{number}: work left over: do it, or say in words what does not work")
        if SKIPS.search(line):
            errors.append(f"{name}:{number}: a test must not skip itself: let it fail, and say what it needs")
    lines = text.count("\n")
    if name.startswith("src/") and code and lines > MAX_SOURCE_LINES:
        errors.append(f"{name}: {lines} lines; more than {MAX_SOURCE_LINES} hide more than one idea")
    return errors


def check(root: Path) -> list[str]:
    errors = []
    for file in files_of(root):
        text = text_of(file)
        if text is not None:
            errors += check_file(str(file.relative_to(root)), text, is_code(file, text))
    return errors
