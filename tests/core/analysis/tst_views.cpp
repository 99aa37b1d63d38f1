// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/qualityviews.h"
#include "core/analysis/rulecheck.h"
#include "core/policy/policyreader.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsupport.h"

#include <QFile>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

class TestViews : public QObject
{
    Q_OBJECT

    SilentProgress m_progress;

    std::unique_ptr<RuleConnection> views(const RuleFixture &f, YearMonth month = {2026, 10})
    {
        auto made = openRuleViews(f.path, f.cipher, month, m_progress);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return std::move(*made);
    }
    /// Rows as lines, columns joined by a space, NULL as "-".
    QStringList rows(const RuleConnection &rules, const QString &sql, int columns)
    {
        QStringList out;
        const auto done = rules.select(sql, {}, m_progress, [&](const RuleRow &row) {
            QStringList cells;
            for (int i = 0; i < columns; ++i)
                cells << (row.isNull(i) ? u"-"_s : row.text(i));
            out << cells.join(u' ');
            return true;
        });
        return done ? out : QStringList{QLatin1String(errorCode(done.error().kind)) + done.error().detail};
    }

private Q_SLOTS:
    void measuresWithTheirRiskAndMoney()
    {
        RuleFixture f;
        f.write([](RecordMaker &m) {
            const RecordId h = m.household();
            const RecordId risk = m.make(Entity::CaseRisk, {{"case_id", m.monitor(h, "edge")},
                                                            {"rank", 1},
                                                            {"kind", "illness"}});
            m.of(h, Entity::Measure,
                 {{"category", "health"},
                  {"kind", "health.relief"},
                  {"risk_id", risk},
                  {"fund_source", "fiscal_special_city"},
                  {"amount", 50000},
                  {"status", "doing"},
                  {"started_on", "2026-10-01"}});
            m.of(h, Entity::Measure,
                 {{"category", "social"}, {"fund_source", "social"}, {"status", "planned"}});
            m.of(h, Entity::Measure, {{"category", "water"}, {"status", "planned"}});
        });
        QCOMPARE(rows(*views(f),
                      u"SELECT category, kind, risk, special_fund, amount, status, started_on FROM v_measure "
                      "ORDER BY category"_s,
                      7),
                 (QStringList{u"health health.relief illness 1 50000 doing 2026-10-01"_s,
                              u"social - - 0 - planned -"_s, u"water - - - - planned -"_s}));
    }

    void documentationIsTheDefinition()
    {
        RuleFixture f;
        const auto rules = openQualityViews(f.path, f.cipher, {2026, 10, 31}, DivisionTable::shipped(),
                                            m_progress);
        FFP_VERIFY(rules);
        QSet<QString> names;
        std::vector<RuleView> all(ruleViews().begin(), ruleViews().end());
        all.insert(all.end(), qualityViews().begin(), qualityViews().end());
        for (const RuleView &view : all) {
            QVERIFY(!names.contains(QLatin1String(view.name)));
            names.insert(QLatin1String(view.name));
            const auto shape = (*rules)->check(u"SELECT * FROM %1"_s.arg(QLatin1String(view.name)));
            FFP_VERIFY(shape);
            QStringList documented;
            for (const ViewColumn &column : view.columns) {
                QVERIFY2(column.meaning[0] != 0, column.name);
                documented << QLatin1String(column.name);
            }
            QCOMPARE(shape->columns, documented);
        }
        const QString path = QStringLiteral(FFP_SOURCE_DIR "/core/analysis/views.md");
        if (qEnvironmentVariableIsSet("FFP_WRITE_VIEWS")) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(ruleViewDocumentation().toUtf8());
        }
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        QVERIFY2(QString::fromUtf8(file.readAll()) == ruleViewDocumentation(),
                 "views.md is out of date: run tst_views once with FFP_WRITE_VIEWS=1");
    }

    void datesOfTheMonth()
    {
        const auto value = [](YearMonth month, const char *name) {
            return std::get<QString>(monthValues(month).at(QLatin1String(name)));
        };
        QCOMPARE(value({2026, 2}, "month_start"), u"2026-02-01"_s);
        QCOMPARE(value({2026, 2}, "month_end"), u"2026-02-28"_s);
        QCOMPARE(value({2024, 2}, "month_end"), u"2024-02-29"_s);
        QCOMPARE(value({2026, 8}, "school_start"), u"2025-09-01"_s);
        QCOMPARE(value({2026, 9}, "school_start"), u"2026-09-01"_s);
        QCOMPARE(std::get<qint64>(monthValues({2026, 9}).at(u"year"_s)), 2026);
    }

    void members()
    {
        RuleFixture f;
        f.write([](RecordMaker &m) {
            const RecordId h = m.household();
            m.member(h, {{"name", "甲"}, {"birth_date", "1986-10-31"}});
            m.member(h, {{"name", "乙"}, {"birth_date", "1986-11-01"}});
            m.member(h, {{"name", "丙"}, {"birth_date", "2016-09-01"}});
            m.member(h, {{"name", "丁"}, {"birth_date", "2016-09-02"}});
            m.member(h, {{"name", "戊"}});
            m.member(h, {{"name", "己"}, {"change_kind", "death"}, {"change_on", "2026-10-31"}});
            m.member(h, {{"name", "庚"}, {"change_kind", "death"}, {"change_on", "2026-11-01"}});
            m.member(h, {{"name", "辛"}, {"change_kind", "birth"}, {"change_on", "2026-05-01"}});
        });
        const auto rules = views(f);
        QCOMPARE(rows(*rules, u"SELECT name, age, school_age FROM v_member ORDER BY member"_s, 3),
                 (QStringList{u"甲 40 39"_s, u"乙 39 39"_s, u"丙 10 10"_s, u"丁 10 9"_s, u"戊 - -"_s,
                              u"庚 - -"_s, u"辛 - -"_s}));
        QCOMPARE(rows(*rules, u"SELECT name, change_kind FROM v_departed"_s, 2), QStringList{u"己 death"_s});
        QCOMPARE(rows(*rules, u"SELECT members FROM v_household"_s, 1), QStringList{u"7"_s});
    }

    void voidRecordsAreNotThere()
    {
        RuleFixture f;
        RecordId gone;
        f.write([&](RecordMaker &m) {
            const RecordId h = m.household();
            gone = m.member(h, {{"name", "甲"}});
            m.member(h, {{"name", "乙"}});
        });
        FFP_VERIFY(f.log->transact(f.operation(),
                                   [&](ChangeWriter &w) { return w.setVoid(gone, true, u"重复"_s); }));
        const auto rules = views(f);
        QCOMPARE(rows(*rules, u"SELECT name FROM v_member"_s, 1), QStringList{u"乙"_s});
    }

    void secretsAreOpenedOnlyWhenNamed()
    {
        RuleFixture f;
        f.write([](RecordMaker &m) {
            const RecordId h = m.household();
            m.member(h,
                     {{"name", "甲"}, {"health", "serious_illness,chronic"}, {"disability_cert_year", 2024}});
            m.member(h, {{"name", "乙"}});
        });
        const auto rules = views(f);
        QCOMPARE(rows(*rules, u"SELECT health, disability_cert_year FROM v_member ORDER BY member"_s, 2),
                 (QStringList{u"chronic,serious_illness 2024"_s, u"- -"_s}));
        f.cipher.locked = true;
        QCOMPARE(rows(*rules, u"SELECT name FROM v_member ORDER BY member"_s, 1),
                 (QStringList{u"甲"_s, u"乙"_s}));
        QCOMPARE(rows(*rules, u"SELECT health FROM v_member"_s, 1), QStringList{u"locked"_s});
    }

    void latestConclusionOfOneDayIsTheLastEntered()
    {
        RuleFixture f;
        f.write([](RecordMaker &m) {
            const RecordId h = m.household();
            for (int i = 0; i < 12; ++i) // row ids pass from one digit to two
                m.of(h, Entity::SafeguardCheck,
                     {{"checked_on", "2026-10-01"},
                      {"item", "water"},
                      {"status", i == 11 ? "met" : "not_met"}});
        });
        QCOMPARE(rows(*views(f), u"SELECT status, checked_on, failing FROM v_safeguard"_s, 3),
                 QStringList{u"met 2026-10-01 0"_s});
    }

    void packsAreCheckedAgainstTheViews_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QString &from, const QString &to, const QString &why) {
            QTest::newRow(name) << from << to << why;
        };
        row("column that is not there", u"i.test_total <"_s, u"i.total <"_s, u"no such column"_s);
        row("view that is not there", u"JOIN v_income"_s, u"JOIN v_earnings"_s, u"no such table"_s);
        row("table behind the view", u"JOIN v_income"_s, u"JOIN income_statement"_s, u"no such column"_s);
        row("two statements", u"i.test_total < :income_line * i.test_population"_s,
            u"i.test_total < :income_line * i.test_population; DROP TABLE member"_s, u"exactly one SELECT"_s);
        row("writes", u"SELECT h.household, i.per_capita, i.until, h.monitor_class"_s, u"DELETE"_s,
            u"syntax error"_s);
        row("first column", u"SELECT h.household, i.per_capita, i.until, h.monitor_class"_s,
            u"SELECT i.per_capita, h.household, i.until, h.monitor_class"_s,
            u"first column must be household"_s);
        row("column without entry", u"SELECT h.household, i.per_capita, i.until, h.monitor_class"_s,
            u"SELECT h.household, i.per_capita, i.until, h.monitor_class, h.area"_s,
            u"without evidence entry: area"_s);
        row("entry without column", u"SELECT h.household, i.per_capita, i.until, h.monitor_class"_s,
            u"SELECT h.household, i.per_capita, i.until"_s, u"evidence without column: monitor_class"_s);
        row("undefined parameter", u"i.test_total < :income_line"_s, u"i.test_total < :income_line + :more"_s,
            u"unknown parameter :more"_s);
        row("unused parameter", u"i.test_total < :income_line"_s, u"i.test_total < 500000"_s,
            u"not used: income_line"_s);
    }
    void packsAreCheckedAgainstTheViews()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, why);
        RuleFixture f;
        const auto rules = views(f);
        FFP_VERIFY(checkRules(pack(), pack().rules(), *rules));
        FFP_VERIFY(checkRules(pack("national-2021"), pack("national-2021").rules(), *rules));
        // Change RF-02 in the text of the pack.
        QFile file(u":/ffp/policy/anhui-2020.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(file.readAll());
        const qsizetype rule = text.indexOf(u"\"id\": \"RF-02\""_s);
        const qsizetype at = text.indexOf(from, rule);
        QVERIFY(rule > 0 && at > rule && at < text.indexOf(u"\"id\": \"RF-03\""_s));
        text.replace(at, from.size(), to);
        const auto broken = PolicyReader::read(text.toUtf8(), u"x.json"_s);
        FFP_VERIFY(broken);
        const auto checked = checkRules(*broken, broken->rules(), *rules);
        FFP_VERIFY_ERROR(checked, ErrorKind::PolicyPackInvalid);
        QCOMPARE(checked.error().subject.file, u"anhui-2020"_s);
        QCOMPARE(checked.error().args.value(0), u"RF-02.sql"_s);
        QVERIFY2(checked.error().detail.contains(why), qPrintable(checked.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
