// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/divisionrecords.h"

#include "core/domain/divisioncsv.h"
#include "core/domain/fields/divisionfields.h"
#include "core/store/recordstore.h"
#include "core/tables/textdecoder.h"

#include <QFile>

#include <map>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMegabyte = 1 << 20;
constexpr qint64 kLargestFile = 64 * kMegabyte; ///< the whole country has about 40
constexpr qint64 kPollEvery = 256;

FieldValues valuesOf(const Division &division, bool local)
{
    const AreaCode &code = division.code;
    FieldValues values{{division::f("code"), Value(code.toString())},
                       {division::f("name"), Value(division.name)},
                       {division::f("level"), Value(QString::fromLatin1(areaLevelCode(code.level())))},
                       {division::f("parent"), Value(code.parent().toString())}};
    if (local)
        values.emplace_back(division::f("local"), Value(true));
    return values;
}

AreaCode areaOf(quint64 code)
{
    return AreaCode::fromString(QString::number(code).rightJustified(12, u'0'));
}

std::vector<Division> entriesOf(const DivisionTable &table)
{
    std::vector<Division> out;
    out.reserve(size_t(table.size()));
    for (const AreaLevel level :
         {AreaLevel::Province, AreaLevel::City, AreaLevel::County, AreaLevel::Township, AreaLevel::Village})
        for (const AreaCode &code : table.descendants({}, level))
            out.push_back({code, table.officialName(code)});
    return out;
}

/// The entries of a file that the site does not know in this form yet.
struct Difference {
    std::vector<Division> added;
    std::vector<std::pair<RecordId, Division>> changed;
};

Difference differenceOf(const DivisionTable &file, std::span<const StoredDivision> stored)
{
    std::map<AreaCode, RecordId> records;
    for (const StoredDivision &one : stored)
        records[one.division.code] = one.record;
    const DivisionTable known = tableWith(stored);
    Difference out;
    for (Division &division : entriesOf(file)) {
        if (known.contains(division.code) && !known.isRetired(division.code)
            && known.officialName(division.code) == division.name)
            continue;
        const auto record = records.find(division.code);
        if (record == records.end())
            out.added.push_back(std::move(division));
        else
            out.changed.emplace_back(record->second, std::move(division));
    }
    return out;
}

Result<> write(ChangeWriter &writer, const AreaCode &area, const Difference &difference, Progress &progress)
{
    const auto total = qint64(difference.added.size());
    FFP_TRY(writer.expectMany(Entity::Division, total));
    qint64 done = 0;
    for (const Division &division : difference.added) {
        if (done % kPollEvery == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report("write", done, total);
        }
        ++done;
        FFP_TRY(writer.create(Entity::Division, area, valuesOf(division, false)));
    }
    for (const auto &[record, division] : difference.changed)
        FFP_TRY(writer.edit(record, {{division::f("name"), Value(division.name)},
                                     {division::f("retired"), Value()}}));
    return {};
}

} // namespace

Result<std::vector<StoredDivision>> storedDivisions(const Database &db, const LogCipher &cipher)
{
    Selection selection;
    selection.fields = {division::f("code"), division::f("name"), division::f("retired"),
                        division::f("local")};
    std::vector<StoredDivision> out;
    FFP_TRY(RecordStore(db, cipher).each(Entity::Division, selection, [&out](Record &record) {
        // Another program may have written a code that is none: such a record names no place.
        const AreaCode code = AreaCode::fromString(record[division::f("code")].toText());
        if (!code.isNull())
            out.push_back(
                {record.id,
                 {code, record[division::f("name")].toText(), record[division::f("retired")].toBool()},
                 record[division::f("local")].toBool()});
        return true;
    }));
    return out;
}

DivisionTable tableWith(std::span<const StoredDivision> stored)
{
    std::vector<Division> divisions;
    divisions.reserve(stored.size());
    for (const StoredDivision &one : stored)
        divisions.push_back(one.division);
    return DivisionTable::shipped().with(divisions);
}

Result<DivisionTable> readDivisionFile(const QString &path, const DivisionTable &above, Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
    if (file.size() > kLargestFile) {
        Error error = Error::onFile(ErrorKind::TooLarge, path);
        error.args = {u"%1 MB"_s.arg(kLargestFile / kMegabyte)};
        return fail(std::move(error));
    }
    FFP_ASSIGN(const TextEncoding encoding, detectEncoding(file, progress));
    QByteArray utf8;
    FFP_TRY(decodeText(file, encoding, progress, [&utf8](std::string_view piece) -> Result<> {
        utf8.append(piece.data(), qsizetype(piece.size()));
        return {};
    }));
    const auto known = [&above](quint64 code) { return above.contains(areaOf(code)); };
    FFP_ASSIGN(const std::vector<DivisionRow> rows, readDivisionCsv(utf8, path, known));
    std::vector<Division> divisions;
    divisions.reserve(rows.size());
    for (const DivisionRow &row : rows)
        divisions.push_back(
            {areaOf(row.code), QString::fromUtf8(utf8.constData() + row.nameOffset, row.nameLength)});
    return DivisionTable().with(divisions);
}

Result<DivisionImport> writeDivisions(const DivisionWriter &writer, const DivisionTable &file,
                                      std::span<const StoredDivision> stored, Progress &progress)
{
    const Difference difference = differenceOf(file, stored);
    const Operation operation{.verb = "division.import", .actor = writer.actor, .note = {}, .about = {}};
    FFP_TRY(writer.log.transact(operation, [&](ChangeWriter &change) {
        return write(change, writer.area, difference, progress);
    }));
    DivisionImport counts;
    counts.rows = file.size();
    counts.added = qint64(difference.added.size());
    counts.changed = qint64(difference.changed.size());
    counts.unchanged = counts.rows - counts.added - counts.changed;
    return counts;
}

Result<> writeLocalDivision(const DivisionWriter &writer, const Division &division)
{
    const Operation operation{.verb = "division.add", .actor = writer.actor, .note = {}, .about = {}};
    FFP_TRY(writer.log.transact(operation, [&](ChangeWriter &change) -> Result<> {
        FFP_TRY(change.create(Entity::Division, writer.area, valuesOf(division, true)));
        return {};
    }));
    return {};
}

} // namespace ffp
