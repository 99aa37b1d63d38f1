// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/base/about.h"

#include "ui/common/errortext.h"
#include "ui/common/translations.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace ffp::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

/// The tool that gathers the texts does not find the context of Cli::tr() in this file.
QString say(const char *sentence)
{
    return QCoreApplication::translate("ffp::cli::Cli", sentence);
}

/// An option that cannot be right is called by its name.
QString sentenceOf(const Error &error)
{
    const QString &option = error.subject.field;
    if (error.kind != ErrorKind::InvalidArgument || !error.args.isEmpty()
        || !option.startsWith(QLatin1String("--")))
        return ui::errorText(error);
    if (option == QLatin1String("--area"))
        return say(QT_TRANSLATE_NOOP("ffp::cli::Cli", "Please give --area as a division code of 12 digits."));
    if (option == QLatin1String("--user"))
        return say(QT_TRANSLATE_NOOP("ffp::cli::Cli",
                                     "Please say with --user who you are; the file has several users."));
    if (option == QLatin1String("--db"))
        return say(QT_TRANSLATE_NOOP("ffp::cli::Cli", "Please add --%1.")).arg(QStringLiteral("db"));
    return say(QT_TRANSLATE_NOOP("ffp::cli::Cli", "Please give %1 as YYYY-MM-DD.")).arg(option);
}

void onInterrupt(int)
{
    interrupted = 1;
}

void write(FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), file);
    std::fflush(file);
}

} // namespace

int exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return kCancelled;
    case ErrorKind::InvalidArgument: return kUsage;
    case ErrorKind::NotAllowed:
    case ErrorKind::WrongPassword:
    case ErrorKind::WeakPassword:
    case ErrorKind::Locked: return kNotAllowed;
    case ErrorKind::AlreadyOpen:
    case ErrorKind::NewerVersion:
    case ErrorKind::NotOurFile:
    case ErrorKind::Damaged:
    case ErrorKind::RemovableDrive:
    case ErrorKind::DiskFull:
    case ErrorKind::BackupFailed:
    case ErrorKind::FileUnreadable:
    case ErrorKind::FileUnwritable:
    case ErrorKind::NotAWorkbook:
    case ErrorKind::PasswordProtected:
    case ErrorKind::TruncatedFile:
    case ErrorKind::TooLarge:
    case ErrorKind::WrongEncoding:
    case ErrorKind::PolicyPackInvalid: return kFile;
    default: return kFindings;
    }
}

CliProgress::CliProgress() : m_terminal(isatty(STDERR_FILENO) != 0)
{
    std::signal(SIGINT, onInterrupt);
}

CliProgress::~CliProgress()
{
    if (m_dirty)
        write(stderr, QStringLiteral("\r\033[K"));
}

void CliProgress::report(const char *stage, qint64 done, qint64 total)
{
    if (!m_terminal)
        return;
    constexpr qint64 kEveryMs = 200;
    const qint64 now = SystemClock().nowMs();
    if (now - m_lastMs < kEveryMs)
        return;
    m_lastMs = now;
    m_dirty = true;
    write(stderr, total > 0
                      ? QStringLiteral("\r\033[K%1 %2 %").arg(QLatin1String(stage)).arg(100 * done / total)
                      : QStringLiteral("\r\033[K%1 %2").arg(QLatin1String(stage)).arg(done));
}

bool CliProgress::cancelled() const
{
    return interrupted != 0;
}

std::optional<int> Cli::parse(const QString &summary, const QString &usageWords,
                              const QList<QCommandLineOption> &options, qsizetype minPositional,
                              qsizetype maxPositional)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    m_parser.addOptions({
        {QStringLiteral("db"), tr("The site file."), QStringLiteral("FILE")},
        {QStringLiteral("user"), tr("Log-in name; the password comes from FFP_PASSWORD or --password-file."),
         QStringLiteral("NAME")},
        {QStringLiteral("password-file"), tr("File whose first line is the password."),
         QStringLiteral("FILE")},
        {QStringLiteral("json"), tr("Answer with one JSON document.")},
        {QStringLiteral("lang"), tr("Language of the sentences: zh_CN or en."), QStringLiteral("LANG"),
         QStringLiteral("zh_CN")},
        {QStringLiteral("today"), tr("Business date, YYYY-MM-DD."), QStringLiteral("DATE")},
        {{QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help.")},
    });
    m_parser.addOptions(options);
    const bool parsed = m_parser.parse(QStringList(QStringLiteral("ffp")) + m_arguments);
    m_words = m_parser.positionalArguments();
    if (m_parser.isSet(QStringLiteral("help"))) {
        write(stdout, QStringLiteral("ffp %1\n%2\n\n%3")
                          .arg(usageWords, summary, m_parser.helpText().section(QLatin1Char('\n'), 2)));
        return kDone;
    }
    if (!parsed)
        return usage(tr("%1 See `ffp %2 --help`.")
                         .arg(m_parser.errorText(), usageWords.section(QLatin1Char(' '), 0, 0)));
    if (m_words.size() < minPositional || (maxPositional >= 0 && m_words.size() > maxPositional))
        return usage(tr("Please call it as: ffp %1").arg(usageWords));
    m_clock = std::make_unique<SystemClock>();
    if (isSet("today")) {
        const QDate today = QDate::fromString(option("today"), Qt::ISODate);
        if (!today.isValid())
            return usage(tr("Please give --today as YYYY-MM-DD."));
        m_clock = std::make_unique<SystemClock>(today);
    }
    return std::nullopt;
}

Result<QString> Cli::secret(const char *fileOption, const char *variable) const
{
    if (!isSet(fileOption))
        return qEnvironmentVariable(variable);
    QFile file(option(fileOption));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::onFile(ErrorKind::FileUnreadable, file.fileName(), file.errorString()));
    constexpr qint64 kLongestPassword = 4096;
    return QString::fromUtf8(file.readLine(kLongestPassword))
        .remove(QLatin1Char('\n'))
        .remove(QLatin1Char('\r'));
}

Result<Session *> Cli::session()
{
    if (m_session)
        return m_session.get();
    if (databasePath().isEmpty())
        return fail(Error{ErrorKind::InvalidArgument,
                          aboutField({}, QStringLiteral("--db")),
                          {},
                          QStringLiteral("no --db")});
    QString user = option("user");
    if (user.isEmpty()) {
        FFP_ASSIGN(const std::vector<User> users, Session::usersOf(databasePath()));
        QStringList active;
        for (const User &candidate : users)
            if (!candidate.disabled)
                active << candidate.name;
        if (active.size() != 1)
            return fail(Error{ErrorKind::InvalidArgument,
                              aboutField({}, QStringLiteral("--user")),
                              {},
                              QStringLiteral("several users")});
        user = active.first();
    }
    FFP_ASSIGN(const QString secret, password());
    if (secret.isEmpty())
        return fail(Error::of(ErrorKind::Locked, QStringLiteral("no password was given")));
    FFP_ASSIGN(m_session, Session::open(databasePath(), user, secret, *m_clock));
    return m_session.get();
}

Result<AreaCode> Cli::area(const char *name) const
{
    if (!isSet(name))
        return AreaCode();
    const AreaCode code = AreaCode::fromString(option(name));
    if (code.isNull())
        return fail(Error{ErrorKind::InvalidArgument,
                          aboutField({}, QStringLiteral("--") + QLatin1String(name)),
                          {},
                          QStringLiteral("not 12 digits")});
    return code;
}

Result<QDate> Cli::date(const char *name) const
{
    if (!isSet(name))
        return QDate();
    const QDate date = QDate::fromString(option(name), Qt::ISODate);
    if (!date.isValid())
        return fail(Error{ErrorKind::InvalidArgument,
                          aboutField({}, QLatin1String("--") + QLatin1String(name)),
                          {},
                          QStringLiteral("not YYYY-MM-DD")});
    return date;
}

std::optional<int> Cli::number(const char *name) const
{
    bool number = false;
    const int value = option(name).toInt(&number);
    return number && value >= 0 ? std::optional(value) : std::nullopt;
}

Language Cli::language() const
{
    return currentLabelLanguage();
}

Language currentLabelLanguage()
{
    return ui::chineseLabels() ? Language::Chinese : Language::English;
}

int Cli::answer(const QJsonObject &document, const QStringList &lines, int code)
{
    if (json())
        write(stdout, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
    else if (!lines.isEmpty())
        write(stdout, lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    return answered(code);
}

int Cli::answered(int code)
{
    // Such as an answer that is redirected to a full disk: cut off, it must not look whole.
    return std::fflush(stdout) == 0 && !std::ferror(stdout) ? code : int(kFile);
}

int Cli::refuse(const Error &error)
{
    const QString sentence = sentenceOf(error);
    write(stderr, sentence + QLatin1Char('\n'));
    if (!error.detail.isEmpty() && qEnvironmentVariableIsSet("FFP_DEBUG"))
        write(stderr, QStringLiteral("  [%1] %2\n").arg(QLatin1String(errorCode(error.kind)), error.detail));
    if (json()) {
        QJsonObject object{{QStringLiteral("kind"), QLatin1String(errorCode(error.kind))},
                           {QStringLiteral("message"), sentence}};
        if (!error.args.isEmpty())
            object.insert(QStringLiteral("args"), QJsonArray::fromStringList(error.args));
        answer({{QStringLiteral("error"), object}}, {});
    }
    // Who may not come in, not what was looked for inside.
    const bool stranger = !m_session && error.kind == ErrorKind::NotFound
                          && error.subject.entity == QLatin1String("user");
    return stranger ? int(kNotAllowed) : exitCodeFor(error.kind);
}

int Cli::end(const QString &sentence, ExitCode code)
{
    write(stderr, sentence + QLatin1Char('\n'));
    return code;
}

} // namespace ffp::cli
