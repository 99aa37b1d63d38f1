// SPDX-License-Identifier: GPL-3.0-or-later
// The window. Composition only: options, then log-in or pictures.
#include "app/startmeasure.h"
#include "core/base/clock.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/translations.h"
#include "ui/shell/desktop.h"
#include "ui/shell/look.h"
#include "ui/shell/shots.h"
#include "ui/shell/sitecontroller.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace ffp;

namespace {

// Exit codes of the command line.
constexpr int kDone = 0;
constexpr int kWrongUsage = 2;
constexpr int kFileTrouble = 3;
constexpr int kNotUnlocked = 4;

struct Options {
    QString db;
    QString user;
    QString shots;
    QString language;
    QString theme;
    int text = -1;
    QSize size{1366, 768};
    QDate today;
    bool measureStart = false;
};

/// Context of the texts of this file.
class Program
{
    Q_DECLARE_TR_FUNCTIONS(Program)
};

int say(const QString &text, int code)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return code;
}

/// nullopt after telling what is wrong.
std::optional<Options> readOptions(const QApplication &app)
{
    QCommandLineParser parser;
    const QCommandLineOption db(QStringLiteral("db"), Program::tr("Data file to open."),
                                QStringLiteral("FILE"));
    const QCommandLineOption user(QStringLiteral("user"),
                                  Program::tr("Log-in name; the password comes from FFP_PASSWORD."),
                                  QStringLiteral("NAME"));
    const QCommandLineOption shots(QStringLiteral("shots"),
                                   Program::tr("Draw every page and dialog into this folder and end."),
                                   QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("lang"), Program::tr("Language: zh_CN or en."),
                                      QStringLiteral("LANG"));
    const QCommandLineOption size(QStringLiteral("size"),
                                  Program::tr("Size of the window, such as 1366x768."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption theme(QStringLiteral("theme"), Program::tr("light or dark."),
                                   QStringLiteral("NAME"));
    const QCommandLineOption text(QStringLiteral("text"), Program::tr("Size of the text: 0, 1 or 2."),
                                  QStringLiteral("N"));
    const QCommandLineOption today(QStringLiteral("today"),
                                   Program::tr("Business date, for repeatable runs."),
                                   QStringLiteral("YYYY-MM-DD"));
    QCommandLineOption measure(QStringLiteral("measure-start")); // for scripts/bench only
    measure.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({db, user, shots, language, size, theme, text, today, measure});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), Program::tr("Data file to open."),
                                 QStringLiteral("[FILE]"));
    parser.process(app);

    Options options;
    options.db = parser.isSet(db) ? parser.value(db) : parser.positionalArguments().value(0);
    if (!options.db.isEmpty())
        options.db = QDir::current().absoluteFilePath(options.db);
    options.user = parser.value(user);
    options.shots = parser.value(shots);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    const auto oneOf = [](const QString &value, std::initializer_list<const char *> allowed) {
        return value.isEmpty() || std::any_of(allowed.begin(), allowed.end(), [&value](const char *one) {
                   return value == QLatin1String(one);
               });
    };
    bool good = oneOf(options.language, {"zh_CN", "en"}) && oneOf(options.theme, {"light", "dark"})
                && oneOf(parser.value(text), {"0", "1", "2"});
    if (parser.isSet(text))
        options.text = parser.value(text).toInt();
    if (parser.isSet(today)) {
        options.today = QDate::fromString(parser.value(today), Qt::ISODate);
        good = good && options.today.isValid();
    }
    if (parser.isSet(size)) {
        const QStringList sides = parser.value(size).split(u'x');
        options.size = {sides.value(0).toInt(), sides.value(1).toInt()};
        constexpr int kLeast = 320;
        constexpr int kMost = 8000;
        good = good && sides.size() == 2 && options.size.width() >= kLeast && options.size.height() >= kLeast
               && options.size.width() <= kMost && options.size.height() <= kMost;
    }
    options.measureStart = parser.isSet(measure);
    good = good && ((options.shots.isEmpty() && !options.measureStart) || !options.db.isEmpty());
    if (good)
        return options;
    say(Program::tr("Wrong options; see --help."), kWrongUsage);
    return std::nullopt;
}

void putInto(Settings &settings, const Options &options)
{
    if (!options.language.isEmpty())
        settings.set(settings::kLanguage, options.language);
    if (!options.theme.isEmpty())
        settings.set(settings::kTheme, options.theme);
    if (options.text >= 0)
        settings.set(settings::kTextSize, options.text);
}

/// The user named, or the first one of the file.
Result<std::unique_ptr<Session>> openNow(const Options &options, const Clock &clock)
{
    QString user = options.user;
    if (user.isEmpty()) {
        FFP_ASSIGN(const std::vector<User> users, Session::usersOf(options.db));
        if (!users.empty())
            user = users.front().name;
    }
    return Session::open(options.db, user, qEnvironmentVariable("FFP_PASSWORD"), clock);
}

int exitCodeFor(const Error &error)
{
    return error.kind == ErrorKind::WrongPassword || error.kind == ErrorKind::NotAllowed
                   || error.kind == ErrorKind::NotFound
               ? kNotUnlocked
               : kFileTrouble;
}

int drawPictures(const Options &options, const Clock &clock)
{
    QTemporaryDir own; // the settings of the person at this computer stay out of the pictures
    Settings settings(own.filePath(QStringLiteral("shots.ini")));
    putInto(settings, options);
    ui::installTranslations(settings.value(settings::kLanguage));
    auto session = openNow(options, clock);
    if (!session)
        return say(ui::errorText(session.error()), exitCodeFor(session.error()));
    const auto files = ui::takeShots(std::move(*session), settings, options.shots, options.size);
    if (!files)
        return say(ui::errorText(files.error()), kFileTrouble);
    for (const QString &file : *files)
        std::printf("%s\n", qPrintable(file));
    return kDone;
}

/// Opens the site as the window does, without changing anything of this person's, and ends at the first
/// paint.
int measureWindow(QApplication &app, const Options &options, const Clock &clock)
{
    QTemporaryDir own;
    Settings settings(own.filePath(QStringLiteral("measure.ini")));
    ui::applyLook(settings);
    QElapsedTimer unlocking;
    unlocking.start();
    auto session = openNow(options, clock);
    const double unlockingMs = double(unlocking.nsecsElapsed()) / 1e6;
    if (!session)
        return say(ui::errorText(session.error()), exitCodeFor(session.error()));
    ui::SiteController site(std::move(*session), settings);
    measureStart(site.window(), unlockingMs);
    site.show();
    return app.exec();
}

int openWindow(QApplication &app, const Options &options, const Clock &clock)
{
    Settings settings;
    putInto(settings, options);
    ui::Desktop desktop(settings, clock);
    QObject::connect(&desktop, &ui::Desktop::finished, &app, &QApplication::quit, Qt::QueuedConnection);
    std::unique_ptr<Session> session;
    if (!options.db.isEmpty() && !options.user.isEmpty() && qEnvironmentVariableIsSet("FFP_PASSWORD")) {
        auto opened = openNow(options, clock);
        if (!opened)
            return say(ui::errorText(opened.error()), exitCodeFor(opened.error()));
        session = std::move(*opened);
    }
    QTimer::singleShot(0, &desktop, [&] {
        if (session)
            desktop.enter(std::move(session));
        else
            desktop.start(options.db, options.user);
    });
    return app.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("fangfanpin"));
    QApplication::setApplicationVersion(QStringLiteral(FFP_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.fangfanpin.Fangfanpin"));
    QApplication::setWindowIcon(ui::programMark(128));
    QApplication::setQuitOnLastWindowClosed(false);
    ui::installTranslations(Settings().value(settings::kLanguage));
    const auto options = readOptions(app);
    if (!options)
        return kWrongUsage;
    const SystemClock clock = options->today.isValid() ? SystemClock(options->today) : SystemClock();
    if (options->measureStart)
        return measureWindow(app, *options, clock);
    return options->shots.isEmpty() ? openWindow(app, *options, clock) : drawPictures(*options, clock);
}
