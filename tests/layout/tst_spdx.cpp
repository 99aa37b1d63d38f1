// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/sources.h"

#include <QRegularExpression>
#include <QtTest>

using namespace layout;

namespace {

/// The licence stands in the first line, or in the second behind the line that names the interpreter or
/// the XML version.
bool hasLicence(const QString &text)
{
    static const QRegularExpression licence(QStringLiteral(
        "^(?:(?:#!|<\\?xml)[^\\n]*\\n)?(?://|#|<!--|--|;) SPDX-License-Identifier: GPL-3\\.0-or-later( -->)?\\n"));
    return licence.match(text).hasMatch();
}

} // namespace

class TestSpdx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceNamesItsLicence()
    {
        const QString root = QStringLiteral(FFP_SOURCE_DIR);
        const auto all = [](const char *names) { return QString::fromLatin1(names).split(QLatin1Char(' ')); };
        QStringList files = filesBelow(root, all("app core ui tests cmake resources translations"),
                                       all("*.cpp *.h *.c *.inc *.cmake *.cmake.in *.sh *.py *.sql *.svg "
                                           "CMakeLists.txt .clang-format .clang-tidy *.desktop "
                                           "*.metainfo.xml"));
        files += filesBelow(root, all("scripts .ci"), {QStringLiteral("*")});
        files += all("CMakeLists.txt .clang-format .clang-tidy");
        files.removeIf([](const QString &path) { return path.startsWith(QLatin1String("tests/data/")); });
        QVERIFY(files.size() > 40);
        QStringList wrong;
        for (const QString &path : files) {
            const auto text = textOf(root + QLatin1Char('/') + path);
            QVERIFY2(text, qPrintable(path));
            if (!hasLicence(*text))
                wrong << path;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    void plants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QString id = QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
        QTest::newRow("C++") << QStringLiteral("// ") + id + QStringLiteral("\nint x;\n") << true;
        QTest::newRow("script") << QStringLiteral("#!/usr/bin/env bash\n# ") + id + QLatin1Char('\n') << true;
        QTest::newRow("xml") << QStringLiteral("<?xml version=\"1.0\"?>\n<!-- ") + id
                                    + QStringLiteral(" -->\n<svg/>\n")
                             << true;
        QTest::newRow("none") << QStringLiteral("int x;\n") << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("third line") << QStringLiteral("#!/bin/sh\n\n# ") + id + QLatin1Char('\n') << false;
        QTest::newRow("second line of a source")
            << QStringLiteral("#pragma once\n// ") + id + QLatin1Char('\n') << false;
        QTest::newRow("another licence")
            << QStringLiteral("// SPDX-License-Identifier: GPL-2.0-or-later\n") << false;
        QTest::newRow("licence with a tail")
            << QStringLiteral("// ") + id + QStringLiteral(" OR MIT\n") << false;
    }
    void plants()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(hasLicence(text), good);
    }
};

QTEST_APPLESS_MAIN(TestSpdx)
#include "tst_spdx.moc"
