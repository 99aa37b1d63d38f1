// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/log/operationlog.h"
#include "core/store/recordstore.h"

#include <QTemporaryDir>

namespace ffp::test {

/// Seals with one fixed key; index values are hashes. Everything that the log asks of a key ring, without
/// passwords.
class TestCipher : public LogCipher
{
public:
    bool locked = false;
    Result<> seal(RecordId record, const char *type, const char *column, QByteArrayView plain,
                  QByteArray &out) const override;
    Result<QByteArray> open(RecordId record, const char *type, const char *column,
                            QByteArrayView sealed) const override;
    Result<qint64> blindIndex(quint16 columnNumber, QStringView value) const override;
    QString normalised(quint16 columnNumber, QStringView value) const override;
    Result<> sealBody(const OpId &id, QByteArrayView payload, QByteArray &out) const override;
    Result<> openBody(const OpId &id, QByteArrayView body, QByteArray &out) const override;
};

inline AreaCode area(const char *code)
{
    return AreaCode::fromString(QString::fromLatin1(code));
}
inline const char *const kTownship = "341323114000";
inline const char *const kVillage = "341323114201";
inline const char *const kOtherVillage = "341323114202";

/// A site file in a temporary folder with its log; the site is a township.
struct LogFixture {
    explicit LogFixture(const char *siteArea = kTownship);
    /// Same file opened again (as after a restart).
    void reopen();

    QTemporaryDir dir;
    QString path;
    TestCipher cipher;
    ManualClock clock{QDate(2026, 11, 1)};
    LogOwner owner;
    std::unique_ptr<Database> db;
    std::unique_ptr<OperationLog> log;
    OfficialId official;

    Operation operation(const char *verb = "test") const { return {verb, official, {}, {}, true, 0}; }
    RecordStore store() const { return RecordStore(*db, cipher); }
    /// One record by itself in a change of its own; the test fails hard when it cannot.
    RecordId make(Entity entity, const FieldValues &values, const char *where = kVillage, RecordId id = {});
    qint64 number(const QString &sql) const;
    QString text(const QString &sql) const;
};

/// All values of a record as one line "field=value", for comparisons.
QString dump(const Record &record);
/// Every projected record, head, conflict and eff of a file by record id, independent of row ids.
QStringList dumpAll(const Database &db, const ColumnCipher &cipher);

} // namespace ffp::test
