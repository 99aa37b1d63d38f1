// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/db/statement.h"
#include "core/log/logcipher.h"
#include "core/log/opcodec.h"
#include "core/trust/registry.h"

#include <map>
#include <set>
#include <vector>

namespace ffp {

/// One contradiction in a site file.
struct Fault {
    QString code;  ///< what was broken, of a closed list; see LogCheck and MaintenanceService::verify()
    QString where; ///< table and row, or stream; no S-class data
    QString message;
};

/// Whether the log is what was once written (exchange.md §6.6, §6.7, §8.2): every op by itself and in its
/// stream, the streams among each other, and the change groups over them. Writes nothing.
///
/// Codes: "stream" (row contradicts its ops or the registry), "seq" (a number is missing or there twice),
/// "chain" (prev), "op_id" (envelope is not what the id says), "op_form" (not well formed), "op_row" (a
/// column contradicts the envelope), "commit" (payload is not what was written), "signature", "erased"
/// (payload gone without an erasure), "eff" (lane 1), "change".
class LogCheck
{
public:
    LogCheck(const Database &db, const LogCipher &cipher, const Registry &registry, const SiteId &own);

    /// Fails when the file cannot be read or is locked, or on cancel; contradictions are not errors.
    Result<> run(Progress &progress);

    const std::vector<Fault> &faults() const { return m_faults; }
    qint64 ops() const { return m_ops; }

    /// Faults of one code beyond this number are not listed. Each code has its own, so that many harmless
    /// ones never hide one that only a backup helps against.
    static constexpr int kMostFaults = 200;

private:
    struct Stream {
        qint64 sid = 0;
        Incarnation inc;
        AreaCode area;
        qint64 lane = 0;
        std::optional<qint64> parent;
        qint64 fork = 0;
        qint64 count = 0;
        QByteArray head;
        QString name() const;
    };
    struct Row;

    void fault(const char *code, const QString &where, const QString &message);
    Result<> readStreams();
    Result<> checkStreamRow(const Stream &stream);
    Result<> checkOps(const Stream &stream, Progress &progress);
    Result<> checkOp(const Stream &stream, const Row &row);
    void checkRow(const Stream &stream, const Row &row, const Op &op);
    void checkSignature(const Row &row, const Op &op);
    Result<> checkErased();
    Result<> checkStrays();
    Result<> checkChanges(Progress &progress);

    const Database &m_db;
    const LogCipher &m_cipher;
    const Registry &m_registry;
    SiteId m_own;
    std::map<qint64, Stream> m_streams;
    std::vector<Fault> m_faults;
    std::map<std::string_view, int> m_found; ///< by code
    std::set<OpId> m_erased;                 ///< named by an erase op
    std::vector<OpId> m_gone;                ///< without a payload
    QByteArray m_payload;
    qint64 m_ops = 0;
    qint64 m_total = 0;
};

} // namespace ffp
