// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/heldrows.h"

#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/importbatchfields.h"
#include "core/services/import/sheetimport.h"

#include <QCryptographicHash>

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Lists of members share their keys, whichever list it is.
QByteArray family(Kind kind)
{
    return kind == Kind::Registered || kind == Kind::Edge ? "list"_ba : QByteArray(kindCode(kind));
}

QStringList kindsOf(Kind kind)
{
    if (family(kind) != "list")
        return {QString::fromLatin1(kindCode(kind))};
    return {QString::fromLatin1(kindCode(Kind::Registered)), QString::fromLatin1(kindCode(Kind::Edge))};
}

/// Why a record is void. What was corrected does not come back with its old file; what a newer list no longer
/// has does.
constexpr QStringView kCorrected = u"已改正导入";
constexpr QStringView kGone = u"名单中已无";

/// Which row of which file: what a report carries, so that its rows are known again. Starts with a letter, or
/// a spreadsheet might take it for a number.
QString originText(const QString &file, int row)
{
    constexpr qsizetype kDigits = 12;
    return u'F' + file.left(kDigits).toUpper() + u'-' + QString::number(row);
}

QByteArray digestOf(const QString &content)
{
    return QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).left(16);
}

} // namespace

QString contentOf(const SheetLayout &layout, const DataRow &row)
{
    QStringList lines;
    for (const LayoutColumn &column : layout.columns) {
        const Cell cell = layout.sheet->storedCell(row.stored, column.column);
        // A running number and what our own report adds say nothing about the person.
        const bool ours = column.role.type == ColumnRole::Type::Serial
                          || column.role.type == ColumnRole::Type::Ignored;
        if (!cell.isEmpty() && !ours)
            lines.append(column.title + u'：' + cell.text().remove(QChar(0)));
    }
    return lines.join(u'\n');
}

QString HeldRows::keyOf(Kind kind, const QString &householdNo, const QString &memberNo, const QString &name)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {family(kind), householdNo.toUtf8(), memberNo.toUtf8(),
                                   memberNo.isEmpty() ? name.toUtf8() : ""_ba}) {
        hash.addData(part);
        hash.addData("\0"_ba);
    }
    return QString::fromLatin1(hash.result().left(16).toHex());
}

QString HeldRows::keyOf(const Record &earlier)
{
    return earlier[held_row::f("row_key")].toText().section(u'-', 0, 0);
}

Result<> HeldRows::load(const RegisterView &view, const std::vector<DataRow> &rows)
{
    const QStringList kinds = kindsOf(m_layout.kind);
    FFP_TRY(view.eachHeldContent(kinds, kCorrected,
                                 [&](const QString &content) { m_corrected.insert(digestOf(content)); }));
    FFP_TRY(view.eachHeldContent(kinds, kDismissed,
                                 [&](const QString &content) { m_dismissed.insert(digestOf(content)); }));
    FFP_ASSIGN(auto earlier, view.held(kinds));
    if (earlier.empty())
        return {};
    FFP_ASSIGN(const auto batches, view.batches());
    QHash<RecordId, QString> files;
    for (const Record &batch : batches)
        files.insert(batch.id, batch[import_batch::f("fingerprint")].toText());
    for (Record &record : earlier) {
        const QString file = files.value(record[held_row::f("batch_id")].toRef());
        const int row = int(record[held_row::f("row_no")].toInt());
        remember(std::move(record), file.isEmpty() ? QString() : originText(file, row));
    }
    readOrigins(rows);
    return {};
}

void HeldRows::remember(Record record, const QString &origin)
{
    const int index = int(m_earlier.size());
    const QString householdNo = record[held_row::f("household_no")].toText();
    m_byKey.insert(keyOf(record), index);
    if (householdNo.isEmpty())
        m_withoutHousehold = true;
    else
        m_byHousehold.insert(householdNo, index);
    if (const QString person = record[held_row::f("person_key")].toText(); !person.isEmpty())
        m_byPerson.insert(person, index);
    if (!origin.isEmpty())
        m_byOrigin.insert(origin, index);
    m_earlier.push_back({std::move(record), origin, false, {}});
}

/// Invariant 1: of two rows with the same origin the first one has it.
void HeldRows::readOrigins(const std::vector<DataRow> &rows)
{
    const int column = m_layout.ownColumn(kReportOriginHeader);
    if (!column)
        return;
    for (const DataRow &row : rows) {
        const QString text = m_layout.sheet->storedCell(row.stored, column).text().trimmed();
        const auto it = m_byOrigin.constFind(text);
        if (it == m_byOrigin.cend() || m_inFile.contains(m_earlier[size_t(*it)].record.id))
            continue;
        m_originOfRow.insert(row.number, *it);
        m_inFile.insert(m_earlier[size_t(*it)].record.id);
    }
}

bool HeldRows::concerns(const DataRow &at, const QString &householdNo, const QString &personKey) const
{
    return m_withoutHousehold || m_byHousehold.contains(householdNo) || m_originOfRow.contains(at.number)
           || m_byPerson.contains(personKey);
}

bool HeldRows::wasCorrected(const QString &content) const
{
    return !m_corrected.isEmpty() && m_corrected.contains(digestOf(content));
}

bool HeldRows::wasDismissed(const QString &content) const
{
    return !m_dismissed.isEmpty() && m_dismissed.contains(digestOf(content));
}

int HeldRows::find(const Row &row, const Wanted &wanted) const
{
    const auto in = [&](const QMultiHash<QString, int> &index, const QString &text) {
        int found = -1; // the earliest one, whatever the order of the hash
        for (auto [it, end] = index.equal_range(text); it != end; ++it)
            if (!m_earlier[size_t(*it)].taken && (found < 0 || *it < found) && wanted(m_earlier[size_t(*it)]))
                found = *it;
        return found;
    };
    for (const QString &key : {row.key, row.bareKey})
        if (const int found = in(m_byKey, key); found >= 0)
            return found;
    if (const int found = in(m_byPerson, row.personKey); found >= 0)
        return found;
    return in(m_byHousehold, row.householdNo);
}

int HeldRows::findExact(const Row &row) const
{
    return find(row, [&](const Earlier &one) {
        return one.record[held_row::f("content")].toText() == row.content;
    });
}

int HeldRows::findByKeys(const Row &row, const SameRow &same) const
{
    return find(row, [&](const Earlier &one) {
        const QString key = keyOf(one.record);
        return key == row.key || key == row.bareKey || same(row, one.record);
    });
}

/// Rows that are set aside again go first: they lose nothing when a row in order finds none.
void HeldRows::pairAll(const std::function<int(const Row &row)> &find)
{
    for (const std::vector<Row> *rows : {&m_rows, &m_inOrder})
        for (const Row &row : *rows) {
            if (m_pairOf.contains(row.at.number))
                continue;
            const int found = find(row);
            if (found < 0)
                continue;
            m_pairOf.insert(row.at.number, found);
            m_earlier[size_t(found)].taken = true;
        }
}

std::vector<HeldRows::Row> HeldRows::takeSettled()
{
    std::vector<Row> settled;
    if (m_corrected.isEmpty() && m_dismissed.isEmpty())
        return settled;
    const auto from = std::stable_partition(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return m_pairOf.contains(row.at.number) || (!wasCorrected(row.content) && !wasDismissed(row.content));
    });
    std::move(from, m_rows.end(), std::back_inserter(settled));
    m_rows.erase(from, m_rows.end());
    return settled;
}

Result<std::vector<HeldRows::Row>> HeldRows::pair(const SameRow &same)
{
    pairAll([&](const Row &row) { return m_originOfRow.value(row.at.number, -1); });
    pairAll([&](const Row &row) { return findExact(row); });
    std::vector<Row> settled = takeSettled();
    pairAll([&](const Row &row) { return findByKeys(row, same); });
    for (const Row &row : m_inOrder)
        if (const int earlier = m_pairOf.value(row.at.number, -1); earlier >= 0)
            m_earlier[size_t(earlier)].settled = kCorrected.toString();
    giveKeys();
    FFP_TRY(findEdits());
    return settled;
}

/// Invariant 5.
void HeldRows::giveKeys()
{
    QSet<QString> used;
    for (const Earlier &one : m_earlier)
        used.insert(one.record[held_row::f("row_key")].toText());
    for (Row &row : m_rows) {
        const int earlier = m_pairOf.value(row.at.number, -1);
        row.origin = originText(m_file, row.at.number);
        if (earlier >= 0) {
            const Earlier &one = m_earlier[size_t(earlier)];
            if (!one.origin.isEmpty())
                row.origin = one.origin;
            if (keyOf(one.record) == row.key) {
                row.key = one.record[held_row::f("row_key")].toText();
                continue;
            }
        }
        const QString key = row.key;
        for (int times = 2; used.contains(row.key); ++times)
            row.key = key + u'-' + QString::number(times);
        used.insert(row.key);
    }
}

Result<> HeldRows::findEdits()
{
    for (const Row &row : m_rows) {
        const int earlier = m_pairOf.value(row.at.number, -1);
        if (earlier < 0)
            continue;
        FFP_ASSIGN(const bool other, differs(m_earlier[size_t(earlier)].record, valuesOf(row)));
        if (other)
            m_edited.insert(row.at.number);
    }
    return {};
}

void HeldRows::settleGone(const std::function<bool(const Record &earlier)> &gone)
{
    for (Earlier &one : m_earlier)
        if (!one.taken && gone(one.record))
            one.settled = kGone.toString();
}

void HeldRows::settleRivals()
{
    QSet<QString> keys;
    for (const Row &row : m_inOrder)
        keys.insert(row.key);
    for (Earlier &one : m_earlier)
        if (!one.taken && keys.contains(keyOf(one.record)))
            one.settled = kCorrected.toString();
}

bool HeldRows::changesAnything() const
{
    const bool settles = std::any_of(m_earlier.begin(), m_earlier.end(),
                                     [](const Earlier &one) { return !one.settled.isEmpty(); });
    const bool isNew = std::any_of(m_rows.begin(), m_rows.end(),
                                   [&](const Row &row) { return !m_pairOf.contains(row.at.number); });
    return settles || isNew || !m_edited.isEmpty();
}

/// Row number, kind and batch tell where the row was met first; they stay, because a report tells it by them.
FieldValues HeldRows::valuesOf(const Row &row) const
{
    return {{held_row::f("row_key"), Value(row.key)},
            {held_row::f("household_no"), Value(row.householdNo)},
            {held_row::f("name"), Value(row.name)},
            {held_row::f("person_key"), Value(row.personKey)},
            {held_row::f("relation"), Value(row.relation)},
            {held_row::f("reasons"), Value(row.reasons)},
            {held_row::f("content"), Value(row.content)}};
}

Result<> HeldRows::write(ChangeWriter &writer, const AreaCode &area, RecordId batch) const
{
    for (const Earlier &one : m_earlier)
        if (!one.settled.isEmpty())
            FFP_TRY(writer.setVoid(one.record.id, true, one.settled));
    for (const Row &row : m_rows) {
        FieldValues values = valuesOf(row);
        if (const int earlier = m_pairOf.value(row.at.number, -1); earlier >= 0) {
            if (m_edited.contains(row.at.number))
                FFP_TRY(writer.edit(m_earlier[size_t(earlier)].record.id, values));
            continue;
        }
        values.emplace_back(held_row::f("kind"), Value(QString::fromLatin1(kindCode(m_layout.kind))));
        values.emplace_back(held_row::f("row_no"), Value(row.at.number));
        values.emplace_back(held_row::f("batch_id"), Value(batch));
        FFP_TRY(writer.create(Entity::HeldRow, area, values));
    }
    return {};
}

} // namespace ffp::imports
