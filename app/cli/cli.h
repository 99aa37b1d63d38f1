// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"
#include "core/services/session.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonObject>

#include <functional>
#include <span>

namespace ffp::cli {

/// Exit codes of the command line; scripts rely on them.
enum ExitCode { kDone = 0, kFindings = 1, kUsage = 2, kFile = 3, kNotAllowed = 4, kCancelled = 5 };
int exitCodeFor(ErrorKind kind);

/// Progress to standard error when that is a terminal; Ctrl-C cancels.
class CliProgress : public Progress
{
public:
    CliProgress();
    ~CliProgress() override;
    void report(const char *stage, qint64 done, qint64 total) override;
    bool cancelled() const override;

private:
    bool m_terminal = false;
    bool m_dirty = false;
    qint64 m_lastMs = 0;
};

/// What one command gets: parsed words, the site, and the two ways of answering.
class Cli
{
    Q_DECLARE_TR_FUNCTIONS(ffp::cli::Cli)

public:
    explicit Cli(const QStringList &arguments) : m_arguments(arguments) {}

    /// Adds the common options, parses, and answers --help. An exit code when the command must end here.
    std::optional<int> parse(const QString &summary, const QString &usage,
                             const QList<QCommandLineOption> &options, qsizetype minPositional,
                             qsizetype maxPositional);

    QString option(const char *name) const { return m_parser.value(QLatin1String(name)); }
    bool isSet(const char *name) const { return m_parser.isSet(QLatin1String(name)); }
    QStringList options(const char *name) const { return m_parser.values(QLatin1String(name)); }
    const QStringList &words() const { return m_words; }
    bool json() const { return isSet("json"); }
    const Clock &clock() const { return *m_clock; }
    QString databasePath() const { return option("db"); }
    /// From --password-file or FFP_PASSWORD.
    Result<QString> password() const { return secret("password-file", "FFP_PASSWORD"); }
    /// First line of the file named by `fileOption`, else the environment variable; empty when neither is
    /// given.
    Result<QString> secret(const char *fileOption, const char *variable) const;
    /// Opens the site with --user; a file with one active user needs none.
    Result<Session *> session();
    Progress &progress() { return m_progress; }
    /// The area of --area or another option, or null when it was not given.
    Result<AreaCode> area(const char *name = "area") const;
    Result<QDate> date(const char *name) const;
    /// A whole number ≥ 0; empty when it is none.
    std::optional<int> number(const char *name) const;
    /// Language of field and code labels.
    Language language() const;

    /// One JSON document with --json, else `lines`.
    int answer(const QJsonObject &document, const QStringList &lines, int code = kDone);
    /// `code`, or kFile when what was written to standard output did not arrive.
    static int answered(int code);
    int refuse(const Error &error);
    int usage(const QString &sentence) { return end(sentence, kUsage); }
    /// A sentence on standard error and the exit code.
    int end(const QString &sentence, ExitCode code);

private:
    QStringList m_arguments;
    QStringList m_words;
    QCommandLineParser m_parser;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Session> m_session;
    CliProgress m_progress;
};

/// Language of labels before a command has parsed its words.
Language currentLabelLanguage();

/// One command, such as "household list". One file each; listed in commands.cpp.
struct Command {
    const char *name;
    int (*run)(Cli &cli);
    bool prints = false; ///< needs fonts, so the Gui application
};
std::span<const Command> commands();

} // namespace ffp::cli

/// Inside a command: value of a Result, or the command ends with its sentence and exit code.
#define FFP_CLI_ASSIGN(decl, expr)                                                                           \
    auto FFP_CONCAT(ffpCli, __LINE__) = (expr);                                                              \
    if (!FFP_CONCAT(ffpCli, __LINE__))                                                                       \
        return cli.refuse(FFP_CONCAT(ffpCli, __LINE__).error());                                             \
    decl = std::move(*FFP_CONCAT(ffpCli, __LINE__))
