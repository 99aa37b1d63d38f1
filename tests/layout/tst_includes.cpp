// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/includerules.h"

#include <QtTest>

using namespace layout;

namespace {

struct Plant {
    const char *name;
    const char *path;
    const char *code;
    Rule rule;
};

constexpr Plant kPlants[] = {
    {"folder not in the plan", "core/helpers/x.cpp", "", Rule::UnknownFolder},
    {"source directly in core", "core/x.cpp", "", Rule::UnknownFolder},
    {"task not in the plan", "ui/misc/x.cpp", "", Rule::UnknownFolder},
    {"base includes domain", "core/base/x.cpp", "#include \"core/domain/value.h\"", Rule::Layer},
    {"domain includes db", "core/domain/x.h", "#include \"core/db/query.h\"", Rule::Layer},
    {"store includes log", "core/store/x.cpp", "#include \"core/log/transact.h\"", Rule::Layer},
    {"reports includes store", "core/reports/x.cpp", "#include \"core/store/x.h\"", Rule::Layer},
    {"core includes ui", "core/services/x.cpp", "#include \"ui/common/errortext.h\"", Rule::Layer},
    {"core includes app", "core/services/x.cpp", "#include \"app/cli/x.h\"", Rule::Layer},
    {"ui includes store", "ui/household/x.cpp", "#include \"core/store/x.h\"", Rule::Layer},
    {"ui includes db", "ui/models/x.cpp", "#include \"core/db/query.h\"", Rule::Layer},
    {"ui includes schema", "ui/shell/x.cpp", "#include \"core/schema/x.h\"", Rule::Layer},
    {"ui includes app", "ui/shell/x.cpp", "#include \"app/x.h\"", Rule::Layer},
    {"product includes tests", "app/x.cpp", "#include \"tests/support/testsupport.h\"", Rule::Layer},
    {"task includes task", "ui/visit/x.cpp", "#include \"ui/alert/x.h\"", Rule::UiTask},
    {"task includes shell", "ui/visit/x.cpp", "#include \"ui/shell/mainwindow.h\"", Rule::UiTask},
    {"shared includes task", "ui/common/x.cpp", "#include \"ui/visit/x.h\"", Rule::UiTask},
    {"core includes a widget", "core/reports/x.cpp", "#include <QWidget>", Rule::QtModule},
    {"core includes a picture", "core/reports/x.cpp", "#include <QImage>", Rule::QtModule},
    {"core includes Gui by module", "core/reports/x.cpp", "#include <QtGui/QFont>", Rule::QtModule},
    {"core includes a C name", "core/reports/x.cpp", "#include <qpainter.h>", Rule::QtModule},
    {"ui includes sql", "ui/models/x.cpp", "#include <QSqlQuery>", Rule::QtModule},
    {"store includes sql", "core/store/x.cpp", "#include <QtSql/QSqlQuery>", Rule::QtModule},
    {"no such Qt header", "ui/models/x.cpp", "#include <QNoSuchThing>", Rule::QtModule},
    {"store names sql", "core/store/x.cpp", "class QSqlDatabase;", Rule::QtSqlName},
    {"app names sql", "app/x.cpp", "void f(QSqlQuery &q);", Rule::QtSqlName},
    {"sodium elsewhere", "core/trust/keys.cpp", "#include <sodium.h>", Rule::Door},
    {"sodium part elsewhere", "core/log/x.cpp", "#include <sodium/utils.h>", Rule::Door},
    {"sqlite elsewhere", "core/services/x.cpp", "#include <sqlite3.h>", Rule::Door},
    {"xlsxwriter elsewhere", "ui/ledger/x.cpp", "#include <xlsxwriter.h>", Rule::Door},
    {"same folder by name", "core/base/x.cpp", "#include \"money.h\"", Rule::FullPath},
    {"upwards", "core/domain/x.cpp", "#include \"../base/money.h\"", Rule::FullPath},
    {"wrong case", "core/base/x.cpp", "#include \"Core/base/money.h\"", Rule::FullPath},
    {"gone", "core/base/x.cpp", "#include \"core/base/missing.h\"", Rule::NoSuchFile},
    {"macro", "core/base/x.cpp", "#include HEADER", Rule::Unreadable},
    {"odd spelling", "core/base/x.cpp", " # include \"core/db/query.h\" // why", Rule::Layer},
    {"behind a comment", "core/base/x.cpp", "/* a */ #include \"core/db/query.h\"", Rule::Layer},
};

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceKeepsTheRules()
    {
        const QString root = QStringLiteral(FFP_SOURCE_DIR);
        const QStringList sources =
            filesBelow(root, {QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")},
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.inc")});
        QVERIFY(sources.size() > 10);
        QStringList wrong;
        for (const QString &path : sources) {
            const auto code = textOf(root + QLatin1Char('/') + path);
            QVERIFY2(code, qPrintable(path));
            const auto exists = [&root](const QString &header) {
                return QFile::exists(root + QLatin1Char('/') + header);
            };
            for (const Finding &finding : findingsIn(path, *code, exists))
                wrong << QStringLiteral("%1:%2: %3").arg(path).arg(finding.line).arg(finding.text);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
    }

    void tableNamesItsOwnFoldersAndHasNoCircle()
    {
        // Rows that a folder may include, followed as far as they go, never lead back to it.
        const auto rowOf = [](const QString &folder) {
            for (const Layer &layer : kCore)
                if (folder == QLatin1String(layer.folder.data(), qsizetype(layer.folder.size())))
                    return QString::fromLatin1(layer.mayInclude.data(), qsizetype(layer.mayInclude.size()))
                        .split(QLatin1Char(' '), Qt::SkipEmptyParts);
            return QStringList{QStringLiteral("unknown:") + folder};
        };
        for (const Layer &layer : kCore) {
            const QString start = QString::fromLatin1(layer.folder.data(), qsizetype(layer.folder.size()));
            QStringList reached = rowOf(start);
            for (qsizetype i = 0; i < reached.size(); ++i) {
                QVERIFY2(!reached[i].startsWith(QLatin1String("unknown:")), qPrintable(reached[i]));
                QVERIFY2(reached[i] != start, qPrintable(start + QLatin1String(" includes itself")));
                for (const QString &next : rowOf(reached[i]))
                    if (!reached.contains(next))
                        reached << next;
            }
        }
    }

    void plantedViolationsAreFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("rule");
        for (const Plant &plant : kPlants)
            QTest::newRow(plant.name)
                << QString::fromLatin1(plant.path) << QString::fromLatin1(plant.code) << int(plant.rule);
    }
    void plantedViolationsAreFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        QFETCH(int, rule);
        const QString padded = QStringLiteral("// first line\n") + code;
        const auto findings = findingsIn(path, padded, present);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(int(findings[0].rule), rule);
        QCOMPARE(findings[0].line, Rule(rule) == Rule::UnknownFolder ? 0 : 2);
    }
    void everyRuleHasAPlant()
    {
        for (const Rule rule : kRules)
            QVERIFY2(std::any_of(std::begin(kPlants), std::end(kPlants),
                                 [rule](const Plant &plant) { return plant.rule == rule; }),
                     qPrintable(QString::number(int(rule))));
    }

    void whatIsAllowedPasses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("code");
        const auto allowed = [](const char *name, const char *path, const char *code) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(code);
        };
        allowed("own folder", "core/base/x.cpp", "#include \"core/base/money.h\"");
        allowed("listed layer", "core/log/x.cpp", "#include \"core/store/x.h\"");
        allowed("sql in db", "core/db/x.cpp", "#include <QSqlQuery>\nQSqlQuery q;");
        allowed("sqlite in db", "core/db/x.cpp", "#include <sqlite3.h>");
        allowed("sodium at its door", "core/trust/crypto.cpp", "#include <sodium.h>");
        allowed("Qt Core in core", "core/log/x.cpp", "#include <QString>\n#include <QtCore/QHash>");
        allowed("standard headers", "core/log/x.cpp", "#include <vector>\n#include <unistd.h>");
        allowed("widgets in ui", "ui/visit/x.cpp", "#include <QWidget>\n#include <QChartView>");
        allowed("shared in a task", "ui/visit/x.cpp", "#include \"ui/common/errortext.h\"");
        allowed("task in shell", "ui/shell/x.cpp", "#include \"ui/visit/x.h\"");
        allowed("services in ui", "ui/visit/x.cpp", "#include \"core/services/x.h\"");
        allowed("anything in app", "app/cli/x.cpp", "#include \"core/db/x.h\"\n#include \"ui/shell/x.h\"");
        allowed("made by the build", "ui/visit/x.cpp", "#include \"ui_x.h\"\n#include \"x.moc\"");
        allowed("comment", "core/base/x.cpp", "// #include \"core/db/query.h\"\n/*\n#include <QWidget>\n*/");
        allowed("name in a text", "core/log/x.cpp", "const char *s = \"QSqlQuery /* \";");
        allowed("raw text", "core/log/x.cpp", "auto s = R\"x(\" QSqlQuery // )\" )x\";");
        allowed("digit separators", "core/log/x.cpp", "int n = 1'000; // QSqlQuery's own");
    }
    void whatIsAllowedPasses()
    {
        QFETCH(QString, path);
        QFETCH(QString, code);
        for (const Finding &finding : findingsIn(path, code, present))
            QFAIL(qPrintable(finding.text));
    }

private:
    static bool present(const QString &header) { return !header.contains(QLatin1String("missing")); }
};

QTEST_APPLESS_MAIN(TestIncludes)
#include "tst_includes.moc"
