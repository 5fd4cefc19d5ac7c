# SPDX-License-Identifier: GPL-3.0-or-later
"""What apt-get itself says, in isolated roots: no root rights are needed, and nothing of the host leaks in."""

import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
from pathlib import Path

# What --print-uris says of each file, and of what would go.
APT_URI = re.compile(r"^'[^']*' ([^_ ]+)_([^_ ]+)_([a-z0-9-]+)\.deb ")
APT_REMOVED = re.compile(r"^The following packages will be REMOVED:\n((?:  .*\n)+)", re.MULTILINE)
DEFAULT_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def host_repositories():
    """URI and keyring of this machine's base suite and security suite, as its apt has them, and the base suite's name."""
    form = "$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(SIGNED_BY)"
    out = subprocess.run(["apt-get", "indextargets", "--format", form, "Created-By: Packages"],
                         capture_output=True, text=True, check=True).stdout
    found = {}
    for line in out.splitlines():
        uri, release, component, key = line.split("|")
        kind = "security" if release.endswith("-security") else "base" if "-" not in release else None
        if kind and component == "main":
            found.setdefault(kind, (uri, key if key.startswith("/") else DEFAULT_KEYRING, release))
    return found


def host_date_settings():
    """A mirror of this machine may be an archive, whose dates are past."""
    dump = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True).stdout
    return [line for line in dump.splitlines() if line.startswith(("Acquire::Check-Valid-Until", "Acquire::Check-Date"))]


def make_root(root, sources, preferences="", status="", architectures=("amd64",), lists=None, more=()):
    """Fills a folder so that apt works in it; returns the environment that makes apt do so."""
    for sub in ("state/lists/partial", "cache/archives/partial", "etc/preferences.d", "etc/sources.list.d"):
        (root / sub).mkdir(parents=True, exist_ok=True)
    (root / "etc/sources.list").write_text("\n".join(sources) + "\n")
    (root / "etc/preferences").write_text(preferences)
    (root / "status").write_text(status)
    config = [f'Dir "{root}/";', f'Dir::State "{root}/state";', f'Dir::State::lists "{lists or root / "state/lists"}";',
              f'Dir::State::status "{root}/status";', f'Dir::Cache "{root}/cache";', f'Dir::Etc "{root}/etc";',
              'Dir::Etc::parts "/dev/null";', 'Dir::Etc::main "/dev/null";', 'APT::Sandbox::User "root";',
              f'APT::Architecture "{architectures[0]}";', 'Acquire::Languages "none";', 'Acquire::GzipIndexes "false";',
              'Debug::NoLocking "1";', 'APT::Get::Always-Include-Phased-Updates "1";', *more]
    config += [f'APT::Architectures:: "{a}";' for a in architectures]
    (root / "apt.conf").write_text("\n".join(config) + "\n")
    return dict(os.environ, APT_CONFIG=str(root / "apt.conf"), LC_ALL="C")


def unquoted(version):
    return version.replace("%3a", ":").replace("%2b", "+").replace("%7e", "~")


def verdict(answer):
    """What is compared of an answer: the words of a refusal are not."""
    if "other form" in answer:
        return "other form"
    return "refused" if "refused" in answer else (sorted(answer["packages"]), sorted(answer["removes"]))


class World:
    """One isolated root, and the same world as our binary reads it."""

    def __init__(self, name, folder, suites, architectures=("amd64",), recommends=False, preferences="", status=""):
        self.name, self.folder = name, Path(folder) / name
        self.suites, self.architectures = suites, architectures
        self.recommends, self.preferences, self.status = recommends, preferences, status

    def prepare(self, lists):
        hosts = host_repositories()
        lines = []
        for suite in self.suites:
            uri, key, _ = hosts["security" if suite.endswith("-security") else "base"]
            # A mirror may fail to give one architecture of one suite; both sides then do without.
            there = [a for a in self.architectures if list(lists.glob(f"*_dists_{suite}_main_binary-{a}_Packages"))]
            lines.append(f"deb [arch={','.join(there or self.architectures)} signed-by={key}] {uri} {suite} main")
        self.lists = lists
        self.environment = make_root(self.folder, lines, self.preferences, self.status, self.architectures, lists,
                                     host_date_settings())
        # apt's answers are kept, so that a change of ours is checked in seconds. Another world has another file.
        state = repr([(p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in sorted(lists.glob("*_Packages"))])
        text = "\n".join([state, self.status, self.preferences, str(self.recommends), repr(self.architectures), *lines])
        self.answers = self.folder / f"answers-{hashlib.sha256(text.encode()).hexdigest()[:16]}.jsonl"

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def read(self):
        entries = {}
        if self.answers.exists():
            for line in self.answers.read_text().splitlines():
                entry = json.loads(line)
                entries[tuple(entry["request"])] = entry
        return entries

    def keep(self, pairs, by):
        with self.answers.open("a") as file:
            for request, answer in pairs:
                file.write(json.dumps({"request": request, "answer": answer, "by": by}) + "\n")
                file.flush()

    def ask(self, requests, workers):
        """The answer to each request, from the file of earlier answers where it is there, else from apt's library; forms
        that the library has no word for are asked of apt-get itself."""
        known = self.read()
        new = [request for request in requests if tuple(request) not in known]
        self.keep(self.library(new), "library")
        known = self.read()
        self.confirm([request for request in new if known[tuple(request)]["answer"] == {"other form": True}], workers)
        known = self.read()
        return [known[tuple(request)]["answer"] for request in requests]

    def confirm(self, requests, workers):
        """Asks apt-get itself, as whole processes, what only its library was asked; returns the requests where the two differ."""
        known = self.read()
        open_ = [r for r in requests if known.get(tuple(r), {}).get("by") == "library"]
        if open_:
            self.apt(open_[0])  # makes apt's own cache once
        with concurrent.futures.ThreadPoolExecutor(max_workers=workers) as pool:
            self.keep(zip(open_, pool.map(self.apt, open_)), "apt-get")
        now = self.read()
        return [r for r in open_ if verdict(known[tuple(r)]["answer"]) not in (verdict(now[tuple(r)]["answer"]), "other form")]

    def library(self, requests):
        if not requests:
            return []
        # The system's Python, which python3-apt is for.
        done = subprocess.run(["/usr/bin/python3", str(Path(__file__).with_name("library_oracle.py")), str(int(self.recommends))],
                              env=self.environment, input="".join(json.dumps(r) + "\n" for r in requests), capture_output=True, text=True)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if len(answers) != len(requests):
            raise RuntimeError(f"{self.name}: apt's library answered {len(answers)} of {len(requests)}: {done.stderr}")
        return zip(requests, answers)

    def apt(self, packages):
        """What apt says: {"packages": […], "removes": […]} | {"refused": text}."""
        # Not -s: it works out an order of unpacking, which takes apt ten times as long as the choice itself. The listing of
        # what changes costs a third of the time, and is needed only where something goes.
        command = ["apt-get", "--print-uris", "-y", "-o", f"APT::Install-Recommends={int(self.recommends)}"]
        done = self.run(*command, "-qq", "--no-remove", "install", *packages)
        if "Packages need to be removed but remove is disabled" in done.stderr:
            done = self.run(*command, "install", *packages)
        if done.returncode != 0:
            return {"refused": (done.stderr + done.stdout)[-1500:]}
        installed, removed = set(), set()
        for line in done.stdout.splitlines():
            if match := APT_URI.match(line):
                name, version, architecture = match.groups()
                foreign = "" if architecture in ("all", self.architectures[0]) else ":" + architecture
                installed.add(f"{name}{foreign}={unquoted(version)}")
        if match := APT_REMOVED.search(done.stdout):
            removed.update(name.rstrip("*") for name in match[1].split())
        return {"packages": sorted(installed), "removes": sorted(removed)}

    def description(self, cache):
        return {"sources": str(self.folder / "etc/sources.list"), "lists": str(self.lists), "cache": str(cache),
                "architecture": self.architectures[0], "foreign": list(self.architectures[1:]),
                "preferences": self.preferences, "recommends": self.recommends,
                "status": str(self.folder / "status") if self.status else "", "now": "2000-01-01T00:00:00Z"}


def read_stanzas(paths, architecture):
    """{(name, version): (text, fields)} of one architecture."""
    stanzas = {}
    for path in paths:
        for text in path.read_text(encoding="utf-8").split("\n\n"):
            fields = dict(re.findall(r"^([A-Za-z-]+): (.*)$", text, re.MULTILINE))
            if fields.get("Architecture") in (architecture, "all"):
                stanzas[(fields["Package"], fields["Version"])] = (text.strip("\n"), fields)
    return stanzas


def status_of(packages, stanzas):
    """A dpkg status file in which these packages ("name=version") are installed."""
    parts = []
    for package in sorted(packages):
        name, version = package.split("=", 1)
        text = stanzas[(name, version)][0]
        parts.append(text.replace("\n", "\nStatus: install ok installed\n", 1) + "\n")
    return "\n".join(parts)
