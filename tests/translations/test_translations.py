#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations are whole:  test_translations.py /path/to/lupdate

lupdate reads the code into a copy of each .ts file; a text that is new there is missing from the translation. Then each
translation is held against its text. The checkers themselves are tried on bad input first.
"""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
sys.path[:0] = [str(HERE), str(TRANSLATIONS)]

import catalogue  # noqa: E402
import update  # noqa: E402
import visible  # noqa: E402

LUPDATE = ""
# What may stay as it is, by file, and why.
ALLOWED = {
    "src/debian/package_index.cpp": ["no usable index is kept here"],  # is fetched anew, and shown to nobody
    "src/fetch/http_stream.cpp": ["an answer without a head"],  # a defect of ours, for whoever mends it
    "src/gui/settings/settings_page.cpp": ["English"],  # a language is named in itself
}


class Whole(unittest.TestCase):
    """Every text of the code is translated, and every translation is for a text of the code."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            for language in update.LANGUAGES:
                shutil.copy(TRANSLATIONS / f"dosirak_{language}.ts", folder)
            update.update(LUPDATE, Path(folder))
            cls.fresh = {language: catalogue.read(Path(folder) / f"dosirak_{language}.ts") for language in update.LANGUAGES}
        cls.kept = {language: catalogue.read(TRANSLATIONS / f"dosirak_{language}.ts") for language in update.LANGUAGES}

    def test_every_text_is_there_finished_and_keeps_its_placeholders(self):
        for language, messages in self.fresh.items():
            errors = [f"{m.context}: {m.source!r}: {problem}" for m in messages for problem in catalogue.problems(m)]
            self.assertEqual([], errors, f"{language}: build the target update-translations, then translate these")

    def test_no_translation_is_left_of_a_text_that_is_gone(self):
        for language, messages in self.kept.items():
            gone = {m.key for m in messages} - {m.key for m in self.fresh[language]}
            self.assertEqual(set(), gone, f"{language}: build the target update-translations")

    def test_there_is_something_to_translate(self):
        self.assertGreater(len(self.fresh["ko"]), 1000)
        self.assertGreater(len({m.context for m in self.fresh["ko"]}), 20)

    def test_korean_keeps_to_the_glossary(self):
        glossary = catalogue.read_glossary(ROOT / "docs" / "translating.md")
        self.assertGreater(len(glossary), 20)
        self.assertEqual([], [f"{m.source!r}, {form!r}: {problem}" for m in self.fresh["ko"] for form in m.forms
                              for problem in catalogue.glossary_problems(m.source, form, glossary)])

    def test_korean_sentences_are_korean(self):
        left = [m.source for m in self.fresh["ko"] for form in m.forms
                if visible.SENTENCE.search(m.source) and not any("가" <= c <= "힣" for c in form)]
        self.assertEqual([], left)


class Visible(unittest.TestCase):
    def test_what_users_see_can_be_translated(self):
        self.assertEqual([], visible.check(ROOT, ALLOWED))


class Checkers(unittest.TestCase):
    """Each checker says no to what it is for."""

    @staticmethod
    def message(source, *forms, finished=True):
        return catalogue.Message("c", source, "", len(forms) > 1, finished, forms)

    def test_a_bad_translation_is_told(self):
        for name, source, form in (
                ("a placeholder is lost", "%1 of %2", "%1"),
                ("a placeholder is another", "%1 of %2", "%1 / %3"),
                ("a number is lost", "%n files", "파일"),
                ("a tag is lost", "<b>bold</b>", "굵게"),
                ("an accelerator is lost", "&File", "파일"),
                ("an accelerator is made up", "File", "파일(&F)"),
                ("a line end is lost", "one\ntwo", "하나 둘"),
                ("a space at the end is lost", " or ", "또는"),
                ("a filter is lost", "A (*.a);;B (*.b)", "A (*.a)"),
                ("it is empty", "text", "")):
            with self.subTest(name):
                self.assertTrue(catalogue.problems(self.message(source, form)))
        self.assertTrue(catalogue.problems(self.message("text", "글", finished=False)))
        self.assertTrue(catalogue.problems(self.message("%n files", "%n file", "files")))

    def test_a_good_translation_passes(self):
        for source, form in (("%1 of %2", "%2 중 %1"), ("&File", "파일(&F)"), ("Q & A", "질문 & 답"), ("a < b", "a < b")):
            self.assertEqual([], catalogue.problems(self.message(source, form)))

    def test_the_glossary_is_kept(self):
        glossary = catalogue.read_glossary(ROOT / "docs" / "translating.md")
        self.assertTrue(catalogue.glossary_problems("The wheels are here.", "바퀴가 있습니다.", glossary))
        self.assertEqual([], catalogue.glossary_problems("The wheels are here.", "휠이 있습니다.", glossary))
        self.assertEqual([], catalogue.glossary_problems("Run “dosirak lock”.", "실행하세요.", glossary))

    def test_visible_text_is_found(self):
        for code, found in (
                ('label->setText(u"Nothing here"_s);', True),
                ('return fail(ErrorCode::Io, u"no such luck"_s);', True),
                ('auto text = u"This is a whole sentence."_s;', True),
                ('auto text = u"This is "_s\n    u"one in two parts."_s;', True),
                ('label->setText(tr("Nothing here"));', False),
                ('auto text = coreTr("This is a whole sentence.");', False),
                ('auto text = coreTr("This is one "\n    "in two parts.");', False),
                ('// setText(u"Nothing here"_s)', False),
                ('const char *url = "https://example.org"; label->setText(u"Nothing here"_s);', True),
                ('auto query = u"R\\"(This is raw text.)"_s;', False),
                ('#error "This is for a developer."', False)):
            with self.subTest(code):
                self.assertEqual(found, bool(visible.untranslatable("a.cpp", code)))

    def test_what_is_allowed_must_be_there(self):
        self.assertTrue(visible.check(ROOT / "docs", {"src/none.cpp": ["gone"]}))


if __name__ == "__main__":
    LUPDATE = sys.argv.pop(1)
    unittest.main(verbosity=1)
