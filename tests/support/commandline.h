// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testsite.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

namespace ffp::test {

/// What a run of `ffp` left; code −1 when it did not end by itself.
struct Outcome {
    int code = -1;
    QJsonObject json; ///< empty when the answer is none
    QString out;
    QString err;
};

/// Runs `ffp` with its own settings and data below `folder`.
Outcome runFfp(const QTemporaryDir &folder, const QStringList &words,
               const QString &password = kAdminPassword);

/// A test that works on one site file by the command line alone, as a script of an office would do it.
class CommandFlow : public QObject
{
protected:
    /// With --json, on 20 November 2026; leaves the exit code in m_code and what went wrong in m_err.
    QJsonObject ffp(QStringList words);
    /// A file in the test's folder; an empty path when it cannot be written.
    QString write(const QString &name, const QByteArray &content) const;
    /// The site file of a township; m_code says whether it was made.
    void makeSite();

    QTemporaryDir m_dir;
    int m_code = -1;
    QString m_err;
};

} // namespace ffp::test
