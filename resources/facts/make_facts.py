#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the shipped facts from the raw, sourced collection.

    make_facts.py RAW.json facts.json

Rows keep their sources and confidence; null stays null and means "not known", never "no". Debian's releases are added
here with their own sources. docs/formats/facts.md describes the result.
"""
import json
import sys
from pathlib import Path

DEBIAN_SOURCES = {
    "deb-12-libc6": {"title": "Debian 12 (bookworm): libc6 2.36-9+deb12u14, python3 3.11.2-1",
                     "ref": "apt-cache show libc6 python3 (bookworm main, amd64)", "date_or_commit": "2026-11-24", "kind": "vendor"},
    "deb-13-libc6": {"title": "Debian 13 (trixie): libc6 2.41-12+deb13u5, python3 3.13.5-1",
                     "ref": "apt-cache show libc6 python3 (trixie main, amd64)", "date_or_commit": "2026-11-24", "kind": "vendor"},
}
DEBIAN = [
    {"version": "12", "codename": "bookworm", "default_python": "3.11", "glibc": "2.36", "externally_managed_pip": True,
     "sources": ["deb-12-libc6"], "confidence": "primary"},
    {"version": "13", "codename": "trixie", "default_python": "3.13", "glibc": "2.41", "externally_managed_pip": True,
     "sources": ["deb-13-libc6"], "confidence": "primary"},
]


def main(raw_file: str, out_file: str) -> None:
    raw = json.loads(Path(raw_file).read_text())
    systems = [{"distribution": "ubuntu", **row} for row in raw["ubuntu"]]
    systems += [{"distribution": "debian", **row} for row in DEBIAN]
    for row in raw["torch"]:
        for variant in row["cuda_variants"]:
            variant["suffix"] = variant.pop("index_suffix")
        row["builds"] = row.pop("cuda_variants")
    facts = {
        "facts_schema": 1,
        "facts_version": raw["generated"].replace("-", "."),
        "scope": raw["scope"],
        "null_means": raw["null_means"],
        "sources": {**raw["sources"], **DEBIAN_SOURCES},
        "systems": systems,
        **{key: raw[key] for key in ("cuda", "driver_families", "driver_branches", "torch", "tensorrt", "tensorrt_deb_sets", "cudnn",
                                     "compute_capabilities", "gpus", "base_images", "pitfalls", "tensorrt_index_files")},
    }
    used = set()

    def collect(value):
        if isinstance(value, dict):
            used.update(value.get("sources", []) if isinstance(value.get("sources"), list) else [])
            for item in value.values():
                collect(item)
        elif isinstance(value, list):
            for item in value:
                collect(item)

    collect({key: value for key, value in facts.items() if key != "sources"})
    missing = used - facts["sources"].keys()
    if missing:
        sys.exit(f"sources that are named and not there: {sorted(missing)}")
    facts["sources"] = {key: value for key, value in facts["sources"].items() if key in used}
    Path(out_file).write_text(json.dumps(facts, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
