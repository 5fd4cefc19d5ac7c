#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and does the main job: opens the desktop on the shipped presets. Without a display,
# or with --console, it carries the smallest real preset the whole way on the console.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=${DOSIRAK_BUILD:-$root/build-release}
cd "$root"
. packaging/env.sh

say() { printf '\nrun: %s\n' "$*"; }

packaging/setup.sh
cmake --preset release -B "$build" > "$build.configure.log" 2>&1 || { cat "$build.configure.log" >&2; exit 1; }
rm -f "$build.configure.log"
cmake --build "$build" --parallel "$(nproc)"

if [ "${1:-}" != --console ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "opening the desktop on $root"
    exec "$build/bin/dosirak-gui" -C "$root"
fi
[ "${1:-}" = --console ] && why="asked for with --console" || why="there is no display"
say "on the console: $why"

dosirak="$build/bin/dosirak"
# doctor says whether a wheel index, apt's indexes and an engine answer: all that the real preset needs.
if reason=$("$dosirak" doctor --quiet --for debian12-cpu 2>&1); then
    preset=debian12-cpu
    say "the indexes and an engine answer: taking $preset the whole way"
else
    preset=demo
    printf '%s\n' "$reason"
    say "not all of that answers: taking $preset, which needs no network and no engine"
fi

step() {
    say "dosirak $*"
    begin=$(date +%s)
    "$dosirak" "$@"
    printf '(%s s)\n' "$(($(date +%s) - begin))"
}
step check "$preset"
step lock "$preset"
step sync "$preset"
step verify "$preset"
[ "$preset" = demo ] || step build "$preset"
step bundle "$preset"
step verify "$root/bundles/$preset.dosirak.tar"
say "done: bundles/$preset.dosirak.tar is what crosses the gap"
