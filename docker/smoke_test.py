# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside a finished image, as its user, without network. Takes one JSON argument, prints one JSON line."""
import ctypes
import json
import os
import subprocess
import sys

spec = json.loads(sys.argv[1])
checks = []


def check(name, passed, message=""):
    checks.append({"name": name, "passed": bool(passed), "message": str(message)[:2000]})


def run(arguments, **options):
    try:
        return subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                              timeout=spec["timeout"], **options)
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(arguments, 125, stdout=str(error))


def check_wheels():
    from importlib.metadata import PackageNotFoundError, version
    wrong = []
    for name, expected in spec["wheels"].items():
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "missing"
        if found != expected:
            wrong.append("%s %s, locked %s" % (name, found, expected))
    check("%d wheels as locked" % len(spec["wheels"]), not wrong, "; ".join(wrong))


def check_debs():
    answer = run(["dpkg-query", "-W", "-f", "${Package} ${Version} ${db:Status-Abbrev}\n"])
    here = {}
    for line in answer.stdout.splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[2].startswith("ii"):
            here.setdefault(parts[0], set()).add(parts[1])
    wrong = ["%s %s, locked %s" % (name, ", ".join(sorted(here.get(name, ["missing"]))), expected)
             for name, expected in spec["debs"].items() if expected not in here.get(name, ())]
    check("%d Debian packages as locked" % len(spec["debs"]), not wrong, "; ".join(wrong))
    audit = run(["dpkg", "--audit"])
    check("dpkg --audit", audit.returncode == 0 and not audit.stdout.strip(), audit.stdout.strip())


def check_imports():
    # Each in a process of its own: one that crashes takes nothing with it.
    for name in spec["imports"]:
        program = "import importlib,sys; m=importlib.import_module(sys.argv[1]); print(getattr(m,'__version__',''))"
        answer = run([sys.executable, "-c", program, name])
        lines = answer.stdout.strip().splitlines()
        message = lines[-1] if lines else ""
        if answer.returncode and "libcuda.so.1" in answer.stdout:
            check("import " + name, True, "not tested: it needs the driver's libcuda.so.1, which is on a GPU machine only")
        else:
            check("import " + name, answer.returncode == 0, message)


def check_libraries():
    path = os.environ.get("LD_LIBRARY_PATH", "").split(":")
    for folder in spec["libraryFolders"]:
        check("LD_LIBRARY_PATH names " + folder, folder in path and os.path.isdir(folder),
              "" if os.path.isdir(folder) else "the folder does not exist")
    for name in spec["libraries"]:
        try:
            ctypes.CDLL(name)
            check("load " + name, True)
        except OSError as error:
            missing_driver = "libcuda.so.1" in str(error)
            check("load " + name, missing_driver, error)


if sys.version_info[:2] != tuple(int(part) for part in spec["python"].split(".")[:2]):
    check("Python " + spec["python"], False, sys.version.split()[0])
else:
    check("Python " + spec["python"], True, sys.version.split()[0])
if spec["wheels"]:
    check_wheels()
if spec["debs"]:
    check_debs()
check_imports()
check_libraries()
for command in spec["commands"]:
    answer = run(["/bin/sh", "-c", command])
    check(command, answer.returncode == 0, answer.stdout.strip()[-2000:])
print("\nDOSIRAK-SMOKE " + json.dumps({"checks": checks}))
