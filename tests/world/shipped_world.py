#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the little world in which every shipped preset is locked: what archive.ubuntu.com, NVIDIA's and PyTorch's hosts, a
default index, a Debian mirror and a registry hold of the presets' closures, with real names and version forms.

    shipped_world.py FOLDER

FOLDER/<host>/… is served under the host's name (a mirror map leads there), FOLDER/registry is the storage of a registry,
FOLDER/bases has the images that no registry has, FOLDER/keys the key that all is signed with. The same lists give the same
bytes, signatures apart.
"""
import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from apt_tree import write_distribution, write_flat
from debian_list import BOOKWORM_BASE, DEBIAN, SECURITY, TRIXIE_BASE
from make_world import make_key, sdist_of, sha256, wheel_of
from nvidia_list import held, image_packages, repository
from registry_tree import Storage, status_of, write_layout
from ubuntu_list import JAMMY, JAMMY_ADDED, JAMMY_BASE, NOBLE, NOBLE_ADDED, NOBLE_BASE
from wheel_list import DEFAULT, NVIDIA, TORCH, pytorch_index

IMAGES = ["11.8.0-cudnn8-runtime-ubuntu22.04", "12.1.1-runtime-ubuntu22.04", "12.4.1-runtime-ubuntu22.04",
          "12.8.1-runtime-ubuntu24.04", "13.0.2-runtime-ubuntu24.04"]


def normal(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def files_of(spec: dict):
    """File name, bytes and metadata of each upload that one line stands for."""
    if spec.get("sdist"):
        yield f"{spec['name']}-{spec['version']}.tar.gz", sdist_of(spec), None
        return
    for tag in spec.get("tags", [spec.get("tag", "py3-none-any")]):
        data, metadata = wheel_of({**spec, "tag": tag})
        yield f"{re.sub('[-_.]+', '_', spec['name'])}-{spec['version']}{spec.get('stamp', '')}-{tag}.whl", data, metadata


def write_pytorch(root: Path, build: str, specs: list[dict]) -> None:
    """As download.pytorch.org has it: HTML, files beside the projects, links from the root, metadata beside wheels."""
    base = root / "download.pytorch.org" / "whl" / build
    pages: dict[str, list[str]] = {}
    for spec in specs:
        for name, data, metadata in files_of(spec):
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_bytes(data)
            (base / f"{name}.metadata").write_bytes(metadata)
            attributes = f'href="/whl/{build}/{name.replace("+", "%2B")}#sha256={sha256(data)}" data-dist-info-metadata="sha256={sha256(metadata)}"'
            pages.setdefault(normal(spec["name"]), []).append(f"    <a {attributes}>{html.escape(name)}</a><br/>")
    for project, links in pages.items():
        folder = base / project
        folder.mkdir(exist_ok=True)
        body = "\n".join(links)
        (folder / "index.html").write_text(f"<!DOCTYPE html>\n<html>\n  <body>\n    <h1>Links for {project}</h1>\n{body}\n  </body>\n</html>\n")


def write_json_index(root: Path, host: str, path: str, files_host: str, specs: list[dict]) -> None:
    """PEP 691 pages without metadata beside the wheels, files on another host: what a resolver reads it takes by range."""
    pages: dict[str, list[dict]] = {}
    for spec in specs:
        for name, data, _ in files_of(spec):
            file = root / files_host / "packages" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            entry = {"filename": name, "url": f"https://{files_host}/packages/{name}", "hashes": {"sha256": sha256(data)}, "size": len(data),
                     "upload-time": "2025-06-01T00:00:00.000000Z", "yanked": spec.get("yanked", False)}
            if "python" in spec:
                entry["requires-python"] = spec["python"]
            pages.setdefault(normal(spec["name"]), []).append(entry)
    for project, entries in pages.items():
        file = root / host / path / project / "index.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"meta": {"api-version": "1.1"}, "name": project, "files": entries}))


def write_images(root: Path) -> None:
    storage = Storage(root / "registry")
    for tag in IMAGES:
        jammy = tag.endswith("22.04")
        base, added = (JAMMY_BASE, JAMMY_ADDED) if jammy else (NOBLE_BASE, NOBLE_ADDED)
        system = {"etc/os-release": f'ID=ubuntu\nVERSION_ID="{tag[-5:]}"\n'.encode(), "var/lib/dpkg/status": status_of(base)}
        cuda = {"var/lib/dpkg/status": status_of(base + added + image_packages(tag), held(tag))}
        last = {"etc/apt/sources.list.d/cuda.list": b"deb https://developer.download.nvidia.com/\n"}
        images = {}
        for architecture in ("arm64", "amd64"):
            mark = {f"etc/machine-{architecture}": architecture.encode()}
            images[architecture] = storage.image("nvidia/cuda", architecture, [system | mark, cuda, last], [f"CUDA_VERSION={tag.split('-')[0]}"])
        storage.tag("nvidia/cuda", tag, images)
    for number, base in (("12", BOOKWORM_BASE), ("13", TRIXIE_BASE)):
        write_layout(root / "bases" / f"debian{number}", f"localhost/dosirak/debian:{number}",
                     [{"etc/os-release": f'ID=debian\nVERSION_ID="{number}"\n'.encode(), "var/lib/dpkg/status": status_of(base)}])


def write_apt(root: Path, gpg_home: Path) -> None:
    write_distribution(root / "archive.ubuntu.com" / "ubuntu", "Ubuntu", {**JAMMY, **NOBLE}, gpg_home)
    security = {suite: components for suite, components in {**JAMMY, **NOBLE}.items() if suite.endswith("-security")}
    write_distribution(root / "security.ubuntu.com" / "ubuntu", "Ubuntu", security, gpg_home)
    for number in ("22.04", "24.04"):
        write_flat(root / "developer.download.nvidia.com" / "compute" / "cuda" / "repos" / f"ubuntu{number.replace('.', '')}" / "x86_64",
                   "NVIDIA", repository(number), gpg_home)
    write_distribution(root / "debian.example" / "debian", "Debian", DEBIAN, gpg_home)
    write_distribution(root / "debian.example" / "debian-security", "Debian", SECURITY, gpg_home)


def write_apt_configuration(root: Path) -> None:
    """What "from_host" reads: a machine whose apt knows one Debian mirror."""
    folder = root / "apt"
    folder.mkdir()
    key = root / "keys" / "world.asc"
    (folder / "sources.list").write_text(f"deb [signed-by={key}] http://debian.example/debian bookworm main\n"
                                         f"deb [signed-by={key}] http://debian.example/debian-security bookworm-security main\n")
    (folder / "parts").mkdir()
    (folder / "apt.conf").write_text(f'Dir::Etc::sourcelist "{folder}/sources.list";\nDir::Etc::sourceparts "{folder}/parts";\n')


def write_fingerprint(root: Path, gpg_home: Path) -> None:
    listing = subprocess.run(["gpg", "--homedir", gpg_home, "--batch", "--with-colons", "--list-keys"], check=True, capture_output=True, text=True).stdout
    (root / "keys" / "fingerprint").write_text(next(line.split(":")[9] for line in listing.splitlines() if line.startswith("fpr:")))


def main(folder: str) -> None:
    root = Path(folder).resolve()
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    home = make_key(root)
    write_fingerprint(root, home)
    write_apt(root, home)
    for torch in TORCH:
        write_pytorch(root, *pytorch_index(torch))
    write_json_index(root, "pypi.example", "simple", "files.pypi.example", DEFAULT)
    write_json_index(root, "pypi.nvidia.com", "", "files.nvidia.example", NVIDIA)
    write_images(root)
    write_apt_configuration(root)
    subprocess.run(["gpgconf", "--homedir", home, "--kill", "all"], check=False)
    shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1])
