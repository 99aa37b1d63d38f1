// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace ffp::test {

/// Writes zips that no office program would write: bombs, wrong sizes, odd parts.
class ZipBuilder
{
public:
    void add(const QByteArray &name, const QByteArray &content, bool deflate = true);
    QByteArray bytes() const;
    /// The smallest xlsx with one sheet "名单" of this XML inside <worksheet>.
    static QByteArray xlsx(const QByteArray &worksheet);
    /// The same with several sheets: name and XML of each. `properties`: XML in front of the list of sheets.
    static QByteArray workbook(const QList<std::pair<QByteArray, QByteArray>> &sheets,
                               const QByteArray &properties = {});
    /// Cells of a sheet as inline texts; those of `numbers` as numbers, and what begins with < as it is.
    static QByteArray sheetData(const QList<QStringList> &rows, const QStringList &numbers = {});
    /// An xlsx of some 80 kB that holds 80 MB.
    static QByteArray bomb();
    /// An xlsx with one number in each of its rows.
    static QByteArray sheetOfRows(int rows);

private:
    QByteArray m_parts;
    QByteArray m_directory;
    int m_count = 0;
};

/// Writes a file into `folder` and returns its path.
QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes);
/// What a file holds.
QByteArray readFile(const QString &path);
/// One of tests/data/workbooks.
QByteArray sampleWorkbook(const QString &name);

} // namespace ffp::test
