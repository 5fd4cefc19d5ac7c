// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/layout_lock.h"

#include "base/files.h"
#include "base/tr.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace dosirak::image {

using namespace Qt::StringLiterals;

Result<LayoutLock> LayoutLock::take(const OciLayout &layout, const std::stop_token &stop, const ProgressSink &progress)
{
    const QString path = layout.folder() + u"/.lock"_s;
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return Failure(ioError(path, errno));
    LayoutLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return Failure(ioError(path, errno));
        if (stop.stop_requested())
            return cancelled();
        report(progress, {coreTr("Waiting for another Dosirak that works on base images"), {}, 0, 0, Progress::Unit::Steps});
        std::this_thread::sleep_for(std::chrono::milliseconds(50)); // flock has no way to wait that a stop could end
    }
    return lock;
}

LayoutLock::~LayoutLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace dosirak::image
