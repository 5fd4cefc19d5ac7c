# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Where setup.sh puts what the distribution lacks. CMakePresets.json takes it as CMAKE_PREFIX_PATH.
DOSIRAK_DEPS=${DOSIRAK_DEPS:-${XDG_CACHE_HOME:-$HOME/.cache}/dosirak/deps/kf6-karchive-1}
export DOSIRAK_DEPS
