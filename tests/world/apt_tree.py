# SPDX-License-Identifier: GPL-3.0-or-later
"""Apt repositories of the little world, in the shape of the real ones: several suites and components over one pool, or a
flat one as NVIDIA's. Unlike those of make_world.py they are made from one-line packages:

    "libc6 2.35-0ubuntu3.8 [Multi-Arch: same] < libgcc-s1, libcrypt1 (>= 1:4.4.10)"

name, version, further fields in brackets (separated by "; "), and after "<" what it depends on.
"""
import re
import subprocess
from pathlib import Path

from make_world import control, deb_of, gz, sha256

LINE = re.compile(r"^(?P<name>\S+) (?P<version>\S+)(?: \[(?P<fields>[^]]*)\])?(?: < (?P<depends>.*))?$")


def package(line: str) -> dict[str, str]:
    match = LINE.match(line.strip())
    if not match:
        raise ValueError(f"not a package: {line}")
    fields = {"Package": match["name"], "Version": match["version"], "Architecture": "amd64",
              "Maintainer": "Little World <world@example.invalid>", "Installed-Size": "1"}
    for field in (match["fields"] or "").split("; "):
        if field:
            key, value = field.split(": ", 1)
            fields[key] = value
    if match["depends"]:
        fields["Depends"] = match["depends"]
    fields["Description"] = f"{match['name']} of the little world"
    return fields


def packages(text: str) -> list[dict[str, str]]:
    return [package(line) for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def sign(folder: Path, gpg_home: Path) -> None:
    subprocess.run(["gpg", "--homedir", gpg_home, "--batch", "--yes", "--clearsign", "-o", folder / "InRelease", folder / "Release"],
                   check=True, capture_output=True)


def write_index(folder: Path, name: str, stanzas: list[dict[str, str]]) -> dict[str, bytes]:
    """Packages and Packages.gz; gives what a Release lists of them."""
    text = b"\n".join(control(stanza) for stanza in stanzas)
    files = {f"{name}Packages": text, f"{name}Packages.gz": gz(text)}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return files


def write_release(folder: Path, head: dict[str, str], files: dict[str, bytes], gpg_home: Path) -> None:
    sums = "".join(f" {sha256(data)} {len(data)} {name}\n" for name, data in sorted(files.items()))
    text = "".join(f"{key}: {value}\n" for key, value in head.items()) + f"Date: Mon, 02 Jun 2025 08:00:00 UTC\nSHA256:\n{sums}"
    (folder / "Release").write_text(text)
    sign(folder, gpg_home)


def place_deb(base: Path, relative: str, fields: dict[str, str]) -> dict[str, str]:
    data = deb_of(fields)
    path = base / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return {**fields, "Filename": relative, "Size": str(len(data)), "SHA256": sha256(data)}


def file_name(fields: dict[str, str]) -> str:
    return f"{fields['Package']}_{fields['Version'].split(':', 1)[-1]}_{fields['Architecture']}.deb"


def write_distribution(base: Path, origin: str, suites: dict[str, dict[str, str]], gpg_home: Path) -> None:
    """dists/ and pool/. @suites: suite → component → packages as text."""
    for suite, components in suites.items():
        folder = base / "dists" / suite
        files: dict[str, bytes] = {}
        for component, text in components.items():
            stanzas = [place_deb(base, f"pool/{component}/{fields['Package'][0]}/{fields['Package']}/{file_name(fields)}", fields)
                       for fields in packages(text)]
            files |= write_index(folder, f"{component}/binary-amd64/", stanzas)
        head = {"Origin": origin, "Label": origin, "Suite": suite, "Codename": suite.split("-")[0], "Architectures": "amd64",
                "Components": " ".join(components)}
        if suite.endswith("-backports"):
            head |= {"NotAutomatic": "yes", "ButAutomaticUpgrades": "yes"}
        write_release(folder, head, files, gpg_home)


def write_flat(base: Path, origin: str, lines: list[str], gpg_home: Path) -> None:
    stanzas = [{**fields, "Filename": "./" + fields["Filename"]}
               for fields in (place_deb(base, file_name(package(line)), package(line)) for line in lines)]
    files = write_index(base, "", stanzas)
    write_release(base, {"Origin": origin, "Label": origin, "Architectures": "amd64"}, files, gpg_home)
