// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/db/database.h"
#include "core/trust/keyring.h"

#include <vector>

namespace ffp {

/// End of one stream as remembered outside the file.
struct StreamTip {
    Incarnation inc;
    AreaCode area;
    quint32 lane = 0;
    qint64 count = 0;
    Hash head{};
    bool operator==(const StreamTip &) const = default;
};

/// Side file of exchange.md §17.1: what this PC last saw of a database, so that an older copy put in its
/// place, or a log with its end cut off, is noticed.
struct SideMark {
    DbId db;
    Incarnation inc;
    Hash machine{};
    Hash place{};                ///< hash of the file's path
    std::vector<StreamTip> tips; ///< of all own streams

    static Hash machineTag(const DbId &db);
    static Hash placeTag(const DbId &db, const QString &path);
    /// In the user's data folder, the same for window and command line.
    static QString fileName(const DbId &db);

    QByteArray encode(const SiteKeys &keys) const;
    /// Empty when it is not authentic under `keys` or malformed.
    static std::optional<SideMark> decode(QByteArrayView bytes, const SiteKeys &keys);

    Result<> save(const SiteKeys &keys) const;
    /// Empty when there is none or it is not ours.
    static std::optional<SideMark> load(const DbId &db, const SiteKeys &keys);
};

/// Tips of the streams that this site wrote, in all its incarnations.
Result<std::vector<StreamTip>> ownTips(const Database &db);
/// `upto` of the registry: sorted array of [inc, area, lane, count, head].
QByteArray encodeTips(std::vector<StreamTip> tips);

enum class SideVerdict {
    Normal,     ///< agrees, or the database is ahead on the same chain
    Behind,     ///< an older copy, or the end of the log is missing
    OtherPlace, ///< another PC, another user profile, or a copy of the file
};
/// What the mark says about the database as it is now, at `path`.
Result<SideVerdict> judge(const Database &db, const std::optional<SideMark> &mark, const DbId &dbId,
                          const Incarnation &inc, const QString &path);

} // namespace ffp
