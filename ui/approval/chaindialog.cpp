// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/chaindialog.h"

#include "ui/common/casetext.h"
#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ffp::ui {

namespace {

constexpr int kBoxWidth = 420;
constexpr int kBackRoom = 56; ///< right of the boxes, per arrow back
constexpr int kGapBetween = 26;

int boxHeight(const QFontMetrics &metrics)
{
    return metrics.height() * 2 + kGap * 2;
}

void drawArrow(QPainter &painter, QPointF tip, bool left)
{
    constexpr qreal kSize = 5;
    const QPointF a = left ? QPointF(tip.x() + kSize, tip.y() - kSize)
                           : QPointF(tip.x() - kSize, tip.y() - kSize);
    const QPointF b = left ? QPointF(tip.x() + kSize, tip.y() + kSize)
                           : QPointF(tip.x() + kSize, tip.y() - kSize);
    painter.drawLine(tip, a);
    painter.drawLine(tip, b);
}

} // namespace

void ChainPicture::setChain(const Chain &chain, const QString &state)
{
    m_chain = chain;
    m_state = state;
    updateGeometry();
    resize(sizeHint());
    update();
}

QSize ChainPicture::sizeHint() const
{
    const int steps = static_cast<int>(m_chain.steps.size());
    int backs = 0;
    for (const ChainStep &step : m_chain.steps)
        backs += static_cast<int>(step.returnsTo.size());
    return {kBoxWidth + kGap * 4 + kBackRoom + backs * kGap * 2,
            steps * (boxHeight(fontMetrics()) + kGapBetween) + kGap * 2};
}

void ChainPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chinese = windowLanguage() == Language::Chinese;
    const int height = boxHeight(fontMetrics());
    const auto top = [&](int row) { return kGap + row * (height + kGapBetween); };
    const QPen line(palette().color(QPalette::PlaceholderText), 1.2);
    const QPen accent(palette().color(QPalette::Highlight), 1.6);
    int lane = 0;
    for (int row = 0; row < static_cast<int>(m_chain.steps.size()); ++row) {
        const ChainStep &step = m_chain.steps[static_cast<size_t>(row)];
        const QRectF box(kGap * 2, top(row), kBoxWidth, height);
        painter.setPen(step.key == m_state ? accent : line);
        painter.setBrush(palette().color(step.isSigned() ? QPalette::Base : QPalette::Window));
        painter.drawRoundedRect(box, 6, 6);
        painter.setPen(palette().color(QPalette::WindowText));
        QFont bold = font();
        bold.setBold(step.isSigned());
        painter.setFont(bold);
        const QRectF inside = box.adjusted(kGap, kGap, -kGap, -kGap);
        painter.drawText(inside, Qt::AlignTop | Qt::AlignLeft, step.title.in(chinese));
        painter.drawText(inside, Qt::AlignTop | Qt::AlignRight,
                         caseVerbText(QLatin1String(chainActCode(step.act))));
        painter.setFont(font());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(inside, Qt::AlignBottom | Qt::AlignLeft,
                         fontMetrics().elidedText(step.actor.in(chinese)
                                                      + (step.form.isEmpty()
                                                             ? QString()
                                                             : QStringLiteral("   ") + step.form),
                                                  Qt::ElideRight, static_cast<int>(inside.width())));
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        if (row + 1 < static_cast<int>(m_chain.steps.size())) {
            const QPointF from(box.center().x(), box.bottom());
            const QPointF to(from.x(), top(row + 1));
            painter.drawLine(from, to);
            drawArrow(painter, to, false);
        }
        for (const QString &back : step.returnsTo) {
            int target = 0;
            while (m_chain.steps[static_cast<size_t>(target)].key != back)
                ++target;
            const qreal x = box.right() + kGap * 2 + lane++ * kGap * 2;
            QPainterPath path(QPointF(box.right(), box.top() + height / 3.0));
            path.lineTo(x, box.top() + height / 3.0);
            path.lineTo(x, top(target) + height * 2 / 3.0);
            path.lineTo(box.right(), top(target) + height * 2 / 3.0);
            QPen dashed = line;
            dashed.setStyle(Qt::DashLine);
            painter.setPen(dashed);
            painter.drawPath(path);
            painter.setPen(line);
            drawArrow(painter, {box.right(), top(target) + height * 2 / 3.0}, true);
        }
    }
}

ChainDialog::ChainDialog(const PolicyPack &pack, const QString &type, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Chains of the policy"));
    const bool chinese = windowLanguage() == Language::Chinese;
    m_types = new QComboBox(this);
    m_types->setAccessibleName(tr("Kind of matter"));
    for (const Chain &chain : pack.chains())
        m_types->addItem(chain.title.in(chinese), chain.id);
    m_picture = new ChainPicture(this);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_picture);
    auto *hint = new QLabel(tr("Bold: signed. Broken lines: may be returned. What the policy says of a step "
                               "stands in \"ffp policy show\"."),
                            this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_types);
    layout->addWidget(area, 1);
    layout->addWidget(hint);
    constexpr QSize kFirstSize(620, 620);
    resize(kFirstSize);
    const auto show = [this, pack] {
        if (const Chain *chain = pack.chain(m_types->currentData().toString()))
            m_picture->setChain(*chain, {});
    };
    connect(m_types, &QComboBox::currentIndexChanged, this, show);
    if (const int index = m_types->findData(type); index > 0)
        m_types->setCurrentIndex(index);
    show();
}

} // namespace ffp::ui
