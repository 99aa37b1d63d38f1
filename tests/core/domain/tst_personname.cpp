// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/personname.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestPersonName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QList<int>>("findings");
        const auto row = [](const char *name, const QString &text, const QString &stored,
                            QList<Finding> findings) {
            QList<int> numbers;
            for (const Finding finding : findings)
                numbers.append(int(finding));
            QTest::newRow(name) << text << stored << numbers;
        };
        row("plain", u"张三"_s, u"张三"_s, {});
        row("rare character", u"梁䶮"_s, u"梁䶮"_s, {});
        row("outside the BMP", u"李𠮷"_s, u"李𠮷"_s, {});
        row("middle dot", u"阿依古丽·买买提"_s, u"阿依古丽·买买提"_s, {});
        row("other dots", u"阿依古丽•买买提・丙.丁．戊"_s, u"阿依古丽·买买提·丙·丁·戊"_s, {});
        row("trailing", u"万萍诗  "_s, u"万萍诗"_s, {Finding::NameOuterSpaces});
        row("wide space inside", u"刘　继洋"_s, u"刘继洋"_s, {Finding::NameInnerSpaces});
        row("two inside", u"刘  继洋"_s, u"刘继洋"_s, {Finding::NameInnerSpaces});
        row("zero width", u"\u200b魏桂慧"_s, u"魏桂慧"_s, {Finding::NameZeroWidth});
        row("latin keeps its space", u"Mary  Ann"_s, u"Mary Ann"_s, {});
        row("blank", u" \u3000"_s, QString(), {Finding::MissingName});
        row("question mark", u"张?"_s, u"张?"_s, {Finding::DamagedName});
        row("full-width question mark", u"张？"_s, u"张?"_s, {Finding::DamagedName});
        row("box", u"张□"_s, u"张□"_s, {Finding::DamagedName});
        row("masked", u"张*"_s, u"张*"_s, {Finding::DamagedName});
        row("private character", u"张\ue001"_s, u"张\ue001"_s, {Finding::DamagedName});
        row("replacement", u"张\ufffd"_s, u"张\ufffd"_s, {Finding::DamagedName});
    }
    void names()
    {
        QFETCH(QString, text);
        QFETCH(QString, stored);
        QFETCH(QList<int>, findings);
        const PersonName name = parsePersonName(text);
        QCOMPARE(name.text, stored);
        QList<int> numbers;
        for (const Finding finding : name.findings)
            numbers.append(int(finding));
        QCOMPARE(numbers, findings);
        QCOMPARE(name.damaged, findings.contains(int(Finding::DamagedName)));
    }

    void comparison()
    {
        QVERIFY(sameName(u"刘　继洋", u"刘继洋 "));
        QVERIFY(sameName(u"阿依古丽•买买提", u"阿依古丽·买买提"));
        QVERIFY(sameName(u"ｍａｒｙ", u"Mary"));
        QVERIFY(!sameName(u"张三", u"张三丰"));
        QVERIFY(!sameName(u"张?", u"张?")); // never by a damaged name
        QVERIFY(!sameName(u"张*", u"张三"));
        QVERIFY(!sameName(u"", u""));
    }
};

QTEST_GUILESS_MAIN(TestPersonName)
#include "tst_personname.moc"
