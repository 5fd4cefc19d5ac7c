#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and runs every test. Arguments go to ctest. The last words, and the exit code, are
# ctest's own. DOSIRAK_BUILD names another build folder than build-ci.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=${DOSIRAK_BUILD:-$root/build-ci}
cd "$root"
. packaging/env.sh

begin=$(date +%s)
phase() {
    now=$(date +%s)
    printf 'test: %s: %s s\n' "$1" "$((now - begin))"
    begin=$now
}

packaging/setup.sh
phase "set up"
log=$(mktemp)
cmake --preset ci -B "$build" > "$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; echo "test: it does not configure" >&2; exit 1; }
rm -f "$log"
phase "configured"
cmake --build "$build" --parallel "$(nproc)" || { echo "test: it does not build" >&2; exit 1; }
phase "built"
# One more than processors: many tests wait for a server, an engine or a clock.
exec ctest --test-dir "$build" --parallel "$(($(nproc) + 1))" --output-on-failure --no-tests=error "$@"
