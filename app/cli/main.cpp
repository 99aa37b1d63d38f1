// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "ui/common/translations.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>
#include <optional>

namespace {

/// The words of a command come first: "import mapping list …", "import undo …", "init …".
const ffp::cli::Command *findCommand(const QStringList &arguments, qsizetype &wordCount)
{
    for (qsizetype words = 3; words >= 1; --words) {
        if (arguments.size() < words)
            continue;
        const QString name = arguments.mid(0, words).join(QLatin1Char(' '));
        for (const ffp::cli::Command &command : ffp::cli::commands())
            if (name == QLatin1String(command.name)) {
                wordCount = words;
                return &command;
            }
    }
    return nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    qsizetype wordCount = 0;
    const ffp::cli::Command *command = findCommand(arguments, wordCount);

    // Printing needs fonts, so the Gui application, but never a display.
    std::optional<QTemporaryDir> runtime;
    std::unique_ptr<QCoreApplication> app;
    if (command && command->prints) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        // Scheduled jobs have none, and Qt would say so on standard error.
        if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
            qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.emplace().path()));
        app = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        app = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("fangfanpin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FFP_VERSION));
    const qsizetype lang = arguments.indexOf(QStringLiteral("--lang"));
    ffp::ui::installTranslations(lang >= 0 && lang + 1 < arguments.size() ? arguments.at(lang + 1)
                                                                          : QStringLiteral("zh_CN"));

    if (arguments.size() == 1 && arguments.first() == QLatin1String("--version")) {
        std::printf("ffp %s\n", FFP_VERSION);
        return ffp::cli::kDone;
    }
    if (!command) {
        const bool help = arguments.isEmpty() || arguments.contains(QStringLiteral("--help"));
        FILE *out = help ? stdout : stderr;
        std::fprintf(out, "%s\n",
                     qPrintable(ffp::cli::Cli::tr(
                         "Please give one of these commands; `ffp COMMAND --help` explains it:")));
        for (const ffp::cli::Command &known : ffp::cli::commands())
            std::fprintf(out, "  ffp %s\n", known.name);
        return help ? ffp::cli::kDone : ffp::cli::kUsage;
    }
    ffp::cli::Cli cli(arguments.mid(wordCount));
    return command->run(cli);
}
