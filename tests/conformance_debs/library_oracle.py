#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What apt's library says, in one process: as apt-get install does, without the second that apt-get needs to load all.

Reads requests (JSON lists of package names) from standard input and prints one answer a line, as World.apt() gives it. Each
request is worked out in a child of its own, so that none sees what another did. Needs python3-apt. The names are plain ones
or name:arch; what is no package's name is for apt-get itself (oracle.py), as is whatever is doubtful.

    APT_CONFIG=ROOT/apt.conf library_oracle.py RECOMMENDS
"""

import json
import os
import sys

import apt_pkg


def find(cache, text):
    name, _, architecture = text.partition(":")
    for wanted in [architecture] if architecture else apt_pkg.get_architectures():
        try:
            package = cache[name, wanted]
        except KeyError:
            continue
        if package.has_versions:
            return package
    return None


def mark(cache, depcache, packages):
    """apt-get's order: protect and take each, then expand each; what is broken then is for the problem resolver."""
    with apt_pkg.ActionGroup(depcache):
        fix = apt_pkg.ProblemResolver(depcache)
        for package in packages:
            fix.clear(package)
            fix.protect(package)
            depcache.mark_install(package, False)
        for package in packages:
            depcache.mark_install(package, True)
        # The resolver changes nothing where nothing is broken, and takes longer than all the rest.
        return depcache.broken_count == 0 or (fix.resolve(True) and depcache.broken_count == 0)


def collect(packages, depcache, native):
    come, go = [], []
    for package in packages:
        if depcache.marked_keep(package):
            continue
        foreign = "" if package.architecture == native else ":" + package.architecture
        if depcache.marked_delete(package):
            if package.essential or package.important:
                return {"refused": f"{package.name} is essential"}
            go.append(package.name + foreign)
        elif depcache.marked_downgrade(package):
            return {"refused": f"{package.name} would be downgraded"}
        # What nothing needs in the end does not come, though it was taken on the way.
        elif package.current_ver or not depcache.is_garbage(package):
            version = depcache.get_candidate_ver(package)
            come.append(f"{package.name}{foreign if version.arch != 'all' else ''}={version.ver_str}")
    return {"packages": sorted(come), "removes": sorted(go)}


def answer(cache, everything, depcache, request, native):
    packages = []
    for text in request:
        package = find(cache, text)
        if package is None or "=" in text or "/" in text:
            return {"other form": True}
        if depcache.get_candidate_ver(package) is None:
            return {"refused": f"no candidate for {text}"}
        packages.append(package)
    try:
        if not mark(cache, depcache, packages):
            return {"refused": "broken packages"}
    except apt_pkg.Error as error:
        return {"refused": str(error)}
    return collect(everything, depcache, native)


def main():
    apt_pkg.init()
    apt_pkg.config["APT::Install-Recommends"] = sys.argv[1]
    native = apt_pkg.config["APT::Architecture"]
    cache = apt_pkg.Cache(None)
    depcache = apt_pkg.DepCache(cache)
    everything = [package for package in cache.packages if package.has_versions]
    for line in sys.stdin:
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            print(json.dumps(answer(cache, everything, depcache, json.loads(line), native)), flush=True)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 0:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
