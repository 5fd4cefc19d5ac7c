// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "image/oci_layout.h"

#include <stop_token>

namespace dosirak::image {

/// Holds a layout against other writers, of this process and of others (flock(2): the kernel lets go of it when a process
/// dies). Readers need none: blobs appear whole and index.json is replaced in one step. Movable, let go in the destructor.
class LayoutLock
{
public:
    /// Waits until it is free, and says so meanwhile. Errors: Io, Cancelled.
    [[nodiscard]] static Result<LayoutLock> take(const OciLayout &layout, const std::stop_token &stop = {},
                                                 const ProgressSink &progress = {});
    ~LayoutLock();
    LayoutLock(LayoutLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    LayoutLock &operator=(LayoutLock &&) = delete;
    LayoutLock(const LayoutLock &) = delete;
    LayoutLock &operator=(const LayoutLock &) = delete;

private:
    explicit LayoutLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace dosirak::image
