// SPDX-License-Identifier: GPL-3.0-or-later
// Times the month-end check of a site file (goal G6) and gives the yardstick: ten of the rules as one pass
// of plain SQL over the tables, for the sqlite3 shell.
// usage: bench_check FILE.ffp [USER]       password from FFP_PASSWORD; the file is not changed, a copy is
#include "core/analysis/ruleevaluation.h"
#include "core/log/logcipher.h"
#include "core/services/checkservice.h"
#include "core/services/policyservice.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

using namespace bench;
using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

const YearMonth kMonth(2026, 10);

struct Quiet : Progress {
    void report(const char *, qint64, qint64) override {}
    bool cancelled() const override { return false; }
};

/// RF-02, 03, 04, 06, 07, 08, 09, 17, 25 and 29 as far as one pass can say them.
constexpr const char *kOnePass = R"sql(
WITH m AS (SELECT household_id AS h, count(*) AS persons, sum(labour IN ('ordinary','skilled')) AS labour,
    sum(labour IN ('ordinary','skilled') AND work_months > 0) AS working,
    sum(labour IN ('ordinary','skilled') AND work_months IS NULL) AS work_unknown,
    sum(birth_date BETWEEN '2010-09-02' AND '2020-09-01' AND dropout_reason IS NOT NULL) AS dropped,
    sum(ins_resident_medical = 0 AND ifnull(ins_employee_medical, 0) = 0) AS uninsured
  FROM member WHERE void = 0 AND change_kind IS NULL GROUP BY household_id),
i AS (SELECT household_id AS h, net_total AS net, population AS persons,
    lead(net_total) OVER w AS net_before, lead(population) OVER w AS persons_before, row_number() OVER w AS nth
  FROM income_statement WHERE void = 0 AND year <= 2026 WINDOW w AS (PARTITION BY household_id ORDER BY year DESC)),
l AS (SELECT household_id AS h, house_grade, dangerous_house, safe_water,
    row_number() OVER (PARTITION BY household_id ORDER BY year DESC) AS nth
  FROM living_conditions WHERE void = 0),
v AS (SELECT household_id AS h, max(visited_on BETWEEN '2026-10-01' AND '2026-10-31') AS this_month
  FROM visit WHERE void = 0 GROUP BY household_id),
a AS (SELECT household_id AS h, max(role = 'helper' AND started_on <= '2026-10-31'
    AND ifnull(ended_on, '9999') >= '2026-10-31') AS helper FROM assignment WHERE void = 0 GROUP BY household_id),
c AS (SELECT household_id AS h, max(status = 'active') AS active FROM monitor_case WHERE void = 0 GROUP BY household_id)
SELECT count(*), sum(c.active AND i.net < 500000 * i.persons),
  sum(i.net >= 500000 * i.persons AND i.net < 600000 * i.persons),
  sum(i.net_before > 0 AND i.net * i.persons_before * 10 <= i.net_before * i.persons * 7),
  sum(m.dropped > 0), sum(m.uninsured > 0),
  sum(l.house_grade IN ('C','D') OR l.dangerous_house), sum(l.safe_water = 0),
  sum(c.active AND m.labour > 0 AND m.working = 0 AND m.work_unknown = 0),
  sum(c.active AND household.monitor_class = 'edge' AND ifnull(v.this_month, 0) = 0),
  sum(household.household_type = 'exited' AND ifnull(a.helper, 0) = 0)
FROM household LEFT JOIN m ON m.h = household.rid LEFT JOIN i ON i.h = household.rid AND i.nth = 1
  LEFT JOIN l ON l.h = household.rid AND l.nth = 1 LEFT JOIN v ON v.h = household.rid
  LEFT JOIN a ON a.h = household.rid LEFT JOIN c ON c.h = household.rid
WHERE household.void = 0;
)sql";

int failed(const Error &error)
{
    std::fprintf(stderr, "bench_check: %s %s\n", errorCode(error.kind), qPrintable(error.detail));
    return 1;
}

#define BENCH_ASSIGN(decl, expr)                                                                             \
    auto FFP_CONCAT(bench, __LINE__) = (expr);                                                               \
    if (!FFP_CONCAT(bench, __LINE__))                                                                        \
        return failed(FFP_CONCAT(bench, __LINE__).error());                                                  \
    decl = std::move(*FFP_CONCAT(bench, __LINE__))

struct TryOut {
    const char *rule;
    const char *parameter;
    const char *value;
};
constexpr TryOut kTryOuts[] = {{"RF-02", "income_line", "5500"}, {"RF-03", "factor", "1.5"},
                               {"RF-04", "drop_percent", "20"},  {"RF-06", "age_to", "14"},
                               {"RF-22", "pension_age", "65"},   {"RF-32", "days", "20"}};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true); // what this PC remembers of the site is not the copy's business
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: bench_check FILE.ffp [USER]\n", stderr);
        return 2;
    }
    const QString copy = arguments[1] + u".check.ffp"_s;
    const auto drop = [&copy] {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(copy + suffix);
    };
    drop();
    if (!QFile::copy(arguments[1], copy)) {
        std::fputs("bench_check: cannot copy the file\n", stderr);
        return 1;
    }
    const auto end = qScopeGuard(drop);
    const SystemClock clock(QDate(2026, 10, 31));
    BENCH_ASSIGN(const auto session, Session::open(copy, arguments.value(2, u"bench"_s),
                                                   qEnvironmentVariable("FFP_PASSWORD"), clock));
    BENCH_ASSIGN(const PolicyPack pack, PolicyService(*session).pack());
    Quiet progress;
    QJsonObject out;

    // The rules alone: views built in memory from the stored facts, every rule, evidence included.
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        timer.start();
        BENCH_ASSIGN(RuleEvaluation rules,
                     RuleEvaluation::prepare(session->path(), session->cipher(), pack, kMonth, progress));
        out["prepare_ms"_L1] = milliseconds(timer);
        BENCH_ASSIGN(const Evaluation found, rules.run(progress));
        times.push_back(milliseconds(timer));
        out["households"_L1] = found.households;
        out["rules"_L1] = qint64(found.outcomes.size());
    }
    out["ms"_L1] = median(times);

    // Another threshold on prepared facts, the way the administrator tries one.
    BENCH_ASSIGN(const auto tryOut, RuleTryOut::prepare(*session, kMonth, progress));
    QJsonObject each;
    double worst = 0;
    for (const TryOut &one : kTryOuts) {
        times.clear();
        for (int i = 0; i < 7; ++i) {
            QElapsedTimer timer;
            timer.start();
            BENCH_ASSIGN(const RuleTryOut::Outcome outcome,
                         tryOut->run(QLatin1String(one.rule),
                                     {{QLatin1String(one.parameter), QLatin1String(one.value)}}, progress));
            times.push_back(milliseconds(timer));
        }
        each[QLatin1String(one.rule)] = median(times);
        worst = std::max(worst, median(times));
    }
    out["tryouts"_L1] = each;
    out["tryout_ms"_L1] = worst;

    // The whole check as the user runs it: alerts encrypted, logged and listed; then the same month again.
    for (const char *name : {"check_ms", "again_ms"}) {
        QElapsedTimer timer;
        timer.start();
        BENCH_ASSIGN(const CheckResult result, CheckService(*session).run(kMonth, progress));
        out[QLatin1String(name)] = milliseconds(timer);
        out["alerts"_L1] = qint64(result.alerts.size());
    }
    QElapsedTimer timer;
    timer.start();
    BENCH_ASSIGN(const auto counts, CheckService(*session).countsByArea());
    out["counts_ms"_L1] = milliseconds(timer);
    out["counted_areas"_L1] = qint64(counts.size());
    out["rss_kib"_L1] = memoryKib("VmHWM");
    out["one_pass_sql"_L1] = QString::fromLatin1(kOnePass);
    return print(out);
}
