#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes presets/demo: the made-up packages that the demo preset locks, so that it needs no network.

    make_demo.py presets/demo
"""
import json
import shutil
import sys
from pathlib import Path

import make_world as world

WHEELS = {"path": "wheels", "files": [
    {"name": "lunchbox", "version": "2.1.0", "requires": ["rice-cooker>=1; extra == 'rice'", "side-dish"], "extras": ["rice"], "license": "MIT"},
    {"name": "lunchbox", "version": "1.0.0", "license": "MIT"},
    {"name": "rice-cooker", "version": "1.4", "requires": ["side-dish<3"], "license": "BSD-3-Clause"},
    {"name": "side-dish", "version": "2.9", "license": "Apache-2.0"},
    {"name": "side-dish", "version": "3.0", "license": "Apache-2.0"},
]}
DEBS = {"path": "debs", "origin": "Demo", "suites": {"./": [
    {"name": "chopsticks", "version": "1.0-1", "Depends": "bamboo (>= 2) | steel, libc6"},
    {"name": "bamboo", "version": "2.1-3"},
    {"name": "steel", "version": "1.0-1"},
]}}
BASE = {"name": "demo-base", "tag": "1", "os_release": "ID=debian\nVERSION_ID=\"12\"\n", "installed": [
    {"name": "libc6", "version": "2.36-9"}, {"name": "base-files", "version": "12.4"}]}
REFERENCE = "localhost/dosirak/demo-base:1"


def as_layout(root: Path) -> None:
    """The registry's files as an OCI image layout."""
    registry = root / "registry" / "v2" / BASE["name"]
    blobs = root / "images" / "blobs" / "sha256"
    blobs.mkdir(parents=True)
    for blob in (registry / "blobs").iterdir():
        (blobs / blob.name.removeprefix("sha256:")).write_bytes(blob.read_bytes())
    manifest = (registry / "manifests" / BASE["tag"]).read_bytes()
    (blobs / world.sha256(manifest)).write_bytes(manifest)
    descriptor = {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:" + world.sha256(manifest),
                  "size": len(manifest), "annotations": {"org.opencontainers.image.ref.name": REFERENCE}}
    (root / "images" / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": [descriptor]}, indent=2) + "\n")
    (root / "images" / "oci-layout").write_text('{"imageLayoutVersion": "1.0.0"}\n')
    shutil.rmtree(root / "registry")


def main(folder: str) -> None:
    root = Path(folder)
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    home = world.make_key(root)
    world.write_apt(root, DEBS, home)
    world.write_index(root, WHEELS)
    world.write_image(root, BASE)
    as_layout(root)
    shutil.rmtree(home)


if __name__ == "__main__":
    main(sys.argv[1])
