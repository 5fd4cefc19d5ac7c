# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian 12 and 13 of the little world, cut down to what the shipped presets reach."""
from ubuntu_list import python

BOOKWORM_BASE = """
base-files 12.4+deb12u11 [Essential: yes]
bash 5.2.15-2+b8 [Essential: yes]
debconf 1.5.82 [Architecture: all; Multi-Arch: foreign; Provides: debconf-2.0]
dpkg 1.21.22 [Essential: yes; Multi-Arch: foreign]
gcc-12-base 12.2.0-14+deb12u1 [Multi-Arch: same]
libbz2-1.0 1.0.8-5+b1 [Multi-Arch: same]
libc6 2.36-9+deb12u10 [Multi-Arch: same] < libgcc-s1
libcom-err2 1.47.0-2 [Multi-Arch: same]
libcrypt1 1:4.4.33-2 [Multi-Arch: same]
libdb5.3 5.3.28+dfsg2-1 [Multi-Arch: same]
libffi8 3.4.4-1 [Multi-Arch: same]
libgcc-s1 12.2.0-14+deb12u1 [Multi-Arch: same] < gcc-12-base (= 12.2.0-14+deb12u1), libc6 (>= 2.35)
liblzma5 5.4.1-1 [Multi-Arch: same]
libtinfo6 6.4-4 [Multi-Arch: same]
libuuid1 2.38.1-5+deb12u3 [Multi-Arch: same]
perl-base 5.36.0-7+deb12u2 [Essential: yes]
zlib1g 1:1.2.13.dfsg-1 [Multi-Arch: same]
"""

BOOKWORM_MORE = ("libbz2-1.0, libc6 (>= 2.36), libcrypt1 (>= 1:4.1.0), libdb5.3, libffi8 (>= 3.4), liblzma5 (>= 5.1.1alpha+20120614), "
                 "libncursesw6 (>= 6.1), libnsl2 (>= 2.0~) | libnsl2 (>= 1.0), libreadline8 (>= 7.0~beta), libsqlite3-0 (>= 3.36.0), "
                 "libtinfo6 (>= 6), libtirpc3 (>= 1.0.2), libuuid1 (>= 2.20.1)")


def bookworm_python(full: str) -> str:
    return python(full, "3.11", "3.11.2-1+b1", "media-types | mime-support", BOOKWORM_MORE,
                  f"""python3.11-venv {full} < python3.11 (= {full}), python3-pip-whl, python3-setuptools-whl, python3-distutils
python3-venv 3.11.2-1+b1 < python3.11-venv (>= 3.11.2-1~), python3 (= 3.11.2-1+b1), python3-distutils
""")


DEBIAN = {
    "bookworm": {"main": BOOKWORM_BASE + bookworm_python("3.11.2-6+deb12u5") + """
ca-certificates 20230311+deb12u1 [Architecture: all; Multi-Arch: foreign] < openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
krb5-locales 1.20.1-2+deb12u3 [Architecture: all]
libexpat1 2.5.0-1+deb12u1 [Multi-Arch: same] < libc6 (>= 2.36)
libgssapi-krb5-2 1.20.1-2+deb12u3 [Multi-Arch: same; Recommends: krb5-locales] < libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkrb5-3 (= 1.20.1-2+deb12u3)
libk5crypto3 1.20.1-2+deb12u3 [Multi-Arch: same] < libc6 (>= 2.33)
libkrb5-3 1.20.1-2+deb12u3 [Multi-Arch: same] < libk5crypto3 (>= 1.20), libssl3 (>= 3.0.0)
libncursesw6 6.4-4 [Multi-Arch: same] < libtinfo6 (= 6.4-4), libc6 (>= 2.34)
libnsl2 1.3.0-2 [Multi-Arch: same] < libtirpc3 (>= 1.0.2)
libreadline8 8.2-1.3 [Multi-Arch: same] < readline-common, libc6 (>= 2.33), libtinfo6 (>= 6)
libsqlite3-0 3.40.1-2+deb12u1 [Multi-Arch: same] < libc6 (>= 2.34)
libssl3 3.0.16-1~deb12u1 [Multi-Arch: same] < libc6 (>= 2.34)
libtirpc-common 1.3.3+ds-1 [Architecture: all; Multi-Arch: foreign]
libtirpc3 1.3.3+ds-1 [Multi-Arch: same] < libgssapi-krb5-2 (>= 1.17), libtirpc-common (>= 1.3.3+ds-1)
media-types 10.0.0 [Architecture: all; Multi-Arch: foreign; Provides: mime-support]
openssl 3.0.16-1~deb12u1 [Multi-Arch: foreign] < libssl3 (>= 3.0.9)
python3-distutils 3.11.2-3 [Architecture: all] < python3 (>= 3.11), python3 (<< 3.12), python3-lib2to3 (= 3.11.2-3)
python3-lib2to3 3.11.2-3 [Architecture: all] < python3 (>= 3.11), python3 (<< 3.12)
python3-pip-whl 23.0.1+dfsg-1 [Architecture: all]
python3-setuptools-whl 66.1.1-1+deb12u1 [Architecture: all]
readline-common 8.2-1.3 [Architecture: all; Multi-Arch: foreign]
"""},
    "bookworm-updates": {"main": """
tzdata 2025b-0+deb12u1 [Architecture: all; Multi-Arch: foreign] < debconf (>= 0.5) | debconf-2.0
"""},
    "trixie": {"main": """
base-files 13.8 [Essential: yes]
debconf 1.5.91 [Architecture: all; Multi-Arch: foreign; Provides: debconf-2.0]
dpkg 1.22.20 [Essential: yes; Multi-Arch: foreign]
gcc-14-base 14.2.0-19 [Multi-Arch: same]
ca-certificates 20250419 [Architecture: all; Multi-Arch: foreign] < openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
libffi8 3.4.8-2 [Multi-Arch: same] < libc6 (>= 2.34)
libncursesw6 6.5+20250216-2 [Multi-Arch: same] < libtinfo6 (= 6.5+20250216-2), libc6 (>= 2.38)
libreadline8t64 8.2-6 [Multi-Arch: same; Provides: libreadline8 (= 8.2-6)] < readline-common, libc6 (>= 2.38), libtinfo6 (>= 6)
libsqlite3-0 3.46.1-7 [Multi-Arch: same] < libc6 (>= 2.38)
media-types 13.0.0 [Architecture: all; Multi-Arch: foreign; Provides: mime-support]
netbase 6.5 [Architecture: all; Multi-Arch: foreign]
openssl 3.5.1-1 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3t64 (>= 3.5.0)
openssl-provider-legacy 3.5.1-1 [Multi-Arch: same] < libssl3t64 (= 3.5.1-1)
python3-pip-whl 25.1.1+dfsg-1 [Architecture: all]
readline-common 8.2-6 [Architecture: all; Multi-Arch: foreign]
tzdata 2025b-4 [Architecture: all; Multi-Arch: foreign] < debconf (>= 0.5) | debconf-2.0
""" + python("3.13.5-2", "3.13", "3.13.5-1", "media-types | mime-support, tzdata",
             "netbase, tzdata, libbz2-1.0, libc6 (>= 2.41), libffi8 (>= 3.4), liblzma5 (>= 5.1.1alpha+20120614), libncursesw6 (>= 6.1), "
             "libreadline8t64 (>= 7.0~beta), libsqlite3-0 (>= 3.36.0), libtinfo6 (>= 6), libuuid1 (>= 2.20.1)",
             """python3.13-venv 3.13.5-2 < python3.13 (= 3.13.5-2), python3-pip-whl
python3-venv 3.13.5-1 < python3.13-venv (>= 3.13.4-1~), python3 (= 3.13.5-1)
""")},
    "trixie-updates": {"main": ""},
}

SECURITY = {
    "bookworm-security": {"main": bookworm_python("3.11.2-6+deb12u6") + """
libssl3 3.0.17-1~deb12u2 [Multi-Arch: same] < libc6 (>= 2.34)
openssl 3.0.17-1~deb12u2 [Multi-Arch: foreign] < libssl3 (>= 3.0.17)
"""},
    "trixie-security": {"main": """
openssl 3.5.1-1+deb13u1 [Multi-Arch: foreign] < libc6 (>= 2.34), libssl3t64 (>= 3.5.0)
"""},
}

TRIXIE_BASE = """
base-files 13.8 [Essential: yes]
bash 5.2.37-2+b5 [Essential: yes]
debconf 1.5.91 [Architecture: all; Multi-Arch: foreign; Provides: debconf-2.0]
dpkg 1.22.20 [Essential: yes; Multi-Arch: foreign]
gcc-14-base 14.2.0-19 [Multi-Arch: same]
libbz2-1.0 1.0.8-6 [Multi-Arch: same]
libc6 2.41-12 [Multi-Arch: same] < libgcc-s1
libcrypt1 1:4.4.38-1 [Multi-Arch: same]
libdb5.3t64 5.3.28+dfsg2-9 [Multi-Arch: same; Provides: libdb5.3 (= 5.3.28+dfsg2-9)]
libgcc-s1 14.2.0-19 [Multi-Arch: same]
liblzma5 5.8.1-1 [Multi-Arch: same]
libssl3t64 3.5.1-1 [Multi-Arch: same; Provides: libssl3 (= 3.5.1-1)]
libtinfo6 6.5+20250216-2 [Multi-Arch: same]
libuuid1 2.41-5 [Multi-Arch: same]
perl-base 5.40.1-6 [Essential: yes]
zlib1g 1:1.3.dfsg+really1.3.1-1+b1 [Multi-Arch: same]
"""
