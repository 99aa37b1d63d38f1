// SPDX-License-Identifier: GPL-3.0-or-later
// The rule "nothing over 50 ms on the screen's thread": the whole window on a county while somebody scrolls,
// jumps, filters, sorts and searches; the longest turn of the event loop of each. Yardstick: one repaint of
// the same window. usage: bench_stall SITE
#include "core/settings/settings.h"
#include "tests/bench/benchsite.h"
#include "tests/bench/benchsupport.h"
#include "ui/common/tableview.h"
#include "ui/household/householdlistpage.h"
#include "ui/models/householdlistmodel.h"
#include "ui/shell/look.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/searchfeed.h"
#include "ui/shell/sitecontroller.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Measures every event that is not part of another one.
class Watch : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, bench::milliseconds(timer));
        --m_depth;
        return handled;
    }
    /// The longest event since the last call.
    double takeLongest() { return std::exchange(m_longest, 0); }

private:
    int m_depth = 0;
    double m_longest = 0;
};

Watch &watch()
{
    return *static_cast<Watch *>(QCoreApplication::instance());
}

/// Until no worker has anything to do and every answer was drawn.
void settle()
{
    constexpr int kQuietRounds = 3;
    for (int quiet = 0; quiet < kQuietRounds;) {
        QCoreApplication::processEvents();
        quiet = QThreadPool::globalInstance()->activeThreadCount() == 0 ? quiet + 1 : 0;
    }
}

void press(QWidget &widget, Qt::Key key, const QString &text = {})
{
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier, text));
    QCoreApplication::processEvents();
}

} // namespace

int main(int argc, char **argv)
{
    Watch app(argc, argv);
    QTemporaryDir own;
    Settings settings(own.filePath(u"bench.ini"_s));
    applyLook(settings);
    SiteController site(bench::openSite(), settings);
    site.show();
    MainWindow &window = site.window();
    window.resize(1366, 768);
    settle(); // start page and search index
    window.pages().open(Target::to(pages::kHouseholds));
    settle();
    auto &page = static_cast<HouseholdListPage &>(*window.pages().current());
    const int rows = page.model().rowCount();
    if (rows == 0)
        return 3;

    std::vector<double> repaints;
    constexpr int kRepaints = 21;
    QElapsedTimer timer;
    for (int i = 0; i < kRepaints; ++i) {
        timer.start();
        window.repaint();
        repaints.push_back(bench::milliseconds(timer));
    }

    QJsonObject out{{u"rows"_s, rows}, {u"repaint_ms"_s, bench::median(repaints)}};
    double worst = 0;
    const auto measure = [&](const QString &name, auto act) {
        settle();
        watch().takeLongest();
        act();
        settle();
        const double longest = watch().takeLongest();
        out[name + u"_ms"_s] = longest;
        worst = std::max(worst, longest);
    };
    constexpr int kPages = 100;
    measure(u"scroll"_s, [&] {
        for (int i = 0; i < kPages; ++i)
            press(page.table(), Qt::Key_PageDown);
    });
    measure(u"jump"_s, [&] {
        for (int i = 0; i < 4; ++i)
            press(page.table(), i % 2 ? Qt::Key_Home : Qt::Key_End);
    });
    measure(u"search"_s, [&] {
        // Nobody types faster than the answers come: each is shown.
        for (const QChar letter : u"wangjianguo"_s) {
            press(window.search(), Qt::Key_unknown, QString(letter));
            settle();
        }
        for (int i = 0; i < 11; ++i) {
            press(window.search(), Qt::Key_Backspace);
            settle();
        }
    });
    measure(u"filter"_s, [&] {
        HouseholdQuery query = page.model().query();
        query.redFlagged = true;
        page.model().setQuery(query);
        settle();
        query.redFlagged = false;
        page.model().setQuery(query);
    });
    measure(u"sort"_s, [&] {
        page.model().sort(int(page.model().columns().indexOf(u"head_name"_s)), Qt::DescendingOrder);
    });
    out[u"worst_ms"_s] = worst;
    return bench::print(out);
}
