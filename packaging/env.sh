# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Where setup.sh puts what the distribution lacks, apart for each release of it: what was built for one Qt must not be
# found by another. CMakePresets.json takes it as CMAKE_PREFIX_PATH.
if [ -z "${DOSIRAK_DEPS:-}" ]; then
    DOSIRAK_DEPS=${XDG_CACHE_HOME:-$HOME/.cache}/dosirak/deps/$(. /etc/os-release 2>/dev/null && echo "$ID${VERSION_ID:-}")/kf6-karchive-1
fi
export DOSIRAK_DEPS
