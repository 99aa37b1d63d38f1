// SPDX-License-Identifier: GPL-3.0-or-later
// The month-end check as an office runs it: by command line, on a site file, over three months.
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Office {
    QTemporaryDir dir;
    QString file = dir.filePath(u"site.ffp"_s);

    Outcome ffp(QStringList arguments, const QString &password = kAdminPassword) const
    {
        if (!arguments.contains(u"demo"_s))
            arguments << u"--db"_s << file;
        return runFfp(dir, arguments << u"--json"_s, password);
    }
    Outcome check(const QString &month, const QString &today) const
    {
        return ffp({u"check"_s, u"--month"_s, month, u"--today"_s, today});
    }
};

qint64 count(const Outcome &answer, const char *what)
{
    return answer.json[u"counts"_s][QLatin1String(what)].toInteger(-1);
}

/// "household rule state" of every alert, sorted.
QStringList alerts(const Outcome &answer, bool closed = false)
{
    QStringList out;
    for (const QJsonValue &alert : answer.json[u"alerts"_s].toArray())
        if (closed == (alert[u"state"_s] == "closed"_L1))
            out << alert[u"household"_s].toString() + u' ' + alert[u"rule"_s].toString();
    out.sort();
    return out;
}

} // namespace

class TestCheckFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeMonths()
    {
        const Office office;
        const Outcome demo = office.ffp({u"demo"_s, office.file, u"--households"_s, u"60"_s, u"--seed"_s,
                                         u"5"_s, u"--area"_s, u"341323114000"_s, u"--today"_s,
                                         u"2026-10-20"_s});
        QVERIFY2(demo.code == 0, qPrintable(demo.err));

        const Outcome october = office.check(u"2026-10"_s, u"2026-10-31"_s);
        QVERIFY2(october.code == 0, qPrintable(october.err));
        QCOMPARE(october.json[u"month"_s].toString(), u"2026-10"_s);
        QCOMPARE(october.json[u"evaluated"_s].toInteger(), 60);
        QVERIFY(count(october, "opened") > 0);
        QCOMPARE(count(october, "opened"), qint64(alerts(october).size()));
        QCOMPARE(count(october, "red") + count(october, "orange") + count(october, "yellow"),
                 count(october, "opened"));
        for (const QJsonValue &alert : october.json[u"alerts"_s].toArray()) {
            for (const auto *key : {"household", "rule", "clause", "severity", "state", "opened", "message"})
                QVERIFY2(!alert[QLatin1String(key)].toString().isEmpty(), key);
            QVERIFY(!alert[u"values"_s].toObject().isEmpty());
            QVERIFY(alert.toObject().contains(u"due"_s));
        }

        // The same month again: the same alerts, and nothing to take back but the first run.
        const Outcome again = office.check(u"2026-10"_s, u"2026-10-31"_s);
        QCOMPARE(again.code, 0);
        QCOMPARE(count(again, "opened") + count(again, "closed"), 0);
        QCOMPARE(again.json[u"alerts"_s], october.json[u"alerts"_s]);

        // An edge household without contact is visited in November: that alert closes, and says so.
        const QStringList open = alerts(again);
        const auto quiet = std::find_if(open.begin(), open.end(),
                                        [](const QString &a) { return a.endsWith(u" RF-25"_s); });
        QVERIFY(quiet != open.end());
        const QString household = quiet->section(u' ', 0, 0);
        const Outcome visit = office.ffp({u"visit"_s, u"add"_s, household, u"--date"_s, u"2026-11-12"_s,
                                          u"--by"_s, u"试甲"_s, u"--mode"_s, u"phone"_s, u"--today"_s,
                                          u"2026-11-12"_s});
        QVERIFY2(visit.code == 0, qPrintable(visit.err));
        const Outcome fax = office.ffp({u"visit"_s, u"add"_s, household, u"--date"_s, u"2026-11-12"_s,
                                        u"--by"_s, u"试甲"_s, u"--mode"_s, u"fax"_s, u"--today"_s,
                                        u"2026-11-12"_s});
        QCOMPARE(fax.code, 2);
        QVERIFY2(fax.err.contains(u"wechat"_s), qPrintable(fax.err));
        const Outcome november = office.check(u"2026-11"_s, u"2026-11-30"_s);
        QVERIFY2(november.code == 0, qPrintable(november.err));
        QVERIFY(alerts(november, true).contains(*quiet));
        QCOMPARE(count(november, "closed"), qint64(alerts(november, true).size()));
        QVERIFY(!alerts(november).contains(*quiet));
        for (const QJsonValue &alert : november.json[u"alerts"_s].toArray())
            if (alert[u"state"_s] == "closed"_L1) {
                QCOMPARE(alert[u"close_reason"_s].toString(), u"no_longer_holds"_s);
                QCOMPARE(alert[u"closed"_s].toString(), u"2026-11-30"_s);
            }

        // Nobody calls in December: opened anew, as another alert; the closed one is not mentioned again.
        const Outcome december = office.check(u"2026-12"_s, u"2026-12-31"_s);
        QVERIFY2(december.code == 0, qPrintable(december.err));
        QVERIFY(alerts(december).contains(*quiet));
        QVERIFY(!alerts(december, true).contains(*quiet));
        for (const QJsonValue &alert : december.json[u"alerts"_s].toArray())
            if (alert[u"household"_s] == household && alert[u"rule"_s] == "RF-25"_L1)
                QCOMPARE(alert[u"opened"_s].toString(), u"2026-12-31"_s);

        // Months go forward only, unless the run is taken back.
        QCOMPARE(office.check(u"2026-11"_s, u"2026-12-31"_s).code, 1);
        QCOMPARE(office.ffp({u"undo"_s}).code, 0);
        QCOMPARE(alerts(office.check(u"2026-11"_s, u"2026-12-31"_s)), alerts(november));
    }

    void alertsAreWorkedOn()
    {
        const Office office;
        QCOMPARE(office
                     .ffp({u"demo"_s, office.file, u"--households"_s, u"60"_s, u"--seed"_s, u"5"_s,
                           u"--area"_s, u"341323114000"_s, u"--today"_s, u"2026-10-20"_s})
                     .code,
                 0);
        QCOMPARE(office.check(u"2026-10"_s, u"2026-10-31"_s).code, 0);
        const Outcome red = office.ffp({u"alert"_s, u"list"_s, u"--level"_s, u"red"_s});
        QCOMPARE(red.code, 0);
        QVERIFY(red.json[u"total"_s].toInteger() > 0);
        const QString id = red.json[u"alerts"_s].toArray().first()[u"id"_s].toString();
        const auto set = [&](const QStringList &words) {
            return office.ffp(QStringList{u"alert"_s, u"set"_s, id, u"--today"_s, u"2026-11-02"_s} + words);
        };
        const QStringList close{u"--state"_s,  u"closed"_s,     u"--action"_s,
                                u"临时救助"_s, u"--reviewer"_s, u"试乙"_s};
        const Outcome early = set(close);
        QCOMPARE(early.code, 1); // HV-14: no due date yet
        QVERIFY2(early.err.contains(u"消除期限"_s), qPrintable(early.err));
        QCOMPARE(set({}).code, 2);
        QCOMPARE(set({u"--due"_s, u"2026-11-20"_s}).code, 0);
        const Outcome closed = set(close);
        QCOMPARE(closed.code, 0);
        QCOMPARE(closed.json[u"alerts"_s].toArray().first()[u"close_reason"_s].toString(), u"handled"_s);
        const Outcome left = office.ffp({u"alert"_s, u"list"_s, u"--level"_s, u"red"_s});
        QCOMPARE(left.json[u"total"_s].toInteger(), red.json[u"total"_s].toInteger() - 1);
        const Outcome all = office.ffp({u"alert"_s, u"list"_s, u"--level"_s, u"red"_s, u"--all"_s});
        QCOMPARE(all.json[u"total"_s].toInteger(), red.json[u"total"_s].toInteger());
    }

    void refusals()
    {
        const Office office;
        QCOMPARE(office.check(u"2026-10"_s, u"2026-10-31"_s).code, 3); // no file
        QCOMPARE(office
                     .ffp({u"demo"_s, office.file, u"--households"_s, u"5"_s, u"--area"_s, u"341323114000"_s,
                           u"--today"_s, u"2026-10-20"_s})
                     .code,
                 0);
        const auto code = [&](const QStringList &arguments) { return office.ffp(arguments).code; };
        QCOMPARE(code({u"check"_s}), 2);
        QCOMPARE(code({u"check"_s, u"--month"_s, u"2026-13"_s}), 2);
        QCOMPARE(code({u"check"_s, u"--month"_s, u"2026-11"_s, u"--today"_s, u"2026-10-31"_s}),
                 2); // not begun
        QCOMPARE(code({u"check"_s, u"--month"_s, u"2026-10"_s, u"--today"_s, u"2026-11-01"_s}), 0);
        QCOMPARE(office.ffp({u"check"_s, u"--month"_s, u"2026-10"_s}, u"Falsch-2026"_s).code, 4);
    }
};

QTEST_GUILESS_MAIN(TestCheckFlow)
#include "tst_checkflow.moc"
