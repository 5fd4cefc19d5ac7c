#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cold and warm resolves of real requirement sets: bench_wheels beside `uv pip compile`, same index, same target.

    python3 tests/bench/wheels/compare.py --bench BUILD/tests/bench/bench_wheels --uv PATH/uv [--rounds 3] [SET …]

Both programs take the machine's own index configuration. uv comes from its registry package, into a venv outside of the
tree. Runs alternate, so that a slow minute of the network hits both; the ratio is of the medians. Closures are compared
line by line; a difference is printed, never hidden.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SETS = {
    "numpy": ["numpy"],
    "flask": ["flask"],
    "requests-pins": ["requests==2.31.0", "urllib3<2"],
    "science": ["pandas", "scikit-learn", "matplotlib", "scipy"],
    "jupyterlab": ["jupyterlab"],
    "fastapi": ["fastapi[standard]", "sqlalchemy", "alembic", "celery[redis]"],
    "airflow": ["apache-airflow"],
    "torch-vision": ["torch==2.6.0", "torchvision"],
    "transformers": ["transformers[torch]"],
    "tensorflow": ["tensorflow"],
    "vllm": ["vllm"],
    "ultralytics": ["ultralytics", "onnx", "onnxruntime"],
    "mlflow": ["mlflow", "boto3", "pytorch-lightning"],
}


def once(command):
    start = time.perf_counter()
    before = os.times()
    done = subprocess.run(command, capture_output=True, text=True)
    took = time.perf_counter() - start
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    lines = sorted(line.strip() for line in done.stdout.splitlines() if "==" in line)
    return took, cpu, lines, done


def commands(options, requirements, folder):
    listing = os.path.join(folder, "requirements.in")
    with open(listing, "w") as file:
        file.write("\n".join(requirements) + "\n")
    uv = [options.uv, "pip", "compile", "--quiet", "--no-annotate", "--no-header", "--only-binary", ":all:",
          "--python-version", options.python, "--python-platform", options.uv_platform,
          "--cache-dir", os.path.join(folder, "uv"), listing]
    ours = [options.bench, "--python", options.python, "--platform", options.platform,
            "--cache", os.path.join(folder, "ours")] + requirements
    return {"ours": ours, "uv": uv}


def measure(options, requirements):
    times = {}
    answers = {}
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            both = commands(options, requirements, folder)
            for state in ("cold", "warm"):
                for who, command in both.items():
                    took, cpu, lines, done = once(command)
                    if done.returncode != 0:
                        print(f"  {who} failed: {done.stderr.strip()[-600:]}")
                    times.setdefault((who, state), []).append((took, cpu))
                    answers[who] = lines
    return times, answers


def difference(answers):
    ours, uv = set(answers["ours"]), set(answers["uv"])
    return sorted(ours - uv), sorted(uv - ours)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", required=True)
    parser.add_argument("--uv", default=shutil.which("uv"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", default="3.11")
    parser.add_argument("--platform", default="manylinux_2_36_x86_64")
    parser.add_argument("--uv-platform", default="x86_64-manylinux_2_36")
    parser.add_argument("sets", nargs="*")
    options = parser.parse_args()
    worst = {"cold": 0.0, "warm": 0.0}
    print(f"{'set':16} {'pins':>4}  {'cold ours':>9} {'uv':>6} {'ratio':>5}   {'warm ours':>9} {'uv':>6} {'ratio':>5}   cpu warm ours/uv")
    for name in options.sets or SETS:
        times, answers = measure(options, SETS[name])
        row = f"{name:16} {len(answers['ours']):4}"
        for state in ("cold", "warm"):
            ours = statistics.median(took for took, _ in times["ours", state])
            uv = statistics.median(took for took, _ in times["uv", state])
            worst[state] = max(worst[state], ours / uv)
            row += f"  {ours:9.2f} {uv:6.2f} {ours / uv:5.2f} "
        cpu = [statistics.median(used for _, used in times[who, "warm"]) for who in ("ours", "uv")]
        print(row + f"  {cpu[0]:.2f}/{cpu[1]:.2f}")
        only_ours, only_uv = difference(answers)
        if only_ours or only_uv:
            print(f"    only ours: {' '.join(only_ours) or '-'}\n    only uv:   {' '.join(only_uv) or '-'}")
        sys.stdout.flush()
    print(f"largest ratio: cold {worst['cold']:.2f}, warm {worst['warm']:.2f}")


if __name__ == "__main__":
    main()
