// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "core/services/policyservice.h"

#include <QJsonArray>

#include <algorithm>

namespace ffp::cli {
namespace {

QString markText(PolicyMark mark)
{
    switch (mark) {
    case PolicyMark::Policy: return Cli::tr("of the policy");
    case PolicyMark::LocalDefault: return Cli::tr("local default");
    case PolicyMark::Unverified: return Cli::tr("not confirmed");
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(const PolicyValue &value, bool chinese)
{
    QJsonArray choices;
    for (const auto &[code, words] : value.choices)
        choices.append(code);
    return {{QStringLiteral("key"), value.key},
            {QStringLiteral("title"), value.title.in(chinese)},
            {QStringLiteral("rule"), value.ruleId},
            {QStringLiteral("value"), value.text},
            {QStringLiteral("shipped"), value.shipped},
            {QStringLiteral("unit"), value.unit},
            {QStringLiteral("mark"), QLatin1String(policyMarkCode(value.mark))},
            {QStringLiteral("set"), value.set},
            {QStringLiteral("choices"), choices},
            {QStringLiteral("basis"), value.basis}};
}

QString lineOf(const PolicyValue &value, bool chinese)
{
    QString line = QStringLiteral("%1\t%2\t%3")
                       .arg(value.key, value.text + value.unit, value.title.in(chinese));
    line += QStringLiteral("\t[") + markText(value.mark);
    if (value.set)
        line += QStringLiteral("; ") + Cli::tr("set here, shipped: %1").arg(value.shipped + value.unit);
    return line + QStringLiteral("]\t") + value.basis;
}

int answerValue(Cli &cli, Session &session, const QString &key)
{
    FFP_CLI_ASSIGN(const std::vector<PolicyValue> values, PolicyService(session).values());
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&key](const PolicyValue &one) { return one.key == key; });
    const bool chinese = cli.language() == Language::Chinese;
    return cli.answer({{QStringLiteral("value"), jsonOf(*found, chinese)}}, {lineOf(*found, chinese)});
}

} // namespace

int runPolicyValues(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Lists the values of the policy pack: which the policy fixes, and which this office may set."),
            QStringLiteral("policy values --db FILE [--set]"),
            {{QStringLiteral("set"), Cli::tr("Only those that were set here.")}}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(std::vector<PolicyValue> values, PolicyService(*session).values());
    if (cli.isSet("set"))
        std::erase_if(values, [](const PolicyValue &one) { return !one.set; });
    const bool chinese = cli.language() == Language::Chinese;
    QJsonArray array;
    QStringList lines;
    for (const PolicyValue &value : values) {
        array.append(jsonOf(value, chinese));
        lines << lineOf(value, chinese);
    }
    return cli.answer({{QStringLiteral("policy"), session->site().policy}, {QStringLiteral("values"), array}},
                      lines);
}

int runPolicySet(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Sets a value that the policy leaves to the office; administrators only."),
                      QStringLiteral("policy set KEY VALUE --db FILE --reason TEXT"), {reasonOption()}, 2, 2))
        return *end;
    if (cli.option("reason").trimmed().isEmpty())
        return cli.usage(Cli::tr("Please give --reason."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const QString key = cli.words().at(0);
    if (const auto done = PolicyService(*session).setLocalValue(key, cli.words().at(1), cli.option("reason"));
        !done)
        return cli.refuse(done.error());
    return answerValue(cli, *session, key);
}

int runPolicyReset(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Takes back a value that was set here."),
                                   QStringLiteral("policy reset KEY --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const QString key = cli.words().front();
    if (const auto done = PolicyService(*session).dropLocalValue(key); !done)
        return cli.refuse(done.error());
    return answerValue(cli, *session, key);
}

} // namespace ffp::cli
