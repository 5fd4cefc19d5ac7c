# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds text that a user would read and that cannot be translated. A guess from the text alone: what looks like a sentence,
or stands in a call that shows it, is held to be visible."""

import re
from dataclasses import dataclass
from pathlib import Path

LITERAL = re.compile(r'u?"((?:[^"\\\n]|\\.)*)"')
RAW = re.compile(r'u?R"(\w*)\(.*?\)\1"', re.DOTALL)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
TRANSLATED = re.compile(r"\b(?:coreTr|tr|translate|QT_TRANSLATE_NOOP3?|QT_TR_NOOP)\s*\(\s*(?:\"dosirak\"\s*,\s*)?$")
# A sentence: it begins like one, has three words or more, and ends like one.
SENTENCE = re.compile(r"^[A-Z“%][^\n]*\w[ ,:;][^\n]*\w[ ,:;][^\n]*[.!?…]$")
# Calls that show their first text.
SHOWN = re.compile(r"(?:\b(?:setText|setWindowTitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|setAccessibleName|setTitle|"
                   r"setLabelText|setHeaderLabels|addAction|addMenu|addTab|addItem|setApplicationDescription|getOpenFileName|getText|"
                   r"QLabel|QAction|QPushButton|QGroupBox|QCheckBox)\s*\(\s*|"
                   r"\b(?:fail|failAt|Error)\s*\(?\{?\s*ErrorCode::\w+\s*,\s*(?:\{[^{}]*\}\s*,\s*)?)$")
MARKUP = re.compile(r"</?[a-z][^<>]*>")
WORDS = re.compile(r"[A-Za-z]{2,}[ :][a-z]{2,}|^[A-Z][a-z]{3,}$")


@dataclass(frozen=True)
class Hit:
    file: str
    line: int
    text: str


def blank(match: re.Match) -> str:
    """White space of the same shape: places stay what they are."""
    return re.sub(r"[^\n]", " ", match.group())


def without_comments(code: str) -> str:
    """Blanks comments, and not what looks like one inside a text: "https://…"."""
    return re.sub(LITERAL.pattern + "|" + COMMENT.pattern,
                  lambda match: match.group() if match.group().endswith('"') and not match.group().startswith("/") else blank(match),
                  RAW.sub(blank, code), flags=re.DOTALL)


def joined(code: str, match: re.Match) -> tuple[str, int]:
    """The text of neighbouring literals, which the compiler joins, and where they end."""
    text, end = match.group(1), match.end()
    while (more := re.compile(r'(?:_s)?\s*(?=u?")').match(code, end)) and (following := LITERAL.match(code, more.end())):
        text, end = text + following.group(1), following.end()
    return text, end


def untranslatable(name: str, code: str) -> list[Hit]:
    code = without_comments(code)
    hits, at = [], 0
    while match := LITERAL.search(code, at):
        text, at = joined(code, match)
        before = code[max(0, match.start() - 300):match.start()]
        if before.split("\n")[-1].lstrip().startswith("#") or TRANSLATED.search(before):
            continue
        words = MARKUP.sub("", text)
        if SENTENCE.search(words) or (SHOWN.search(before) and WORDS.search(words)):
            hits.append(Hit(name, code.count("\n", 0, match.start()) + 1, text))
    return hits


def check(root: Path, allowed: dict[str, list[str]]) -> list[str]:
    """What is visible and not translatable, and what is allowed and no longer there."""
    errors, used = [], set()
    for file in sorted([*(root / "src").rglob("*.cpp"), *(root / "src").rglob("*.h")]):
        name = str(file.relative_to(root))
        for hit in untranslatable(name, file.read_text(encoding="utf-8")):
            known = next((part for part in allowed.get(name, []) if part in hit.text), None)
            if known is None:
                errors.append(f"{hit.file}:{hit.line}: users see “{hit.text}”, and it cannot be translated: coreTr() or tr()")
            else:
                used.add((name, known))
    errors += [f"{name}: “{part}” is allowed to stay untranslated, and is not there"
               for name, parts in allowed.items() for part in parts if (name, part) not in used]
    return errors
