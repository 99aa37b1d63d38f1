// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/scans.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

/// A scan goes in, is listed, comes out the same, and is taken out: by the command line alone.
class TestAttachmentFlow : public ffp::test::CommandFlow
{
    Q_OBJECT

    const QString m_household = u"3413231149000001"_s;

private Q_SLOTS:
    void initTestCase()
    {
        makeSite();
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"import"_s,
             write(u"list.csv"_s, "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,性别\n"
                                  "灵璧县,虞姬镇,田万村,3413231149000001,朱甲,341323195808156714,户主,"
                                  "一般农户,男\n")});
    }

    void inListedOutAndVoided()
    {
        const QByteArray content = ffp::test::scan("JPG");
        const QString scan = write(u"朱甲341323195808156714.png"_s,
                                   content); // a jpeg, whatever its name says
        const QJsonObject made = ffp({u"attachment"_s, u"add"_s, m_household, scan, u"--kind"_s,
                                      u"身份和户籍证件"_s, u"--date"_s, u"2026-11-01"_s, u"--member"_s,
                                      u"朱甲"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QString id = made.value(u"attachment"_s).toString();
        QCOMPARE(made.value(u"bytes"_s).toInt(), int(content.size()));
        const QJsonObject listed = ffp({u"attachment"_s, u"list"_s, m_household})
                                       .value(u"attachments"_s)
                                       .toArray()
                                       .first()
                                       .toObject();
        QCOMPARE(listed.value(u"file_name"_s).toString(), u"朱甲.jpg"_s);
        QCOMPARE(listed.value(u"title"_s).toString(), u"朱甲"_s);
        QCOMPARE(listed.value(u"media_type"_s).toString(), u"image/jpeg"_s);
        const QString copy = m_dir.filePath(u"copy.jpg"_s);
        ffp({u"attachment"_s, u"save"_s, id, u"--out"_s, copy});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QFile written(copy);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), content);
        ffp({u"attachment"_s, u"void"_s, id});
        QCOMPARE(m_code, 1); // no reason
        ffp({u"attachment"_s, u"void"_s, id, u"--reason"_s, u"别户的"_s});
        QCOMPARE(m_code, 0);
        QVERIFY(ffp({u"attachment"_s, u"list"_s, m_household}).value(u"attachments"_s).toArray().isEmpty());
        ffp({u"verify"_s, u"--full"_s});
        QCOMPARE(m_code, 0);
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        QTest::newRow("not there") << QByteArray() << 3;
        QTest::newRow("no scan") << "hello"_ba << 1;
        QTest::newRow("damaged") << ffp::test::scan("PNG").chopped(20) << 1;
    }
    void badFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        const QString path = content.isEmpty() ? m_dir.filePath(u"none.jpg"_s) : write(u"bad.jpg"_s, content);
        ffp({u"attachment"_s, u"add"_s, m_household, path});
        QVERIFY2(m_code == code, qPrintable(m_err));
        QVERIFY(!m_err.isEmpty());
    }
    void wrongWords()
    {
        ffp({u"attachment"_s, u"save"_s, u"nonsense"_s});
        QCOMPARE(m_code, 2); // where to
        ffp({u"attachment"_s, u"save"_s, u"nonsense"_s, u"--out"_s, m_dir.filePath(u"x"_s)});
        QCOMPARE(m_code, 1);
        ffp({u"attachment"_s, u"list"_s, u"9999"_s});
        QCOMPARE(m_code, 1);
        ffp({u"attachment"_s, u"add"_s, m_household});
        QCOMPARE(m_code, 2);
    }
};

QTEST_MAIN(TestAttachmentFlow)
#include "tst_attachmentflow.moc"
