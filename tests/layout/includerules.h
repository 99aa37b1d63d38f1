// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/layout/sources.h"

#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>

/// Who may include whom. Debian's Qt headers share one include root and everything of ours one source root,
/// so the link line proves nothing: these rules are checked on the text of every source.
namespace layout {

struct Layer {
    std::string_view folder;
    std::string_view mayInclude; ///< further folders of core, blank-separated; its own always
};

/// The one table. What is not in a row is forbidden, also when it would be reached over a third folder.
inline constexpr Layer kCore[] = {
    {"base", ""},
    {"domain", "base"},
    {"policy", "base domain"},
    {"db", "base"},
    {"schema", "base domain db"},
    {"store", "base domain db"},
    {"trust", "base domain db"},
    {"log", "base domain db schema store trust"},
    {"tables", "base domain"},
    {"search", "base domain db store"},
    {"analysis", "base domain db store trust log policy"},
    {"exchange", "base domain db store trust log"},
    {"settings", "base domain db"},
    {"jobs", "base"},
    {"services",
     "base domain policy db schema store log trust analysis tables exchange search settings jobs"},
    {"reports", "base domain policy tables services"},
};
inline constexpr std::string_view kUiMayIncludeCore =
    "base domain policy services reports search jobs settings";

/// Folders of ui that every folder of ui may include; all others are tasks of the user.
inline constexpr std::string_view kUiShared = "common models printing platform";
inline constexpr std::string_view kUiTasks = "workbench household visit alert approval assistance project "
                                             "comparison quality ledger bulletin import exchange admin";

/// Qt modules by top folder; core/db has QtSql besides.
inline constexpr std::string_view kQtOfCore = "QtCore";
inline constexpr std::string_view kQtOfUi =
    "QtCore QtGui QtWidgets QtCharts QtPrintSupport QtSvg QtSvgWidgets QtPdf";

/// One door for each library that is easily misused.
struct Door {
    const char *header; ///< start of what stands between the brackets
    const char *place;  ///< the folder (ending in '/') or the one file that may include it
};
inline constexpr Door kDoors[] = {
    {"sodium", "core/trust/crypto.cpp"}, {"sqlite3.h", "core/db/"},
    {"xlsxwriter", "core/tables/"},      {"freexl", "core/tables/"},
    {"expat.h", "core/tables/"},         {"libxml/", "core/tables/"},
    {"minizip", "core/tables/"},         {"QtPdf", "ui/printing/scanpages.cpp"},
};

enum class Rule { UnknownFolder, Layer, UiTask, QtModule, QtSqlName, Door, FullPath, NoSuchFile, Unreadable };
inline constexpr Rule kRules[] = {Rule::UnknownFolder, Rule::Layer,      Rule::UiTask,
                                  Rule::QtModule,      Rule::QtSqlName,  Rule::Door,
                                  Rule::FullPath,      Rule::NoSuchFile, Rule::Unreadable};

struct Finding {
    Rule rule;
    int line; ///< from 1
    QString text;
};

inline bool listed(std::string_view blankSeparated, const QString &word)
{
    return QString::fromLatin1(blankSeparated.data(), qsizetype(blankSeparated.size()))
        .split(QLatin1Char(' '), Qt::SkipEmptyParts)
        .contains(word);
}

/// Module whose include folder has this header; empty when none has.
inline QString qtModuleOf(const QString &header)
{
    static const QString root = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (header.startsWith(QLatin1String("Qt")) && header.contains(QLatin1Char('/')))
        return header.section(QLatin1Char('/'), 0, 0);
    static const QStringList modules = QDir(root).entryList({QStringLiteral("Qt*")}, QDir::Dirs, QDir::Name);
    for (const QString &module : modules)
        if (QFile::exists(root + QLatin1Char('/') + module + QLatin1Char('/') + header))
            return module;
    return {};
}

/// Everything that one file of app, core or ui does against the table. `exists` answers for paths from the
/// root; files made by the build (moc, uic) are known by their names.
inline QList<Finding> findingsIn(const QString &path, const QString &code,
                                 const std::function<bool(const QString &)> &exists)
{
    QList<Finding> findings;
    int line = 0;
    const auto found = [&](Rule rule, const QString &text) { findings.push_back({rule, line, text}); };
    const QStringList here = path.split(QLatin1Char('/'));
    const QString top = here.value(0);
    const QString folder = here.size() > 2 ? here[1] : QString();
    const auto layerOf = [](const QString &name) {
        return std::find_if(std::begin(kCore), std::end(kCore), [&name](const Layer &layer) {
            return name == QLatin1String(layer.folder.data(), qsizetype(layer.folder.size()));
        });
    };
    const bool known = top == QLatin1String("app")
                       || (top == QLatin1String("core") && layerOf(folder) != std::end(kCore))
                       || (top == QLatin1String("ui")
                           && (folder == QLatin1String("shell") || listed(kUiShared, folder)
                               || listed(kUiTasks, folder)));
    if (!known) {
        found(Rule::UnknownFolder, QStringLiteral("%1 lies in no folder of the house plan").arg(path));
        return findings;
    }

    const auto ours = [&](const QString &header) {
        const QStringList there = header.split(QLatin1Char('/'));
        const QString otherTop = there.value(0);
        const QString other = there.size() > 2 ? there[1] : QString();
        if (!exists(header)) {
            found(Rule::NoSuchFile, QStringLiteral("%1 is not there").arg(header));
        } else if (top == QLatin1String("core")) {
            if (otherTop != QLatin1String("core")
                || (other != folder && !listed(layerOf(folder)->mayInclude, other)))
                found(Rule::Layer, QStringLiteral("core/%1 may not include %2").arg(folder, header));
        } else if (top == QLatin1String("ui")) {
            if (otherTop == QLatin1String("core") ? !listed(kUiMayIncludeCore, other)
                                                  : otherTop != QLatin1String("ui"))
                found(Rule::Layer, QStringLiteral("ui may not include %1").arg(header));
            else if (otherTop == QLatin1String("ui") && folder != QLatin1String("shell") && other != folder
                     && !listed(kUiShared, other))
                found(Rule::UiTask, QStringLiteral("ui/%1 may not include %2").arg(folder, header));
        } else if (otherTop == QLatin1String("tests")) {
            found(Rule::Layer, QStringLiteral("app may not include %1").arg(header));
        }
    };
    const auto foreign = [&](const QString &header) {
        for (const Door &door : kDoors) {
            const QString place = QLatin1String(door.place);
            if (header.startsWith(QLatin1String(door.header))
                && (place.endsWith(QLatin1Char('/')) ? !path.startsWith(place) : path != place))
                found(Rule::Door, QStringLiteral("only %1 includes <%2>").arg(place, header));
        }
        static const QRegularExpression qtLike(QStringLiteral("^(Q[A-Z]|Qt|q[a-z0-9]+\\.h$)"));
        if (!qtLike.match(header).hasMatch())
            return;
        const QString module = qtModuleOf(header);
        const std::string_view allowed = top == QLatin1String("core") ? kQtOfCore : kQtOfUi;
        if (!listed(allowed, module)
            && !(module == QLatin1String("QtSql") && path.startsWith(QLatin1String("core/db/"))))
            found(Rule::QtModule, QStringLiteral("%1 may not include <%2> of %3")
                                      .arg(top, header, module.isEmpty() ? QStringLiteral("?") : module));
    };

    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include(?:_next)?\\s*(.*?)\\s*$"));
    static const QRegularExpression target(QStringLiteral("^(?:\"([^\"]+)\"|<([^>]+)>)$"));
    static const QRegularExpression generated(
        QStringLiteral("^([a-z0-9]+\\.moc|moc_[a-z0-9]+\\.cpp|ui_[a-z0-9]+\\.h)$"));
    static const QRegularExpression sqlName(QStringLiteral("\\bQSql[A-Z]\\w*"));
    const QStringList lines = withoutComments(code).split(QLatin1Char('\n'));
    const QStringList names = withoutComments(code, Literals::Blank).split(QLatin1Char('\n'));
    for (const QString &text : lines) {
        ++line;
        if (const auto directive = include.match(text); directive.hasMatch()) {
            const auto name = target.match(directive.captured(1));
            const QString quoted = name.captured(1);
            if (!name.hasMatch())
                found(Rule::Unreadable, QStringLiteral("cannot tell what '%1' includes").arg(text.trimmed()));
            else if (quoted.isEmpty())
                foreign(name.captured(2));
            else if (!generated.match(quoted).hasMatch()) {
                static const QRegularExpression root(QStringLiteral("^(app|core|ui|tests)/"));
                if (root.match(quoted).hasMatch())
                    ours(quoted);
                else
                    found(Rule::FullPath, QStringLiteral("\"%1\" is not a path from the root").arg(quoted));
            }
        } else if (!path.startsWith(QLatin1String("core/db/"))) {
            if (const auto name = sqlName.match(names[line - 1]); name.hasMatch())
                found(Rule::QtSqlName, QStringLiteral("only core/db names %1").arg(name.captured()));
        }
    }
    return findings;
}

} // namespace layout
