// SPDX-License-Identifier: GPL-3.0-or-later
// The data-quality rules as an office runs them before it reports upward: what is found, what may stand with
// a reason, what has to be put right.
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>

using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Office {
    QTemporaryDir dir;
    QString file = dir.filePath(u"site.ffp"_s);

    Office()
    {
        const Outcome demo = runFfp(dir, {u"demo"_s, file, u"--households"_s, u"60"_s, u"--seed"_s, u"5"_s,
                                          u"--area"_s, u"341323114000"_s, u"--today"_s, u"2026-10-20"_s,
                                          u"--json"_s});
        if (demo.code != 0)
            qFatal("%s", qPrintable(demo.err));
    }
    /// As a person reads it.
    Outcome text(QStringList words) const
    {
        words << u"--db"_s << file << u"--today"_s << u"2026-10-31"_s;
        return runFfp(dir, words);
    }
    Outcome ffp(const QStringList &words) const { return text(words + QStringList{u"--json"_s}); }
    Outcome answer(const QString &rule, const QStringList &more = {}) const
    {
        return ffp(QStringList{u"quality"_s, u"answer"_s, rule} + more);
    }
};

QJsonArray findings(const Outcome &outcome)
{
    return outcome.json[u"findings"_s].toArray();
}

qint64 count(const Outcome &outcome, const char *what)
{
    return outcome.json[u"counts"_s][QLatin1String(what)].toInteger(-1);
}

QSet<QString> valuesOf(const Outcome &outcome, const char *key)
{
    QSet<QString> values;
    for (const QJsonValue &finding : findings(outcome))
        values << finding[QLatin1String(key)].toString();
    return values;
}

QString errorKind(const Outcome &outcome)
{
    return outcome.json[u"error"_s][u"kind"_s].toString();
}

} // namespace

class TestQualityFlow : public QObject
{
    Q_OBJECT

    Office m_office;
    Outcome m_all;

private Q_SLOTS:
    void initTestCase()
    {
        m_all = m_office.ffp({u"quality"_s});
        QVERIFY2(m_all.code == 1, qPrintable(m_all.err)); // there are findings of level E
    }

    void findingsAndCountsAgree()
    {
        QCOMPARE(m_all.json[u"day"_s].toString(), u"2026-10-31"_s);
        QCOMPARE(m_all.json[u"evaluated"_s].toInteger(), 60);
        QVERIFY(count(m_all, "E") > 0 && count(m_all, "W") > 0 && count(m_all, "H") > 0);
        QCOMPARE(count(m_all, "E") + count(m_all, "W") + count(m_all, "H"), count(m_all, "findings"));
        QCOMPARE(count(m_all, "findings"), qint64(findings(m_all).size()));
        QCOMPARE(count(m_all, "answered"), 0);
        qint64 sum = 0;
        for (const QJsonValue &found : m_all.json[u"counts"_s][u"rules"_s].toObject())
            sum += found.toInteger();
        QCOMPARE(sum, count(m_all, "findings"));
        for (const QJsonValue &finding : findings(m_all)) {
            for (const auto *key : {"rule", "title", "level", "field", "household", "area", "message"})
                QVERIFY2(!finding[QLatin1String(key)].toString().isEmpty(), key);
            QVERIFY(finding[u"answer"_s].isNull());
        }
        const QJsonArray missing = m_all.json[u"not_evaluated"_s].toArray();
        QCOMPARE(missing.size() + m_all.json[u"counts"_s][u"rules"_s].toObject().size(), 115);
        for (const QJsonValue &rule : missing)
            QVERIFY(!rule[u"reason"_s].toString().isEmpty());
    }

    void textSaysTheSame()
    {
        const Outcome text = m_office.text({u"quality"_s});
        QCOMPARE(text.code, 1);
        const QStringList lines = text.out.split(u'\n');
        QCOMPARE(lines.filter(u"  ["_s).size(), findings(m_all).size());
        for (const QJsonValue &finding : findings(m_all)) {
            const QStringList of = lines.filter(finding[u"message"_s].toString());
            QVERIFY(!of.filter(finding[u"household"_s].toString()).isEmpty());
        }
        const QJsonObject limits = m_all.json[u"limits"_s].toObject();
        QVERIFY(limits.contains(u"DQ-902"_s));
        for (auto rule = limits.begin(); rule != limits.end(); ++rule)
            QVERIFY2(text.out.contains(rule.key() + u": "_s + rule.value().toString()),
                     qPrintable(rule.key()));
    }

    void oneLevelOneRuleOneArea()
    {
        const Outcome warnings = m_office.ffp({u"quality"_s, u"--level"_s, u"w"_s});
        QCOMPARE(warnings.code, 0); // nothing that blocks was asked for
        QCOMPARE(valuesOf(warnings, "level"), QSet<QString>{u"W"_s});
        QCOMPARE(count(warnings, "W"), count(m_all, "W"));

        const Outcome rule = m_office.ffp({u"quality"_s, u"--rule"_s, u"dq-902"_s});
        QCOMPARE(rule.code, 1);
        QCOMPARE(valuesOf(rule, "rule"), QSet<QString>{u"DQ-902"_s});
        QVERIFY(!rule.json[u"limits"_s][u"DQ-902"_s].toString().isEmpty());

        const QString area = findings(m_all).first()[u"area"_s].toString();
        const Outcome village = m_office.ffp({u"quality"_s, u"--area"_s, area});
        QCOMPARE(valuesOf(village, "area"), QSet<QString>{area});
        QVERIFY(findings(village).size() < findings(m_all).size());
        const Outcome township = m_office.ffp({u"quality"_s, u"--area"_s, u"341323114000"_s});
        QCOMPARE(findings(township), findings(m_all));
        const Outcome elsewhere = m_office.ffp({u"quality"_s, u"--area"_s, u"410102000000"_s});
        QCOMPARE(elsewhere.code, 0);
        QVERIFY(findings(elsewhere).isEmpty());
    }

    void whatCannotBeAsked()
    {
        QCOMPARE(m_office.ffp({u"quality"_s, u"--level"_s, u"X"_s}).code, 2);
        QCOMPARE(m_office.ffp({u"quality"_s, u"--level"_s, u"EW"_s}).code, 2);
        QCOMPARE(m_office.ffp({u"quality"_s, u"--area"_s, u"3413"_s}).code, 2);
        QCOMPARE(m_office.ffp({u"quality"_s, u"--out"_s, u"list.pdf"_s}).code, 2);
        for (const QStringList &words : {QStringList{u"quality"_s, u"--rule"_s, u"DQ-999"_s},
                                         {u"quality"_s, u"answer"_s, u"DQ-999"_s, u"--reason"_s, u"无"_s}}) {
            const Outcome unknown = m_office.ffp(words);
            QCOMPARE(unknown.code, 1);
            QCOMPARE(errorKind(unknown), u"not_found"_s);
            QVERIFY2(unknown.err.contains(u"数据质量规则"_s) && unknown.err.contains(u"DQ-999"_s),
                     qPrintable(unknown.err));
        }
    }

    void savedAsATable()
    {
        const QString path = m_office.dir.filePath(u"疑点.csv"_s);
        QCOMPARE(m_office.ffp({u"quality"_s, u"--level"_s, u"W"_s, u"--out"_s, path}).code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString table = QString::fromUtf8(file.readAll());
        for (const QJsonValue &finding : findings(m_all))
            if (finding[u"level"_s] == "W"_L1)
                QVERIFY(table.contains(finding[u"household"_s].toString()));
    }

    void whatBlocksIsNotAnswered()
    {
        const Outcome refused = m_office.answer(u"DQ-902"_s, {u"--reason"_s, u"无资料"_s});
        QCOMPARE(refused.code, 1);
        QCOMPARE(errorKind(refused), u"rule_broken"_s);
        QVERIFY2(refused.err.contains(u"DQ-902必须改正"_s), qPrintable(refused.err));
        QCOMPARE(m_office.answer(u"DQ-917"_s).code, 2); // no reason
        QCOMPARE(m_office.answer(u"DQ-917"_s, {u"--reason"_s, u"  "_s}).code, 2);
        QCOMPARE(findings(m_office.ffp({u"quality"_s})), findings(m_all));
    }

    void anAnswerIsKeptShownAndTakenBack()
    {
        const QStringList one{u"quality"_s, u"--rule"_s, u"DQ-917"_s};
        const QJsonArray before = findings(m_office.ffp(one));
        QVERIFY(before.size() > 1);
        const QString household = before.first()[u"household"_s].toString();

        const Outcome nobody = m_office.answer(u"DQ-917"_s,
                                               {u"--household"_s, u"1"_s, u"--reason"_s, u"无"_s});
        QCOMPARE(nobody.code, 1);
        QCOMPARE(errorKind(nobody), u"not_found"_s);

        const Outcome answered = m_office.answer(u"DQ-917"_s, {u"--household"_s, household, u"--reason"_s,
                                                               u"联系人调离，新人未定"_s});
        QVERIFY2(answered.code == 0, qPrintable(answered.err));
        QCOMPARE(answered.json[u"answered"_s].toInteger(), 1);
        QVERIFY(answered.json[u"operation"_s].toInteger() > 0);

        const Outcome open = m_office.ffp(one);
        QVERIFY(!valuesOf(open, "household").contains(household));
        QCOMPARE(findings(open).size(), before.size() - 1);
        QCOMPARE(count(open, "answered"), 1);
        const Outcome both = m_office.ffp(one + QStringList{u"--answered"_s});
        QCOMPARE(findings(both).size(), before.size());
        for (const QJsonValue &finding : findings(both))
            QCOMPARE(finding[u"answer"_s].toString(),
                     finding[u"household"_s] == household ? u"联系人调离，新人未定"_s : QString());
        QVERIFY(m_office.text(one + QStringList{u"--answered"_s}).out.contains(u"联系人调离，新人未定"_s));

        QCOMPARE(m_office.ffp({u"undo"_s}).code, 0);
        QCOMPARE(findings(m_office.ffp(one)), before);
    }

    void anAreaIsAnsweredAtOnce()
    {
        const QStringList hints{u"quality"_s, u"--rule"_s, u"DQ-311"_s};
        const Outcome before = m_office.ffp(hints);
        const QString area = findings(before).first()[u"area"_s].toString();
        QVERIFY(valuesOf(before, "area").size() > 1);
        const Outcome answered = m_office.answer(u"DQ-311"_s,
                                                 {u"--area"_s, area, u"--reason"_s, u"自愿不参加"_s});
        QCOMPARE(answered.code, 0);
        const Outcome after = m_office.ffp(hints);
        QCOMPARE(valuesOf(after, "area"), valuesOf(before, "area") - QSet<QString>{area});
        QCOMPARE(findings(before).size() - findings(after).size(), answered.json[u"answered"_s].toInteger());
        QCOMPARE(m_office.ffp({u"undo"_s}).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestQualityFlow)
#include "tst_qualityflow.moc"
