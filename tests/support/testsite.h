// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/log/transact.h"
#include "core/services/session.h"
#include "tests/support/cheapkdf.h"

#include <QTemporaryDir>

namespace ffp::test {

inline const QString kAdminPassword = QStringLiteral("Yuji-tian-7");

/// What a result holds; the program ends when it holds none.
template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s %s %s", errorCode(result.error().kind),
               qPrintable(result.error().args.join(QLatin1Char(' '))), qPrintable(result.error().detail));
    return std::move(*result);
}

/// A new site file in a temporary folder, opened by its administrator "admin"; passwords cost nothing while
/// it lives, and side files go to Qt's test folder.
class TestSite
{
public:
    explicit TestSite(AreaLevel level = AreaLevel::Township, const char *area = "341323114000");

    QString path() const { return m_dir.filePath(QStringLiteral("site.ffp")); }
    QTemporaryDir &dir() { return m_dir; }
    NewSite newSite() const { return m_new; }
    /// Made on first use; fails the program hard when that is not possible.
    Session &session();
    /// Ends the session as closing the window does.
    void close() { m_session.reset(); }
    Result<> open(const QString &user = QStringLiteral("admin"), const QString &password = kAdminPassword);

    ManualClock clock{QDate(2026, 11, 1)};

private:
    KdfPolicyForTests m_cheap;
    QTemporaryDir m_dir;
    NewSite m_new;
    std::unique_ptr<Session> m_session;
};

/// One record in a change of its own, in the village 341323114201; the program ends when that fails.
RecordId addRecord(Session &session, Entity entity, const FieldValues &values);
Result<ChangeSummary> editRecord(Session &session, RecordId id, const FieldValues &values);
/// Some of everything that the log holds: households and members with S-class fields, an edit, a void, a
/// change taken back, a second and a disabled user.
struct SampleRecords {
    RecordId first;  ///< household with phone and bank account
    RecordId second; ///< another one with a phone
    RecordId member; ///< of the first, with an ID number
};
SampleRecords fillSample(Session &session);

} // namespace ffp::test
