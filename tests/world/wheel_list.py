# SPDX-License-Identifier: GPL-3.0-or-later
"""Wheels of the little world: PyTorch's indexes with the family that each release asks for, NVIDIA's own index, and a
default index with what the rest comes from and with traps: uploads of the same names that must not be taken."""

LINUX = 'platform_system == "Linux" and platform_machine == "x86_64"'
PYTHONS = {"2.1.2": ["3.10", "3.11"], "2.4.1": ["3.10", "3.12"], "2.5.1": ["3.10", "3.12"], "2.7.1": ["3.10", "3.12", "3.13"],
           "2.9.1": ["3.10", "3.12", "3.13"]}

# torch → (CUDA index, torchvision, triton, wheel tag, what its metadata pins beside)
TORCH = {
    "2.1.2": ("cu118", "0.16.2", "2.1.0", "linux_x86_64", {}),
    "2.4.1": ("cu121", "0.19.1", "3.0.0", "linux_x86_64", {
        "nvidia-cuda-nvrtc-cu12": "12.1.105", "nvidia-cuda-runtime-cu12": "12.1.105", "nvidia-cuda-cupti-cu12": "12.1.105",
        "nvidia-cudnn-cu12": "9.1.0.70", "nvidia-cublas-cu12": "12.1.3.1", "nvidia-cufft-cu12": "11.0.2.54",
        "nvidia-curand-cu12": "10.3.2.106", "nvidia-cusolver-cu12": "11.4.5.107", "nvidia-cusparse-cu12": "12.1.0.106",
        "nvidia-nccl-cu12": "2.20.5", "nvidia-nvtx-cu12": "12.1.105"}),
    "2.5.1": ("cu124", "0.20.1", "3.1.0", "linux_x86_64", {
        "nvidia-cuda-nvrtc-cu12": "12.4.127", "nvidia-cuda-runtime-cu12": "12.4.127", "nvidia-cuda-cupti-cu12": "12.4.127",
        "nvidia-cudnn-cu12": "9.1.0.70", "nvidia-cublas-cu12": "12.4.5.8", "nvidia-cufft-cu12": "11.2.1.3",
        "nvidia-curand-cu12": "10.3.5.147", "nvidia-cusolver-cu12": "11.6.1.9", "nvidia-cusparse-cu12": "12.3.1.170",
        "nvidia-nccl-cu12": "2.21.5", "nvidia-nvtx-cu12": "12.4.127", "nvidia-nvjitlink-cu12": "12.4.127"}),
    "2.7.1": ("cu128", "0.22.1", "3.3.1", "manylinux_2_28_x86_64", {
        "nvidia-cuda-nvrtc-cu12": "12.8.61", "nvidia-cuda-runtime-cu12": "12.8.57", "nvidia-cuda-cupti-cu12": "12.8.57",
        "nvidia-cudnn-cu12": "9.7.1.26", "nvidia-cublas-cu12": "12.8.3.14", "nvidia-cufft-cu12": "11.3.3.41",
        "nvidia-curand-cu12": "10.3.9.55", "nvidia-cusolver-cu12": "11.7.2.55", "nvidia-cusparse-cu12": "12.5.7.53",
        "nvidia-cusparselt-cu12": "0.6.3", "nvidia-nccl-cu12": "2.26.2", "nvidia-nvtx-cu12": "12.8.55",
        "nvidia-nvjitlink-cu12": "12.8.61", "nvidia-cufile-cu12": "1.13.0.11"}),
    "2.9.1": ("cu130", "0.24.1", "3.5.1", "manylinux_2_28_x86_64", {
        "nvidia-cuda-nvrtc": "13.0.48", "nvidia-cuda-runtime": "13.0.48", "nvidia-cuda-cupti": "13.0.48",
        "nvidia-cudnn-cu13": "9.13.0.50", "nvidia-cublas": "13.0.0.19", "nvidia-cufft": "12.0.0.15", "nvidia-curand": "10.4.0.35",
        "nvidia-cusolver": "12.0.3.29", "nvidia-cusparse": "12.6.2.49", "nvidia-cusparselt-cu13": "0.8.0",
        "nvidia-nccl-cu13": "2.27.7", "nvidia-nvshmem-cu13": "3.3.24", "nvidia-nvtx": "13.0.39", "nvidia-nvjitlink": "13.0.39",
        "nvidia-cufile": "1.15.0.42"}),
}
# What NVIDIA's wheels ask for in turn.
NVIDIA_NEEDS = {"cudnn": ["cublas"], "cufft": ["nvjitlink"], "cusolver": ["cublas", "nvjitlink", "cusparse"], "cusparse": ["nvjitlink"]}


def interpreter_tags(pythons: list[str], platform: str) -> list[str]:
    return [f"cp{python.replace('.', '')}-cp{python.replace('.', '')}-{platform}" for python in pythons]


def nvidia_wheel(name: str, version: str, ending: str, tag: str) -> dict:
    part = name.removeprefix("nvidia-").removesuffix("-cu12").removesuffix("-cu13")
    needs = [f"nvidia-{other}{ending}" for other in NVIDIA_NEEDS.get(part, [])]
    return {"name": name, "version": version, "requires": needs, "tag": f"py3-none-{tag}", "license": "NVIDIA Proprietary Software"}


def pytorch_index(torch: str) -> tuple[str, list[dict]]:
    """(cuXXX, files) of the index of one release, as it also has its neighbours and other systems' wheels."""
    build, vision, triton, platform, pins = TORCH[torch]
    pythons, audio = PYTHONS[torch], torch
    older = torch[:-1] + "0"
    ending = "-cu12" if "-cu12" in "".join(pins) else "-cu13"
    needs = ["filelock", "typing-extensions>=4.8.0" if torch < "2.5" else "typing-extensions>=4.10.0", "networkx", "jinja2", "fsspec"]
    needs += ["sympy==1.13.1; python_version >= '3.9'"] if torch == "2.5.1" else ["sympy>=1.13.3"] if torch > "2.5" else ["sympy"]
    if torch >= "2.4":
        needs.append("setuptools; python_version >= '3.12'")
    marker = f"; {LINUX}" if torch < "2.9" else '; platform_system == "Linux"'
    needs += [f"{name}=={version}{marker}" for name, version in pins.items()]
    needs.append(f"triton=={triton}{marker}" + (" and python_version < '3.13'" if torch < "2.7" else ""))

    def family(name: str, version: str, requires: list[str]) -> dict:
        tags = interpreter_tags(pythons, platform) + [f"cp310-cp310-{other}" for other in ("win_amd64", "manylinux_2_28_aarch64")]
        return {"name": name, "version": f"{version}+{build}", "requires": requires, "tags": tags, "python": ">=3.8.0", "license": "BSD-3-Clause"}

    files = [family("torch", torch, needs), family("torch", older, needs),
             family("torchvision", vision, ["numpy", f"torch=={torch}", "pillow!=8.3.*,>=5.3.0"] + (["requests"] if torch < "2.4" else [])),
             family("torchaudio", audio, [f"torch=={torch}"])]
    stamp = "-0" if triton == "2.1.0" else ""
    files.append({"name": "triton", "version": triton, "requires": ["filelock"] if triton < "3.2" else ["setuptools>=40.8.0"],
                  "stamp": stamp, "tags": interpreter_tags(pythons, "manylinux2014_x86_64.manylinux_2_17_x86_64" if triton < "3.3" else
                                                           "manylinux_2_27_x86_64.manylinux_2_28_x86_64"), "license": "MIT"})
    tag = "manylinux1_x86_64" if build == "cu121" else "manylinux2014_x86_64.manylinux_2_17_x86_64"
    for name, version in pins.items():
        own = ending if ending == "-cu12" else ""  # since CUDA 13 the toolkit's own parts have plain names
        files.append(nvidia_wheel(name, version, own, tag))
    if build == "cu121":  # not pinned by torch 2.4, and there in several versions: the newest is taken
        files += [nvidia_wheel("nvidia-nvjitlink-cu12", version, "-cu12", tag) for version in ("12.1.105", "12.4.127", "12.6.85")]
    # What the index has beside, and the presets' pinning leaves to the default one.
    files += [{"name": "numpy", "version": "1.24.1", "tags": interpreter_tags(["3.10"], "manylinux_2_17_x86_64.manylinux2014_x86_64")},
              {"name": "filelock", "version": "3.9.0"}, {"name": "sympy", "version": "1.11.1", "requires": ["mpmath>=0.19"]}]
    return build, files


def compiled(name: str, version: str, pythons: list[str], requires: list[str] = [], platform: str = "manylinux_2_17_x86_64.manylinux2014_x86_64",
             python: str = ">=3.8", license: str = "BSD-3-Clause", abi3: str = "") -> dict:
    tags = [f"{abi3}-abi3-{platform}"] if abi3 else interpreter_tags(pythons, platform)
    return {"name": name, "version": version, "requires": requires, "tags": tags, "python": python, "license": license}


def pure(name: str, version: str, requires: list[str] = [], python: str = ">=3.8", license: str = "MIT") -> dict:
    return {"name": name, "version": version, "requires": requires, "python": python, "license": license}


NEW = "manylinux_2_27_x86_64.manylinux_2_28_x86_64"
DEFAULT = [
    compiled("numpy", "1.26.4", ["3.10", "3.11", "3.12"], python=">=3.9"),
    compiled("numpy", "2.2.6", ["3.10", "3.11", "3.12", "3.13"], python=">=3.10"),
    compiled("numpy", "2.3.1", ["3.11", "3.12", "3.13"], platform="manylinux_2_27_x86_64.manylinux_2_28_x86_64", python=">=3.11"),
    {**compiled("numpy", "2.4.0rc1", ["3.11", "3.12", "3.13"], platform=NEW, python=">=3.11")},
    compiled("pillow", "11.2.1", ["3.10", "3.11", "3.12", "3.13"], platform="manylinux_2_28_x86_64", python=">=3.9", license="MIT-CMU"),
    compiled("pillow", "11.3.0", ["3.10", "3.11", "3.12", "3.13"], platform=NEW, python=">=3.9", license="MIT-CMU"),
    compiled("markupsafe", "3.0.2", ["3.10", "3.11", "3.12", "3.13"], python=">=3.9"),
    pure("jinja2", "3.1.6", ["MarkupSafe>=2.0", "Babel>=2.7; extra == 'i18n'"], python=">=3.7", license="BSD-3-Clause"),
    pure("filelock", "3.18.0", python=">=3.9", license="Unlicense"),
    pure("fsspec", "2025.5.1", python=">=3.9", license="BSD-3-Clause"),
    pure("networkx", "3.4.2", python=">=3.10", license="BSD-3-Clause"),
    pure("networkx", "3.5", python=">=3.11", license="BSD-3-Clause"),
    pure("sympy", "1.13.1", ["mpmath<1.4,>=1.1.0"], license="BSD"),
    pure("sympy", "1.14.0", ["mpmath<1.4,>=1.1.0"], python=">=3.9", license="BSD"),
    pure("mpmath", "1.3.0", license="BSD"),
    {**pure("mpmath", "1.4.0a4", license="BSD")},
    pure("typing-extensions", "4.14.0", python=">=3.9", license="PSF-2.0"),
    pure("setuptools", "80.9.0", python=">=3.9"),
    {**pure("setuptools", "81.0.0", python=">=3.9"), "yanked": "broke everything"},
    pure("requests", "2.32.4", ["charset_normalizer<4,>=2", "idna<4,>=2.5", "urllib3<3,>=1.21.1", "certifi>=2017.4.17"], license="Apache-2.0"),
    compiled("charset-normalizer", "3.4.2", ["3.10", "3.11", "3.12", "3.13"], python=">=3.7", license="MIT"),
    pure("idna", "3.10", python=">=3.6", license="BSD-3-Clause"),
    pure("urllib3", "2.5.0", python=">=3.9"),
    pure("certifi", "2025.6.15", python=">=3.7", license="MPL-2.0"),
    compiled("onnxruntime", "1.22.0", ["3.10", "3.11", "3.12", "3.13"], ["coloredlogs", "flatbuffers", "numpy>=1.21.6", "packaging", "protobuf", "sympy"],
             platform=NEW, python=">=3.10", license="MIT License"),
    pure("coloredlogs", "15.0.1", ["humanfriendly>=9.1"], python=">=2.7"),
    pure("humanfriendly", "10.0", ["pyreadline3; sys_platform == 'win32'"], python=">=2.7"),
    pure("flatbuffers", "25.2.10", license="Apache 2.0"),
    pure("packaging", "25.0", license="Apache-2.0"),
    compiled("protobuf", "6.31.1", [], platform="manylinux2014_x86_64", python=">=3.9", license="3-Clause BSD", abi3="cp39"),
    compiled("opencv-python-headless", "4.11.0.86", [], ["numpy>=1.21.2; python_version >= '3.10'", "numpy>=1.26.0; python_version >= '3.12'"],
             python=">=3.6", license="Apache 2.0", abi3="cp37"),
    # Traps. The unmarked torch of the default index is another CUDA build; TensorRT's upload fetches while it is built; a
    # name of NVIDIA's that anybody could have taken.
    compiled("torch", "2.9.1", ["3.10", "3.12"], platform="manylinux_2_28_x86_64", python=">=3.10"),
    compiled("triton", "3.5.1", ["3.10", "3.12"], platform=NEW),
    {"name": "tensorrt", "version": "10.6.0", "sdist": True},
    pure("nvidia-cublas-cu12", "99.0"),
]

# NVIDIA's own index: TensorRT's real parts.
NVIDIA = [{"name": f"tensorrt-cu12-{part}", "version": version, "requires": needs, "tags": tags, "license": "Proprietary"}
          for version in ("10.6.0", "10.9.0.34")
          for part, needs, tags in (("libs", ["nvidia-cuda-runtime-cu12"], ["py2.py3-none-manylinux_2_17_x86_64"]),
                                    ("bindings", [], ["cp310-none-manylinux_2_17_x86_64", "cp312-none-manylinux_2_17_x86_64"]))]
NVIDIA.append({"name": "tensorrt-cu12", "version": "10.6.0", "sdist": True})
