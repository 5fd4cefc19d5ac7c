#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker is checked: each rule must fail on a small made-up tree, and a good tree must pass."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import rooms
import texts

LICENCE = f"// {texts.SPDX}\n"
# What every tree below starts from: three rooms, and one arrow from each to the next.
GOOD = {
    "src/base/CMakeLists.txt": f"# {texts.SPDX}\ndosirak_room(base SOURCES a.cpp LIBRARIES Qt6::Core)\n",
    "src/base/result.h": LICENCE + "#include <QString>\n",
    "src/base/detail/inner.h": LICENCE,
    "src/base/secret_p.h": LICENCE,
    "src/fetch/CMakeLists.txt": f"# {texts.SPDX}\ndosirak_room(fetch\n    SOURCES a.cpp\n    ROOMS base)\n",
    "src/fetch/queue.h": LICENCE + '#include "base/result.h"\n',
    "src/lock/CMakeLists.txt": f"# {texts.SPDX}\ndosirak_room(lock SOURCES a.cpp ROOMS fetch)\n",
    "src/lock/lock.cpp": LICENCE + '#include "lock/lock.h"\n#include "base/result.h"\n#include "lock.moc"\n',
    "src/gui/CMakeLists.txt": f"# {texts.SPDX}\ndosirak_room(gui SOURCES a.cpp ROOMS lock LIBRARIES Qt6::Widgets)\n",
    "src/gui/page.cpp": LICENCE + '#include <QLabel>\n#include "lock/lock.h"\n#include "ui_page.h"\n',
}


class Tree:
    """A source tree and a Qt in a temporary folder."""

    def __init__(self, test: unittest.TestCase, changes: dict[str, str]):
        self.folder = tempfile.TemporaryDirectory()
        test.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name) / "tree"
        self.qt = Path(self.folder.name) / "qt"
        for name, text in {**GOOD, **changes}.items():
            self.write(self.root / name, text)
        for name in ("QtWidgets/QLabel", "QtWidgets/qlabel.h", "QtGui/QImage"):
            self.write(self.qt / name, "")

    @staticmethod
    def write(path: Path, text: str):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def errors(self) -> list[str]:
        return rooms.check(self.root, self.qt) + texts.check(self.root)


def cmake(line: str) -> str:
    return f"# {texts.SPDX}\n{line}\n"


# Each row: what the tree does, the files that make it so, a piece of the one error that must come.
MUST_FAIL = (
    ("includes a room that it does not declare",
     {"src/base/x.cpp": LICENCE + '#include "fetch/queue.h"\n'}, "does not declare “fetch”"),
    ("declares a room above it",
     {"src/base/CMakeLists.txt": cmake("dosirak_room(base SOURCES a.cpp ROOMS cli)"),
      "src/cli/CMakeLists.txt": cmake("dosirak_room(cli SOURCES a.cpp)")}, "arrows point down only"),
    ("declares a program beside it",
     {"src/cli/CMakeLists.txt": cmake("dosirak_room(cli SOURCES a.cpp ROOMS gui)")}, "beside it"),
    ("declares a room that does not exist",
     {"src/lock/CMakeLists.txt": cmake("dosirak_room(lock SOURCES a.cpp ROOMS fetch kitchen)")}, "is no room"),
    ("runs in a circle within a row",
     {"src/fetch/CMakeLists.txt": cmake("dosirak_room(fetch SOURCES a.cpp ROOMS base python)"),
      "src/python/CMakeLists.txt": cmake("dosirak_room(python SOURCES a.cpp ROOMS fetch)")}, "come back to “fetch”"),
    ("links a room above it past dosirak_room",
     {"src/fetch/CMakeLists.txt": cmake("dosirak_room(fetch SOURCES a.cpp ROOMS base)\n"
                                        "target_link_libraries(dosirak_fetch PRIVATE dosirak_lock)")},
     "“lock” is above “fetch”"),
    ("links Widgets from a core room",
     {"src/fetch/CMakeLists.txt": cmake("dosirak_room(fetch SOURCES a.cpp ROOMS base LIBRARIES Qt6::Widgets)")},
     "links Qt6::Widgets"),
    ("links Gui from a core room past dosirak_room",
     {"src/fetch/CMakeLists.txt": cmake("dosirak_room(fetch SOURCES a.cpp ROOMS base)\n"
                                        "target_link_libraries(dosirak_fetch PUBLIC Qt6::Gui)")}, "links Qt6::Gui"),
    ("includes a widget's class header from a core room",
     {"src/fetch/x.cpp": LICENCE + "#include <QLabel>\n"}, "includes <QLabel>"),
    ("includes a widget's file header from a core room",
     {"src/fetch/x.cpp": LICENCE + "  #  include <qlabel.h>\n"}, "includes <qlabel.h>"),
    ("includes by the module's name from a core room",
     {"src/fetch/x.cpp": LICENCE + "#include <QtGui/QImage>\n"}, "includes <QtGui/QImage>"),
    ("reaches into a sub-folder of another room",
     {"src/fetch/x.cpp": LICENCE + '#include "base/detail/inner.h"\n'}, "behind the door"),
    ("reaches for a private header of another room",
     {"src/fetch/x.cpp": LICENCE + '#include "base/secret_p.h"\n'}, "behind the door"),
    ("includes by a relative path",
     {"src/fetch/x.cpp": LICENCE + '#include "../base/result.h"\n'}, "by room"),
    ("includes its own header without its room",
     {"src/fetch/x.cpp": LICENCE + '#include "queue.h"\n'}, "by room"),
    ("has a folder that is no room", {"src/attic/x.h": LICENCE}, "is no room"),
    ("has a room that the order does not know",
     {"src/attic/CMakeLists.txt": cmake("dosirak_room(attic SOURCES a.cpp)")}, "does not know it"),
    ("has a source file without its licence line", {"src/base/x.cpp": "#include <QString>\n"}, "first line"),
    ("has a script whose licence line comes late",
     {"tool.sh": f"#!/bin/sh\n\n# {texts.SPDX}\n"}, "first line"),
    ("has a CMake file without its licence line", {"tests/CMakeLists.txt": "\n"}, "first line"),
    ("uses the word that must not occur",
     {"README.md": "The " + "Tri" + "plet names an environment.\n"}, "preset-name"),
    ("leaves work over in code", {"src/base/x.cpp": LICENCE + "// TO" + "DO: later\n"}, "work left over"),
    ("leaves work over in a document", {"docs/a.md": "FIX" + "ME\n"}, "work left over"),
    ("has a test that skips itself",
     {"tests/fetch/test_x.cpp": LICENCE + "Q" + 'SKIP("not here");\n'}, "must not skip"),
    ("lets CTest skip a test",
     {"tests/x.cmake": f"# {texts.SPDX}\n" + "set_tests_properties(x PROPERTIES SKIP_RETURN" + "_CODE 77)\n"}, "must not skip"),
    ("has a source file that is too long",
     {"src/base/x.cpp": LICENCE + "\n" * texts.MAX_SOURCE_LINES}, "601 lines"),
)


class Checker(unittest.TestCase):
    def test_a_good_tree_passes(self):
        self.assertEqual(Tree(self, {}).errors(), [])

    def test_each_rule_fails_on_a_tree_that_breaks_it(self):
        for what, changes, piece in MUST_FAIL:
            with self.subTest(what):
                errors = Tree(self, changes).errors()
                self.assertTrue([e for e in errors if piece in e], f"no error with “{piece}” in {errors}")

    def test_good_things_near_the_rules_pass(self):
        changes = {
            "src/base/x.cpp": LICENCE + '#include "base/secret_p.h"\n#include "base/detail/inner.h"\n',
            "src/base/y.cpp": LICENCE + "\n" * (texts.MAX_SOURCE_LINES - 1),
            "tool": f"#!/bin/sh\n# {texts.SPDX}\n",
            "data.bin": "\0 Tri" + "plet",
            "src/cli/CMakeLists.txt": cmake("dosirak_room(cli SOURCES a.cpp ROOMS lock)\n"
                                            "add_executable(dosirak main.cpp)\n"
                                            "target_link_libraries(dosirak PRIVATE dosirak_cli)"),
        }
        self.assertEqual(Tree(self, changes).errors(), [])

    def test_an_empty_tree_is_an_error(self):
        tree = Tree(self, {})
        for file in (tree.root / "src").rglob("CMakeLists.txt"):
            file.unlink()
        self.assertIn("no room found", "\n".join(tree.errors()))

    def test_a_qt_without_headers_is_an_error(self):
        tree = Tree(self, {})
        for file in (tree.qt / "QtGui").iterdir():
            file.unlink()
        with self.assertRaises(FileNotFoundError):
            tree.errors()

    def test_the_program_returns_1_for_errors_and_0_for_none(self):
        program = Path(__file__).with_name("check.py")
        for changes, code in (({}, 0), ({"src/base/x.cpp": ""}, 1)):
            tree = Tree(self, changes)
            ran = subprocess.run([sys.executable, program, tree.root, tree.qt], capture_output=True, text=True)
            self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)


if __name__ == "__main__":
    unittest.main()
