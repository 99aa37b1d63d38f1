// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/field.h"

#include <QDate>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace ffp {

/// What a printed or exported table is before anybody draws it (forms.md §4). Always Chinese.
///
/// How a cell's value is held: Text → QString; Integer → qint64; Money → qint64 分;
/// Percent → qint64 hundredths of a percent (1234 = 12.34 %); Date → QDate. A QString is allowed in a
/// column of any kind (不详, 见附件) and never takes part in a sum.
enum class ColumnKind { Text, Integer, Money, Percent, Date };

enum class CellAlign { Automatic, Left, Center, Right };

/// What stands in a cell without a value.
enum class EmptyCell { Blank, Slash, Wu };

using CellValue = std::variant<std::monostate, QString, qint64, QDate>;

struct TableCell {
    CellValue value;
    bool red = false; ///< red mark: drawn red, and its text always holds the word 红

    TableCell() = default;
    TableCell(const QString &text)
    {
        if (!text.isEmpty())
            value = text;
    }
    TableCell(qint64 number) : value(number) {}
    TableCell(QDate date)
    {
        if (date.isValid())
            value = date;
    }
};

struct TableColumn {
    QString id;     ///< stable ASCII
    QString header; ///< 户主姓名
    QString group;  ///< neighbours with the same group stand under one head cell; empty = none
    QString alone;  ///< the header where no group stands over it; empty = group and header
    ColumnKind kind = ColumnKind::Text;
    CellAlign align = CellAlign::Automatic;
    bool heading = false;      ///< holds labels: drawn as heads are
    double width = 4;          ///< in characters of the body font; widths are relative to each other
    bool wraps = true;         ///< false: widened up to twice `width` for its longest value first
    bool summable = false;     ///< Integer and Money: takes part in 本页小计 and 合计
    bool key = false;          ///< repeated on every page when columns are split over pages
    bool perHousehold = false; ///< belongs to the household: drawn once over its rows, summed once
    Sensitivity sensitivity = Sensitivity::P;
};

struct TableRow {
    std::vector<TableCell> cells; ///< one per column
    quint64 household = 0;        ///< neighbours with the same number stay together; 0 = alone
    bool wide = false;            ///< the second cell takes the room of all that follow
};

/// Rows on demand, so that a long table need not be held twice. read() may be called from any thread
/// and several times, and gives the same rows each time.
class RowSource
{
public:
    using Visitor = std::function<Result<>(qsizetype index, const TableRow &row)>;

    virtual ~RowSource() = default;
    virtual qsizetype count() const = 0;
    /// Visits rows first … first + n - 1 in order; stops at the first error and returns it.
    virtual Result<> read(qsizetype first, qsizetype n, const Visitor &visit) const = 0;
};

class RowList : public RowSource
{
public:
    explicit RowList(std::vector<TableRow> rows) : m_rows(std::move(rows)) {}
    qsizetype count() const override { return qsizetype(m_rows.size()); }
    Result<> read(qsizetype first, qsizetype n, const Visitor &visit) const override;

private:
    std::vector<TableRow> m_rows;
};

/// An item of the head line or of the signature line; an empty value prints a line to write on.
struct LabelledItem {
    QString label;
    QString value;
    double blank = 6; ///< length of the writing line in characters
};

/// The place for a seal at the end: a free square of 45 mm over unit and date.
struct SealBlock {
    QString label; ///< 填报单位（盖章）
    QString unit;
    QString date; ///< 2026年10月31日
};

enum class PaperSize { A4, A3 };
/// "A4", "A3"; case does not matter.
std::optional<PaperSize> paperSizeFromCode(QStringView code);

/// A scan or photo that is printed behind the tables: a picture, or a PDF page by page.
struct Enclosure {
    QString caption; ///< kind, date, title
    QByteArray content;
    QString fault; ///< why there is no content; printed in its place
};

struct TableDocument {
    QString id; ///< stable ASCII, "edge-ledger"
    QString title;
    QString subtitle; ///< area and period under the title; may be empty
    QString heading;  ///< of a part: 一、基本情况
    QString subheading;
    std::vector<LabelledItem> head;
    std::vector<TableColumn> columns;
    std::shared_ptr<const RowSource> rows;
    QStringList notes;               ///< 说明, printed after the total
    std::vector<size_t> withoutData; ///< columns for which the register holds nothing yet
    std::vector<LabelledItem> foot;  ///< 负责人（签字）, 审核人, 填报人, 联系电话
    std::optional<SealBlock> seal;
    PaperSize paper = PaperSize::A4;
    bool portrait = false; ///< ledgers lie on their side, forms stand
    EmptyCell emptyCell = EmptyCell::Blank;
    bool headless = false; ///< labels stand in the rows: no head line
    bool pageSubtotals = true;
    bool grandTotal = true;
    QString countUnit; ///< 户: totals also count households (rows when they are alone); empty = no count
    QDate on;          ///< the day that the facts are of; part of file names
    QString operatorName;
    QDate printedOn;
    bool operatorShown = true;         ///< operator and date in the footer of inside prints
    std::vector<TableDocument> parts;  ///< follow under the table, with headings of their own
    std::vector<Enclosure> enclosures; ///< behind all tables

    /// More than the one table that a workbook can hold.
    bool hasParts() const { return !parts.empty() || !enclosures.empty(); }
    /// Carries 内部资料 注意保密 (FD-08): some column of it or its parts holds S-class data, or a scan may.
    bool isConfidential() const;
    /// Some column has a head cell over it.
    bool hasGroups() const;
    /// Header of a column in a table of one head line.
    QString loneHeader(size_t column) const;
    /// Title and subtitle in one line, for window titles and file properties; no personal data.
    QString caption() const;
};

/// The mark of confidential inside prints (FD-08).
inline constexpr QStringView kPrivacyMark = u"内部资料 注意保密";

/// Name of a file without folder and ending: title, area, day; no personal data (FD-08).
QString fileStem(const TableDocument &document);

inline constexpr QStringView kSubtotalWord = u"本页小计";
inline constexpr QStringView kTotalWord = u"合计";

/// As declared, or: figures right, dates and short text in the middle, text that wraps left.
CellAlign alignOf(const TableColumn &column);

/// As printed: money with two decimals and no separators, dates as YYYY-MM-DD, percent with two decimals.
QString cellText(const TableColumn &column, const TableCell &cell, EmptyCell empty = EmptyCell::Blank);

/// Running sums of the summable columns; households are counted once.
class TableTotals
{
public:
    /// `goingOn`: household of the row before the first one added; a household that goes on over a page
    /// break counts where it began.
    explicit TableTotals(const TableDocument &document, quint64 goingOn = 0);

    /// Rows must come in the order of the document.
    void add(const TableRow &row);

    qint64 households() const { return m_households; }
    /// Empty for a column that is not summable or whose cells were all blank: blank is not zero.
    const std::optional<qint64> &sum(size_t column) const { return m_sums[column]; }
    /// Column sums as printed, the label excluded; empty text where there is none.
    QString sumText(size_t column) const;
    /// 合计（12户）
    QString label(const QString &word) const;

private:
    const TableDocument *m_document;
    std::vector<std::optional<qint64>> m_sums;
    qint64 m_households = 0;
    quint64 m_lastHousehold;
};

} // namespace ffp
