// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/services/userservice.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QJsonObject toJson(const User &user)
{
    return {{QStringLiteral("name"), user.name},
            {QStringLiteral("real_name"), user.realName},
            {QStringLiteral("role"), QLatin1String(roleCode(user.role))},
            {QStringLiteral("level"),
             user.level ? QLatin1String(areaLevelCode(*user.level)) : QLatin1String()},
            {QStringLiteral("area"), user.area.toString()},
            {QStringLiteral("disabled"), user.disabled}};
}

int answerUsers(Cli &cli, const UserService &service)
{
    FFP_CLI_ASSIGN(const std::vector<User> users, service.list());
    QJsonArray array;
    QStringList lines;
    for (const User &user : users) {
        array.append(toJson(user));
        lines << QStringLiteral("%1\t%2\t%3%4")
                     .arg(user.name, QLatin1String(roleCode(user.role)), user.realName,
                          user.disabled ? QLatin1Char('\t') + Cli::tr("(disabled)") : QString());
    }
    return cli.answer({{QStringLiteral("users"), array}}, lines);
}

} // namespace

int runUserAdd(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Adds a user; the new password is read from FFP_NEW_PASSWORD or --new-password-file."),
            QStringLiteral(
                "user add NAME --db FILE --role ROLE [--real-name TEXT] [--level LEVEL] [--area CODE12]"),
            {{QStringLiteral("role"), Cli::tr("reporter, reviewer, approver, admin or viewer."),
              QStringLiteral("ROLE")},
             {QStringLiteral("real-name"), Cli::tr("Name of the person."), QStringLiteral("TEXT")},
             {QStringLiteral("level"),
              Cli::tr("Level at which the person acts on matters: village, township or county; without it "
                      "reporter means village, reviewer township, approver county."),
              QStringLiteral("LEVEL")},
             {QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")},
             {QStringLiteral("new-password-file"),
              Cli::tr("File whose first line is the new user's password."), QStringLiteral("FILE")}},
            1, 1))
        return *end;
    const std::optional<Role> role = roleFromCode(cli.option("role"));
    if (!role)
        return cli.usage(Cli::tr("Please give --role as reporter, reviewer, approver, admin or viewer."));
    UserPost post;
    FFP_CLI_ASSIGN(post.area, cli.area());
    post.level = areaLevelFromCode(cli.option("level"));
    if (cli.isSet("level") && !post.level)
        return cli.usage(Cli::tr("Please give --level as village, township, county or province."));
    FFP_CLI_ASSIGN(const QString password, cli.secret("new-password-file", "FFP_NEW_PASSWORD"));
    // Never the password of who runs the command: the new user could log in as the administrator with it.
    if (password.isEmpty())
        return cli.usage(
            Cli::tr("Please give the new user's own password with --new-password-file FILE or in "
                    "FFP_NEW_PASSWORD."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    UserService service(*session);
    FFP_CLI_ASSIGN(const User added,
                   service.add(cli.words().first(), cli.option("real-name"), *role, password, post));
    if (!cli.json())
        return cli.answer({}, {Cli::tr("Added %1.").arg(added.name)});
    return answerUsers(cli, service);
}

int runUserList(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists the users of the site."),
                                   QStringLiteral("user list --db FILE"), {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    return answerUsers(cli, UserService(*session));
}

int runUserDisable(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Stops a user from logging in; what the user did stays."),
                                   QStringLiteral("user disable NAME --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    UserService service(*session);
    if (const auto done = service.disable(cli.words().first()); !done)
        return cli.refuse(done.error());
    if (!cli.json())
        return cli.answer({}, {Cli::tr("Disabled %1.").arg(cli.words().first())});
    return answerUsers(cli, service);
}

} // namespace ffp::cli
