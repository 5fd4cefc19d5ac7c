# SPDX-License-Identifier: GPL-3.0-or-later
"""NVIDIA's flat CUDA repositories of the little world. Names and version strings come from the facts, so that every package
that a fact names is there; how the packages hold each other together is as the vendor's own error reports show it: a set
of TensorRT is bound by exact versions, and several CUDA builds of one release stand side by side, the wrong one on top."""
import json
from pathlib import Path

FACTS = json.loads((Path(__file__).parents[2] / "resources" / "facts" / "facts.json").read_text())


def release_of(package: str) -> tuple[str, str]:
    """"libnvinfer-plugin8" → ("libnvinfer-plugin", "8")."""
    stem = package.rstrip("0123456789")
    return stem, package[len(stem):]


def tensorrt(package: str, version: str, package_set: list[str]) -> str:
    core = next(name for name in package_set if release_of(name)[0] == "libnvinfer")
    plugin = next(name for name in package_set if release_of(name)[0] == "libnvinfer-plugin")
    stem, major = release_of(package)
    needs = []
    if package == core and major == "8":
        needs = ["libcudnn8"]
    elif package.endswith("-dev"):
        library = next((name for name in package_set if release_of(name)[0] == package.removesuffix("-dev")), None)
        needs = [f"{library} (= {version})"] if library else []
    elif package == "python3-libnvinfer":
        needs = ["python3 (>= 3.8)", f"{core} (= {version})", f"{plugin} (= {version})"]
    elif stem in ("libnvinfer-plugin", "libnvinfer-vc-plugin"):
        needs = [f"{core} (= {version})"]
    elif stem in ("libnvonnxparsers", "libnvparsers"):
        needs = [f"{core} (= {version})", f"{plugin} (= {version})"]
    return f"{package} {version}" + (" < " + ", ".join(needs) if needs else "")


# Newer builds than any preset wants: what a lock must not be drawn to.
NEWER = ["8.6.1.6-1+cuda12.0", "10.13.2.6-1+cuda12.9", "10.13.2.6-1+cuda13.0", "10.13.3.9-1+cuda13.0"]


def all_tensorrt() -> list[str]:
    lines = []
    sets = {name: row["packages"] for name, row in FACTS["tensorrt_deb_sets"].items()}
    for row in FACTS["tensorrt"]:
        deb = row.get("deb") or {}
        for version in deb.get("lib_version_strings") or []:
            lines += [tensorrt(package, version, sets[deb["package_set"]]) for package in sets[deb["package_set"]]]
    for version in NEWER:
        names = sets["8.6" if version.startswith("8") else "10.x"]
        lines += [tensorrt(package, version, names) for package in names]
    return list(dict.fromkeys(lines))


def dashed(cuda: str) -> str:
    return "-".join(cuda.split(".")[:2])


def cuda_packages(row: dict) -> list[str]:
    """What one CUDA release brings, at the versions of the facts' row for its image."""
    if not row.get("cudart"):
        return []
    name = dashed(row["cuda"])
    lines = [f"cuda-cudart-{name} {row['cudart']} [Multi-Arch: same] < cuda-toolkit-{name}-config-common",
             f"cuda-toolkit-{name}-config-common {row['cudart']} [Architecture: all]",
             f"cuda-libraries-{name} {row['cuda']}-1 < cuda-cudart-{name}, libcublas-{name}",
             f"libcublas-{name} {row['cudart']} [Multi-Arch: same]"]
    if row.get("cudnn_deb"):
        package, version = row["cudnn_deb"].split("=")
        lines.append(f"{package} {version} [Multi-Arch: same]")
    return lines


def repository(ubuntu: str) -> list[str]:
    lines = []
    for row in FACTS["base_images"]:
        if row["ubuntu"] == ubuntu:
            lines += cuda_packages(row)
    lines += ["libcudnn8 8.9.7.29-1+cuda12.2 [Multi-Arch: same]", "libcudnn9-cuda-11 9.10.2.21-1 [Multi-Arch: same]",
              "libnccl2 2.27.7-1+cuda13.0"]
    return list(dict.fromkeys(lines + all_tensorrt()))


def image_row(tag: str) -> dict:
    """The facts' row of a tag: they list one image of each family, with or without "cudnn" and "devel" in its name."""
    cuda, system = tag.split("-")[0], tag.rsplit("ubuntu", 1)[1]
    return next(row for row in FACTS["base_images"] if row["cuda"] == cuda and row["ubuntu"] == system)


def image_packages(tag: str) -> str:
    """What an image of NVIDIA's has beside Ubuntu's own."""
    row = image_row(tag)
    lines = [line for line in cuda_packages(row) if "cudnn" in tag or not line.startswith("libcudnn")]
    return "\n".join([*lines, "cuda-keyring 1.1-1 [Architecture: all]", f"libnccl2 2.15.5-1+cuda{'.'.join(row['cuda'].split('.')[:2])}"])


def held(tag: str) -> tuple[str, ...]:
    name = dashed(tag.split("-")[0])
    return (f"libcublas-{name}", "libnccl2", "libcudnn8")
