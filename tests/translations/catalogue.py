# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads .ts files, and says what is wrong with a translation."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|n)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
ACCELERATOR = re.compile(r"&(?=\w)")
# What a text says about the words of a command, a field or a path is no prose.
VERBATIM = re.compile(r"“dosirak [^”]*”|“[a-z_.-]+”|\b[a-z_.]+_[a-z_.]+\b|\b[\w.-]+/[\w./<>-]*|--[\w-]+|\([a-z-]+ make\)|\(dosirak [a-z]+\)|\bdosirak \w+|"
                      r"\bdocker[ -]\w+(?: \w+)?|\b\w+\.(?:txt|sh|json|in)\b")


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    numerus: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def read(file: Path) -> list[Message]:
    messages = []
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = translation.findall("numerusform") or [translation]
            messages.append(Message(
                context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""),
                message.get("numerus") == "yes", translation.get("type") is None,
                tuple("".join(form.itertext()) for form in forms)))
    return messages


def read_glossary(file: Path) -> list[tuple[re.Pattern, list[str]]]:
    """The rows of the Markdown table, the longest terms first."""
    rows = []
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 4 and cells[1] and cells[1] != "English" and not cells[1].startswith("-"):
            rows.append((cells[1], [word.strip() for word in cells[2].split(",")]))
    rows.sort(key=lambda row: -len(row[0]))
    return [(re.compile(rf"\b{re.escape(term)}s?\b", re.IGNORECASE), words) for term, words in rows]


def ends(text: str) -> tuple[str, str]:
    """White space at both ends."""
    return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]


def form_problems(message: Message, form: str) -> list[str]:
    problems = []
    if not form.strip():
        return ["it is empty"]
    if sorted(PLACEHOLDER.findall(message.source)) != sorted(PLACEHOLDER.findall(form)):
        problems.append("its placeholders are not those of the text")
    if sorted(TAG.findall(message.source)) != sorted(TAG.findall(form)):
        problems.append("its tags are not those of the text")
    if len(ACCELERATOR.findall(message.source)) != len(ACCELERATOR.findall(form)):
        problems.append("one has an accelerator (&) and the other has none")
    if ends(message.source) != ends(form) or message.source.count("\n") != form.count("\n"):
        problems.append("white space at an end, or a line end, is not as in the text")
    if message.source.count("\t") != form.count("\t") or message.source.count(";;") != form.count(";;"):
        problems.append("what separates its parts is not as in the text")
    return problems


def glossary_problems(source: str, form: str, glossary: list[tuple[re.Pattern, list[str]]]) -> list[str]:
    problems = []
    rest = VERBATIM.sub(" ", source)
    for term, words in glossary:
        found = term.search(rest)
        if found and not any(word in form for word in words):
            problems.append(f"“{found.group()}” is {' or '.join(words)} in the glossary")
        rest = term.sub(" ", rest)
    return problems


def problems(message: Message) -> list[str]:
    if not message.finished:
        return ["it is not finished"]
    return [problem for form in message.forms for problem in form_problems(message, form)]
