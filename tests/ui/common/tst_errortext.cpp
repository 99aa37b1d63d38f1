// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/about.h"
#include "tests/support/testsupport.h"
#include "ui/common/errortext.h"
#include "ui/common/translations.h"

#include <QRegularExpression>

using namespace ffp;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeInAFile()
    {
        ui::installTranslations(QStringLiteral("en"));
        Error error = Error::onFile(ErrorKind::MissingColumn, QStringLiteral("/x/a.xlsx"));
        error.args = {QStringLiteral("证件号码")};
        const auto says = [&](const QString &place) { return ui::errorText(error).contains(place); };
        QVERIFY2(says(QStringLiteral("a.xlsx;")), qPrintable(ui::errorText(error)));
        error.subject.row = 3;
        QVERIFY2(says(QStringLiteral("a.xlsx (row 3)")), qPrintable(ui::errorText(error)));
        error.subject.sheet = QStringLiteral("名单");
        QVERIFY2(says(QStringLiteral("a.xlsx (sheet 名单, row 3)")), qPrintable(ui::errorText(error)));
        error.subject.row = 0;
        QVERIFY2(says(QStringLiteral("a.xlsx (sheet 名单)")), qPrintable(ui::errorText(error)));
    }

    /// What was typed is not left out, and a sentence within a sentence ends without its full stop.
    void whatWasTypedIsNotJudgedLikeAFile()
    {
        ui::installTranslations(QStringLiteral("zh_CN"));
        const auto says = [](const char *finding) {
            return ui::errorText(Error{ErrorKind::InvalidValue,
                                       aboutField(QStringLiteral("member"), QStringLiteral("sex")),
                                       {QStringLiteral("sex: ") + QLatin1String(finding)},
                                       {}});
        };
        QCOMPARE(says("unknown_code_label"), QStringLiteral("“性别”不能填这个值（不在选项中），请更正。"));
        for (const char *finding : {"text_in_number", "impossible_date"})
            QVERIFY2(!says(finding).contains(QStringLiteral("。）")), qPrintable(says(finding)));
    }

    void everyKindHasItsOwnSentence_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }

    void everyKindHasItsOwnSentence()
    {
        QFETCH(bool, chinese);
        ui::installTranslations(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
        QSet<QString> seen;
        for (int k = 0; k <= static_cast<int>(ErrorKind::Internal); ++k) {
            Error error = Error::of(static_cast<ErrorKind>(k));
            error.subject.file = QStringLiteral("/tmp/a.xlsx");
            error.subject.field = QStringLiteral("name");
            error.subject.entity = QStringLiteral("member");
            const QString text = ui::errorText(error);
            QVERIFY2(!text.isEmpty(), errorCode(error.kind));
            QVERIFY2(!text.contains(QStringLiteral("%1")), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen << text;
            if (chinese)
                QVERIFY2(text.endsWith(u'。'), qPrintable(text));
            else
                QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        }
    }

    /// The version of the tables means nothing to a person.
    void newerFileNeedsANewerProgram()
    {
        ui::installTranslations(QStringLiteral("zh_CN"));
        Error error = Error::of(ErrorKind::NewerVersion);
        error.args = {QStringLiteral("7")};
        QVERIFY(!ui::errorText(error).contains(u'7'));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("新版本")));
    }
    void bombIsNotOnlyTooLarge()
    {
        ui::installTranslations(QStringLiteral("zh_CN"));
        Error error = Error::onFile(ErrorKind::TooLarge, QStringLiteral("/x/a.xlsx"));
        error.args = {QStringLiteral("200"), QStringLiteral("expansion")};
        QVERIFY(ui::errorText(error).contains(QStringLiteral("展开")));
        error.args = {QStringLiteral("1048576")};
        QVERIFY(!ui::errorText(error).contains(QStringLiteral("展开")));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("1048576")));
    }

    void waitIsNamed()
    {
        ui::installTranslations(QStringLiteral("en"));
        Error error = Error::of(ErrorKind::WrongPassword);
        QVERIFY(!ui::errorText(error).contains(QStringLiteral("seconds")));
        error.args = {QStringLiteral("0")};
        QVERIFY(!ui::errorText(error).contains(QStringLiteral("seconds")));
        error.args = {QStringLiteral("1")};
        QVERIFY(ui::errorText(error).contains(QStringLiteral("1 seconds")));
        // Not looked at, so nothing is said of the password itself.
        error.args = {QStringLiteral("17"), QStringLiteral("early")};
        QVERIFY(ui::errorText(error).contains(QStringLiteral("17 seconds")));
        QVERIFY(!ui::errorText(error).startsWith(QStringLiteral("Wrong")));
    }

    /// No word of the code in a Chinese sentence.
    void thingsThatWereNotFound_data()
    {
        QTest::addColumn<QString>("entity");
        for (const char *entity :
             {"user", "import", "policy", "change", "ledger", "flag", "setting", "household"})
            QTest::newRow(entity) << QString::fromLatin1(entity);
    }
    void thingsThatWereNotFound()
    {
        QFETCH(QString, entity);
        ui::installTranslations(QStringLiteral("zh_CN"));
        Error error = Error::of(ErrorKind::NotFound);
        error.subject.entity = entity;
        error.subject.key = QStringLiteral("7");
        const QString text = ui::errorText(error);
        static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
        QVERIFY2(!text.contains(latin), qPrintable(text));
        QVERIFY(text.contains(u'7'));
    }
    void takenBackAlready()
    {
        ui::installTranslations(QStringLiteral("zh_CN"));
        Error error = Error::of(ErrorKind::Blocked);
        error.args = {QStringLiteral("change 9")};
        const QString text = ui::errorText(error);
        QVERIFY2(text.contains(QStringLiteral("已经撤销")) && !text.contains(QStringLiteral("change")),
                 qPrintable(text));
    }
    void whatANewSiteMisses()
    {
        ui::installTranslations(QStringLiteral("en"));
        QSet<QString> seen;
        for (const char *field : {"area", "name", "admin"})
            seen << ui::errorText(Error::onField(ErrorKind::InvalidArgument, "site", field));
        QCOMPARE(seen.size(), 3);
    }
    void whatAnAlertMisses()
    {
        ui::installTranslations(QStringLiteral("en"));
        Error error = Error::onField(ErrorKind::RuleBroken, "flag", "reviewer");
        error.args = {QStringLiteral("HV-14"), QStringLiteral("clause")};
        QVERIFY2(ui::errorText(error).contains(QStringLiteral("Reviewer"), Qt::CaseInsensitive),
                 qPrintable(ui::errorText(error)));
    }

    /// Each wrong entry of a column mapping has its sentence, with the header and the field.
    void wrongEntriesOfAMapping_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("end");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral(".");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("。");
    }
    void wrongEntriesOfAMapping()
    {
        QFETCH(QString, language);
        QFETCH(QString, end);
        ui::installTranslations(language);
        Error error = Error::of(ErrorKind::InvalidArgument);
        error.subject.entity = QStringLiteral("import");
        error.subject.field = QStringLiteral("mapping");
        error.args = {QStringLiteral("甲列"), QStringLiteral("visit:a"), QStringLiteral("乙列"),
                      QStringLiteral("visit:b")};
        QString text = ui::errorText(error);
        for (const QString &arg : error.args)
            QVERIFY2(text.contains(arg), qPrintable(text));
        QCOMPARE(text.count(end), 2);
        error.subject.field = QStringLiteral("mapping_headers");
        error.args = {QStringLiteral("甲列"), QStringLiteral("乙列"), QStringLiteral("丙列")};
        text = ui::errorText(error);
        for (const QString &arg : error.args)
            QVERIFY2(text.contains(arg), qPrintable(text));
        QCOMPARE(text.count(end), 3);
    }

    void whatBlocksAnUndoIsNamedByItsLabels()
    {
        Error error = Error::of(ErrorKind::Blocked);
        error.args = {QStringLiteral("household 0123: phone"), QStringLiteral("household 4567: phone"),
                      QStringLiteral("change 9")};
        ui::installTranslations(QStringLiteral("zh_CN"));
        const QString text = ui::errorText(error);
        QVERIFY2(!text.contains(QStringLiteral("0123")) && !text.contains(QStringLiteral("phone")),
                 qPrintable(text));
        QCOMPARE(text.count(QStringLiteral(" · ")), 1); // the two are one sentence
        QVERIFY(text.contains(QStringLiteral("change 9")));
    }

    void monthOfACheck()
    {
        Error error = Error::of(ErrorKind::InvalidArgument);
        error.subject.entity = QStringLiteral("check");
        error.subject.field = QStringLiteral("month");
        ui::installTranslations(QStringLiteral("zh_CN"));
        const QString future = ui::errorText(error);
        error.args = {QStringLiteral("2026-10")};
        const QString earlier = ui::errorText(error);
        QVERIFY(future != earlier);
        QCOMPARE(earlier.count(QStringLiteral("2026-10")), 2);
    }

    void nothingToUndo()
    {
        Error error = Error::of(ErrorKind::NotFound);
        error.subject.entity = QStringLiteral("change");
        ui::installTranslations(QStringLiteral("en"));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("take back")));
        error.subject.key = QStringLiteral("999"); // asked for by its number
        QVERIFY(ui::errorText(error).contains(QStringLiteral("999")));
    }

    void fieldIsNamedByItsLabel()
    {
        Error error = Error::of(ErrorKind::InvalidValue);
        error.subject.entity = QStringLiteral("member");
        error.subject.field = QStringLiteral("name");
        error.args = {QStringLiteral("too long")};
        ui::installTranslations(QStringLiteral("en"));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("\"Name\"")));
        ui::installTranslations(QStringLiteral("zh_CN"));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("姓名")));
        error.subject.field = QStringLiteral("no_such");
        QVERIFY(ui::errorText(error).contains(QStringLiteral("no_such")));
    }

    void pathsAreNotShown()
    {
        Error error = Error::of(ErrorKind::FileUnreadable);
        error.subject.file = QStringLiteral("/home/secret/a.xlsx");
        QVERIFY(ui::errorText(error).contains(QStringLiteral("a.xlsx")));
        QVERIFY(!ui::errorText(error).contains(QStringLiteral("secret")));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
