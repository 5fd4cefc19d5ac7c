#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sixty packages on a minimal base: our resolver against `apt-get --print-uris`, as whole processes, warm, in one run.

    bench_debs.py --binary BUILD/bin/dosirak-conformance-debs --work FOLDER

FOLDER is one that tests/conformance_debs/compare.py has filled. Both sides read the same indexes and have their caches.
Prints the median of each and the ratio; the two answers must be equal.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "conformance_debs"))
import compare  # noqa: E402

TARGETS = """hello gcc g++ make cmake ninja-build git curl wget python3 python3-pip python3-venv python3-dev ffmpeg vim nano htop
tmux screen rsync zip unzip p7zip-full jq tree less lsof strace gdb valgrind libssl-dev libffi-dev zlib1g-dev libbz2-dev liblzma-dev
libsqlite3-dev libreadline-dev libncurses-dev libgl1 libglib2.0-0 libsm6 libxext6 libxrender1 libgomp1 libopenblas-dev liblapack-dev
libhdf5-dev libjpeg-dev libpng-dev libtiff-dev libavcodec-dev libopencv-dev libprotobuf-dev protobuf-compiler openssh-client
ca-certificates gnupg locales tzdata sudo""".split()


def timed(call):
    started = time.perf_counter()
    result = call()
    return time.perf_counter() - started, result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    work = Path(arguments.work).absolute()
    setting = compare.Setting(work)
    world = next(world for world in setting.worlds if world.name == "minimal")
    world.prepare(setting.lists)
    text = json.dumps(world.description(work / "dosirak-cache")) + "\n" + json.dumps(TARGETS) + "\n"
    ours = lambda: subprocess.run([arguments.binary, "--once"], input=text, capture_output=True, text=True)  # noqa: E731
    theirs = lambda: world.run("apt-get", "--print-uris", "-qq", "-y", "-o", "Acquire::ForceHash=SHA256",  # noqa: E731
                               "-o", "APT::Install-Recommends=0", "install", *TARGETS)
    ours(), theirs()  # fill the caches
    ours_times, theirs_times = [], []
    for _ in range(arguments.runs):
        seconds, our = timed(ours)
        ours_times.append(seconds)
        seconds, their = timed(theirs)
        theirs_times.append(seconds)
    our_files = {line.split()[1] for line in our.stdout.splitlines()}
    their_files = {line.split()[1] for line in their.stdout.splitlines() if line.startswith("'")}
    print(f"ours {statistics.median(ours_times) * 1000:.0f} ms, apt-get {statistics.median(theirs_times) * 1000:.0f} ms, "
          f"ratio {statistics.median(ours_times) / statistics.median(theirs_times):.2f}, "
          f"{len(our_files)} files, {'equal' if our_files == their_files else 'NOT EQUAL'}; ours: {our.stderr.strip()}")
    return 0 if our_files == their_files and our_files else 1


if __name__ == "__main__":
    sys.exit(main())
