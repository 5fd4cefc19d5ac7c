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
    else die "installing needs root, and sudo is not here: run this as root"
    fi
}

print_list() {
    cat >&2 <<END
setup: this script knows Debian 12 and 13 and Ubuntu 24.04 and newer. On $1, install by hand:
  a C++20 compiler (GCC 12 or newer), CMake 3.25 or newer, Ninja, pkg-config
  Qt 6.4 or newer (Core, Gui, Widgets, Network, Concurrent, Test, Linguist tools)
  KArchive of KDE Frameworks 6, libsolv, OpenSSL 3, libcurl 7.88 (with OpenSSL), nlohmann-json 3.11, valijson, tl-expected
  to run it: Docker or Podman, gpg and gpgv; mmdebstrap where base images are to be made
  for the tests: Docker, docker-registry, nghttpd, openssl, faketime, mmdebstrap, gpg, dpkg-dev, python3 3.11 with venv, xvfb
then: cmake --preset release && cmake --build --preset release
END
    exit 1
}

# How this system comes by KArchive for Qt 6: "package", or "build" (karchive.sh).
karchive_way() {
    case "$ID-${VERSION_ID:-}" in
        debian-12|ubuntu-24.04) echo build ;;
        debian-|debian-1[3-9]|ubuntu-24.10|ubuntu-2[5-9].*) echo package ;;
    esac
}

# An engine that is there is never replaced: podman, a Docker daemon (installed here or reached over DOCKER_HOST).
has_engine() {
    command -v podman >/dev/null 2>&1 || command -v dockerd >/dev/null 2>&1 || [ -x /usr/sbin/dockerd ] ||
        { command -v docker >/dev/null 2>&1 && docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }
}

list_missing() {
    for package in $build_packages; do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf ' %s' "$package"
    done
}

install_packages() {
    say "installing:$1"
    as_root true # says so at once when there is no way to be root; sudo asks for its password here
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    as_root apt-get update -q > "$log" 2>&1 || { cat "$log" >&2; die "the package lists could not be read"; }
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o Dpkg::Use-Pty=0 $1 > "$log" 2>&1 || { tail -40 "$log" >&2; die "apt-get could not install these packages"; }
    rm -f "$log"
    trap - EXIT
    # The tests start a registry of their own; the service that comes with the package has no business on this machine.
    case " $1 " in
        *" docker-registry "*) ! command -v systemctl >/dev/null 2>&1 || as_root systemctl disable --now docker-registry >/dev/null 2>&1 || true ;;
    esac
}

[ -r /etc/os-release ] || print_list "this system"
. /etc/os-release
way=$(karchive_way)
[ -n "$way" ] && command -v apt-get >/dev/null 2>&1 || print_list "${PRETTY_NAME:-this system}"

case "$ID-$way" in
    *-package) build_packages="$build_packages libkf6archive-dev" ;;
    ubuntu-build) build_packages="$build_packages debian-archive-keyring" ;;
esac
if ! has_engine; then
    build_packages="$build_packages docker.io"
    # Debian 13 and newer have the client in a package of its own, and one that builds with BuildKit only through buildx.
    [ "$ID" = ubuntu ] || [ "${VERSION_ID:-99}" = 12 ] || build_packages="$build_packages docker-cli docker-buildx"
fi

missing=$(list_missing)
[ -z "$missing" ] || install_packages "$missing"
[ "$way" = package ] || "$here/karchive.sh"
say "all is in place"
