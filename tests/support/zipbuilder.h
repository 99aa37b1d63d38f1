// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

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
    /// The same with several sheets: name and XML of each.
    static QByteArray workbook(const QList<std::pair<QByteArray, QByteArray>> &sheets);
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
