// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/fold.h"
#include "core/log/hlc.h"
#include "core/log/logcipher.h"
#include "core/log/recordindex.h"

#include <QHash>

#include <functional>

namespace ffp {

/// The log of one file: appends own ops, takes in foreign ones, reads a record's ops. One object per write
/// transaction (begin … flush) or per reading use; for reading begin() is not needed.
class OpLog
{
public:
    OpLog(Database &db, const LogCipher &cipher, RecordIndex &records);

    /// Starts writing for the incarnation `own` at wall clock `nowMs`.
    Result<> begin(Incarnation own, qint64 nowMs);

    struct Appended {
        qint64 n = 0;
        OpId id{};
    };
    /// Completes an own op (inc, seq, prev, hlc, dictionary version) and stores it. The caller gives area,
    /// actor, kind, rec, type, fields, pred, fpred and the commit of `payload`.
    /// `sign`, when given, makes the signature beside the envelope from the id.
    using Sign = std::function<Result<Signature>(const OpId &)>;
    Result<Appended> append(Op &op, qint64 rid, QByteArrayView payload, const Sign &sign = {});

    enum class Insertion { Added, Known, Gap };
    /// Stores a received op byte for byte (exchange.md §16, §17.3): an op whose `prev` is a branch head
    /// extends it, one whose `prev` lies inside makes a branch, an unknown `prev` is a gap (not stored).
    /// `payload` null = erased. `package` = row of the package. Damaged when it is not well formed (§6.6).
    Result<Insertion> insert(QByteArrayView envelope, QByteArrayView payload, QByteArrayView signature,
                             qint64 package, qint64 *rid = nullptr);

    /// Writes stream heads and the clock; before COMMIT.
    Result<> flush();

    qint64 nextN() const { return m_nextN; }
    qint64 nowMs() const { return m_nowMs; }

    /// All ops of a record, bodies decrypted, in order of arrival.
    Result<std::vector<FoldOp>> read(qint64 rid);

private:
    struct Branch {
        qint64 sid = 0;
        qint64 count = 0;
        OpId head{};
        bool changed = false;
    };
    Result<Branch *> ownBranch(const AreaCode &area);
    Result<Branch> branchFor(const Op &op, bool &gap);
    Result<qint64> makeBranch(const Op &op, std::optional<qint64> parent, qint64 forkSeq);
    Result<qint64> store(const Op &op, const OpId &id, qint64 sid, qint64 rid, QByteArrayView payload,
                         QByteArrayView signature, std::optional<qint64> package);
    Result<> writeHead(const Branch &branch);

    Database &m_db;
    const LogCipher &m_cipher;
    RecordIndex &m_records;
    Incarnation m_own;
    qint64 m_nowMs = 0;
    qint64 m_nextN = 0;
    HybridClock m_clock;
    QHash<AreaCode, Branch> m_branches; ///< own streams used in this transaction
    AreaCode m_lastArea;                ///< of the branch last used: records come area by area
    Branch *m_lastBranch = nullptr;     ///< into m_branches; nullptr after any change of it
    Statement m_insert;
    Statement m_read;
    QByteArray m_envelope;
    QByteArray m_body;
};

} // namespace ffp
