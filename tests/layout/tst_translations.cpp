// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/sources.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <QXmlStreamReader>

using namespace layout;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QString type;      ///< "unfinished", "vanished", "obsolete" or empty
    QStringList texts; ///< one for a plain message, one per plural form
    bool plural = false;

    QString key() const
    {
        return context + QLatin1Char('|') + source + QLatin1Char('|') + comment
               + (plural ? QStringLiteral("|n") : QString());
    }
};

/// nullopt when it is no well-formed .ts.
std::optional<QList<Message>> messagesOf(const QString &ts)
{
    QList<Message> messages;
    QXmlStreamReader xml(ts);
    QString context;
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("TS"))
        return std::nullopt;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            Message message;
            message.context = context;
            message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
            while (xml.readNextStartElement()) {
                if (xml.name() == QLatin1String("source")) {
                    message.source = xml.readElementText();
                } else if (xml.name() == QLatin1String("comment")) {
                    message.comment = xml.readElementText();
                } else if (xml.name() == QLatin1String("translation")) {
                    message.type = xml.attributes().value(QLatin1String("type")).toString();
                    if (!message.plural) {
                        message.texts << xml.readElementText();
                    } else {
                        while (xml.readNextStartElement())
                            message.texts << xml.readElementText();
                    }
                } else {
                    xml.skipCurrentElement();
                }
            }
            messages << message;
        }
    }
    if (xml.hasError())
        return std::nullopt;
    return messages;
}

/// %1 … %99, %L1 and %n, each once, sorted.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?(?:[0-9]{1,2}|n)"));
    QSet<QString> found;
    for (auto it = place.globalMatch(text); it.hasNext();)
        found << it.next().captured().remove(QLatin1Char('L'));
    QStringList sorted(found.cbegin(), found.cend());
    sorted.sort();
    return sorted;
}

QStringList faultsOf(const QList<Message> &messages)
{
    QStringList faults;
    for (const Message &message : messages) {
        const auto fault = [&](const QString &text) {
            faults << QStringLiteral("%1: %2: %3").arg(message.context, text, message.source);
        };
        if (!message.type.isEmpty())
            fault(message.type);
        if (message.texts.isEmpty())
            fault(QStringLiteral("no translation"));
        for (const QString &text : message.texts) {
            if (text.trimmed().isEmpty())
                fault(QStringLiteral("empty translation"));
            else if (placeholders(text) != placeholders(message.source))
                fault(QStringLiteral("placeholders differ"));
        }
    }
    return faults;
}

/// The letter after a single &, in lower case; null without one.
QChar mnemonicOf(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("(?<!&)&([^&\\s])"));
    const QRegularExpressionMatch found = mark.match(text);
    return found.hasMatch() ? found.captured(1).at(0).toLower() : QChar();
}

/// Letters that two texts of one window share, in English or Chinese: Alt and the letter would only move
/// between them. `contexts` are on the screen together; the menu bar always is.
QStringList clashes(const QList<Message> &messages, const QStringList &contexts)
{
    static const QStringList menuBar{QStringLiteral("&File"), QStringLiteral("&Edit"),
                                     QStringLiteral("&View"), QStringLiteral("&Help"),
                                     QStringLiteral("&Pages")};
    QStringList faults;
    QHash<QString, QString> owners; // language and letter
    for (const Message &message : messages) {
        if (message.plural || !(menuBar.contains(message.source) || contexts.contains(message.context)))
            continue;
        for (const QString &text : {message.source, message.texts.value(0)}) {
            const QChar letter = mnemonicOf(text);
            if (letter.isNull())
                continue;
            QString &owner = owners[(text == message.source ? u'e' : u'c') + QString(letter)];
            if (!owner.isEmpty() && owner != message.source)
                faults << QStringLiteral("%1: %2 and %3").arg(letter).arg(owner, message.source);
            owner = message.source;
        }
    }
    return faults;
}

QStringList keysOf(const QList<Message> &messages)
{
    QStringList keys;
    for (const Message &message : messages)
        keys << message.key();
    keys.sort();
    return keys;
}

QString document(const QString &translation, const char *source = "Saved %1 of %2")
{
    return QLatin1String(
               "<?xml version=\"1.0\"?><TS version=\"2.1\"><context><name>Page</name><message><source>")
           + QLatin1String(source) + QLatin1String("</source>") + translation
           + QLatin1String("</message></context></TS>");
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mnemonicsOfAPageAreDistinct_data()
    {
        QTest::addColumn<QStringList>("classes");
        for (const char *page : {"LedgerPage", "ImportPage", "HouseholdHead"})
            QTest::newRow(page) << QStringList(QLatin1String(page));
        QTest::newRow("alerts") << QStringList{QStringLiteral("AlertPage"), QStringLiteral("AlertPanel")};
    }
    void mnemonicsOfAPageAreDistinct()
    {
        QFETCH(QStringList, classes);
        const auto text = textOf(QStringLiteral(FFP_SOURCE_DIR "/translations/fangfanpin_zh_CN.ts"));
        QVERIFY(text);
        const auto messages = messagesOf(*text);
        QVERIFY(messages);
        for (QString &name : classes)
            name.prepend(QStringLiteral("ffp::ui::"));
        QCOMPARE(clashes(*messages, classes).join(u'\n'), QString());
    }
    void plantedClashIsFound()
    {
        const auto messages = messagesOf(
            document(QStringLiteral(
                         "<translation>打印(&amp;P)</translation></message>"
                         "<message><source>S&amp;ave</source><translation>保存(&amp;P)</translation>"),
                     "&amp;Print"));
        QVERIFY(messages);
        QCOMPARE(clashes(*messages, {QStringLiteral("Page")}),
                 QStringList(QStringLiteral("p: &Print and S&ave")));
        QCOMPARE(mnemonicOf(QStringLiteral("a && b &C")), QChar(u'c'));
    }
    void chineseIsCompleteAndUpToDate()
    {
        const QString root = QStringLiteral(FFP_SOURCE_DIR);
        const QString name = QStringLiteral("fangfanpin_zh_CN.ts");
        const auto text = textOf(root + QStringLiteral("/translations/") + name);
        QVERIFY(text);
        const auto kept = messagesOf(*text);
        QVERIFY(kept);
        const QStringList faults = faultsOf(*kept);
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));

        QTemporaryDir folder;
        const QString copy = folder.filePath(name);
        QVERIFY(QFile::copy(root + QStringLiteral("/translations/") + name, copy));
        QStringList arguments = QStringLiteral(FFP_LUPDATE_OPTIONS).split(QLatin1Char(' '));
        for (const char *sources : {"/app", "/core", "/ui"})
            arguments << root + QLatin1String(sources);
        arguments << QStringLiteral("-ts") << copy;
        QProcess lupdate;
        lupdate.start(QStringLiteral(FFP_LUPDATE), arguments);
        QVERIFY2(lupdate.waitForFinished(120000) && lupdate.exitCode() == 0,
                 lupdate.readAllStandardError().constData());
        const auto fresh = messagesOf(textOf(copy).value_or(QString()));
        QVERIFY(fresh);

        const QStringList before = keysOf(*kept);
        const QStringList now = keysOf(*fresh);
        QStringList differences;
        for (const QString &key : now)
            if (!before.contains(key))
                differences << QStringLiteral("not in the .ts: ") + key;
        for (const QString &key : before)
            if (!now.contains(key))
                differences << QStringLiteral("not in the sources any more: ") + key;
        QVERIFY2(differences.isEmpty(), qPrintable(QLatin1Char('\n') + differences.join(QLatin1Char('\n'))));
    }

    void plants_data()
    {
        QTest::addColumn<QString>("translation");
        QTest::addColumn<int>("faults");
        const auto row = [](const char *name, const QString &translation, int faults) {
            QTest::newRow(name) << translation << faults;
        };
        row("good", QStringLiteral("<translation>共 %2，已存 %1</translation>"), 0);
        row("unfinished", QStringLiteral("<translation type=\"unfinished\">%1 %2</translation>"), 1);
        row("vanished", QStringLiteral("<translation type=\"vanished\">%1 %2</translation>"), 1);
        row("empty", QStringLiteral("<translation></translation>"), 1);
        row("missing", QString(), 1);
        row("lost placeholder", QStringLiteral("<translation>已存 %1</translation>"), 1);
        row("new placeholder", QStringLiteral("<translation>%1 %2 %3</translation>"), 1);
        row("localised number", QStringLiteral("<translation>%L1 / %2</translation>"), 0);
    }
    void plants()
    {
        QFETCH(QString, translation);
        QFETCH(int, faults);
        const auto messages = messagesOf(document(translation));
        QVERIFY(messages);
        QCOMPARE(messages->size(), 1);
        QCOMPARE(faultsOf(*messages).size(), faults);
    }
    void pluralFormsAreRead()
    {
        const QString ts = document(QStringLiteral("<translation><numerusform>%n 户</numerusform>"
                                                   "<numerusform>户</numerusform></translation>"),
                                    "%n household(s)")
                               .replace(QLatin1String("<message>"),
                                        QLatin1String("<message numerus=\"yes\">"));
        const auto messages = messagesOf(ts);
        QVERIFY(messages);
        QCOMPARE(messages->first().texts.size(), 2);
        QCOMPARE(faultsOf(*messages).size(), 1); // the second form lost %n
    }
    void brokenFilesAreRefused()
    {
        QVERIFY(!messagesOf(QString()));
        QVERIFY(!messagesOf(QStringLiteral("<html/>")));
        QVERIFY(!messagesOf(document(QStringLiteral("<translation>")).chopped(8)));
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
