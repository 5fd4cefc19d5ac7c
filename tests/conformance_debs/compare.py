#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks dosirak-conformance-debs and apt-get the same and counts where the answers differ.

apt-get runs in isolated roots (no root rights, nothing of the host leaks in); indexes come from where this machine's own
apt gets them. Five worlds: an empty root, a minimal base, a large desktop base, backports pinned up, a foreign
architecture. Requests: single packages, sets of 3 to 20, pairs that conflict.

    compare.py --binary BUILD/bin/dosirak-conformance-debs --work FOLDER --requests 3000
"""

import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

SUITE = "bookworm"
# What --print-uris says of each file, and of what would go.
APT_URI = re.compile(r"^'[^']*' ([^_ ]+)_([^_ ]+)_([a-z0-9-]+)\.deb ")
APT_REMOVED = re.compile(r"^The following packages will be REMOVED:\n((?:  .*\n)+)", re.MULTILINE)


def host_repositories():
    """URI and keyring of this machine's base suite and security suite, as its apt has them."""
    form = "$(REPO_URI)|$(RELEASE)|$(SIGNED_BY)"
    out = subprocess.run(["apt-get", "indextargets", "--format", form, "Created-By: Packages"],
                         capture_output=True, text=True, check=True).stdout
    found = {}
    for line in out.splitlines():
        uri, release, key = line.split("|")
        kind = "security" if release.endswith("-security") else "base" if "-" not in release else None
        if kind:
            found.setdefault(kind, (uri, key if key.startswith("/") else "/usr/share/keyrings/debian-archive-keyring.gpg"))
    return found


class World:
    """One isolated root, and the same world as our binary reads it."""

    def __init__(self, name, folder, suites, architectures=("amd64",), recommends=False, preferences="", status=""):
        self.name, self.folder = name, Path(folder) / name
        self.suites, self.architectures = suites, architectures
        self.recommends, self.preferences, self.status = recommends, preferences, status

    def prepare(self, lists):
        root = self.folder
        for sub in ("state/lists/partial", "cache/archives/partial", "etc/preferences.d", "etc/sources.list.d"):
            (root / sub).mkdir(parents=True, exist_ok=True)
        hosts = host_repositories()
        lines = []
        for suite in self.suites:
            uri, key = hosts["security" if suite.endswith("-security") else "base"]
            lines.append(f"deb [signed-by={key}] {uri} {suite} main")
        (root / "etc/sources.list").write_text("\n".join(lines) + "\n")
        (root / "etc/preferences").write_text(self.preferences)
        (root / "status").write_text(self.status)
        config = [f'Dir "{root}/";', f'Dir::State "{root}/state";', f'Dir::State::lists "{lists}";',
                  f'Dir::State::status "{root}/status";', f'Dir::Cache "{root}/cache";', f'Dir::Etc "{root}/etc";',
                  'Dir::Etc::parts "/dev/null";', 'Dir::Etc::main "/dev/null";', 'APT::Sandbox::User "root";',
                  f'APT::Architecture "{self.architectures[0]}";', 'Acquire::Languages "none";',
                  'Acquire::GzipIndexes "false";', 'Debug::NoLocking "1";', 'APT::Get::Always-Include-Phased-Updates "1";']
        # A mirror of this machine may be an archive, whose dates are past.
        config += [line for line in subprocess.run(["apt-config", "dump"], capture_output=True, text=True).stdout.splitlines()
                   if line.startswith(("Acquire::Check-Valid-Until", "Acquire::Check-Date"))]
        config += [f'APT::Architectures:: "{a}";' for a in self.architectures]
        (root / "apt.conf").write_text("\n".join(config) + "\n")
        self.environment = dict(os.environ, APT_CONFIG=str(root / "apt.conf"), LC_ALL="C")
        self.lists = lists
        # apt's answers are kept, so that a change of ours is checked in seconds. Another world has another file.
        state = repr([(p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in sorted(lists.glob("*_Packages"))])
        text = "\n".join([state, self.status, self.preferences, str(self.recommends), *lines, *config])
        self.answers = root / f"answers-{hashlib.sha256(text.encode()).hexdigest()[:16]}.jsonl"

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def ask(self, requests, workers):
        """apt's answer to each request, from the file of earlier answers where it is there."""
        known = {}
        if self.answers.exists():
            for line in self.answers.read_text().splitlines():
                entry = json.loads(line)
                known[tuple(entry["request"])] = entry["answer"]
        new = [request for request in requests if tuple(request) not in known]
        if new:
            self.apt(new[0])  # makes apt's own cache once
        with self.answers.open("a") as file, concurrent.futures.ThreadPoolExecutor(max_workers=workers) as pool:
            for request, answer in zip(new, pool.map(self.apt, new)):
                answer = {key: sorted(value) if isinstance(value, set) else value for key, value in answer.items()}
                known[tuple(request)] = answer
                file.write(json.dumps({"request": request, "answer": answer}) + "\n")
                file.flush()
        return [known[tuple(request)] for request in requests]

    def apt(self, packages):
        """What apt says: {"packages": {...}} | {"removes": …} | {"refused": text}."""
        # Not -s: it works out an order of unpacking, which takes apt ten times as long as the choice itself.
        done = self.run("apt-get", "--print-uris", "-y", "-o", f"APT::Install-Recommends={int(self.recommends)}",
                        "install", *packages)
        if done.returncode != 0:
            return {"refused": (done.stderr + done.stdout)[-1500:]}
        installed, removed = set(), set()
        for line in done.stdout.splitlines():
            if match := APT_URI.match(line):
                name, version, architecture = match.groups()
                foreign = "" if architecture in ("all", self.architectures[0]) else ":" + architecture
                installed.add(f"{name}{foreign}={version.replace('%3a', ':').replace('%2b', '+').replace('%7e', '~')}")
        if match := APT_REMOVED.search(done.stdout):
            removed.update(match[1].split())
        return {"packages": installed, "removes": removed}

    def description(self, cache):
        return {"sources": str(self.folder / "etc/sources.list"), "lists": str(self.lists), "cache": str(cache),
                "architecture": self.architectures[0], "foreign": list(self.architectures[1:]),
                "preferences": self.preferences, "recommends": self.recommends,
                "status": str(self.folder / "status") if self.status else "", "now": "2000-01-01T00:00:00Z"}


def read_stanzas(paths, architecture):
    stanzas = {}
    for path in paths:
        for text in path.read_text(encoding="utf-8").split("\n\n"):
            fields = dict(re.findall(r"^([A-Za-z-]+): (.*)$", text, re.MULTILINE))
            if fields.get("Architecture") in (architecture, "all"):
                stanzas[(fields["Package"], fields["Version"])] = (text.strip("\n"), fields)
    return stanzas


def status_of(packages, stanzas):
    parts = []
    for package in sorted(packages):
        name, version = package.split("=", 1)
        text = stanzas[(name, version)][0]
        parts.append(text.replace("\n", "\nStatus: install ok installed\n", 1) + "\n")
    return "\n".join(parts)


def make_requests(names, conflicts, count, chance, foreign):
    requests = []
    for _ in range(count):
        kind = chance.random()
        if kind < 0.5:
            request = [chance.choice(names)]
        elif kind < 0.8:
            request = chance.sample(names, chance.randint(3, 20))
        else:
            request = list(chance.choice(conflicts))
        if foreign:
            request = [name + ":i386" if chance.random() < 0.5 and name in foreign else name for name in request]
        requests.append(request)
    return requests


def conflicting_pairs(stanzas):
    names = {name for name, _ in stanzas}
    pairs = set()
    for (name, _), (_, fields) in stanzas.items():
        for field in ("Conflicts", "Breaks"):
            for other in re.findall(r"[a-z0-9][a-z0-9+.-]+(?![^(]*\))", fields.get(field, "")):
                if other in names and other != name:
                    pairs.add((name, other))
    return sorted(pairs)


def ask_ours(binary, world, cache, requests):
    text = "\n".join([json.dumps(world.description(cache))] + [json.dumps(r) for r in requests]) + "\n"
    started = time.monotonic()
    done = subprocess.run([binary], input=text, capture_output=True, text=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(requests):
        sys.exit(f"{world.name}: {len(answers)} answers for {len(requests)} requests: {done.stderr}")
    return answers, time.monotonic() - started


def kind_of(ours, theirs):
    if "refused" in theirs:
        return "both refuse" if "refused" in ours else "apt refuses, we do not"
    if theirs["removes"]:
        return "apt removes base packages, we refuse" if "refused" in ours else "apt removes base packages, we do not"
    if "refused" in ours:
        return "we refuse, apt does not"
    if set(ours["packages"]) == set(theirs["packages"]):
        return "equal"
    return "another set, repaired" if ours.get("repaired") else "another set"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--work", required=True, help="a folder that is kept: indexes and caches")
    parser.add_argument("--requests", type=int, default=3000, help="over all worlds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worlds", default="", help="only these, by name, separated by commas")
    parser.add_argument("--workers", type=int, default=2, help="apt-get processes at a time")
    parser.add_argument("--update", action="store_true", help="fetch the indexes anew")
    parser.add_argument("--output", help="write every difference there, one JSON object a line")
    arguments = parser.parse_args()
    work = Path(arguments.work).absolute()
    lists = work / "lists"
    (lists / "partial").mkdir(parents=True, exist_ok=True)

    plain = [SUITE, f"{SUITE}-updates", f"{SUITE}-security"]
    everything = World("update", work, plain + [f"{SUITE}-backports"], ("amd64", "i386"))
    everything.prepare(lists)
    if arguments.update or not list(lists.glob("*_Packages")):
        done = everything.run("apt-get", "update")
        if done.returncode != 0:
            print(done.stderr, file=sys.stderr)
    have = {suite for suite in plain + [f"{SUITE}-backports"] if list(lists.glob(f"*_dists_{suite}_main_binary-amd64_Packages"))}
    missing = [suite for suite in everything.suites if suite not in have]
    if missing:
        print(f"left out, because the mirror does not give them: {', '.join(missing)}")
    plain = [suite for suite in plain if suite in have]

    stanzas = read_stanzas(sorted(lists.glob("*binary-amd64_Packages")), "amd64")
    main_only = read_stanzas(sorted(lists.glob(f"*_dists_{SUITE}_main_binary-amd64_Packages")), "amd64")
    names = sorted({name for name, _ in main_only})
    foreign = {fields["Package"] for _, fields in
               read_stanzas(sorted(lists.glob(f"*_dists_{SUITE}_main_binary-i386_Packages")), "i386").values()
               if fields.get("Multi-Arch") == "same"}
    conflicts = conflicting_pairs(main_only)

    # The bases are made of the release alone, so that updates, security fixes and backports find something to upgrade.
    maker = World("maker", work, [SUITE], recommends=True)
    maker.prepare(lists)
    required = [name for (name, _), (_, f) in main_only.items() if f.get("Essential") == "yes" or f.get("Priority") == "required"]
    minimal = maker.apt(sorted(set(required)) + ["apt"])["packages"]
    desktop = maker.apt(sorted(set(required)) + ["apt", "xfce4", "firefox-esr", "libreoffice-writer", "gimp", "vlc", "build-essential",
                                                 "network-manager", "cups", "openssh-server"])["packages"]
    base, large = status_of(minimal, main_only), status_of(desktop, main_only)
    print(f"minimal base: {len(minimal)} packages, desktop base: {len(desktop)} packages")
    pin = f"Package: *\nPin: release n={SUITE}-backports\nPin-Priority: 990\n"
    worlds = [
        World("empty", work, plain), World("minimal", work, plain, status=base),
        World("desktop", work, plain, status=large), World("desktop-recommends", work, plain, recommends=True, status=large),
        World("backports", work, plain + [f"{SUITE}-backports"], preferences=pin, status=base),
        World("foreign", work, plain, ("amd64", "i386"), status=base),
        World("minimal-recommends", work, plain, recommends=True, status=base),
    ]
    if arguments.worlds:
        worlds = [world for world in worlds if world.name in arguments.worlds.split(",")]
    total, differences = collections.Counter(), []
    share = -(-arguments.requests // len(worlds))
    for number, world in enumerate(worlds):
        world.prepare(lists)
        chance = random.Random(arguments.seed * 1000 + number)
        requests = make_requests(names, conflicts, share, chance, foreign if world.name == "foreign" else ())
        ours, seconds = ask_ours(arguments.binary, world, work / "dosirak-cache", requests)
        started = time.monotonic()
        theirs = world.ask(requests, arguments.workers)
        counts = collections.Counter()
        for request, our, their in zip(requests, ours, theirs):
            kind = kind_of(our, their)
            counts[kind] += 1
            if kind not in ("equal", "both refuse"):
                differences.append({"world": world.name, "kind": kind, "request": request, "ours": our, "apt": their})
        total += counts
        print(f"{world.name:20} {len(requests)} requests, ours {seconds:.1f} s, apt {time.monotonic() - started:.1f} s: "
              + ", ".join(f"{kind} {count}" for kind, count in counts.most_common()), flush=True)
    if arguments.output:
        Path(arguments.output).write_text("".join(json.dumps(d) + "\n" for d in differences))
    agreed = total["equal"] + total["both refuse"]
    print(f"{agreed} of {sum(total.values())} agree ({100 * agreed / sum(total.values()):.2f} %)")
    for kind, count in total.most_common():
        print(f"  {count:6} {kind}")
    return 0 if total["apt refuses, we do not"] == 0 and agreed >= 0.998 * sum(total.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
