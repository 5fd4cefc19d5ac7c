#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what building, testing and running Dosirak needs. Asks for nothing twice: with all in place it ends in
# well under two seconds and installs nothing. Debian 12 and 13, Ubuntu 24.04 and newer; elsewhere it prints a list.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/packages.sh"

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else die "these need root, and sudo is not here: $*"
    fi
}

. /etc/os-release
case "$ID-${VERSION_ID:-}" in
    debian-12) ;;
    debian-13|debian-|ubuntu-24.*|ubuntu-25.*|ubuntu-26.*) build_packages="$build_packages libkf6archive-dev" ;;
    *) cat >&2 <<END
setup: this script knows Debian 12 and 13 and Ubuntu 24.04 and newer. On $PRETTY_NAME, install by hand:
  a C++20 compiler, CMake 3.25 or newer, Ninja, pkg-config
  Qt 6.4 or newer (Core, Gui, Widgets, Network, Concurrent, Test, Linguist tools)
  KArchive of KDE Frameworks 6, libsolv, OpenSSL 3, nlohmann-json 3.11, valijson, tl-expected
  for the tests: docker, mmdebstrap, gpg, xvfb, python3
then: cmake --preset release && cmake --build --preset release
END
       exit 1 ;;
esac
if [ "$ID" = ubuntu ] && ! apt-cache show libkf6archive-dev >/dev/null 2>&1; then
    die "this Ubuntu has no KArchive for Qt 6 (libkf6archive-dev): use 25.04 or newer, or Debian 12 or 13"
fi

# A docker client and engine are needed, and one that is there is never replaced.
if ! command -v docker >/dev/null 2>&1 && ! command -v podman >/dev/null 2>&1; then
    build_packages="$build_packages docker.io"
fi

missing=
for package in $build_packages; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
if [ -n "$missing" ]; then
    say "installing:$missing"
    as_root apt-get update -q >/dev/null
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o Dpkg::Use-Pty=0 $missing >/dev/null
fi

case " $build_packages " in
    *" libkf6archive-dev "*) ;;
    *) "$here/karchive.sh" ;;
esac
say "all is in place"
