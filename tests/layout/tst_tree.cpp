// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/includerules.h"

#include <QtTest>

using namespace layout;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

const QStringList kMust = words("CMakeLists.txt README.md app core resources tests translations ui");
const QStringList kMay = words(
    "CMakePresets.json LICENSE scripts cmake .ci .clang-format .clang-tidy .gitignore "
    ".gitattributes");
/// What git, the build and the tools of a developer leave beside the sources; see .gitignore.
const QStringList kNotOurs = words(".git build demo-output .cache compile_commands.json .");

/// Faults in the names directly below the root.
QStringList topLevelFaults(const QStringList &names)
{
    QStringList faults;
    for (const QString &name : kMust)
        if (!names.contains(name))
            faults << QStringLiteral("missing: ") + name;
    for (const QString &name : names)
        if (!kMust.contains(name) && !kMay.contains(name) && !kNotOurs.contains(name)
            && !name.endsWith(QLatin1String(".user")))
            faults << QStringLiteral("not in the plan: ") + name;
    return faults;
}

/// File names are lowercase letters and digits (tests begin with tst_); what Qt or CMake prescribes apart.
bool wellNamed(const QString &path)
{
    static const QRegularExpression name(
        QStringLiteral("^(tst_|bench_|fuzz_)?[a-z][a-z0-9]*\\.(cpp|h|inc)$"));
    return name.match(path.section(QLatin1Char('/'), -1)).hasMatch();
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topLevelIsAsPlanned()
    {
        const QStringList names = QDir(QStringLiteral(FFP_SOURCE_DIR))
                                      .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        const QStringList faults = topLevelFaults(names);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
    void plantedTopLevels()
    {
        QVERIFY(topLevelFaults(kMust + kMay + kNotOurs).isEmpty());
        QCOMPARE(topLevelFaults(kMust + QStringList{QStringLiteral("utils")}).size(), 1);
        QStringList less = kMust;
        less.removeOne(QStringLiteral("ui"));
        QCOMPARE(topLevelFaults(less), QStringList{QStringLiteral("missing: ui")});
    }

    void foldersOfCoreAndUiAreThoseOfTheTable()
    {
        QStringList core;
        for (const Layer &layer : kCore)
            core << QString::fromLatin1(layer.folder.data(), qsizetype(layer.folder.size()));
        const auto uiKnown = [](const QString &name) {
            return name == QLatin1String("shell") || listed(kUiShared, name) || listed(kUiTasks, name);
        };
        const auto below = [](const char *folder) {
            return QDir(QStringLiteral(FFP_SOURCE_DIR "/") + QLatin1String(folder))
                .entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        };
        for (const QString &name : below("core"))
            QVERIFY2(core.contains(name), qPrintable(QStringLiteral("core/") + name));
        for (const QString &name : below("ui"))
            QVERIFY2(uiKnown(name), qPrintable(QStringLiteral("ui/") + name));
    }

    void namesOfSources()
    {
        QStringList wrong;
        for (const QString &path : filesBelow(QStringLiteral(FFP_SOURCE_DIR), words("app core ui tests"),
                                              words("*.cpp *.h *.inc *.cxx *.cc *.hpp *.C *.H *.CPP")))
            if (!wellNamed(path))
                wrong << path;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
    void plantedNames()
    {
        QVERIFY(wellNamed(QStringLiteral("core/store/householdstore.h")));
        QVERIFY(wellNamed(QStringLiteral("tests/core/base/tst_money.cpp")));
        QVERIFY(!wellNamed(QStringLiteral("core/store/HouseholdStore.h")));
        QVERIFY(!wellNamed(QStringLiteral("core/store/household_store.h")));
        QVERIFY(!wellNamed(QStringLiteral("core/store/householdstore.cxx")));
    }

    void topLevelCMakeListsNamesNoSources()
    {
        const auto text = textOf(QStringLiteral(FFP_SOURCE_DIR "/CMakeLists.txt"));
        QVERIFY(text);
        static const QRegularExpression source(QStringLiteral("\\.(cpp|h|qrc)\\b|add_(executable|library)"));
        QVERIFY2(!source.match(*text).hasMatch(), qPrintable(source.match(*text).captured()));
    }
};

QTEST_APPLESS_MAIN(TestTree)
#include "tst_tree.moc"
