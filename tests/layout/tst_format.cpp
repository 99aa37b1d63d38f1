// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/sources.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace layout;

namespace {

/// What clang-format would change, in its own words; empty when nothing.
QString complaints(const QString &folder, const QStringList &files)
{
    QProcess format;
    format.setWorkingDirectory(folder);
    format.start(QStringLiteral("clang-format"),
                 QStringList{QStringLiteral("--dry-run"), QStringLiteral("-Werror")} + files);
    if (!format.waitForFinished(120000))
        return QStringLiteral("clang-format did not run: ") + format.errorString();
    const QString words = QString::fromUtf8(format.readAllStandardError());
    return format.exitCode() == 0 ? QString() : words + QStringLiteral("\nscripts/format puts it right");
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceIsFormatted()
    {
        const QString root = QStringLiteral(FFP_SOURCE_DIR);
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        const QStringList files = filesBelow(root, words("app core ui tests"), words("*.cpp *.h"));
        QVERIFY(files.size() > 20);
        const QString wrong = complaints(root, files);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.left(4000)));
    }

    void plantedDisorderIsFound()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::copy(QStringLiteral(FFP_SOURCE_DIR "/.clang-format"),
                            folder.filePath(QStringLiteral(".clang-format"))));
        const auto write = [&folder](const char *name, const char *code) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(code) > 0;
        };
        QVERIFY(write("good.cpp", "int f(int x)\n{\n    return x;\n}\n"));
        QVERIFY(write("bad.cpp", "int f( int x ) {\n  return x;\n}\n"));
        QVERIFY(complaints(folder.path(), {QStringLiteral("good.cpp")}).isEmpty());
        QVERIFY(complaints(folder.path(), {QStringLiteral("bad.cpp")}).contains(QLatin1String("bad.cpp")));
        QVERIFY(!complaints(folder.path(), {QStringLiteral("missing.cpp")}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestFormat)
#include "tst_format.moc"
