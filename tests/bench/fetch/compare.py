#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloads over loopback: bench_fetch beside curl, aria2c, uv, pip and apt-get; verify beside sha256sum.

    python3 tests/bench/fetch/compare.py --bench BUILD/tests/bench/bench_fetch [--uv PATH/uv] [--folder DIR]
                                         [--large MiB] [--sparse MiB] [--rounds 3]

Starts nginx on a free port of 127.0.0.1 (packages nginx-light, curl, aria2). Ours hashes, checks and stores under the
digest; curl and aria2c only write. Whole processes are timed, start-up included; runs alternate, so that a busy minute
hits all; the ratio is of the medians. Exit code 1 when a goal is missed: large file ≤ 1.1 of curl and ≤ 0.6 of
aria2c -x16, small files ≤ 0.9 of the best of curl, aria2c, uv, pip and apt-get, verify ≤ 0.9 of sha256sum, peak
memory < 150 MiB. "curl -Z" is shown besides and is no goal: it writes the bytes and does nothing else, while ours makes
a temporary file, a lock, a digest, a rename and a link of each, so with small files there is no way below it.
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

SMALL_FILES = 500


def make_wheels(folder, count):
    """Valid wheels of 2 to 60 KB, so that uv and pip can take part."""
    chance = random.Random(1)
    for number in range(count):
        name = f"small{number:04d}"
        with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
            info = f"{name}-1.0.dist-info"
            wheel.writestr(f"{name}.py", chance.randbytes(chance.randint(2_000, 60_000)).hex()[:60_000])
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")


def make_large(path, mebibytes):
    block = random.Random(2).randbytes(1 << 20)
    with open(path, "wb") as file:
        for number in range(mebibytes):
            file.write(number.to_bytes(8, "big") + block[8:])


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def start_server(root, work):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = work / "nginx.conf"
    config.write_text(f"""
daemon off; worker_processes 1; pid {work}/nginx.pid; error_log {work}/error.log; user {os.environ.get('USER', 'root')};
events {{ worker_connections 1024; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000;
    client_body_temp_path {work}/b; proxy_temp_path {work}/p; fastcgi_temp_path {work}/f; uwsgi_temp_path {work}/u;
    scgi_temp_path {work}/s;
    types {{ text/html html; application/octet-stream whl bin; }}
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}""")
    server = subprocess.Popen(["nginx", "-c", config, "-p", work], stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 0.1).close()
            return server, f"http://127.0.0.1:{port}"
        except OSError:
            time.sleep(0.02)
    sys.exit("nginx did not start: " + (work / "error.log").read_text())


class Bench:
    def __init__(self, options, root, work, base):
        self.options, self.root, self.work, self.base = options, root, work, base
        self.missed = []
        self.peak = 0
        self.lines = {}
        for path in sorted(root.iterdir()):
            if path.suffix in (".whl", ".bin"):
                self.lines[path.name] = f"{base}/{path.name} {digest(path)} {path.stat().st_size} {path.name}"

    def ours(self, names):
        listing = "\n".join(self.lines[name] for name in names) + "\n"

        def run(target):
            done = subprocess.run([self.options.bench, target / "store", target / "files"], input=listing, text=True,
                                  capture_output=True)
            if done.returncode != 0:
                sys.exit(f"bench_fetch failed: {done.stdout}{done.stderr}")
            self.peak = max(self.peak, json.loads(done.stdout)["peakMiB"])
        return run

    def command(self, arguments, expected, inside=False):
        """"@" is the folder to download to; inside: it is the working folder as well."""
        def run(target):
            done = subprocess.run([argument.replace("@", str(target)) for argument in arguments], capture_output=True, text=True,
                                  cwd=target if inside else None)
            found = sum(1 for path in target.rglob("*") if path.is_file())
            if done.returncode != 0 or found < expected:
                sys.exit(f"{arguments[0]} failed ({found} of {expected} files): {done.stdout[-500:]}{done.stderr[-500:]}")
        return run

    def race(self, title, runners, goals, besides=(), keep=False):
        """besides: names of runners that are shown and do not count for "the best".

        keep: ext4 passes over inodes that were deleted within the last minute (recently_deleted() in its ialloc.c), one by
        one: were the many files of a run removed at once, the next run would pay for them."""
        times = {name: [] for name in runners}
        kept = []
        for _ in range(self.options.rounds):
            for name, run in runners.items():
                target = pathlib.Path(tempfile.mkdtemp(dir=self.work))
                start = time.perf_counter()
                run(target)
                times[name].append(time.perf_counter() - start)
                if keep:
                    kept.append(target)
                else:
                    shutil.rmtree(target)
        for target in kept:
            shutil.rmtree(target)
        medians = {name: statistics.median(values) for name, values in times.items()}
        print(f"{title}")
        for name, median in medians.items():
            ratio = medians["dosirak"] / median
            print(f"  {name:28} {median * 1000:8.0f} ms   ours is {ratio:5.2f} of it   {[round(t, 3) for t in times[name]]}")
        best = min(median for name, median in medians.items() if name not in ("dosirak", *besides))
        for peer, goal in goals.items():
            ratio = medians["dosirak"] / (best if peer == "the best" else medians[peer])
            if ratio > goal:
                self.missed.append(f"{title}: {ratio:.2f} of {peer}, aimed at {goal}")

    def large(self, name):
        url = f"{self.base}/{name}"
        self.race(f"one file, {name}", {
            "dosirak": self.ours([name]),
            "curl": self.command(["curl", "-sSf", "-o", "@/file", url], 1),
            "aria2c -x16 -j16": self.command(["aria2c", "-q", "-x16", "-j16", "-d", "@", url], 1),
        }, {"curl": 1.1, "aria2c -x16 -j16": 0.6})

    def small(self, names):
        urls = self.work / "urls"
        urls.write_text("".join(f"{self.base}/{name}\n" for name in names))
        parallel = self.work / "curl.config"
        parallel.write_text("".join(f'url = "{self.base}/{name}"\nremote-name\n' for name in names))
        requirements = self.work / "requirements.txt"
        requirements.write_text("".join(f"{name.split('-')[0]}==1.0\n" for name in names))
        index = ["--no-deps", "--no-index", "--find-links", f"{self.base}/links.html", "-r", str(requirements)]
        runners = {
            "dosirak": self.ours(names),
            "curl, one after the other": self.command(["curl", "-sSf", "--create-dirs", "--output-dir", "@", "-K", str(parallel)], len(names)),
            "curl -Z": self.command(["curl", "-sSf", "-Z", "--parallel-max", "16", "--output-dir", "@", "-K", str(parallel)], len(names)),
            "aria2c -x16 -j16": self.command(["aria2c", "-q", "-x16", "-j16", "-d", "@", "-i", str(urls)], len(names)),
            "pip download": self.command([sys.executable, "-m", "pip", "download", "-q", "--no-cache-dir", "--disable-pip-version-check", "-d", "@", *index], len(names)),
        }
        if self.options.uv:
            runners["uv pip install --target"] = self.command(
                [self.options.uv, "pip", "install", "-q", "--no-cache", "--python", sys.executable, "--target", "@", *index], len(names))
        runners["apt-get download"] = self.apt(names)
        self.race(f"{len(names)} small files", runners, {"the best": 0.9}, besides=("curl -Z",), keep=True)

    def apt(self, names):
        """The wheels' bytes once more as a flat Debian repository: apt looks at names, sizes and digests only."""
        packages = []
        for name in names:
            _, sha256, size, _ = self.lines[name].split(" ")
            package = name.split("-")[0]
            deb = f"{package}_1.0_all.deb"
            os.link(self.root / name, self.root / deb)
            packages.append(f"Package: {package}\nVersion: 1.0\nArchitecture: all\nMaintainer: bench\nDescription: bench\n"
                            f"Filename: ./{deb}\nSize: {size}\nSHA256: {sha256}\n")
        (self.root / "Packages").write_text("\n".join(packages))
        apt = self.work / "apt"
        for folder in ("etc/apt.conf.d", "etc/preferences.d", "etc/sources.list.d", "state/lists/partial", "cache/archives/partial"):
            (apt / folder).mkdir(parents=True)
        (apt / "status").touch()
        (apt / "etc/sources.list").write_text(f"deb [trusted=yes] {self.base} ./\n")
        config = apt / "apt.conf"
        config.write_text(f"""
Dir "{apt}"; Dir::Etc "{apt}/etc"; Dir::State "{apt}/state"; Dir::State::status "{apt}/status"; Dir::Cache "{apt}/cache";
Dir::Etc::trustedparts "/etc/apt/trusted.gpg.d"; APT::Sandbox::User "root"; Acquire::Languages "none";
""")
        os.environ["APT_CONFIG"] = str(config)
        subprocess.run(["apt-get", "-qq", "update"], check=True)
        return self.command(["apt-get", "-qq", "download", *[name.split("-")[0] for name in names]], len(names), inside=True)

    def verify(self, root, names):
        listing = "\n".join(self.lines[name] for name in names) + "\n"
        folder = self.work / "verify"
        folder.mkdir()
        sums = self.work / "sums"
        sums.write_text("".join(f"{self.lines[name].split(' ')[1]}  {name}\n" for name in names))
        for name in names:
            os.link(root / name, folder / name)

        def ours(_):
            subprocess.run([self.options.bench, "--verify", folder], input=listing, text=True, capture_output=True, check=True)

        def theirs(_):
            command = f"split -n r/{os.cpu_count()} --filter='sha256sum --quiet -c -' {sums}"
            subprocess.run(["sh", "-c", command], cwd=folder, check=True)

        def xargs(_):
            command = f"cut -c67- {sums} | xargs -n 8 -P {os.cpu_count()} sha256sum > /dev/null"
            subprocess.run(["sh", "-c", command], cwd=folder, check=True)

        self.race("verify", {"dosirak": ours, "sha256sum -c, split": theirs, "sha256sum, xargs -P": xargs}, {"the best": 0.9})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--uv")
    parser.add_argument("--folder", help="where the files are made and fetched to (default: the system's temporary folder)")
    parser.add_argument("--large", type=int, default=2048, help="MiB of the large file; 0: leave it out")
    parser.add_argument("--sparse", type=int, default=0, help="MiB of a sparse file besides (3072 is past 2^31 bytes)")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as temporary:
        root, work = pathlib.Path(temporary, "root"), pathlib.Path(temporary, "work")
        root.mkdir()
        work.mkdir()
        os.chmod(temporary, 0o755)
        make_wheels(root, SMALL_FILES)
        small = sorted(path.name for path in root.iterdir())
        (root / "links.html").write_text("".join(f'<a href="{name}">{name}</a><br>\n' for name in small))
        large = []
        if options.large:
            make_large(root / "large.bin", options.large)
            large.append("large.bin")
        if options.sparse:
            with open(root / "sparse.bin", "wb") as file:
                file.truncate(options.sparse << 20)
            large.append("sparse.bin")
        server, base = start_server(root, work)
        try:
            bench = Bench(options, root, work, base)
            bench.small(small)
            for name in large:
                bench.large(name)
            bench.verify(root, small + [name for name in large if name == "large.bin"])
        finally:
            server.terminate()
            server.wait()
    print(f"peak memory of ours: {bench.peak} MiB")
    if bench.peak >= 150:
        bench.missed.append(f"peak memory {bench.peak} MiB, aimed below 150")
    for line in bench.missed:
        print(f"missed: {line}")
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
