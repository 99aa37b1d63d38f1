// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

Outcome runFfp(const QTemporaryDir &folder, const QStringList &words, const QString &password)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FFP_PASSWORD"_s, password);
    environment.insert(u"XDG_DATA_HOME"_s, folder.filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, folder.filePath(u"config"_s));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FFP_BIN_DIR "/ffp"), words);
    Outcome outcome;
    if (!process.waitForFinished(120'000))
        return outcome;
    if (process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = QString::fromUtf8(process.readAllStandardOutput());
    outcome.err = QString::fromUtf8(process.readAllStandardError());
    outcome.json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    return outcome;
}

QJsonObject CommandFlow::ffp(QStringList words)
{
    words << u"--db"_s << m_dir.filePath(u"site.ffp"_s) << u"--today"_s << u"2026-11-20"_s << u"--json"_s;
    const Outcome outcome = runFfp(m_dir, words);
    m_code = outcome.code;
    m_err = outcome.err;
    return outcome.json;
}

QString CommandFlow::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

void CommandFlow::makeSite()
{
    ffp({u"init"_s, u"--level"_s, u"township"_s, u"--area"_s, u"341323114000"_s, u"--name"_s, u"虞姬镇"_s,
         u"--admin"_s, u"admin"_s});
}

} // namespace ffp::test
