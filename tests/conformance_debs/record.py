#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes small made-up worlds of packages, one a seed, and records what apt-get says to requests in them.

    record.py tests/data/debian 1 3 7

The result is committed and tests/debian/test_resolve.cpp asks the same of our resolver, without apt and without network.
Run it again only to make other worlds: equal seeds give equal worlds, apt's answers are apt's, and none is left out.
"""

import hashlib
import json
import lzma
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from oracle import APT_REMOVED, APT_URI, make_root, unquoted

SYLLABLES = ["ka", "lo", "mi", "ne", "pu", "ra", "so", "ti", "vu", "xe", "zo", "ba", "di", "fe", "gu"]
VIRTUALS = [f"virtual-{word}" for word in ("mail", "shell", "fonts", "editor", "server", "driver")]
REQUESTS = 200


def make_names(chance, count):
    names = set()
    while len(names) < count:
        names.add("".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3))) + chance.choice(["", "", "-dev", "1", "-data"]))
    return sorted(names)


def version_of(chance):
    return f"{chance.randint(1, 3)}.{chance.randint(0, 9)}-{chance.randint(1, 4)}"


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.names = make_names(self.chance, 240)
        self.versions = {name: version_of(self.chance) for name in self.names}
        self.multi_arch = {name: self.chance.choice(["", "", "same", "same", "foreign", "allowed"]) for name in self.names}
        self.sources = {name: self.chance.choice(self.names) if self.chance.random() < 0.2 else name for name in self.names}

    def alternative(self, known):
        if self.chance.random() < 0.12:
            return self.chance.choice(VIRTUALS)
        name = self.chance.choice(known)
        kind = self.chance.random()
        if kind < 0.2:
            return f"{name} (>= {self.versions[name]})"
        if kind < 0.25:
            return f"{name} (= {self.versions[name]})"
        if kind < 0.28 and self.multi_arch[name] == "allowed":
            return f"{name}:any"
        return name

    def relation(self, known, low, high):
        groups = []
        for _ in range(self.chance.randint(low, high)):
            groups.append(" | ".join(self.alternative(known) for _ in range(self.chance.choice([1, 1, 1, 1, 2, 2, 3]))))
        return ", ".join(groups)

    def stanza(self, name, version, architecture):
        known = [other for other in self.names if other != name]
        # Mostly a layered world, as real ones are, with a few circles.
        below = [other for other in known if other < name] or known
        fields = {"Package": name, "Version": version, "Architecture": architecture}
        if self.sources[name] != name:
            fields["Source"] = self.sources[name]
        if self.multi_arch[name] and not (self.multi_arch[name] == "same" and architecture == "all"):
            fields["Multi-Arch"] = self.multi_arch[name]
        fields["Priority"] = self.chance.choice(["optional"] * 8 + ["important", "standard", "extra"])
        fields["Installed-Size"] = str(self.chance.randint(10, 9999))
        fields["Depends"] = self.relation(below if self.chance.random() < 0.9 else known, 0, 3)
        if self.chance.random() < 0.08:
            fields["Pre-Depends"] = self.relation(below, 1, 1)
        if self.chance.random() < 0.25:
            fields["Recommends"] = self.relation(known, 1, 2)
        if self.chance.random() < 0.15:
            fields["Suggests"] = self.relation(known, 1, 2)
        if self.chance.random() < 0.04:
            other = self.chance.choice(known)
            fields["Conflicts"] = self.chance.choice([other, f"{other} (<< {self.versions[other]})"])
        if self.chance.random() < 0.05:
            other = self.chance.choice(known)
            fields["Breaks"] = f"{other} (<< {self.versions[other]})"
        if self.chance.random() < 0.15:
            virtual = self.chance.choice(VIRTUALS)
            fields["Provides"] = virtual if self.chance.random() < 0.7 else f"{virtual} (= {version})"
        file = f"pool/{name}_{version}_{architecture}.deb"
        fields["Filename"] = file
        fields["Size"] = str(self.chance.randint(1000, 99999))
        fields["SHA256"] = hashlib.sha256(file.encode()).hexdigest()
        return "\n".join(f"{key}: {value}" for key, value in fields.items() if value) + "\n"

    def index(self, names, architecture, newer):
        parts = []
        for name in names:
            number = self.versions[name]
            version = number[:-1] + "9~new1" if newer else number
            parts.append(self.stanza(name, version, architecture))
        return "\n".join(parts)


RELEASES = {
    "stable": "Origin: Example\nLabel: Example\nSuite: stable\nCodename: rabbit\nVersion: 1.0\n",
    "rabbit-new": "Origin: Example\nLabel: Example New\nSuite: stable-new\nCodename: rabbit-new\nNotAutomatic: yes\nButAutomaticUpgrades: yes\n",
}
DATES = "Date: Sat, 01 Jun 2024 00:00:00 UTC\nArchitectures: amd64 i386\nComponents: main\n"


def write_world(folder, maker):
    native = {name for name in maker.names}
    foreign = [name for name in maker.names if maker.multi_arch[name] in ("same", "allowed", "") and maker.chance.random() < 0.7]
    newer = [name for name in maker.names if maker.chance.random() < 0.25]
    files = {
        "stable/main/binary-amd64/Packages": maker.index(sorted(native), "amd64", False),
        "stable/main/binary-i386/Packages": maker.index(foreign, "i386", False),
        "rabbit-new/main/binary-amd64/Packages": maker.index(newer, "amd64", True),
    }
    for path, text in files.items():
        target = folder / "dists" / (path + ".xz")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(lzma.compress(text.encode(), check=lzma.CHECK_CRC32, preset=9))
    for suite, head in RELEASES.items():
        hashes = ""
        for path, text in files.items():
            if path.startswith(suite + "/"):
                packed = (folder / "dists" / (path + ".xz")).read_bytes()
                for name, data in ((path, text.encode()), (path + ".xz", packed)):
                    hashes += f" {hashlib.sha256(data).hexdigest()} {len(data)} {name.split('/', 1)[1]}\n"
        (folder / "dists" / suite / "Release").write_text(head + DATES + "SHA256:\n" + hashes)
    return foreign


class Apt:
    """apt-get in an isolated root that reads the world through file: URIs."""

    def __init__(self, root, world, status, foreign, recommends, preferences, suites=tuple(RELEASES)):
        self.recommends = recommends
        self.environment = make_root(Path(root), [f"deb [trusted=yes] file:{world} {suite} main" for suite in suites],
                                     preferences, status, ("amd64", "i386") if foreign else ("amd64",))
        done = self.run("update")
        if done.returncode != 0 or "W:" in done.stderr:
            sys.exit(done.stderr)

    def run(self, *arguments):
        return subprocess.run(["apt-get", *arguments], env=self.environment, capture_output=True, text=True)

    def install(self, packages):
        """None: refused; else what comes, and what of the base goes."""
        # Not -s, which also works out an order of unpacking and fails on made-up circles of Pre-Depends.
        done = self.run("--print-uris", "-y", "-o", f"APT::Install-Recommends={int(self.recommends)}", "install", *packages)
        if done.returncode != 0:
            return None
        come = []
        for line in done.stdout.splitlines():
            if match := APT_URI.match(line):
                name, version, architecture = match.groups()
                come.append(name + (":" + architecture if architecture == "i386" else "") + "=" + unquoted(version))
        gone = APT_REMOVED.search(done.stdout)
        return {"packages": sorted(come), "removes": sorted(gone[1].split()) if gone else []}


def base_of(maker, apt, stanzas):
    """A status file of packages that can be installed together."""
    base = []
    for name in maker.names[::9]:
        if apt.install(base + [name]) is not None:
            base.append(name)
    installed = [item.split("=")[0] for item in apt.install(base)["packages"]]
    return "\n".join(stanzas[name].strip("\n").replace("\n", "\nStatus: install ok installed\n", 1) + "\n" for name in installed)


def record(folder, seed):
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(seed)
    foreign = write_world(folder, maker)
    pin = "Package: *\nPin: release n=rabbit-new\nPin-Priority: 990\n\nPackage: ka*\nPin: release a=stable\nPin-Priority: 995\n"
    text = lzma.decompress((folder / "dists/stable/main/binary-amd64/Packages.xz").read_bytes()).decode()
    stanzas = dict((stanza.split("\n", 1)[0][9:], stanza) for stanza in text.split("\n\n"))
    cases = []
    with tempfile.TemporaryDirectory() as temporary:
        status = base_of(maker, Apt(f"{temporary}/empty", folder, "", False, False, ""), stanzas)
        (folder / "status").write_text(status)
        worlds = [("empty root", "", False, False, ""), ("base", status, False, False, ""), ("base, recommends", status, False, True, ""),
                  ("base, pins", status, False, False, pin), ("base, foreign architecture", status, True, False, "")]
        for number, (name, world_status, with_foreign, recommends, preferences) in enumerate(worlds):
            apt = Apt(f"{temporary}/{number}", folder, world_status, with_foreign, recommends, preferences)
            for _ in range(REQUESTS // len(worlds)):
                request = maker.chance.sample(maker.names, maker.chance.choice([1, 1, 2, 3, 6]))
                if with_foreign:
                    request = [n + ":i386" if n in foreign and maker.chance.random() < 0.4 else n for n in request]
                cases.append({"world": name, "status": bool(world_status), "foreign": with_foreign, "recommends": recommends,
                              "preferences": preferences, "request": request, "answer": apt.install(request)})
    (folder / "cases.jsonl").write_text("".join(json.dumps(case, separators=(",", ":")) + "\n" for case in cases))
    refused = sum(case["answer"] is None for case in cases)
    removing = sum(bool(case["answer"] and case["answer"]["removes"]) for case in cases)
    print(f"seed {seed}: {status.count('Package: ')} installed, {len(cases)} cases, {refused} refused, {removing} with removals")


def main():
    for seed in sys.argv[2:]:
        record(Path(sys.argv[1]).absolute() / f"world-{seed}", int(seed))


if __name__ == "__main__":
    main()
