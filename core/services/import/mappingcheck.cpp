// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/mappingcheck.h"

#include "core/base/about.h"
#include "core/base/text.h"

#include <QSet>

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isRoleOfAnyKind(const QString &id)
{
    return std::any_of(kindDefs().begin(), kindDefs().end(),
                       [&](const KindDef &def) { return roleById(def, id).has_value(); });
}

Error mappingError(const QString &field, const QStringList &args)
{
    return {ErrorKind::InvalidArgument, aboutField(u"import"_s, field), args, {}};
}

/// Keys of everything that stands where a header row may be.
QSet<QString> possibleHeaders(const Workbook &workbook)
{
    const HeaderKind any[] = {kindDefs().front().headers};
    QSet<QString> keys;
    for (const Sheet &sheet : workbook.sheets)
        for (int row = 1; row <= std::min(kLastHeaderRow, sheet.lastRow()); ++row)
            for (const HeaderColumn &column : headerAt(sheet, any, 0, row).columns)
                keys.insert(headerKey(column.title));
    return keys;
}

bool hasHeader(const SheetLayout &layout, const QString &header)
{
    return std::any_of(layout.columns.begin(), layout.columns.end(), [&](const LayoutColumn &column) {
        return headerKey(column.title) == headerKey(header);
    });
}

} // namespace

Result<> checkFields(const QMap<QString, QString> &mapping)
{
    QStringList wrong;
    for (auto it = mapping.cbegin(); it != mapping.cend(); ++it)
        if (!isRoleOfAnyKind(it.value()))
            wrong << it.key() << it.value();
    if (!wrong.isEmpty())
        return fail(mappingError(u"mapping"_s, wrong));
    return {};
}

Error whyNotRecognised(const QMap<QString, QString> &mapping, const Workbook &workbook,
                       const Error &otherwise)
{
    if (otherwise.kind != ErrorKind::UnknownFileKind && otherwise.kind != ErrorKind::MissingColumn)
        return otherwise;
    const QSet<QString> there = possibleHeaders(workbook);
    QStringList nowhere;
    for (auto it = mapping.cbegin(); it != mapping.cend(); ++it)
        if (!there.contains(headerKey(it.key())))
            nowhere << it.key();
    return nowhere.isEmpty() ? otherwise : mappingError(u"mapping_headers"_s, nowhere);
}

void noteUnused(const QMap<QString, QString> &mapping, const std::vector<MappedFile> &files)
{
    for (auto it = mapping.cbegin(); it != mapping.cend(); ++it) {
        std::vector<const MappedFile *> having;
        for (const MappedFile &file : files)
            if (hasHeader(file.layout, it.key()))
                having.push_back(&file);
        const auto note = [&](const MappedFile &file, const char *kind, QStringList args) {
            file.book.add({kind, FindingSeverity::Warning, Scope::File, 0, 0, std::move(args)});
        };
        if (having.empty())
            note(files.front(), "mapped_header_not_found", {it.key()});
        else if (std::none_of(having.begin(), having.end(), [&](const MappedFile *file) {
                     return roleById(kindDef(file->layout.kind), it.value()).has_value();
                 }))
            note(*having.front(), "mapped_field_of_other_kind", {it.key(), it.value()});
    }
}

} // namespace ffp::imports
