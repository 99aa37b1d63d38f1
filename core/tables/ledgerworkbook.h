// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace ffp {

/// A column of a workbook that is made to be printed.
struct SheetColumn {
    enum class Kind { Text, Integer, Money, Percent, Date };
    enum class Align { Left, Center, Right };

    QString header;
    QString group; ///< neighbours with the same group stand under one head cell; empty = none
    Kind kind = Kind::Text;
    Align align = Align::Left;
    double width = 8; ///< in Chinese characters
    bool wraps = true;
};

/// Money in 分, percent in hundredths of a percent; text in a column of any kind.
struct SheetCell {
    std::variant<std::monostate, QString, qint64, QDate> value;
    bool red = false;
};

struct SheetHead {
    QString name; ///< of the sheet; cut and cleaned to what Excel allows
    QString title;
    QString subtitle;
    QString headLine;
    std::vector<SheetColumn> columns;
    bool a3 = false;
    bool portrait = false;
    QString footerLeft; ///< in the printed footer, beside 第X页 共Y页
    QString footerRight;
};

/// One sheet as an office prints it: title rows, head rows repeated on every page, fitted to the page's
/// width. Text stays text: numbers of persons keep their zeros, and nothing that looks like a formula
/// becomes one. Rows in order; nothing stands under the target's name before close().
/// FileUnwritable, DiskFull; TooLarge beyond the 1,048,576 rows of a sheet.
class LedgerWorkbook
{
public:
    static Result<std::unique_ptr<LedgerWorkbook>> create(const QString &path, const SheetHead &head);
    ~LedgerWorkbook();

    /// As many cells as columns.
    Result<> addRow(const std::vector<SheetCell> &cells);
    /// A total: `label` over the first `span` columns, then the cells of the other columns.
    Result<> addTotal(const QString &label, size_t span, const std::vector<SheetCell> &cells);
    /// A line of text over the whole width, without borders.
    Result<> addLine(const QString &text);
    Result<> close();

private:
    struct Private;
    explicit LedgerWorkbook(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ffp
