// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/earlierfiles.h"

#include "core/domain/fields/importbatchfields.h"

namespace ffp::imports {

void noteEarlierFiles(const std::vector<Record> &batches, const QString &fingerprint,
                      const SheetLayout &layout, FindingBook &book)
{
    const QString kind = QString::fromLatin1(kindCode(layout.kind));
    QString same;   // day of the last import of this file
    QString newest; // date of the data
    for (const Record &batch : batches) {
        if (batch[import_batch::f("fingerprint")].toText() == fingerprint)
            same = std::max(same, batch[import_batch::f("imported_on")].toText());
        if (batch[import_batch::f("kind")].toText() == kind)
            newest = std::max(newest, batch[import_batch::f("data_date")].toText());
    }
    if (!same.isEmpty())
        book.add({"file_imported_before", FindingSeverity::Info, Scope::File, 0, 0, {same}});
    const QString date = layout.dataDate.toString(Qt::ISODate);
    if (layout.dateIsStated && same.isEmpty() && newest > date)
        book.add({"file_is_older", FindingSeverity::Warning, Scope::File, 0, 0, {date, newest}});
}

} // namespace ffp::imports
