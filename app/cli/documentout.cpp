// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/documentout.h"

#include "core/reports/tablefile.h"

namespace ffp::cli {

bool canBeWritten(const QString &path)
{
    return path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) || outputFormatOf(path);
}

} // namespace ffp::cli
