// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

/// What the policy leaves to the office, seen and set by the command line.
class TestPolicyFlow : public ffp::test::CommandFlow
{
    Q_OBJECT

    QJsonObject value(const QString &key, const QStringList &words = {})
    {
        const QJsonArray all =
            ffp(QStringList{u"policy"_s, u"values"_s} + words).value(u"values"_s).toArray();
        for (const QJsonValue &one : all)
            if (one.toObject().value(u"key"_s).toString() == key)
                return one.toObject();
        return {};
    }
    QJsonObject set(const QString &key, const QString &text, const QString &reason = u"县里口径"_s)
    {
        return ffp({u"policy"_s, u"set"_s, key, text, u"--reason"_s, reason});
    }

private Q_SLOTS:
    void initTestCase()
    {
        makeSite();
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }

    void everyValueSaysWhatItRestsOn()
    {
        const QJsonArray all = ffp({u"policy"_s, u"values"_s}).value(u"values"_s).toArray();
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(all.size() > 20);
        int fixed = 0;
        for (const QJsonValue &one : all) {
            const QString mark = one.toObject().value(u"mark"_s).toString();
            QVERIFY2(mark == u"policy" || mark == u"local_default" || mark == u"unverified",
                     qPrintable(mark));
            fixed += mark == u"policy";
            if (mark == u"policy")
                QVERIFY2(!one.toObject().value(u"basis"_s).toString().isEmpty(),
                         qPrintable(one.toObject().value(u"key"_s).toString()));
        }
        QVERIFY(fixed > 0 && fixed < all.size());
    }

    void aValueIsSetAndTakenBack()
    {
        const QString shipped = value(u"income_rule_set"_s).value(u"value"_s).toString();
        const QJsonArray choices = value(u"income_rule_set"_s).value(u"choices"_s).toArray();
        QVERIFY(choices.size() >= 4 && choices.contains(shipped));
        const QString other = choices.first().toString() == shipped ? choices.last().toString()
                                                                    : choices.first().toString();
        set(u"income_rule_set"_s, other);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(value(u"income_rule_set"_s, {u"--set"_s}).value(u"value"_s).toString(), other);
        const QJsonArray rules = ffp({u"income"_s, u"rules"_s}).value(u"rule_sets"_s).toArray();
        for (const QJsonValue &one : rules)
            QCOMPARE(one.toObject().value(u"chosen"_s).toBool(),
                     one.toObject().value(u"id"_s).toString() == other);
        ffp({u"policy"_s, u"reset"_s, u"income_rule_set"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(value(u"income_rule_set"_s).value(u"value"_s).toString(), shipped);
        ffp({u"policy"_s, u"reset"_s, u"income_rule_set"_s});
        QVERIFY(m_code != 0); // nothing to take back
    }

    void refused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("fixed by the policy") << u"income_line"_s << u"6000"_s;
        QTest::newRow("no such value") << u"no_such"_s << u"1"_s;
        QTest::newRow("no number") << u"red_due_days"_s << u"二十"_s;
        QTest::newRow("no such rule set") << u"income_rule_set"_s << u"guess"_s;
    }
    void refused()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, text);
        set(key, text);
        QVERIFY(m_code == 1);
        QVERIFY(!m_err.trimmed().isEmpty());
        QVERIFY(value(key).value(u"set"_s).toBool() == false);
    }

    void anUnknownValueIsNamed()
    {
        set(u"no_such"_s, u"1"_s);
        QVERIFY2(m_err.contains(u"no_such"_s), qPrintable(m_err));
    }

    void aReasonIsAMust()
    {
        ffp({u"policy"_s, u"set"_s, u"red_due_days"_s, u"20"_s});
        QCOMPARE(m_code, 2);
    }
};

QTEST_GUILESS_MAIN(TestPolicyFlow)
#include "tst_policyflow.moc"
