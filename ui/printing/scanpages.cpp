// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/scanpages.h"

#include "core/services/attachmentcontent.h"
#include "ui/printing/tablelayout.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QtPdf/QPdfDocument>

#include <algorithm>
#include <cmath>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Dots per point that a scan is printed with: 200 per inch read well and keep the file small.
constexpr double kDotsPerPoint = 200 / 72.0;

bool isPdf(const Enclosure &enclosure)
{
    return enclosure.content.startsWith("%PDF-");
}

/// A PDF in memory; made and used in one thread.
class OpenedPdf
{
public:
    explicit OpenedPdf(const QByteArray &content)
    {
        m_buffer.setData(content);
        if (m_buffer.open(QIODevice::ReadOnly))
            m_document.load(&m_buffer);
    }
    QPdfDocument &document() { return m_document; }
    bool isReady() const
    {
        return m_document.status() == QPdfDocument::Status::Ready && m_document.pageCount() > 0;
    }
    bool isLocked() const
    {
        return m_document.error() == QPdfDocument::Error::IncorrectPassword
               || m_document.error() == QPdfDocument::Error::UnsupportedSecurityScheme;
    }

private:
    QBuffer m_buffer; ///< outlives the document
    QPdfDocument m_document;
};

/// As large as `room` takes it; also of pages that are a mile long and a hair wide.
QSize fitting(const QSizeF &size, const QSizeF &room)
{
    return size.scaled(room, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
}

QImage picture(const QByteArray &content, const QSizeF &room)
{
    QBuffer buffer;
    buffer.setData(content);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true); // photos lie as the camera was held
    const QSize size = reader.size();
    // Turned or not: never more dots than the longer side of the room has.
    const double longer = std::max(room.width(), room.height());
    if (size.isValid() && std::max(size.width(), size.height()) > longer)
        reader.setScaledSize(fitting(size, {longer, longer}));
    return reader.read();
}

QImage pdfPage(const QByteArray &content, int page, const QSizeF &room)
{
    OpenedPdf pdf(content);
    if (!pdf.isReady())
        return {};
    const QSizeF size = pdf.document().pagePointSize(page);
    if (!(size.width() > 0 && size.height() > 0 && std::isfinite(size.width())
          && std::isfinite(size.height())))
        return {};
    const QImage drawn = pdf.document().render(page, fitting(size, room));
    if (drawn.isNull())
        return {};
    QImage paper(drawn.size(), QImage::Format_RGB32); // a page without a ground is white
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, drawn);
    return paper;
}

QImage scan(const Enclosure &enclosure, int page, const QSizeF &room)
{
    return isPdf(enclosure) ? pdfPage(enclosure.content, page, room) : picture(enclosure.content, room);
}

QString damaged(const Enclosure &enclosure)
{
    return isPdf(enclosure) ? u"此PDF文件已损坏，无法印出；请核对原件后重新添加。"_s
                            : u"此图片已损坏，无法印出；请核对原件后重新添加。"_s;
}

/// Why a picture cannot be printed; empty when it can.
QString pictureFault(const Enclosure &enclosure)
{
    QBuffer buffer;
    buffer.setData(enclosure.content);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > scanlimits::kPixels)
        return u"此图片过大（%1×%2像素），未印出；请缩小后重新添加。"_s.arg(size.width()).arg(size.height());
    constexpr QSizeF kSmall(64, 64);
    return picture(enclosure.content, kSmall).isNull() ? damaged(enclosure) : QString();
}

std::vector<ScanPage> pagesOf(const Enclosure &enclosure, size_t index)
{
    if (!enclosure.fault.isEmpty())
        return {{index, 0, 1, enclosure.fault}};
    if (!isPdf(enclosure))
        return {{index, 0, 1, pictureFault(enclosure)}};
    OpenedPdf pdf(enclosure.content);
    if (pdf.isLocked())
        return {{index, 0, 1, u"此PDF文件设有密码，无法印出；请添加没有密码的文件。"_s}};
    if (!pdf.isReady())
        return {{index, 0, 1, damaged(enclosure)}};
    const int all = pdf.document().pageCount();
    const int printed = std::min(all, scanlimits::kPagesOfOne);
    std::vector<ScanPage> pages;
    for (int page = 0; page < printed; ++page)
        pages.push_back({index, page, all, {}});
    if (printed < all)
        pages.push_back({index, printed, all,
                         u"此PDF文件共%1页，只印前%2页；其余请另存后打印。"_s.arg(all).arg(printed)});
    return pages;
}

QString captionOf(const Enclosure &enclosure, const ScanPage &page)
{
    return page.pages > 1 && page.sentence.isEmpty()
               ? u"%1（第%2页 共%3页）"_s.arg(enclosure.caption).arg(page.page + 1).arg(page.pages)
               : enclosure.caption;
}

} // namespace

Result<std::vector<ScanPage>> scanPages(const std::vector<Enclosure> &enclosures, Progress &progress)
{
    std::vector<ScanPage> out;
    for (size_t i = 0; i < enclosures.size(); ++i) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("print", qint64(i), qint64(enclosures.size()));
        std::vector<ScanPage> pages = pagesOf(enclosures[i], i);
        if (out.size() + pages.size() > scanlimits::kPagesOfAll) {
            out.push_back(
                {i, 0, 1,
                 u"附件合计超过%1页，此件及以后各件未印出；请另存后打印。"_s.arg(scanlimits::kPagesOfAll)});
            break;
        }
        out.insert(out.end(), pages.begin(), pages.end());
    }
    return out;
}

void paintScan(TextBoxes &text, QPainter &painter, const Enclosure &enclosure, const ScanPage &page,
               const Box &box)
{
    const double caption = double(text.breaker()
                                      .lines(FontRole::Heading, captionOf(enclosure, page),
                                             box.width / metrics::kHeadFont)
                                      .size())
                               * metrics::kHeadFont * metrics::kLineHeight
                           + metrics::kPadY * 2;
    text.line({box.x, box.y, box.width, caption}, captionOf(enclosure, page),
              {FontRole::Heading, metrics::kHeadFont});
    const Box room{box.x, box.y + caption, box.width, box.height - caption};
    QString sentence = page.sentence;
    if (sentence.isEmpty()) {
        const QSizeF size(room.width, room.height);
        const QImage image = scan(enclosure, page.page, size * kDotsPerPoint);
        if (!image.isNull()) {
            const QSizeF drawn = QSizeF(image.size()).scaled(size, Qt::KeepAspectRatio);
            painter.drawImage(QRectF({room.x + (room.width - drawn.width()) / 2, room.y}, drawn), image);
            return;
        }
        sentence = damaged(enclosure);
    }
    const double height = metrics::kSmallestRow * 4;
    text.line({room.x, room.y, room.width, height}, sentence,
              {FontRole::Body, metrics::kHeadFont, CellAlign::Center});
}

} // namespace ffp::ui
