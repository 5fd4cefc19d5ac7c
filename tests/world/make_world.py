#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a little world: package repositories in the shape of the real ones, small enough for a test.

    make_world.py world.json FOLDER

FOLDER gets apt repositories (signed with a key made for it, in FOLDER/keys), wheel indexes as PEP 503 trees with
PEP 658 metadata, and a container registry as plain files (the OCI distribution API's GET half). What they hold is the
short list in world.json: real names, versions and dependencies, empty payloads. The same list gives the same bytes,
signatures apart.
"""
import base64
import hashlib
import html
import io
import json
import lzma
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest time a zip can hold


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def tar_of(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        end = tar.offset
    return out.getvalue()[:end + 1024]  # two empty blocks end it; the padding to a tape's record says nothing


def ar_of(members: dict[str, bytes]) -> bytes:
    out = b"!<arch>\n"
    for name, data in members.items():
        out += f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode() + data + b"\n" * (len(data) % 2)
    return out


def gz(data: bytes) -> bytes:
    """A gzip member of stored blocks (RFC 1951, 3.2.4): the same bytes with every zlib there is."""
    blocks = [data[at:at + 65535] for at in range(0, len(data), 65535)] or [b""]
    out = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
    for number, block in enumerate(blocks):
        out += struct.pack("<BHH", number == len(blocks) - 1, len(block), len(block) ^ 0xffff) + block
    return out + struct.pack("<II", zlib.crc32(data), len(data) & 0xffffffff)


# --- debs -------------------------------------------------------------------------------------------------------------

def control(fields: dict[str, str]) -> bytes:
    return "".join(f"{key}: {value}\n" for key, value in fields.items()).encode()


def deb_fields(spec: dict, architecture: str) -> dict[str, str]:
    fields = {"Package": spec["name"], "Version": spec["version"], "Architecture": spec.get("arch", architecture),
              "Maintainer": "A test <test@example.invalid>", "Installed-Size": "1"}
    for key in ("Pre-Depends", "Depends", "Recommends", "Conflicts", "Breaks", "Replaces", "Provides", "Priority",
                "Essential", "Multi-Arch", "Source"):
        if key in spec:
            fields[key] = spec[key]
    fields["Description"] = spec.get("description", f"{spec['name']} of the little world")
    return fields


def deb_of(fields: dict[str, str]) -> bytes:
    return ar_of({"debian-binary": b"2.0\n", "control.tar.gz": gz(tar_of({"./control": control(fields)})),
                  "data.tar.gz": gz(tar_of({}))})


def write_apt(root: Path, repo: dict, gpg_home: Path) -> None:
    """A repository with dists/ and pool/, or a flat one where the suite is "./"."""
    base = root / repo["path"]
    for suite, packages in repo["suites"].items():
        flat = suite == "./"
        index_folder = base if flat else base / "dists" / suite
        stanzas = b""
        for spec in packages:
            fields = deb_fields(spec, repo.get("arch", "amd64"))
            data = deb_of(fields)
            file_version = spec["version"].split(":", 1)[-1]
            name = f"{spec['name']}_{file_version}_{fields['Architecture']}.deb"
            relative = name if flat else f"pool/main/{spec['name'][0]}/{spec['name']}/{name}"
            (base / relative).parent.mkdir(parents=True, exist_ok=True)
            (base / relative).write_bytes(data)
            prefix = "./" if flat else ""
            stanzas += control({**fields, "Filename": prefix + relative, "Size": str(len(data)), "SHA256": sha256(data)}) + b"\n"
        folder = "" if flat else "main/binary-amd64/"
        indexes = {f"{folder}Packages": stanzas, f"{folder}Packages.gz": gz(stanzas), f"{folder}Packages.xz": lzma.compress(stanzas)}
        for name, data in indexes.items():
            (index_folder / name).parent.mkdir(parents=True, exist_ok=True)
            (index_folder / name).write_bytes(data)
        sums = "".join(f" {sha256(data)} {len(data)} {name}\n" for name, data in indexes.items())
        release = f"Origin: {repo['origin']}\nLabel: {repo['origin']}\n"
        if not flat:
            release += f"Suite: {suite}\nCodename: {suite.split('-')[0]}\nComponents: main\n"
        release += f"Architectures: amd64\nDate: Sat, 01 Jan 2022 00:00:00 UTC\nSHA256:\n{sums}"
        (index_folder / "Release").write_text(release)
        subprocess.run(["gpg", "--homedir", gpg_home, "--batch", "--yes", "--clearsign", "-o", index_folder / "InRelease",
                        index_folder / "Release"], check=True, capture_output=True)


# --- wheels -----------------------------------------------------------------------------------------------------------

def wheel_of(spec: dict) -> tuple[bytes, bytes]:
    name, version = spec["name"], spec["version"]
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    metadata += "".join(f"Requires-Dist: {requirement}\n" for requirement in spec.get("requires", []))
    metadata += "".join(f"Provides-Extra: {extra}\n" for extra in spec.get("extras", []))
    if "python" in spec:
        metadata += f"Requires-Python: {spec['python']}\n"
    metadata += f"License: {spec.get('license', 'MIT')}\n"
    stem = f"{re.sub('[-_.]+', '_', name)}-{version}"
    tag = spec.get("tag", "py3-none-any")
    wheel = f"Wheel-Version: 1.0\nGenerator: make_world\nRoot-Is-Purelib: true\nTag: {tag}\n"
    files = {f"{re.sub('[-_.]+', '_', name)}/__init__.py": b"",
             f"{stem}.dist-info/METADATA": metadata.encode(), f"{stem}.dist-info/WHEEL": wheel.encode()}
    record = ""
    for path, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(data)}\n"
    files[f"{stem}.dist-info/RECORD"] = (record + f"{stem}.dist-info/RECORD,,\n").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, EPOCH), data)
    return out.getvalue(), metadata.encode()


def sdist_of(spec: dict) -> bytes:
    stem = f"{spec['name']}-{spec['version']}"
    return gz(tar_of({f"{stem}/PKG-INFO": f"Metadata-Version: 1.0\nName: {spec['name']}\nVersion: {spec['version']}\n".encode(),
                      f"{stem}/setup.py": b"import subprocess\nsubprocess.check_call(['pip', 'install', 'elsewhere'])\n"}))


def write_index(root: Path, index: dict) -> None:
    base = root / index["path"]
    pages: dict[str, list[str]] = {}
    for spec in index["files"]:
        project = re.sub("[-_.]+", "-", spec["name"]).lower()
        for tag in spec.get("tags", [spec.get("tag", "py3-none-any")]):
            if spec.get("sdist"):
                data, metadata, name = sdist_of(spec), None, f"{spec['name']}-{spec['version']}.tar.gz"
            else:
                data, metadata = wheel_of({**spec, "tag": tag})
                name = f"{re.sub('[-_.]+', '_', spec['name'])}-{spec['version']}-{tag}.whl"
            folder = base / project
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
            attributes = f'href="{name.replace("+", "%2B")}#sha256={sha256(data)}"'
            if metadata is not None and index.get("metadata", True):
                (folder / f"{name}.metadata").write_bytes(metadata)
                attributes += f' data-core-metadata="sha256={sha256(metadata)}"'
            if "python" in spec:
                attributes += f' data-requires-python="{html.escape(spec["python"])}"'
            if "yanked" in spec:
                attributes += f' data-yanked="{html.escape(spec["yanked"])}"'
            pages.setdefault(project, []).append(f"<a {attributes}>{name}</a><br>")
    for project, lines in pages.items():
        body = "\n".join(lines)
        (base / project / "index.html").write_text(f"<!DOCTYPE html>\n<html><body>\n{body}\n</body></html>\n")


# --- images -----------------------------------------------------------------------------------------------------------

def write_image(root: Path, image: dict) -> None:
    """GET /v2/<name>/manifests/<tag or digest> and /v2/<name>/blobs/<digest>, as files."""
    status = b""
    for spec in image["installed"]:
        fields = deb_fields(spec, "amd64")
        status += control({"Package": fields.pop("Package"), "Status": "install ok installed", **fields}) + b"\n"
    files = {"etc/os-release": image["os_release"].encode(), "var/lib/dpkg/status": status}
    layer_tar = tar_of(files)
    layer = gz(layer_tar)
    config = json.dumps({"architecture": "amd64", "os": "linux", "config": {"Env": image.get("env", [])},
                         "rootfs": {"type": "layers", "diff_ids": ["sha256:" + sha256(layer_tar)]},
                         "history": [{"created_by": "little world"}]}, sort_keys=True).encode()
    manifest = json.dumps({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "sha256:" + sha256(config), "size": len(config)},
        "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "sha256:" + sha256(layer), "size": len(layer)}],
    }, sort_keys=True).encode()
    base = root / "registry" / "v2" / image["name"]
    for folder in ("manifests", "blobs"):
        (base / folder).mkdir(parents=True, exist_ok=True)
    for data in (config, layer):
        (base / "blobs" / ("sha256:" + sha256(data))).write_bytes(data)
    for name in (image["tag"], "sha256:" + sha256(manifest)):
        (base / "manifests" / name).write_bytes(manifest)


# --- all --------------------------------------------------------------------------------------------------------------

def make_key(root: Path) -> Path:
    home = root / "gpg"
    home.mkdir(mode=0o700)
    run = lambda *args, **more: subprocess.run(["gpg", "--homedir", home, "--batch", *args], check=True, capture_output=True, **more)
    run("--passphrase", "", "--quick-generate-key", "Little World <world@example.invalid>", "ed25519", "sign", "never")
    keys = root / "keys"
    keys.mkdir()
    armored = run("--armor", "--export").stdout
    (keys / "world.asc").write_bytes(armored)
    return home


def main(list_file: str, folder: str) -> None:
    root = Path(folder)
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    world = json.loads(Path(list_file).read_text())
    home = make_key(root)
    for repo in world["apt"]:
        write_apt(root, repo, home)
    for index in world["wheels"]:
        write_index(root, index)
    for image in world["images"]:
        write_image(root, image)
    subprocess.run(["gpgconf", "--homedir", home, "--kill", "all"], check=False)
    shutil.rmtree(home)


if __name__ == "__main__":
    main(*sys.argv[1:3])
