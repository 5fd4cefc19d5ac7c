#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds KArchive of KDE Frameworks 6 for a system whose own packages have it for Qt 5 only (Debian 12, Ubuntu 24.04),
# from the source package of Debian 13. Where that comes from is the machine's own apt configuration, or the Debian mirror
# in DOSIRAK_DEBIAN_MIRROR; apt checks the signatures, with lists of its own, and the system's sources are not touched.
# docs/decisions/0003-karchive-on-debian-12.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/env.sh"

suite=trixie
stamp="$DOSIRAK_DEPS/provenance.txt"
[ -f "$stamp" ] && exit 0

say() { printf 'karchive: %s\n' "$*"; }
die() { printf 'karchive: %s\n' "$*" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Runs a step quietly, and shows what it said only when it failed.
step() {
    what=$1
    shift
    "$@" > "$work/log" 2>&1 || { tail -40 "$work/log" >&2; die "$what"; }
}

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keyring" ] || die "$keyring is not there: install debian-archive-keyring"
mirror=${DOSIRAK_DEBIAN_MIRROR:-$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk '$1 ~ /^(bookworm|trixie|stable|oldstable)$/ { print $2; exit }')}
[ -n "$mirror" ] || die "apt's configuration names no Debian mirror: name one in DOSIRAK_DEBIAN_MIRROR, then try again"

mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
printf 'deb [signed-by=%s] %s %s main\ndeb-src [signed-by=%s] %s %s main\n' \
    "$keyring" "$mirror" "$suite" "$keyring" "$mirror" "$suite" > "$work/sources.list"
apt="apt-get -q -o Dir::State::Lists=$work/lists -o Dir::Cache=$work/cache -o Dir::Etc::sourcelist=$work/sources.list
    -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null -o Dir::State::status=/dev/null
    -o APT::Sandbox::User=root -o APT::Get::AllowUnauthenticated=false"

say "fetching the source of KArchive of Debian's $suite"
cd "$work"
# $apt is a list of words.
# shellcheck disable=SC2086
{
    step "the package lists could not be read" $apt update
    step "there is no source package kf6-karchive" $apt source --download-only kf6-karchive
    step "there is no extra-cmake-modules" $apt download extra-cmake-modules
}
dsc=$(ls "$work"/kf6-karchive_*.dsc)
step "the source did not unpack" dpkg-source --no-check -x "$dsc" "$work/src"
dpkg-deb -x "$work"/extra-cmake-modules_*.deb "$work/ecm"

# Two edits for Qt 6.4: the version that is asked for, and a header that newer Qt includes by itself.
sed -i 's/set(REQUIRED_QT_VERSION 6\.[0-9.]*)/set(REQUIRED_QT_VERSION 6.4.0)/' "$work/src/CMakeLists.txt"
sed -i 's/^#include <memory>/#include <QStringEncoder>\n#include <memory>/' "$work/src/src/k7zip.cpp"

say "building"
step "it did not configure" cmake -S "$work/src" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DBUILD_SHARED_LIBS=OFF -DCMAKE_POSITION_INDEPENDENT_CODE=ON -DBUILD_TESTING=OFF \
    -DECM_DIR="$work/ecm/usr/share/ECM/cmake" -DCMAKE_INSTALL_PREFIX="$DOSIRAK_DEPS"
step "it did not build" cmake --build "$work/build" --target install

# Written last: what is not complete has no stamp, and is built again.
{
    echo "source: $(basename "$dsc")"
    echo "sha256: $(sha256sum "$dsc" | cut -d' ' -f1)"
    echo "built:  $(date -u +%Y-%m-%dT%H:%M:%SZ)"
} > "$stamp"
say "$(basename "$dsc" .dsc) is in $DOSIRAK_DEPS"
