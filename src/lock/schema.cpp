// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_file.h"

#include <QFile>

// Resources of a static library are only linked when they are asked for; this must be outside of any namespace.
static void initialiseLockSchemaResource()
{
    Q_INIT_RESOURCE(dosirak_lock_schema);
}

namespace dosirak::lock {

QByteArray lockSchema()
{
    initialiseLockSchemaResource();
    QFile file(QStringLiteral(":/schema/lock.schema.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArrayLiteral("{}");
}

} // namespace dosirak::lock
