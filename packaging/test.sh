#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and runs every test. The last words are ctest's own.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=${DOSIRAK_BUILD:-$root/build-ci}
cd "$root"
. packaging/env.sh

start=$(date +%s)
since() { echo "$(($(date +%s) - start)) s"; }

packaging/setup.sh
printf 'test: set up after %s\n' "$(since)"
cmake --preset ci -B "$build" > "$build.configure.log" 2>&1 || { cat "$build.configure.log" >&2; exit 1; }
rm -f "$build.configure.log"
cmake --build "$build" --parallel "$(nproc)"
printf 'test: built after %s\n' "$(since)"
exec ctest --test-dir "$build" --parallel "$(nproc)" --output-on-failure --no-tests=error "$@"
