#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks dosirak-conformance and the installed `packaging` the same random questions and shows where they differ.

    differential.py TOOL [--seed N] [--count N]            compare; exit 1 when there is a difference
    differential.py --record [--seed N] [--count N]        print questions with the answers of `packaging`, one JSON a line

Made for packaging 26.4; earlier releases answer some questions otherwise (pre-releases without a rule, "<" between texts
in markers, the text of markers). tests/data/python/packaging.jsonl was recorded with --seed 440 --count 1200.
Not run by the tests: these read the recorded table.
"""
import argparse
import hashlib
import json
import random
import subprocess
import sys
from collections import Counter

import packaging
from packaging import _manylinux, _musllinux, tags
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version

NUMBERS = ["0", "1", "2", "3", "9", "10", "00", "01", "007", "238", "239", "240", "255", "256", "65535", "65536",
           "20240101", "18446744073709551615", "18446744073709551616", "100000000000000000000"]
OPERATORS = ["==", "!=", "~=", "<", ">", "<=", ">=", "==="]
VARIABLES = ["python_version", "python_full_version", "os_name", "sys_platform", "platform_release", "platform_system",
             "platform_version", "platform_machine", "platform_python_implementation", "implementation_name",
             "implementation_version", "extra", "os.name", "sys.platform", "platform.version", "platform.machine",
             "platform.python_implementation", "python_implementation", "extras", "dependency_groups"]
VALUES = ["3.8", "3.10", "3.11.4", "linux", "win32", "posix", "CPython", "x86_64", "", "foo", "Foo_Bar", "foo.bar",
          "5.15.0-91-generic", "5.15", "3.12.0a1", "3", "3.*", "3.8.*", "3.6,3.7", '"', "a\\nb", "a\\\\b", "a\\x41", "\\q", "é"]
PLATFORMS = ["manylinux_2_17_x86_64", "manylinux_2_28_x86_64", "manylinux_2_35_x86_64", "manylinux_2_36_aarch64",
             "manylinux_2_5_i686", "linux_x86_64", "linux_aarch64", "manylinux2014_x86_64", "manylinux2014_aarch64",
             "manylinux2010_x86_64", "musllinux_1_0_x86_64", "musllinux_1_2_aarch64"]
LEGACY_GLIBC = {"manylinux2014": "2_17", "manylinux2010": "2_12", "manylinux1": "2_5"}


class Questions:
    """Random questions; most make sense, some are broken a little."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, part):
        return self.random.random() < part

    def pick(self, *choices):
        return self.random.choice(choices)

    def number(self):
        return self.random.choice(NUMBERS[: self.pick(6, 6, 10, len(NUMBERS))])

    def separator(self):
        return self.pick("", "", ".", "-", "_")

    def word(self, *words):
        return "".join(c.upper() if self.chance(0.1) else c for c in self.pick(*words))

    def broken(self, text, extra):
        if self.chance(0.05):
            place = self.random.randrange(len(text) + 1)
            text = text[:place] + self.random.choice(extra) + text[place:]
        return text

    def version(self, clean=False):
        text = ("v" if self.chance(0.05) else "") + (self.number() + "!" if self.chance(0.1) else "")
        text += ".".join(self.number() for _ in range(self.pick(1, 2, 2, 3, 3, 4, 5)))
        if self.chance(0.3):
            text += self.separator() + self.word("a", "b", "rc", "c", "alpha", "beta", "pre", "preview")
            text += self.separator() + self.pick("", self.number())
        if self.chance(0.2):
            text += self.pick("-" + self.number(), self.separator() + self.word("post", "rev", "r") + self.separator() + self.pick("", "1"))
        if self.chance(0.2):
            text += self.separator() + self.word("dev") + self.separator() + self.pick("", self.number())
        if self.chance(0.2):
            parts = [self.word("abc", "cu118", "1", "01", "1a", "0") for _ in range(self.pick(1, 2, 3))]
            text += "+" + self.random.choice("._-").join(parts)
        return text if clean else self.broken(text, " .-_+!*v1a\t\n,;x")

    def near(self, text):
        """A version that differs a little from another."""
        try:
            version = Version(text)
        except InvalidVersion:
            return self.version()
        release = list(version.release)
        change = self.random.random()
        if change < 0.3:
            release += [0] * self.pick(1, 2)
        elif change < 0.4 and len(release) > 1:
            release.pop()
        elif change < 0.6:
            release[self.random.randrange(len(release))] += 1
        pre, post, dev, local = version.pre, version.post, version.dev, version.local
        pre = self.pick(None, ("a", 1), ("b", 0), ("rc", 2)) if self.chance(0.3) else pre
        post = self.pick(None, 0, 1) if self.chance(0.3) else post
        dev = self.pick(None, 0, 1) if self.chance(0.3) else dev
        local = self.pick(None, "abc", "1", "abc.1") if self.chance(0.3) else local
        return (
            (f"{version.epoch}!" if version.epoch else "") + ".".join(map(str, release)) + ("".join(map(str, pre)) if pre else "")
            + (f".post{post}" if post is not None else "") + (f".dev{dev}" if dev is not None else "") + (f"+{local}" if local else "")
        )

    def clause(self, version):
        operator = self.random.choice(OPERATORS)
        other = self.near(version) if self.chance(0.7) else self.version()
        if operator in ("==", "!=") and self.chance(0.4):
            other = ".".join(version.split("+")[0].split(".")[: self.pick(1, 2, 3)]) + ".*"
        elif operator not in ("==", "!=", "===") and self.chance(0.8):
            other = other.split("+")[0]
        return operator + self.pick("", "", " ") + other

    def specifier(self, version):
        return self.pick(",", ", ", " ,").join(self.clause(version) for _ in range(self.pick(0, 1, 1, 1, 2, 3)))

    def blank(self):
        return self.pick("", "", " ", " ", "  ", "\t")

    def value(self):
        value = self.random.choice(VALUES) if self.chance(0.8) else self.version()
        quote = "'" if '"' in value else self.pick('"', "'")
        return quote + value + quote

    def comparison(self):
        operator = self.pick("<", "<=", "==", "!=", ">=", ">", "in", "not in", "~=", "===")
        sides = [self.random.choice(VARIABLES), self.value()]
        if self.chance(0.4):
            sides.reverse()
        if self.chance(0.05):
            sides[1] = self.pick(self.value(), self.random.choice(VARIABLES))
        blank = " " if operator[0].isalpha() else self.blank()
        return sides[0] + blank + operator + blank + sides[1]

    def marker(self, depth=0):
        parts = []
        for _ in range(self.pick(1, 1, 2, 2, 3, 4)):
            if depth < 3 and self.chance(0.25):
                parts.append(self.blank() + "(" + self.marker(depth + 1) + ")" + self.blank())
            else:
                parts.append(self.comparison())
        text = parts[0]
        for part in parts[1:]:
            text += self.pick(" and ", " or ") + part
        return self.broken(text, "()\"' x=\n") if depth == 0 else text

    def environment(self):
        environment = {
            "implementation_name": self.pick("cpython", "pypy"), "implementation_version": self.pick("3.11.4", "7.3.13"),
            "os_name": self.pick("posix", "nt"), "platform_machine": self.pick("x86_64", "aarch64", ""),
            "platform_release": self.pick("5.15.0-91-generic", "5.15", ""), "platform_system": self.pick("Linux", "Windows"),
            "platform_version": self.pick("#1 SMP", "5.15", ""), "python_full_version": self.pick("3.11.4", "3.8.0", "3.12.0a1", "3.11.4+"),
            "platform_python_implementation": self.pick("CPython", "PyPy"), "python_version": self.pick("3.8", "3.10", "3.11"),
            "sys_platform": self.pick("linux", "win32"),
        }
        if self.chance(0.5):
            environment["extra"] = self.pick("", "foo", "Foo_Bar")
        if self.chance(0.3):
            environment["extras"] = self.pick([], ["foo"], ["Foo_Bar", "x"])
        if self.chance(0.3):
            environment["dependency_groups"] = self.pick([], ["foo"])
        return environment

    def requirement(self):
        text = self.pick("foo", "Foo.Bar", "foo_bar", "foo--bar", "A", "x_") + self.blank()
        if self.chance(0.3):
            text += "[" + self.blank() + (self.blank() + ",").join(self.pick("a", "B", "x-y", "X_Y") for _ in range(self.pick(0, 1, 2, 3))) + "]" + self.blank()
        if self.chance(0.2):
            text += "@" + self.blank() + self.pick("https://example.org/foo.zip", "git+https://example.org/x@v1#egg=foo", "../x") + self.pick(" ", "")
        elif self.chance(0.7):
            conditions = self.specifier(self.version())
            text += self.pick(conditions, "(" + conditions + ")", "( " + conditions + " )") + self.blank()
        if self.chance(0.4):
            text += ";" + self.blank() + self.marker()
        return self.broken(text, "()\"[], x=\n;@")

    def tag_part(self, *choices):
        return ".".join(self.random.choice(choices) for _ in range(self.pick(1, 1, 2)))

    def wheel(self):
        name = self.pick("foo", "Foo_bar", "foo.bar", "foo__bar", "_x", "1x", "", "a b")
        version = self.near(self.version(clean=True)).replace("-", "_")
        build = self.pick("", "", "", "-1", "-2local", "-007x", "-x", "-1-2", "-")
        tag = "-".join([self.tag_part("py2", "py3", "cp311", "cp310", "CP39", "3x"), self.tag_part("none", "abi3", "cp311"),
                        self.tag_part("any", "linux_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "win_amd64", "musllinux_1_2_aarch64")])
        return f"{name}-{version}{build}-{tag}" + self.pick(".whl", ".whl", ".whl", ".whl", ".zip")

    def sdist(self):
        return self.pick("foo", "Foo_bar", "foo-bar", "") + self.pick("-", "-", "-", "") + self.version(clean=True) + self.pick(".tar.gz", ".zip", ".tgz")

    def target(self):
        return {"python": self.pick("3.6", "3.8", "3.10", "3.11", "3.12.1", "3.14"), "platform": self.random.choice(PLATFORMS)}

    def question(self, op):
        version = self.version()
        pre = self.pick(None, True, False)
        return {"op": op} | {
            "ver_norm": lambda: {"s": version},
            "ver_cmp": lambda: {"a": self.near(version), "b": self.near(version)},
            "spec_parse": lambda: {"s": self.specifier(version)},
            "spec": lambda: {"s": self.specifier(version), "v": version, "pre": pre},
            "spec_filter": lambda: {"s": self.specifier(version), "pre": pre, "in": [self.near(version) for _ in range(self.pick(0, 1, 3, 6))]},
            "marker_parse": lambda: {"m": self.marker()},
            "marker": lambda: {"m": self.marker(), "env": self.environment()},
            "req": lambda: {"s": self.requirement()},
            "wheel": lambda: {"f": self.wheel()},
            "sdist": lambda: {"f": self.sdist()},
            "name_norm": lambda: {"s": "".join(self.random.choice("aB1-_.") for _ in range(self.random.randrange(8)))},
            "tags": self.target,
            "wheel_select": lambda: self.target() | {"wheels": [self.wheel() for _ in range(self.pick(1, 3, 8))]},
        }[op]()


def platform_tags(platform):
    """What packaging says on a machine of that platform."""
    family, rest = platform.split("_", 1)
    if family == "linux":
        return [platform]
    major, minor, arch = (LEGACY_GLIBC[family] + "_" + rest if family in LEGACY_GLIBC else rest).split("_", 2)
    if family == "musllinux":
        _musllinux._get_musl_version = lambda _: _musllinux._MuslVersion(int(major), int(minor))
        return list(_musllinux.platform_tags([arch]))
    _manylinux._get_glibc_version = lambda: (int(major), int(minor))
    _manylinux._have_compatible_abi = lambda *_: True
    return list(_manylinux.platform_tags([arch]))


def target_tags(python, platform):
    version = tuple(int(part) for part in python.split(".")[:2])
    interpreter = "cp%d%d" % version
    platforms = platform_tags(platform)
    abi = interpreter + ("" if version >= (3, 8) else "m")
    return [*tags.cpython_tags(version, [abi], platforms), *tags.compatible_tags(version, interpreter, platforms)]


def clauses(specifier):
    return str(specifier).split(",") if str(specifier) else []


def wheel_parts(name):
    project, version, build, tag_set = parse_wheel_filename(name)
    return {"name": project, "version": str(version), "build": list(build), "tags": sorted(map(str, tag_set))}


def requirement_parts(text):
    requirement = Requirement(text)
    return {"name": requirement.name, "extras": sorted(requirement.extras), "specifier": clauses(requirement.specifier),
            "url": requirement.url, "marker": str(requirement.marker) if requirement.marker else None}


def select(question):
    ranks = {tag: rank for rank, tag in reversed(list(enumerate(target_tags(question["python"], question["platform"]))))}
    best = None
    for index, name in enumerate(question["wheels"]):
        try:
            _, version, build, tag_set = parse_wheel_filename(name)
        except InvalidWheelFilename:
            continue
        fitting = [ranks[tag] for tag in tag_set if tag in ranks]
        if fitting:
            key = (not version.is_prerelease, version, -min(fitting), build, -index)
            best = max(best, (key, name)) if best else (key, name)
    return best and best[1]


def compare(question):
    a, b = Version(question["a"]), Version(question["b"])
    return (a > b) - (a < b)


ORACLE = {
    "ver_norm": lambda q: str(Version(q["s"])),
    "ver_cmp": compare,
    "spec_parse": lambda q: clauses(SpecifierSet(q["s"])),
    "spec": lambda q: SpecifierSet(q["s"]).contains(q["v"], prereleases=q["pre"]),
    "spec_filter": lambda q: list(SpecifierSet(q["s"]).filter(q["in"], prereleases=q["pre"])),
    "marker_parse": lambda q: str(Marker(q["m"])),
    "marker": lambda q: Marker(q["m"]).evaluate({k: set(v) if isinstance(v, list) else v for k, v in q["env"].items()}),
    "req": lambda q: requirement_parts(q["s"]),
    "wheel": lambda q: wheel_parts(q["f"]),
    "sdist": lambda q: dict(zip(("name", "version"), map(str, parse_sdist_filename(q["f"])))),
    "name_norm": lambda q: canonicalize_name(q["s"]),
    "tags": lambda q: [str(tag) for tag in target_tags(q["python"], q["platform"])],
    "wheel_select": select,
}


def oracle(question):
    try:
        return {"r": ORACLE[question["op"]](question)}
    except Exception as error:  # whatever packaging raises is its refusal
        return {"error": type(error).__name__}


def recorded(answer):
    """A long list (tags) by its digest: the tables are for reading too."""
    if isinstance(answer.get("r"), list) and len(answer["r"]) > 40:
        return {"sha256": hashlib.sha256("\n".join(answer["r"]).encode()).hexdigest()}
    return {"a": answer}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("tool", nargs="?")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--count", type=int, default=10000)
    arguments.add_argument("--record", action="store_true")
    options = arguments.parse_args()
    source = Questions(options.seed)
    weighted = [op for op in ORACLE if op != "tags"] * 4 + ["tags"]  # lists of tags are long, and few
    questions = [source.question(source.random.choice(weighted)) for _ in range(options.count)]
    if options.record:
        for question in questions:
            print(json.dumps({"q": question} | recorded(oracle(question))))
        return 0
    run = subprocess.run([options.tool], input="".join(json.dumps(q) + "\n" for q in questions), capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    asked, refused, different = Counter(), Counter(), Counter()
    for question, answer in zip(questions, answers, strict=True):
        expected = oracle(question)
        asked[question["op"]] += 1
        refused[question["op"]] += "error" in expected
        if answer != expected and not ("error" in answer and "error" in expected):
            different[question["op"]] += 1
            print("packaging:", json.dumps(expected), "\nhere:     ", json.dumps(answer), "\nquestion: ", json.dumps(question), "\n")
    print("packaging", packaging.__version__, "seed", options.seed, "asked", dict(asked), "refused", dict(+refused), "DIFFERENT", dict(different))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
