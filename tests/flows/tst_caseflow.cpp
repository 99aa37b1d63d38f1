// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace ffp::test;

namespace {

constexpr char kPassword[] = "Weihe-2026-qiao";

QString stateOf(const QJsonObject &answer)
{
    return answer.value(u"state"_s).toString();
}

} // namespace

/// Whole journeys by the command line on the file of a county with officials of three levels.
class TestCaseFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_code = -1;
    QString m_err;
    QString m_today = u"2020-09-01"_s;
    QString m_site = u"county.ffp"_s;
    const QString m_edge = u"3413231149000001"_s;
    const QString m_exited = u"3413231149000002"_s;

    QJsonObject run(const QString &user, QStringList words)
    {
        words << u"--db"_s << m_dir.filePath(m_site) << u"--today"_s << m_today << u"--json"_s;
        if (!user.isEmpty())
            words << u"--user"_s << user;
        const Outcome outcome = runFfp(m_dir, words,
                                       user == "admin"_L1 || user.isEmpty() ? kAdminPassword
                                                                            : QLatin1String(kPassword));
        m_code = outcome.code;
        m_err = outcome.err;
        return outcome.json;
    }
    QJsonObject act(const QString &user, const QString &matter, const QString &action, QStringList more = {})
    {
        return run(user, QStringList{u"case"_s, u"act"_s, matter, u"--action"_s, action} + more);
    }
    QString open(const QString &user, const QString &type, const QString &household)
    {
        return run(user, {u"case"_s, u"open"_s, u"--type"_s, type, u"--household"_s, household, u"--reason"_s,
                          u"走访发现"_s})
            .value(u"case"_s)
            .toString();
    }
    void addUser(const QString &name, const QString &realName, const QString &role)
    {
        const QString file = m_dir.filePath(u"new.txt"_s);
        QFile secret(file);
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write(kPassword);
        secret.close();
        run(u"admin"_s, {u"user"_s, u"add"_s, name, u"--real-name"_s, realName, u"--role"_s, role,
                         u"--new-password-file"_s, file});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }
    void makeCounty(const QString &file, const QString &policy)
    {
        m_site = file;
        run({}, {u"init"_s, u"--level"_s, u"county"_s, u"--area"_s, u"341323000000"_s, u"--name"_s,
                 u"灵璧县"_s, u"--admin"_s, u"admin"_s, u"--policy"_s, policy});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        addUser(u"cun"_s, u"周海"_s, u"reporter"_s);
        addUser(u"xiang"_s, u"吴田"_s, u"reviewer"_s);
        addUser(u"xian"_s, u"郑州平"_s, u"approver"_s);
        const QString list = m_dir.filePath(u"list.csv"_s);
        QFile csv(list);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write(
            "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,性别,劳动技能\n"
            "灵璧县,虞姬镇,田万村,3413231149000001,朱甲,341323195808156714,户主,一般农户,男,\n"
            "灵璧县,虞姬镇,田万村,3413231149000002,朱子,341323198610056738,户主,脱贫户,男,普通劳动力\n");
        csv.close();
        run(u"cun"_s, {u"import"_s, list});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }
    void addVisit(const QString &household)
    {
        run(u"cun"_s, {u"visit"_s, u"add"_s, household, u"--date"_s, m_today, u"--by"_s, u"周海"_s,
                       u"--mode"_s, u"home"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }
    void addIncome(const QString &household, const char *amount)
    {
        const QString file = m_dir.filePath(u"income.json"_s);
        QFile json(file);
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(
            QByteArray("{\"identified\": \"") + m_today.left(7).toLatin1()
            + "\", \"phase\": \"identify\", \"population\": 1, \"items\": [{\"item\": \"A1\", \"amount\": "
            + amount + "}]}");
        json.close();
        run(u"cun"_s, {u"income"_s, u"set"_s, household, u"--from"_s, file});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }
    QString addRisk(const QString &household)
    {
        const QJsonObject made = run(u"cun"_s, {u"entry"_s, u"add"_s, household, u"风险"_s, u"--set"_s,
                                                u"kind=illness"_s, u"--set"_s, u"found_on="_s + m_today});
        return made.value(u"entry"_s).toObject().value(u"id"_s).toString();
    }
    QString statusOf(const QString &household)
    {
        const QJsonArray cases = run(u"admin"_s, {u"household"_s, u"show"_s, household})
                                     .value(u"household"_s)
                                     .toObject()
                                     .value(u"cases"_s)
                                     .toArray();
        return cases.isEmpty() ? QString() : cases.first().toObject().value(u"status"_s).toString();
    }

private Q_SLOTS:
    void initTestCase() { makeCounty(u"county.ffp"_s, u"anhui-2020"_s); }

    void anEdgeHouseholdFromClueToItsEnd()
    {
        const QString matter = open(u"cun"_s, u"identify-edge"_s, m_edge);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        // Without visit, statement and minutes nothing is reported.
        act(u"cun"_s, matter, u"submit"_s);
        QCOMPARE(m_code, 1);
        QVERIFY2(m_err.contains(u"走访"_s) && m_err.contains(u"驻村"_s), qPrintable(m_err));
        addVisit(m_edge);
        addIncome(m_edge, "4200");
        const QStringList minutes{u"--set"_s,     u"team=王队"_s, u"--set"_s, u"committees=李书记"_s,
                                  u"--comment"_s, u"建议纳入"_s};
        QCOMPARE(stateOf(act(u"cun"_s, matter, u"submit"_s, minutes)), u"township_review"_s);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        // Out of turn, wrong level.
        act(u"xian"_s, matter, u"approve"_s, {u"--comment"_s, u"同意"_s});
        QCOMPARE(m_code, 4);
        act(u"xiang"_s, matter, u"submit"_s);
        QCOMPARE(m_code, 1);
        // Returned with a reason, only.
        act(u"xiang"_s, matter, u"return"_s);
        QCOMPARE(m_code, 1);
        QCOMPARE(stateOf(act(u"xiang"_s, matter, u"return"_s, {u"--comment"_s, u"请补充风险点"_s})),
                 u"joint_study"_s);
        const QString risk = addRisk(m_edge);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(stateOf(act(u"cun"_s, matter, u"submit"_s, minutes)), u"township_review"_s);
        QCOMPARE(stateOf(act(u"xiang"_s, matter, u"approve"_s, {u"--comment"_s, u"同意上报"_s})),
                 u"county_decide"_s);
        QCOMPARE(statusOf(m_edge), u"审核中"_s);
        QCOMPARE(stateOf(act(u"xian"_s, matter, u"approve"_s, {u"--comment"_s, u"同意"_s})),
                 u"national_entry"_s);
        QCOMPARE(statusOf(m_edge), u"监测中"_s);
        QCOMPARE(stateOf(act(u"xiang"_s, matter, u"record"_s)), u"done"_s);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        for (const QString &form : {u"F-22"_s, u"F-23"_s}) {
            const QString paper = m_dir.filePath(form + u".csv"_s);
            run(u"xian"_s, {u"case"_s, u"print"_s, matter, u"--form"_s, form, u"--out"_s, paper});
            QVERIFY2(m_code == 0, qPrintable(m_err));
            QFile file(paper);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString words = QString::fromUtf8(file.readAll());
            QVERIFY2(words.contains(u"朱甲"_s) && words.contains(u"王队"_s), qPrintable(words));
            QCOMPARE(words.contains(u"审定"_s), form == u"F-23"_s);
        }
        run(u"xian"_s,
            {u"case"_s, u"print"_s, matter, u"--form"_s, u"F-24"_s, u"--out"_s, m_dir.filePath(u"x.pdf"_s)});
        QCOMPARE(m_code, 2); // not a paper of this chain

        // Its end: with the risk open nothing is reported.
        m_today = u"2021-03-01"_s;
        const QString end = open(u"xiang"_s, u"delist-edge"_s, m_edge);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        act(u"xiang"_s, end, u"submit"_s, {u"--comment"_s, u"风险已消除"_s});
        QCOMPARE(m_code, 1);
        QVERIFY2(m_err.contains(u"HV-13"_s), qPrintable(m_err));
        run(u"cun"_s, {u"entry"_s, u"edit"_s, risk, u"--set"_s, u"cleared_on=2021-02-20"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(stateOf(act(u"xiang"_s, end, u"submit"_s, {u"--comment"_s, u"风险已消除"_s})),
                 u"county_review"_s);
        QCOMPARE(statusOf(m_edge), u"销号审核中"_s);
        QCOMPARE(stateOf(act(u"xian"_s, end, u"approve"_s, {u"--comment"_s, u"同意"_s})), u"province_mark"_s);
        // The province's decision has a number and a date, or is none.
        act(u"xian"_s, end, u"record"_s);
        QCOMPARE(m_code, 1);
        QCOMPARE(stateOf(act(u"xian"_s, end, u"record"_s,
                             {u"--set"_s, u"document_no=皖扶办〔2021〕1号"_s, u"--set"_s,
                              u"document_on=2021-03-01"_s})),
                 u"done"_s);
        QCOMPARE(statusOf(m_edge), u"已销号"_s);
        QVERIFY(run(u"admin"_s, {u"verify"_s, u"--full"_s}).value(u"ok"_s).toBool());
    }

    void anExitedHouseholdIsMarkedAndRemovedByItsOwnChain()
    {
        m_today = u"2021-04-01"_s;
        const QString matter = open(u"cun"_s, u"identify-monitored"_s, m_exited);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        addVisit(m_exited);
        const QString risk = addRisk(m_exited);
        QCOMPARE(stateOf(act(u"cun"_s, matter, u"submit"_s)), u"done"_s);
        QCOMPARE(statusOf(m_exited), u"监测中"_s);
        open(u"xiang"_s, u"delist-edge"_s, m_exited); // the two removal chains are not exchangeable (HV-11)
        QCOMPARE(m_code, 1);
        m_today = u"2021-05-01"_s;
        run(u"cun"_s, {u"entry"_s, u"edit"_s, risk, u"--set"_s, u"cleared_on=2021-04-20"_s});
        const QString end = open(u"cun"_s, u"delist-monitored"_s, m_exited);
        const QStringList report{u"--comment"_s, u"已消除"_s, u"--set"_s, u"removal_method=assisted"_s};
        QCOMPARE(stateOf(act(u"cun"_s, end, u"submit"_s, report)), u"township_examine"_s);
        QCOMPARE(stateOf(act(u"xiang"_s, end, u"reject"_s, {u"--comment"_s, u"收入不稳定"_s})),
                 u"rejected"_s);
        QCOMPARE(statusOf(m_exited), u"监测中"_s);
        const QString again = open(u"cun"_s, u"delist-monitored"_s, m_exited);
        act(u"cun"_s, again, u"submit"_s, report);
        act(u"xiang"_s, again, u"approve"_s, {u"--comment"_s, u"同意"_s});
        QCOMPARE(stateOf(act(u"xian"_s, again, u"approve"_s, {u"--comment"_s, u"同意"_s})), u"city_review"_s);
        const QStringList paper{u"--set"_s, u"document_no=1号"_s, u"--set"_s, u"document_on=2021-05-01"_s};
        for (const QString &next : {u"province_file"_s, u"province_mark"_s, u"done"_s})
            QCOMPARE(stateOf(act(u"xian"_s, again, u"record"_s, paper)), next);
        QCOMPARE(statusOf(m_exited), u"已销号"_s);
        QVERIFY(run(u"admin"_s, {u"verify"_s, u"--full"_s}).value(u"ok"_s).toBool());
    }

    void theLaterPackAsksForVotesAndNotice()
    {
        m_today = u"2022-03-01"_s;
        makeCounty(u"later.ffp"_s, u"national-2021"_s);
        const QString matter = open(u"cun"_s, u"identify-edge"_s, m_edge);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        addVisit(m_edge);
        addIncome(m_edge, "4200");
        addRisk(m_edge);
        const auto note = [&](const QString &user, const QString &step, const QStringList &sets) {
            QStringList words{u"case"_s, u"note"_s, matter, step};
            for (const QString &set : sets)
                words << u"--set"_s << set;
            run(user, words);
        };
        note(u"cun"_s, u"clue"_s, {u"authorised_on=2022-03-01"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        note(u"xiang"_s, u"compare"_s, {u"opinion=无异常"_s});
        note(u"cun"_s, u"review"_s,
             {u"votes_due=15"_s, u"votes_present=9"_s, u"votes_for=9"_s, u"votes_against=0"_s,
              u"votes_abstain=0"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const auto submit = [&](const QString &until) {
            return act(u"cun"_s, matter, u"submit"_s,
                       {u"--set"_s, u"notice_from=2022-03-02"_s, u"--set"_s, u"notice_to="_s + until});
        };
        m_today = u"2022-03-08"_s;
        submit(u"2022-03-05"_s);
        QCOMPARE(m_code, 1);
        QVERIFY2(m_err.contains(u"HV-32b"_s), qPrintable(m_err)); // 9 of 15 is no quorum
        note(u"cun"_s, u"review"_s,
             {u"votes_due=15"_s, u"votes_present=10"_s, u"votes_for=8"_s, u"votes_against=1"_s,
              u"votes_abstain=1"_s});
        submit(u"2022-03-05"_s); // four days
        QVERIFY2(m_err.contains(u"HV-33"_s), qPrintable(m_err));
        QCOMPARE(stateOf(submit(u"2022-03-06"_s)), u"township_review"_s);
        act(u"xiang"_s, matter, u"approve"_s, {u"--comment"_s, u"同意"_s});
        QCOMPARE(stateOf(act(u"xian"_s, matter, u"approve"_s, {u"--comment"_s, u"同意"_s})), u"announce"_s);
        act(u"xiang"_s, matter, u"record"_s);
        QCOMPARE(stateOf(act(u"xiang"_s, matter, u"record"_s)), u"done"_s);
        QCOMPARE(statusOf(m_edge), u"监测中"_s);
        const QJsonObject shown = run(u"cun"_s, {u"case"_s, u"show"_s, matter});
        QCOMPARE(shown.value(u"history"_s).toArray().size(), 5);
    }

    void theChainsAreDrawn()
    {
        const QJsonObject pack = run(u"admin"_s, {u"policy"_s, u"show"_s});
        QCOMPARE(m_code, 0);
        QCOMPARE(pack.value(u"chains"_s).toArray().size(), 7);
        run(u"admin"_s, {u"policy"_s, u"show"_s, u"no-such"_s});
        QCOMPARE(m_code, 2);
    }
};

QTEST_GUILESS_MAIN(TestCaseFlow)
#include "tst_caseflow.moc"
