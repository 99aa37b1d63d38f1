// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/importtypes.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace ffp::imports {

enum class Scope : quint8 { Row, Household, File };

/// A finding while a file is judged: kind and scope as in cli.md, the place by numbers.
struct Found {
    const char *kind;
    FindingSeverity severity = FindingSeverity::Info;
    Scope scope = Scope::Row;
    int row = 0;    ///< of the sheet; 0 = the file
    int column = 0; ///< of the sheet; 0 = the whole row
    QStringList args;
};

/// The findings of one file. What is kept is small; texts are made at the end.
class FindingBook
{
public:
    void add(Found found) { m_found.push_back(std::move(found)); }
    /// Rules of the domain carry their severity and scope; `scope` for those that depend on the column.
    void add(Finding finding, int row, int column, Scope scope, QStringList args = {});
    void add(Finding finding, int row, int column, QStringList args = {});

    /// Takes out row findings that are no errors, of rows that are held (rule 1: a held row is not checked
    /// further).
    void keepErrorsOnly(const std::function<bool(int row)> &held);
    /// Takes out the errors of rows, and those of households by their number, that are held no more.
    void dropErrors(const QSet<int> &rows, const QSet<QString> &households);
    const std::vector<Found> &all() const { return m_found; }
    /// Kinds of the errors of each row, by its number.
    QHash<int, QStringList> errorsByRow() const;
    /// Ordered by row, file first. `header` gives the text of a column's header.
    std::vector<ImportFinding> texts(const std::function<QString(int column)> &header) const;

private:
    std::vector<Found> m_found;
};

} // namespace ffp::imports
