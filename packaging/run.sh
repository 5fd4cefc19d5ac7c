#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and does the main job: opens the desktop on the shipped presets. Without a display,
# or with --console, it carries the smallest real preset the whole way on the console, or, where the package indexes do
# not answer, the preset "demo", which needs none; it says which, and why.
#
#   run.sh [--console]        DOSIRAK_BUILD names another build folder than build-release
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=${DOSIRAK_BUILD:-$root/build-release}
real_preset=debian12-cpu
console=

case "${1:-}" in
    '') ;;
    --console) console="asked for with --console" ;;
    *) sed -n '4,8s/^# \{0,1\}//p' "$0"; [ "$1" = --help ] && exit 0 || exit 2 ;;
esac
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || console=${console:-there is no display}

cd "$root"
. packaging/env.sh

say() { printf '\nrun: %s\n' "$*"; }
now() { date +%s%3N; }
# "12.3 s" since $1 (ms).
since() { awk "BEGIN { printf \"%.1f s\", ($(now) - $1) / 1000 }"; }

begin=$(now)
packaging/setup.sh
log=$(mktemp)
cmake --preset release -B "$build" > "$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; echo "run: it does not configure" >&2; exit 1; }
rm -f "$log"
cmake --build "$build" --parallel "$(nproc)" --target dosirak dosirak-gui
say "set up and built in $(since "$begin")"

if [ -z "$console" ]; then
    say "opening the desktop on $root (packaging/run.sh --console does the same work on the console)"
    exec "$build/bin/dosirak-gui" -C "$root"
fi
say "on the console: $console"
dosirak="$build/bin/dosirak"

summary=
step() {
    say "dosirak $*"
    began=$(now)
    code=0
    "$dosirak" -C "$root" "$@" || code=$?
    [ "$code" = 0 ] || return "$code"
    summary="$summary$(printf '  %-12s %s' "$1" "$(since "$began")")
"
}
carry() {
    preset=$1
    step check "$preset" &&
        { [ "$preset" = demo ] || step base-image make "$preset"; } &&
        step lock "$preset" && step sync "$preset" && step verify "$preset" &&
        { [ "$preset" = demo ] || step build "$preset"; } || return
    rm -f "$root/bundles/$preset".dosirak.tar*
    step bundle "$preset" || return
    # One file, or the first of its parts.
    bundle="$root/bundles/$preset.dosirak.tar"
    [ -f "$bundle" ] || bundle="$bundle.001"
    step verify "$bundle"
}

way=$(now)
say "taking $real_preset the whole way"
code=0
carry "$real_preset" || code=$?
case "$code" in
    0) ;;
    6|9) # no answer from the network; a tool is missing (dosirak help exit-codes)
        say "that needs more than this machine has (see above): taking demo, which needs no network and no engine"
        summary=
        way=$(now)
        carry demo ;;
    *) say "failed with exit code $code"
       exit "$code" ;;
esac
say "the whole way of $preset took $(since "$way"):"
printf '%s' "$summary"
say "${bundle#"$root/"} is what crosses the gap"
