#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The whole way on real packages: check → lock → sync → verify → build with the network cut → smoke test → bundle →
# verify → import into an empty folder → build again there. Uses the registries that this machine is configured for, and
# its engine. Nothing is skipped: where one of them is missing, this fails and says so.
#
#   whole_way.sh <dosirak> <source folder> <preset-name>
set -eu
dosirak=$1
source=$2
preset=$3

work=$(mktemp -d)
tag="localhost/dosirak-e2e:$$"
base_ref=
cleanup() {
    docker image rm -f "$tag" >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap cleanup EXIT
# A cache of its own: what this proves must not depend on an earlier run.
export XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data"

say() { printf '\n== %s\n' "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
now() { date +%s%3N; }
timed() {
    label=$1
    shift
    begin=$(now)
    "$@" || die "$label (exit code $?)"
    printf '   %s: %s ms\n' "$label" "$(($(now) - begin))"
}
json() { python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$1" "$2"; }

near="$work/near"
far="$work/far"
mkdir -p "$near/presets" "$far"
cp "$source/presets/$preset.json" "$near/presets/"

say "near side"
timed check "$dosirak" -C "$near" check -q "$preset"
timed "base image" "$dosirak" -C "$near" base-image make -q "$preset"
timed lock "$dosirak" -C "$near" lock -q "$preset"
cp "$near/artifacts/$preset/dosirak.lock.json" "$work/first.lock.json"
timed sync "$dosirak" -C "$near" sync -q "$preset"

say "again: nothing changes, nothing is fetched"
"$dosirak" -C "$near" lock -q --json "$preset" > "$work/lock.json"
[ "$(json "$work/lock.json" 'len(d["changes"])')" = 0 ] || die "a second lock changed something"
cmp "$work/first.lock.json" "$near/artifacts/$preset/dosirak.lock.json" || die "a second lock wrote other bytes"
"$dosirak" -C "$near" sync -q --json "$preset" > "$work/sync.json"
[ "$(json "$work/sync.json" 'd["downloaded"]')" = 0 ] || die "a second sync fetched something"
timed verify "$dosirak" -C "$near" verify -q "$preset"

say "a damaged and a foreign file are found"
wheel=$(find "$near/artifacts/$preset/wheels" -name '*.whl' | sort | head -n 1)
cp "$wheel" "$work/good.whl"
rm "$wheel"
{ head -c 1000 "$work/good.whl"; printf X; tail -c +1002 "$work/good.whl"; } > "$wheel"
echo foreign > "$near/artifacts/$preset/wheels/foreign.txt"
if "$dosirak" -C "$near" verify -q --json "$preset" > "$work/verify.json"; then die "verify passed a damaged wheel"; fi
[ "$(json "$work/verify.json" 'sorted(f["verdict"] for f in d["files"] if f["verdict"] != "good")')" = "['damaged', 'extra']" ] ||
    die "verify did not name the two bad files"
timed "sync mends it" "$dosirak" -C "$near" sync -q "$preset"
"$dosirak" -C "$near" verify -q "$preset" || die "sync did not mend the folder"

say "build with the network cut"
timed build "$dosirak" -C "$near" build -q --tag "$tag" "$preset"
size=$(docker image inspect --format '{{.Size}}' "$tag") || die "the image is not in the engine"
printf '   image: %s bytes\n' "$size"
[ "$size" -lt 555000000 ] || die "the image is larger than the one made by hand (555 MB)"
docker run --rm --network=none "$tag" python3 -c 'import numpy, onnxruntime, cv2, PIL; print("imports are good")' ||
    die "the image does not import what it is for"
"$dosirak" -C "$near" inspect -q "$preset" || die "inspect failed"
"$dosirak" -C "$near" history "$preset" || die "history failed"

say "bundle in parts, and across the gap"
timed bundle "$dosirak" -C "$near" bundle -q --part-size 60MiB "$preset"
mkdir "$work/stick"
mv "$near"/bundles/* "$work/stick/"
timed "verify the bundle" "$dosirak" -C "$far" verify -q "$work/stick/$preset.dosirak.tar.001"
(cd "$work/stick" && sha256sum --quiet -c "$preset.dosirak.tar.sha256") || die "sha256sum does not agree"

say "far side, with nothing but the bundle"
base_ref=$(json "$near/presets/$preset.json" 'd["base_images"]["runtime"]["reference"]')
docker image rm -f "$tag" "$base_ref" >/dev/null 2>&1 || true
export XDG_CACHE_HOME="$work/far-cache"
timed import "$dosirak" -C "$far" import -q "$work/stick/$preset.dosirak.tar.001"
"$dosirak" -C "$far" verify -q "$preset" || die "what was imported is not whole"
timed "build again" "$dosirak" -C "$far" build -q --offline --no-cache --tag "$tag" "$preset"
docker run --rm --network=none "$tag" python3 -c 'import numpy, onnxruntime' || die "the far side's image does not work"
say "the whole way is good"
