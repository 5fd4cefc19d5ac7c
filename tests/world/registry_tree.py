# SPDX-License-Identifier: GPL-3.0-or-later
"""Base images of the little world, as the storage of a registry (Debian's docker-registry reads it as its own)."""
import json
from pathlib import Path

from apt_tree import packages
from make_world import control, gz, sha256, tar_of

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"


def status_of(lines: str, held: tuple[str, ...] = ()) -> bytes:
    """A dpkg status of packages that are all installed; NVIDIA's images hold some."""
    text = b""
    for fields in packages(lines):
        want = "hold" if fields["Package"] in held else "install"
        text += control({"Package": fields.pop("Package"), "Status": f"{want} ok installed", **fields}) + b"\n"
    return text


class Storage:
    def __init__(self, root: Path):
        self.root = root / "docker" / "registry" / "v2"

    def write(self, path: str, data: bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def blob(self, name: str, media_type: str, data: bytes, kind: str) -> dict:
        """@kind: "_layers" for what a manifest names, "_manifests/revisions" for manifests."""
        digest = sha256(data)
        self.write(f"blobs/sha256/{digest[:2]}/{digest}/data", data)
        self.write(f"repositories/{name}/{kind}/sha256/{digest}/link", f"sha256:{digest}".encode())
        return {"mediaType": media_type, "digest": f"sha256:{digest}", "size": len(data)}

    def image(self, name: str, architecture: str, layers: list[dict[str, bytes]], env: list[str]) -> dict:
        tars = [tar_of(files) for files in layers]
        config = json.dumps({"architecture": architecture, "os": "linux", "config": {"Env": env},
                             "rootfs": {"type": "layers", "diff_ids": ["sha256:" + sha256(tar) for tar in tars]},
                             "history": [{"created_by": "little world"} for _ in tars]}, sort_keys=True).encode()
        manifest = {"schemaVersion": 2, "mediaType": MANIFEST, "config": self.blob(name, CONFIG, config, "_layers"),
                    "layers": [self.blob(name, LAYER, gz(tar), "_layers") for tar in tars]}
        return self.blob(name, MANIFEST, json.dumps(manifest, sort_keys=True).encode(), "_manifests/revisions")

    def tag(self, name: str, tag: str, images: dict[str, dict]) -> None:
        """One tag for several architectures, as NVIDIA's images have it."""
        entries = [{**descriptor, "platform": {"architecture": architecture, "os": "linux"}} for architecture, descriptor in images.items()]
        index = self.blob(name, INDEX, json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": entries}, sort_keys=True).encode(),
                          "_manifests/revisions")
        link = index["digest"].encode()
        self.write(f"repositories/{name}/_manifests/tags/{tag}/current/link", link)
        self.write(f"repositories/{name}/_manifests/tags/{tag}/index/sha256/{index['digest'][7:]}/link", link)


def write_layout(root: Path, reference: str, layers: list[dict[str, bytes]]) -> None:
    """One image as an OCI layout, for what no registry has."""
    storage = Storage(root / "made")
    descriptor = storage.image("local", "amd64", layers, [])
    blobs = root / "blobs" / "sha256"
    blobs.mkdir(parents=True)
    for data in (storage.root / "blobs").rglob("data"):
        (blobs / data.parent.name).write_bytes(data.read_bytes())
    entry = {**descriptor, "annotations": {"org.opencontainers.image.ref.name": reference}}
    (root / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": [entry]}))
    (root / "oci-layout").write_text('{"imageLayoutVersion": "1.0.0"}')
