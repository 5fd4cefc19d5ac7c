#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks dosirak-conformance-debs and apt-get the same and counts where the answers differ.

Five worlds over real indexes, which come from where this machine's own apt gets them: an empty root, a minimal base, a
large desktop base, backports pinned up, a foreign architecture; three more with recommended packages and another release.
Requests: single packages, sets of 3 to 20, pairs that conflict, and the other forms that apt takes. Every seed counts.

    compare.py --binary BUILD/bin/dosirak-conformance-debs --work FOLDER [--seeds 1,3,7] [--count 200]

apt-get removes packages of the base where it must; we do so only when told. So each request is asked twice: with removals
allowed the packages that come and that go must be apt's own; without, what apt could do without a removal must be equal,
and what it could not must be refused or done in a way that keeps the base.

apt's answers come from its library (library_oracle.py, which needs python3-apt) and are checked against whole processes of
apt-get: every request on which we differ, every one of another form than a name, and one in twenty of the others.
"""

import argparse
import collections
import functools
import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from oracle import World, host_repositories, read_stanzas, status_of  # noqa: E402
from requests_made import Requests  # noqa: E402

DESKTOP = ["apt", "xfce4", "firefox-esr", "network-manager", "openssh-server", "build-essential", "cups"]
OTHER_RELEASE = "trixie"
SAMPLE = 20  # every so many requests are asked of apt-get itself
GOOD = ("equal", "equal, with removals", "both refuse")


def fetch(work, suite, lists, update):
    """Brings the indexes into one folder, one suite and architecture after the other; returns the suites that are there."""
    plain = [suite, f"{suite}-updates", f"{suite}-security", f"{suite}-backports"]
    wanted = [(name, architecture) for architecture in ("amd64", "i386") for name in plain] + [(OTHER_RELEASE, "amd64")]
    for name, architecture in wanted:
        if list(lists.glob(f"*_dists_{name}_main_binary-{architecture}_Packages")) and not update:
            continue
        world = World("update", work, [name], (architecture,))
        world.prepare(lists)
        done = world.run("apt-get", "update", "-o", "APT::Get::List-Cleanup=0")
        if done.returncode != 0:
            print(f"left out, because the mirror does not give it: {name} {architecture}")
    return [name for name in [*plain, OTHER_RELEASE] if list(lists.glob(f"*_dists_{name}_main_binary-amd64_Packages"))]


class Setting:
    """All worlds over one folder of indexes."""

    def __init__(self, work, update=False):
        self.work, self.lists = Path(work).absolute(), Path(work).absolute() / "lists"
        (self.lists / "partial").mkdir(parents=True, exist_ok=True)
        self.suite = host_repositories()["base"][2]
        have = fetch(self.work, self.suite, self.lists, update)
        plain = [s for s in (self.suite, f"{self.suite}-updates", f"{self.suite}-security") if s in have]
        backports = f"{self.suite}-backports"
        self.stanzas = self.read(self.suite, "amd64")
        self.make_bases()
        pin = f"Package: *\nPin: release n={backports}\nPin-Priority: 990\n"
        self.worlds = [
            World("empty", self.work, plain), World("minimal", self.work, plain, status=self.base),
            World("desktop", self.work, plain, status=self.large),
            World("backports", self.work, [*plain, backports], preferences=pin, status=self.base),
            World("foreign", self.work, plain, ("amd64", "i386"), status=self.base),
            World("minimal-recommends", self.work, plain, recommends=True, status=self.base),
            World("desktop-recommends", self.work, plain, recommends=True, status=self.large),
        ]
        if OTHER_RELEASE in have:
            self.worlds.append(World(OTHER_RELEASE, self.work, [OTHER_RELEASE]))

    @functools.lru_cache(maxsize=None)
    def read(self, suite, architecture):
        return read_stanzas(sorted(self.lists.glob(f"*_dists_{suite}_main_binary-{architecture}_Packages")), architecture)

    def make_bases(self):
        """Of the release alone, so that updates, security fixes and backports find something to upgrade."""
        maker = World("maker", self.work, [self.suite], recommends=True)
        maker.prepare(self.lists)
        required = sorted({name for (name, _), (_, fields) in self.stanzas.items()
                           if fields.get("Essential") == "yes" or fields.get("Priority") == "required"})
        minimal, desktop = ([*required, "apt"], [*required, *DESKTOP])
        answers = [maker.apt(minimal), maker.apt(desktop)]
        self.base, self.large = (status_of(answer["packages"], self.stanzas) for answer in answers)
        print(f"minimal base: {len(answers[0]['packages'])} packages, desktop base: {len(answers[1]['packages'])} packages")

    @functools.lru_cache(maxsize=None)
    def requests(self, world):
        if world.name == OTHER_RELEASE:
            return Requests(self.read(OTHER_RELEASE, "amd64"), releases=[OTHER_RELEASE])
        if world.name == "backports":
            return Requests(self.stanzas, preferred={name for name, _ in self.read(world.suites[-1], "amd64")}, releases=world.suites)
        if world.name == "foreign":
            foreign = {name for (name, _), (_, fields) in self.read(self.suite, "i386").items() if fields["Architecture"] == "i386"}
            return Requests(self.stanzas, foreign=foreign, releases=world.suites)
        return Requests(self.stanzas, releases=world.suites)


def ask_ours(binary, world, cache, requests, removals):
    text = "\n".join([json.dumps(dict(world.description(cache), removals=removals))] + [json.dumps(r) for r in requests]) + "\n"
    started = time.monotonic()
    done = subprocess.run([binary], input=text, capture_output=True, text=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(requests):
        sys.exit(f"{world.name}: {len(answers)} answers for {len(requests)} requests: {done.stderr}")
    return answers, time.monotonic() - started


def kind_of(careful, removing, theirs):
    """What the three answers are to each other. @p careful is ours without removals."""
    if "refused" in theirs:
        return "both refuse" if "refused" in careful and "refused" in removing else "apt refuses, we do not"
    if theirs["removes"]:
        if "refused" in removing:
            return "apt removes base packages, we refuse even when told to"
        if removing["removes"] != theirs["removes"]:
            return "apt removes other base packages"
        if removing["packages"] != theirs["packages"]:
            return "the same base packages go, another set comes"
        if "refused" in careful and not all(name in careful["refused"] for name in theirs["removes"]):
            return "a refusal that does not say what would go"
        return "equal, with removals"
    if "refused" in careful:
        return "we refuse, apt does not"
    if careful["packages"] != theirs["packages"] or removing["packages"] != theirs["packages"] or removing["removes"]:
        return "another set, repaired" if careful.get("repaired") else "another set"
    return "equal"


def explain(difference):
    """One short paragraph on a difference, for the eye."""
    ours, theirs = difference["ours"], difference["apt"]
    lines = [f"{difference['kind']}: {difference['world']}, seed {difference['seed']}: {' '.join(difference['request'])}"]
    if "packages" in theirs and "packages" in ours:
        lines.append("  only apt:  " + " ".join(sorted(set(theirs["packages"]) - set(ours["packages"]))))
        lines.append("  only ours: " + " ".join(sorted(set(ours["packages"]) - set(theirs["packages"]))))
        lines.append(f"  goes: apt {' '.join(theirs['removes'])} | ours {' '.join(ours['removes'])}")
    else:
        lines.append("  apt:  " + json.dumps(theirs)[-300:])
        lines.append("  ours: " + json.dumps(ours)[:300])
    return "\n".join(lines)


class Compared:
    """Both sides' answers to the requests of one world and seed."""

    def __init__(self, world, requests, arguments):
        self.world, self.requests, self.arguments = world, requests, arguments
        cache = Path(arguments.work).absolute() / "dosirak-cache"
        started = time.monotonic()
        self.theirs = world.ask(requests, arguments.workers)
        self.apt_seconds = time.monotonic() - started
        if not arguments.oracle_only:
            self.careful, self.seconds = ask_ours(arguments.binary, world, cache, requests, False)
            self.removing, _ = ask_ours(arguments.binary, world, cache, requests, True)

    def kinds(self):
        return [kind_of(*three) for three in zip(self.careful, self.removing, self.theirs)]

    def confirm(self):
        """A sample, and all that differs, is asked of apt-get itself. Returns the requests where its library said else."""
        differing = [request for request, kind in zip(self.requests, self.kinds()) if kind not in GOOD]
        corrected = self.world.confirm(differing + self.requests[::SAMPLE], self.arguments.workers)
        self.theirs = self.world.ask(self.requests, self.arguments.workers)
        return corrected


def compare(world, requests, seed, arguments, differences):
    compared = Compared(world, requests, arguments)
    if arguments.oracle_only:
        return collections.Counter()
    corrected = [] if arguments.no_confirm else compared.confirm()
    kinds = compared.kinds()
    counts = collections.Counter(kinds)
    for request, ours, bold, their, kind in zip(requests, compared.careful, compared.removing, compared.theirs, kinds):
        if kind not in GOOD:
            shown = bold if their.get("removes") else ours
            differences.append({"world": world.name, "seed": seed, "kind": kind, "request": request, "ours": shown, "apt": their})
    by = sum(world.read()[tuple(request)].get("by") != "library" for request in requests)
    print(f"seed {seed}, {world.name:18} {len(requests)} requests ({by} of them by apt-get itself, where its library differed on {len(corrected)}), "
          f"ours {compared.seconds:.1f} s, apt {compared.apt_seconds:.1f} s: "
          + ", ".join(f"{kind} {count}" for kind, count in counts.most_common()), flush=True)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--work", required=True, help="a folder that is kept: indexes, caches, apt's answers")
    parser.add_argument("--seeds", default="1,3,7")
    parser.add_argument("--count", type=int, default=200, help="requests a world and seed; the extra worlds get a quarter")
    parser.add_argument("--worlds", default="", help="only these, by name, separated by commas")
    parser.add_argument("--workers", type=int, default=2, help="apt-get processes at a time")
    parser.add_argument("--update", action="store_true", help="fetch the indexes anew")
    parser.add_argument("--no-confirm", action="store_true", help="do not ask apt-get itself about what differs, nor a sample")
    parser.add_argument("--oracle-only", action="store_true", help="only collect apt's answers")
    parser.add_argument("--output", help="write every difference there, one JSON object a line")
    arguments = parser.parse_args()
    setting = Setting(arguments.work, arguments.update)
    total, differences = collections.Counter(), []
    for seed in arguments.seeds.split(","):
        for number, world in enumerate(setting.worlds):
            if arguments.worlds and world.name not in arguments.worlds.split(","):
                continue
            world.prepare(setting.lists)
            count = arguments.count if number < 5 else -(-arguments.count // 4)
            total += compare(world, setting.requests(world).make(world.name, seed, count), seed, arguments, differences)
    if arguments.output:
        Path(arguments.output).write_text("".join(json.dumps(d) + "\n" for d in differences))
    for difference in differences:
        print(explain(difference))
    agreed = sum(total[kind] for kind in GOOD)
    count = max(1, sum(total.values()))
    print(f"{agreed} of {count} agree ({100 * agreed / count:.2f} %)")
    for kind, number in total.most_common():
        print(f"  {number:6} {kind}")
    return 0 if total["apt refuses, we do not"] == 0 and agreed >= 0.998 * count else 1


if __name__ == "__main__":
    sys.exit(main())
