// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/divisioncsv.h"

#include "core/base/area.h"
#include "core/base/text.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace ffp {
namespace {

constexpr std::array<const char *, 4> kColumns = {"code", "level", "name", "parent_code"};
constexpr qsizetype kMaxFaults = 20;
constexpr qsizetype kMaxName = 200; ///< bytes
constexpr qsizetype kMaxColumns = 64;

/// Faults of the file so far; the first one is the subject of the error.
struct Faults {
    QString file;
    int firstLine = 0;
    QStringList texts;

    void add(int line, const QString &why)
    {
        firstLine = texts.isEmpty() ? line : firstLine;
        if (texts.size() < kMaxFaults)
            texts.append(QStringLiteral("row %1: %2").arg(line).arg(why));
    }
    Error error() const
    {
        Error out = Error::of(ErrorKind::InvalidValue, QStringLiteral("division table"));
        out.subject.file = file;
        out.subject.row = firstLine;
        out.args = texts;
        return out;
    }
};

/// Cells of one line; a quoted cell loses its quotes (names hold none inside).
QList<QByteArrayView> cellsOf(QByteArrayView line)
{
    QList<QByteArrayView> cells;
    while (cells.size() < kMaxColumns) {
        const qsizetype comma = line.indexOf(',');
        QByteArrayView cell = comma < 0 ? line : line.first(comma);
        cell = cell.trimmed();
        if (cell.size() >= 2 && cell.startsWith('"') && cell.endsWith('"'))
            cell = cell.sliced(1, cell.size() - 2);
        cells.append(cell);
        if (comma < 0)
            break;
        line = line.sliced(comma + 1);
    }
    return cells;
}

/// 12 digits as a number; 0 when it is none (no division has that code).
quint64 codeOf(QByteArrayView cell)
{
    quint64 code = 0;
    if (cell.size() != 12)
        return 0;
    for (const char c : cell) {
        if (c < '0' || c > '9')
            return 0;
        code = code * 10 + quint64(c - '0');
    }
    return code;
}

/// Level that the zeros of a code tell, and the code one level up (0 for a province): AreaCode in integers,
/// because a table is read at every start.
AreaLevel levelOf(quint64 code)
{
    if (code % 10'000'000'000 == 0)
        return AreaLevel::Province;
    if (code % 100'000'000 == 0)
        return AreaLevel::City;
    if (code % 1'000'000 == 0)
        return AreaLevel::County;
    return code % 1'000 == 0 ? AreaLevel::Township : AreaLevel::Village;
}

quint64 parentOf(quint64 code)
{
    switch (levelOf(code)) {
    case AreaLevel::Province: return 0;
    case AreaLevel::City: return code - code % 10'000'000'000;
    case AreaLevel::County: return code - code % 100'000'000;
    case AreaLevel::Township: return code - code % 1'000'000;
    case AreaLevel::Village: return code - code % 1'000;
    }
    return 0;
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !decoder.hasError() && !decoded.contains(QChar(0));
}

struct Columns {
    std::array<qsizetype, kColumns.size()> at{};
    QByteArrayView cell(const QList<QByteArrayView> &cells, size_t column) const
    {
        return at[column] < cells.size() ? cells[at[column]] : QByteArrayView();
    }
};

Result<Columns> headerOf(QByteArrayView line, const QString &file)
{
    const QList<QByteArrayView> cells = cellsOf(line);
    Columns columns;
    for (size_t i = 0; i < kColumns.size(); ++i) {
        columns.at[i] = cells.indexOf(QByteArrayView(kColumns[i]));
        if (columns.at[i] < 0) {
            Error error = Error::of(ErrorKind::MissingColumn, QStringLiteral("division table"));
            error.subject.file = file;
            error.subject.column = QString::fromLatin1(kColumns[i]);
            error.args = {error.subject.column};
            return fail(error);
        }
    }
    return columns;
}

DivisionRow rowOf(const QList<QByteArrayView> &cells, const Columns &columns, const char *start, int line,
                  Faults &faults)
{
    const QByteArrayView name = columns.cell(cells, 2);
    const QByteArrayView parent = columns.cell(cells, 3);
    DivisionRow row;
    row.code = codeOf(columns.cell(cells, 0));
    row.parent = codeOf(parent);
    row.nameOffset = name.isEmpty() ? 0 : quint32(name.data() - start);
    row.nameLength = quint16(std::min(name.size(), kMaxName));
    row.line = line;
    if (row.code == 0) {
        faults.add(line, QStringLiteral("code is not 12 digits"));
        return row;
    }
    const AreaLevel level = levelOf(row.code);
    row.level = quint8(level);
    if (columns.cell(cells, 1) != QByteArrayView(areaLevelCode(level)))
        faults.add(line, QStringLiteral("level does not fit the code"));
    if (name.size() > kMaxName || isBlankText(QString::fromUtf8(name)))
        faults.add(line, QStringLiteral("name is empty or too long"));
    if (row.parent != parentOf(row.code) || (row.parent == 0 && !parent.isEmpty()))
        faults.add(line, QStringLiteral("parent_code does not fit the code"));
    return row;
}

/// Codes once, parents present; `rows` are by code.
void checkTree(const std::vector<DivisionRow> &rows, const std::function<bool(quint64)> &known,
               Faults &faults)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && rows[i].code == rows[i - 1].code)
            faults.add(rows[i].line, QStringLiteral("code occurs twice"));
        if (rows[i].parent == 0)
            continue;
        const bool present = std::binary_search(rows.begin(), rows.end(),
                                                DivisionRow{rows[i].parent, 0, 0, 0, 0, 0},
                                                [](const DivisionRow &a, const DivisionRow &b) {
                                                    return a.code < b.code;
                                                });
        if (!present && !(known && known(rows[i].parent)))
            faults.add(rows[i].line, QStringLiteral("parent is not in the file"));
    }
}

} // namespace

Result<std::vector<DivisionRow>> readDivisionCsv(const QByteArray &utf8, const QString &file,
                                                 const std::function<bool(quint64)> &known)
{
    if (!isUtf8(utf8)) {
        Error error = Error::of(ErrorKind::WrongEncoding, QStringLiteral("division table"));
        error.subject.file = file;
        return fail(error);
    }
    QByteArrayView rest(utf8);
    if (rest.startsWith("\xef\xbb\xbf"))
        rest = rest.sliced(3);
    Faults faults{file, 0, {}};
    std::vector<DivisionRow> rows;
    rows.reserve(size_t(utf8.size()) / 50);
    std::optional<Columns> columns;
    for (int line = 1; !rest.isEmpty(); ++line) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView text = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (!columns) {
            FFP_ASSIGN(columns, headerOf(text, file));
        } else if (!text.isEmpty()) {
            rows.push_back(rowOf(cellsOf(text), *columns, utf8.constData(), line, faults));
        }
    }
    if (!columns) {
        FFP_TRY(headerOf({}, file));
    }
    if (rows.empty())
        faults.add(1, QStringLiteral("no divisions"));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const DivisionRow &a, const DivisionRow &b) { return a.code < b.code; });
    if (faults.texts.isEmpty())
        checkTree(rows, known, faults);
    if (!faults.texts.isEmpty())
        return fail(faults.error());
    return rows;
}

} // namespace ffp
