// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"

#include <QCoreApplication>

namespace ffp::ui {

QString errorText(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return QCoreApplication::translate("ErrorText",
                                           "Cancelled; nothing was changed, start again when you are ready.");
    return QCoreApplication::translate(
               "ErrorText", "Something went wrong inside the program (%1); please report it with this code.")
        .arg(QLatin1String(errorCode(error.kind)));
}

} // namespace ffp::ui
