# SPDX-License-Identifier: GPL-3.0-or-later
"""Ubuntu 22.04 and 24.04 of the little world: names, version forms and relations as the archive has them, cut down to what
the shipped presets reach, with some packages beside that must not be chosen."""

# What ubuntu:22.04 brings, as far as anything depends on it.
JAMMY_BASE = """
base-files 12ubuntu4.7 [Essential: yes]
bash 5.1-6ubuntu1.1 [Essential: yes]
coreutils 8.32-4.1ubuntu1.2 [Essential: yes]
debconf 1.5.79ubuntu1 [Multi-Arch: foreign; Provides: debconf-2.0]
dpkg 1.21.1ubuntu2.3 [Essential: yes; Multi-Arch: foreign]
gcc-12-base 12.3.0-1ubuntu1~22.04 [Multi-Arch: same]
libbz2-1.0 1.0.8-5build1 [Multi-Arch: same]
libc-bin 2.35-0ubuntu3.8 [Essential: yes; Multi-Arch: foreign] < libc6 (>> 2.35), libc6 (<< 2.36)
libc6 2.35-0ubuntu3.8 [Multi-Arch: same] < libgcc-s1, libcrypt1 (>= 1:4.4.10-10ubuntu4)
libcom-err2 1.46.5-2ubuntu1.1 [Multi-Arch: same]
libcrypt1 1:4.4.27-1 [Multi-Arch: same]
libdb5.3 5.3.28+dfsg1-0.8ubuntu3 [Multi-Arch: same]
libffi8 3.4.2-4 [Multi-Arch: same]
libgcc-s1 12.3.0-1ubuntu1~22.04 [Multi-Arch: same] < gcc-12-base (= 12.3.0-1ubuntu1~22.04), libc6 (>= 2.35)
libgssapi-krb5-2 1.19.2-2ubuntu0.4 [Multi-Arch: same]
libk5crypto3 1.19.2-2ubuntu0.4 [Multi-Arch: same]
libkrb5-3 1.19.2-2ubuntu0.4 [Multi-Arch: same]
liblzma5 5.2.5-2ubuntu1 [Multi-Arch: same]
libncurses6 6.3-2ubuntu0.1 [Multi-Arch: same]
libncursesw6 6.3-2ubuntu0.1 [Multi-Arch: same]
libnsl2 1.3.0-2build2 [Multi-Arch: same]
libssl3 3.0.2-0ubuntu1.18 [Multi-Arch: same]
libstdc++6 12.3.0-1ubuntu1~22.04 [Multi-Arch: same]
libtinfo6 6.3-2ubuntu0.1 [Multi-Arch: same]
libtirpc-common 1.3.2-2ubuntu0.1
libtirpc3 1.3.2-2ubuntu0.1 [Multi-Arch: same]
libuuid1 2.37.2-4ubuntu3.4 [Multi-Arch: same]
libzstd1 1.4.8+dfsg-3build1 [Multi-Arch: same]
perl-base 5.34.0-3ubuntu1.3 [Essential: yes]
zlib1g 1:1.2.11.dfsg-2ubuntu9.2 [Multi-Arch: same]
"""

# What NVIDIA's recipe adds to it before CUDA (gnupg2 and its libraries, ca-certificates).
JAMMY_ADDED = """
ca-certificates 20240203~22.04.1 [Architecture: all; Multi-Arch: foreign] < openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
openssl 3.0.2-0ubuntu1.18 [Multi-Arch: foreign]
readline-common 8.1.2-1 [Architecture: all; Multi-Arch: foreign]
libreadline8 8.1.2-1 [Multi-Arch: same] < readline-common, libc6 (>= 2.33), libtinfo6 (>= 6)
libsqlite3-0 3.37.2-2ubuntu0.3 [Multi-Arch: same]
gnupg2 2.2.27-3ubuntu2.1 [Architecture: all]
"""


def python(full: str, minor: str, python3: str, provider: str, more: str, venv: str) -> str:
    """The packages of one Python, which hold together by exact versions."""
    return f"""
python3 {python3} [Multi-Arch: allowed; Pre-Depends: python3-minimal (= {python3})] < python{minor} (>= {full.split('-')[0]}-1~), libpython3-stdlib (= {python3})
python3-minimal {python3} [Multi-Arch: allowed; Pre-Depends: python{minor}-minimal (>= {full.split('-')[0]}-1~)] < dpkg (>= 1.13.20)
libpython3-stdlib {python3} [Multi-Arch: same] < libpython{minor}-stdlib (>= {full.split('-')[0]}-1~)
python{minor} {full} [Multi-Arch: allowed; Breaks: python3-all (<< {minor}); Recommends: ca-certificates] < python{minor}-minimal (= {full}), libpython{minor}-stdlib (= {full}), {provider}
python{minor}-minimal {full} [Multi-Arch: allowed; Pre-Depends: libc6 (>= 2.35); Recommends: python{minor}] < libpython{minor}-minimal (= {full})
libpython{minor}-minimal {full} [Multi-Arch: same] < libc6 (>= 2.34), libssl3 (>= 3.0.0~~alpha1) | libssl3t64 (>= 3.0.0)
libpython{minor}-stdlib {full} [Multi-Arch: same] < libpython{minor}-minimal (= {full}), {provider.split(',')[0]}, {more}
{venv}"""


JAMMY_MORE = ("libbz2-1.0, libc6 (>= 2.35), libcrypt1 (>= 1:4.1.0), libdb5.3, libffi8 (>= 3.4), liblzma5 (>= 5.1.1alpha+20120614), "
              "libmpdec3 (>= 2.5.0), libncursesw6 (>= 6.1), libnsl2 (>= 2.0~) | libnsl2 (>= 1.0), libreadline8 (>= 7.0~beta), "
              "libsqlite3-0 (>= 3.36.0), libtinfo6 (>= 6), libtirpc3 (>= 1.0.2), libuuid1 (>= 2.20.1)")


def jammy_python(full: str, python3: str) -> str:
    return python(full, "3.10", python3, "media-types | mime-support", JAMMY_MORE, "")


def jammy_venv(full: str, python3: str) -> str:
    return f"""
python3.10-venv {full} < python3.10 (= {full}), python3-pip-whl, python3-setuptools-whl
python3-venv {python3} < python3.10-venv (>= {full.split('-')[0]}-1~), python3 (= {python3}), python3-distutils
"""


JAMMY = {
    "jammy": {
        "main": JAMMY_BASE.replace("ubuntu3.8", "ubuntu3").replace("12.3.0-1ubuntu1~22.04", "12-20220319-1ubuntu1")
        + jammy_python("3.10.4-3", "3.10.4-0ubuntu2") + """
ca-certificates 20211016 [Architecture: all; Multi-Arch: foreign] < openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
openssl 3.0.2-0ubuntu1 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3 (>= 3.0.2)
libgomp1 12-20220319-1ubuntu1 [Multi-Arch: same] < gcc-12-base (= 12-20220319-1ubuntu1), libc6 (>= 2.34)
libmpdec3 2.5.1-2build2 [Multi-Arch: same] < libc6 (>= 2.14)
libreadline8 8.1.2-1 [Multi-Arch: same] < readline-common, libc6 (>= 2.33), libtinfo6 (>= 6)
libsqlite3-0 3.37.2-2 [Multi-Arch: same] < libc6 (>= 2.29)
media-types 7.0.0 [Architecture: all; Multi-Arch: foreign; Provides: mime-support]
python3-distutils 3.10.4-0ubuntu1 [Architecture: all] < python3 (>= 3.10.1-1~), python3 (<< 3.11), python3-lib2to3 (= 3.10.4-0ubuntu1)
python3-lib2to3 3.10.4-0ubuntu1 [Architecture: all] < python3 (>= 3.10.1-1~), python3 (<< 3.11)
readline-common 8.1.2-1 [Architecture: all; Multi-Arch: foreign]
tzdata 2022a-0ubuntu1 [Architecture: all; Multi-Arch: foreign]
""",
        "universe": jammy_venv("3.10.4-3", "3.10.4-0ubuntu2") + """
python3-pip-whl 22.0.2+dfsg-1 [Architecture: all]
python3-setuptools-whl 59.6.0-1.2 [Architecture: all]
python3.11 3.11.0~rc1-1~22.04 [Multi-Arch: allowed]
""",
    },
    "jammy-updates": {
        "main": jammy_python("3.10.12-1~22.04.9", "3.10.6-1~22.04.1") + """
ca-certificates 20240203~22.04.1 [Architecture: all; Multi-Arch: foreign] < openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
gcc-12-base 12.3.0-1ubuntu1~22.04 [Multi-Arch: same]
libc6 2.35-0ubuntu3.9 [Multi-Arch: same] < libgcc-s1, libcrypt1 (>= 1:4.4.10-10ubuntu4)
libgomp1 12.3.0-1ubuntu1~22.04 [Multi-Arch: same] < gcc-12-base (= 12.3.0-1ubuntu1~22.04), libc6 (>= 2.34)
libsqlite3-0 3.37.2-2ubuntu0.4 [Multi-Arch: same] < libc6 (>= 2.29)
openssl 3.0.2-0ubuntu1.19 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3 (>= 3.0.2-0ubuntu1.2)
python3-distutils 3.10.8-1~22.04 [Architecture: all] < python3 (>= 3.10.1-1~), python3 (<< 3.11), python3-lib2to3 (= 3.10.8-1~22.04)
python3-lib2to3 3.10.8-1~22.04 [Architecture: all] < python3 (>= 3.10.1-1~), python3 (<< 3.11)
tzdata 2025b-0ubuntu0.22.04 [Architecture: all; Multi-Arch: foreign]
""",
        "universe": jammy_venv("3.10.12-1~22.04.9", "3.10.6-1~22.04.1") + """
python3-pip-whl 22.0.2+dfsg-1ubuntu0.5 [Architecture: all]
python3-setuptools-whl 59.6.0-1.2ubuntu0.22.04.2 [Architecture: all]
""",
    },
    "jammy-security": {
        "main": """
libsqlite3-0 3.37.2-2ubuntu0.4 [Multi-Arch: same] < libc6 (>= 2.29)
openssl 3.0.2-0ubuntu1.19 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3 (>= 3.0.2-0ubuntu1.2)
""",
        "universe": """
python3-pip-whl 22.0.2+dfsg-1ubuntu0.5 [Architecture: all]
""",
    },
}

NOBLE_BASE = """
base-files 13ubuntu10.2 [Essential: yes]
bash 5.2.21-2ubuntu4 [Essential: yes]
coreutils 9.4-3ubuntu6 [Essential: yes]
debconf 1.5.86ubuntu1 [Multi-Arch: foreign; Provides: debconf-2.0]
dpkg 1.22.6ubuntu6.1 [Essential: yes; Multi-Arch: foreign]
gcc-14-base 14.2.0-4ubuntu2~24.04 [Multi-Arch: same]
libbz2-1.0 1.0.8-5.1build0.1 [Multi-Arch: same]
libc-bin 2.39-0ubuntu8.4 [Essential: yes; Multi-Arch: foreign] < libc6 (>> 2.39), libc6 (<< 2.40)
libc6 2.39-0ubuntu8.4 [Multi-Arch: same] < libgcc-s1
libcrypt1 1:4.4.36-4build1 [Multi-Arch: same]
libdb5.3t64 5.3.28+dfsg2-7 [Multi-Arch: same; Provides: libdb5.3 (= 5.3.28+dfsg2-7); Replaces: libdb5.3]
libffi8 3.4.6-1build1 [Multi-Arch: same]
libgcc-s1 14.2.0-4ubuntu2~24.04 [Multi-Arch: same] < gcc-14-base (= 14.2.0-4ubuntu2~24.04), libc6 (>= 2.35)
liblzma5 5.6.1+really5.4.5-1ubuntu0.2 [Multi-Arch: same]
libncursesw6 6.4+20240113-1ubuntu2 [Multi-Arch: same]
libssl3t64 3.0.13-0ubuntu3.5 [Multi-Arch: same; Provides: libssl3 (= 3.0.13-0ubuntu3.5)]
libstdc++6 14.2.0-4ubuntu2~24.04 [Multi-Arch: same]
libtinfo6 6.4+20240113-1ubuntu2 [Multi-Arch: same]
libuuid1 2.39.3-9ubuntu6.2 [Multi-Arch: same]
libzstd1 1.5.5+dfsg2-2build1.1 [Multi-Arch: same]
perl-base 5.38.2-3.2ubuntu0.1 [Essential: yes]
zlib1g 1:1.3.dfsg-3.1ubuntu2.1 [Multi-Arch: same]
"""

NOBLE_ADDED = """
ca-certificates 20240203 [Architecture: all; Multi-Arch: foreign] < openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
openssl 3.0.13-0ubuntu3.5 [Multi-Arch: foreign]
readline-common 8.2-4build1 [Architecture: all; Multi-Arch: foreign]
libreadline8t64 8.2-4build1 [Multi-Arch: same; Provides: libreadline8 (= 8.2-4build1)] < readline-common, libc6 (>= 2.38), libtinfo6 (>= 6)
libsqlite3-0 3.45.1-1ubuntu2.1 [Multi-Arch: same]
gnupg2 2.4.4-2ubuntu17.2 [Architecture: all]
"""

NOBLE_MORE = ("netbase, tzdata, libbz2-1.0, libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0), libdb5.3t64, libffi8 (>= 3.4), "
              "liblzma5 (>= 5.1.1alpha+20120614), libncursesw6 (>= 6.1), libreadline8t64 (>= 7.0~beta), libsqlite3-0 (>= 3.36.0), "
              "libtinfo6 (>= 6), libuuid1 (>= 2.20.1)")


def noble_python(full: str, python3: str) -> str:
    return python(full, "3.12", python3, "media-types | mime-support, tzdata", NOBLE_MORE, "")


def noble_venv(full: str, python3: str) -> str:
    return f"""
python3.12-venv {full} < python3.12 (= {full}), python3-pip-whl, python3-setuptools-whl
python3-venv {python3} < python3.12-venv (>= {full.split('-')[0]}-0~), python3 (= {python3})
"""


NOBLE = {
    "noble": {
        "main": NOBLE_BASE + noble_python("3.12.3-1", "3.12.3-0ubuntu1") + """
ca-certificates 20240203 [Architecture: all; Multi-Arch: foreign] < openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
openssl 3.0.13-0ubuntu3 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3t64 (>= 3.0.9)
libgomp1 14-20240412-0ubuntu1 [Multi-Arch: same] < gcc-14-base (= 14-20240412-0ubuntu1), libc6 (>= 2.38)
libreadline8t64 8.2-4build1 [Multi-Arch: same; Provides: libreadline8 (= 8.2-4build1)] < readline-common, libc6 (>= 2.38), libtinfo6 (>= 6)
libsqlite3-0 3.45.1-1ubuntu2 [Multi-Arch: same] < libc6 (>= 2.38)
media-types 10.1.0 [Architecture: all; Multi-Arch: foreign; Provides: mime-support]
netbase 6.4 [Architecture: all; Multi-Arch: foreign]
readline-common 8.2-4build1 [Architecture: all; Multi-Arch: foreign]
tzdata 2024a-2ubuntu1 [Architecture: all; Multi-Arch: foreign] < debconf (>= 0.5) | debconf-2.0
""",
        "universe": noble_venv("3.12.3-1", "3.12.3-0ubuntu1") + """
python3-pip-whl 24.0+dfsg-1ubuntu1 [Architecture: all]
python3-setuptools-whl 68.1.2-2ubuntu1 [Architecture: all]
""",
    },
    "noble-updates": {
        "main": noble_python("3.12.3-1ubuntu0.7", "3.12.3-0ubuntu2") + """
libgomp1 14.2.0-4ubuntu2~24.04 [Multi-Arch: same] < gcc-14-base (= 14.2.0-4ubuntu2~24.04), libc6 (>= 2.38)
gcc-14-base 14.2.0-4ubuntu2~24.04 [Multi-Arch: same]
libsqlite3-0 3.45.1-1ubuntu2.3 [Multi-Arch: same] < libc6 (>= 2.38)
openssl 3.0.13-0ubuntu3.5 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3t64 (>= 3.0.9)
tzdata 2025b-0ubuntu0.24.04.1 [Architecture: all; Multi-Arch: foreign] < debconf (>= 0.5) | debconf-2.0
""",
        "universe": noble_venv("3.12.3-1ubuntu0.7", "3.12.3-0ubuntu2") + """
python3-pip-whl 24.0+dfsg-1ubuntu1.1 [Architecture: all]
python3-setuptools-whl 68.1.2-2ubuntu1.2 [Architecture: all]
""",
    },
    "noble-security": {
        "main": """
libsqlite3-0 3.45.1-1ubuntu2.3 [Multi-Arch: same] < libc6 (>= 2.38)
openssl 3.0.13-0ubuntu3.5 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3t64 (>= 3.0.9)
""",
        "universe": """
python3-setuptools-whl 68.1.2-2ubuntu1.2 [Architecture: all]
""",
    },
}
