// SPDX-License-Identifier: GPL-3.0-or-later
// Floor of G8 and G11: the smallest window with a Chinese table, timed from the start of the process to its
// first paint, and its memory.
#include "tests/bench/benchsupport.h"

#include <QApplication>
#include <QStandardItemModel>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {

class Table : public QTableView
{
public:
    bool painted = false;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        painted = true;
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QStandardItemModel model(0, 8);
    model.setHorizontalHeaderLabels({u"行政村"_s, u"户主"_s, u"户类型"_s, u"人口"_s, u"人均纯收入"_s,
                                     u"致贫原因"_s, u"风险"_s, u"走访"_s});
    Table table;
    table.setModel(&model);
    table.resize(1366, 768);
    table.show();
    while (!table.painted)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return bench::print({{"ms"_L1, bench::sinceProcessStart()}, {"rss_kib"_L1, bench::memoryKib("VmHWM")}});
}
