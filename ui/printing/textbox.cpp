// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/textbox.h"

#include "ui/printing/tablelayout.h"

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;
using namespace metrics;

namespace {

const QColor kRed(0xC0, 0x00, 0x00);

} // namespace

void TextBoxes::line(const Box &box, const QString &text, const TextStyle &style)
{
    cell({box.x - kPadX, box.y, box.width + 2 * kPadX, box.height}, text, style);
}

void TextBoxes::cell(const Box &box, const QString &text, const TextStyle &style)
{
    const double inner = box.width - 2 * kPadX;
    const std::vector<QStringView> &lines = style.balanced
                                                ? m_breaker.balancedLines(style.role, text,
                                                                          inner / style.size)
                                                : m_breaker.lines(style.role, text, inner / style.size);
    const double lineHeight = style.size * kLineHeight;
    const auto all = qsizetype(lines.size());
    const qsizetype first = style.lineCount < 0 ? 0 : std::min<qsizetype>(style.firstLine, all);
    const qsizetype last = style.lineCount < 0 ? all : std::min<qsizetype>(first + style.lineCount, all);
    const double textTop = style.lineCount < 0 ? box.y + (box.height - double(all) * lineHeight) / 2
                                               : box.y + kPadY;
    double baseline = textTop + (lineHeight - style.size) / 2 + style.size * kAscent;
    for (qsizetype i = first; i < last; ++i, baseline += lineHeight) {
        const QStringView part = lines[size_t(i)];
        double x = box.x + kPadX;
        if (style.align != CellAlign::Left) {
            const double free = inner - fonts().width(style.role, part) * style.size;
            x += style.align == CellAlign::Right ? free : free / 2;
        }
        m_canvas.text(style.role, style.size, x, baseline, part, style.red ? kRed : QColor(Qt::black));
    }
}

void paintPageFoot(TextBoxes &text, const PrintLayout &layout, int page, const QString &note)
{
    const PageSetup &setup = layout.setup();
    const TableDocument &document = layout.document();
    const Box line{setup.marginSide, setup.paperSize().height() - setup.marginBottom - kFooter,
                   setup.bodyWidth(), kFooter};
    if (document.isConfidential())
        text.line(line, kPrivacyMark.toString(), {FontRole::Heading, kFooterFont, CellAlign::Left});
    text.line(line, u"第%1页 共%2页"_s.arg(page + 1).arg(layout.pageCount()) + note,
              {FontRole::Body, kFooterFont, CellAlign::Center});
    QStringList right;
    if (document.operatorShown && !document.operatorName.isEmpty())
        right.append(u"打印人：%1"_s.arg(document.operatorName));
    if (document.operatorShown && document.printedOn.isValid())
        right.append(u"打印日期：%1"_s.arg(document.printedOn.toString(Qt::ISODate)));
    text.line(line, right.join(u"　"_s), {FontRole::Body, kFooterFont, CellAlign::Right});
}

void paintRunningHead(TextBoxes &text, const PageSetup &setup, const QString &left, const QString &right)
{
    const Box line{setup.marginSide, setup.marginTop, setup.bodyWidth(), kHeadItemLine};
    text.line(line, left, {FontRole::Body, kFooterFont, CellAlign::Left});
    text.line(line, right, {FontRole::Body, kFooterFont, CellAlign::Right});
}

} // namespace ffp::ui
