// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/cellnumber.h"
#include "core/tables/workbook.h"
#include "core/tables/xmlstream.h"

#include <QHash>

#include <vector>

namespace ffp {

/// The parts of an xlsx around its sheets.

struct XlsxSheetEntry {
    QString name;
    SheetState state = SheetState::Visible;
    QByteArray part; ///< path inside the zip; empty when it is no worksheet (a chart sheet)
};

struct XlsxParts {
    QList<XlsxSheetEntry> sheets;
    bool date1904 = false;
    std::vector<quint32> sharedTexts;    ///< shared string number → index in the pool
    std::vector<NumberStyle> cellStyles; ///< cell style number (attribute s) → what its format shows
};

/// Reads relations, workbook, styles and shared strings. NotAWorkbook when the package is another
/// kind of document (args[0] = "docx", "xlsb", …).
Result<XlsxParts> readXlsxParts(ZipFile &zip, TextPool &pool, const ReadOptions &options, Progress &progress);

/// Text of `<si>` and `<is>`: rich text runs joined, phonetic runs left out. Fed by the owner.
class XlsxRichText
{
public:
    void clear()
    {
        m_text.clear();
        m_inText = false;
        m_phonetic = 0;
    }
    void start(std::string_view name)
    {
        if (name == "rPh")
            ++m_phonetic;
        else if (name == "t")
            m_inText = m_phonetic == 0;
    }
    void end(std::string_view name)
    {
        if (name == "rPh" && m_phonetic > 0)
            --m_phonetic;
        else if (name == "t")
            m_inText = false;
    }
    Result<> characters(std::string_view text, const ReadOptions &options);
    /// With the escapes `_xHHHH_` (ECMA-376 22.9.2.19) undone.
    const std::string &text();

private:
    std::string m_text;
    bool m_inText = false;
    int m_phonetic = 0;
};

/// Undoes `_xHHHH_` in place.
void unescapeXlsxText(std::string &text);

} // namespace ffp
