// SPDX-License-Identifier: GPL-3.0-or-later
// Goal G8: the list of a county: from the start of the process to rows on the screen (without unlocking the
// file, which is slow on purpose), the jump to the last row and sorting by a column without an index.
// usage: bench_list SITE
#include "tests/bench/benchsite.h"
#include "tests/bench/benchsupport.h"
#include "ui/common/tableview.h"
#include "ui/household/registrysource.h"

#include <QApplication>
#include <QEventLoop>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace {

class Table : public ffp::ui::TableView
{
public:
    /// Waits until the table was painted with the texts of every row that it shows.
    void waitForRows()
    {
        do {
            m_painted = false;
            viewport()->update();
            while (!m_painted)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        } while (!m_filled);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        TableView::paintEvent(event);
        m_painted = true;
        const int first = rowAt(1);
        const int last = rowAt(viewport()->height() - 1);
        m_filled = first >= 0 && filled(first) && filled(last < 0 ? model()->rowCount() - 1 : last);
    }

private:
    bool filled(int row) const { return !model()->index(row, 0).data().toString().isEmpty(); }
    bool m_painted = false;
    bool m_filled = false;
};

/// Waits until the model has its ids, then for the paint.
void waitLoaded(const ffp::ui::HouseholdListModel &model, Table &table)
{
    while (model.isLoading())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    table.waitForRows();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QElapsedTimer timer;
    timer.start();
    const auto session = bench::openSite();
    const double unlocking = bench::milliseconds(timer);

    ffp::ui::HouseholdListModel model(std::make_shared<ffp::ui::RegistrySource>(*session));
    model.setColumns({u"household_no"_s, u"head_name"_s, u"area_name"_s, u"household_type"_s,
                      u"member_count"_s, u"net_per_capita"_s, u"monitor_class"_s, u"natural_village"_s});
    Table table;
    table.setModel(&model);
    table.resize(1366, 768);
    model.setQuery({});
    table.show();
    waitLoaded(model, table);
    const double painted = bench::sinceProcessStart() - unlocking;

    timer.start();
    table.scrollToBottom();
    table.waitForRows();
    const double jumped = bench::milliseconds(timer);
    const bool atEnd = table.verticalScrollBar()->value() == table.verticalScrollBar()->maximum();
    table.scrollToTop();
    table.waitForRows();

    timer.start();
    model.sort(int(model.columns().indexOf(u"natural_village"_s)), Qt::DescendingOrder);
    waitLoaded(model, table);
    const double sorted = bench::milliseconds(timer);
    if (!atEnd || model.rowCount() == 0)
        return 3;
    return bench::print({{u"first_paint_ms"_s, painted},
                         {u"unlocking_ms"_s, unlocking},
                         {u"jump_ms"_s, jumped},
                         {u"sort_ms"_s, sorted},
                         {u"sort_column"_s, u"natural_village"_s},
                         {u"rows"_s, model.rowCount()},
                         {u"rss_kib"_s, bench::memoryKib("VmHWM")}});
}
