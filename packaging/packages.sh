# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034 # read by setup.sh
# The one list of what is needed from the distribution, beside KArchive and an engine (see setup.sh).
build_packages="
    build-essential cmake ninja-build ccache mold pkg-config git ca-certificates
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
    libsolv-dev libssl-dev libcurl4-openssl-dev libexpected-dev nlohmann-json3-dev libvalijson-dev libtomlplusplus-dev
    zstd zlib1g-dev liblzma-dev libbz2-dev libzstd-dev
    gpg gpgv gpg-agent dpkg-dev python3 python3-venv mmdebstrap docker-registry openssl nghttp2-server faketime
    xvfb xauth fonts-dejavu-core fonts-noto-cjk desktop-file-utils appstream
"
