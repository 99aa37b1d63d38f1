// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sidemark.h"

#include "core/db/query.h"
#include "core/trust/cbor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMacSize = 32;
constexpr qint64 kMostBytes = 1 << 20;

void writeTip(cbor::Writer &writer, const StreamTip &tip)
{
    writer.array(5);
    writer.bytes(view(tip.inc.bytes()));
    writer.text(tip.area.toString());
    writer.integer(tip.lane);
    writer.integer(tip.count);
    writer.bytes(view(tip.head));
}

bool readTip(cbor::Reader &reader, StreamTip &tip)
{
    quint64 parts = 0;
    QByteArrayView inc, area, head;
    qint64 lane = 0;
    if (!reader.array(parts) || parts != 5 || !reader.bytes(inc) || !reader.utf8(area)
        || !reader.integer(lane) || !reader.integer(tip.count) || !reader.bytes(head))
        return false;
    tip.inc = Incarnation::fromBytes(inc);
    tip.area = AreaCode::fromString(QString::fromLatin1(area));
    tip.lane = static_cast<quint32>(lane);
    return fromView(head, tip.head);
}

bool readMark(QByteArrayView bytes, SideMark &mark)
{
    cbor::Reader reader(bytes);
    quint64 parts = 0, tips = 0;
    QByteArrayView db, inc, machine, place;
    if (!reader.array(parts) || parts != 5 || !reader.bytes(db) || !reader.bytes(inc)
        || !reader.bytes(machine) || !reader.bytes(place) || !reader.array(tips))
        return false;
    mark.db = DbId::fromBytes(db);
    mark.inc = Incarnation::fromBytes(inc);
    for (quint64 i = 0; i < tips; ++i)
        if (!readTip(reader, mark.tips.emplace_back()))
            return false;
    return fromView(machine, mark.machine) && fromView(place, mark.place);
}

/// Whether the op that the mark remembers as a stream's end is still in the stream, or an erased table says
/// no.
Result<bool> holds(const Database &db, const StreamTip &tip)
{
    FFP_ASSIGN(const std::optional<qint64> found,
               queryInteger(db,
                            u"SELECT 1 FROM op o JOIN stream s ON s.sid = o.sid WHERE o.id = ? AND o.seq = ?"
                            " AND s.inc = ? AND s.area = ? AND s.lane = ?"_s,
                            view(tip.head).toByteArray(), tip.count, tip.inc, tip.area, qint64(tip.lane)));
    return found.has_value();
}

} // namespace

Hash SideMark::machineTag(const DbId &db)
{
    return crypto::hash("ffpx-mach-1", db.toBytes() + QSysInfo::machineUniqueId());
}

Hash SideMark::placeTag(const DbId &db, const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return crypto::hash("ffpx-path-1", db.toBytes() + (canonical.isEmpty() ? path : canonical).toUtf8());
}

QString SideMark::fileName(const DbId &db)
{
    return u"%1/fangfanpin/%2.mark"_s.arg(QStandardPaths::writableLocation(
                                              QStandardPaths::GenericDataLocation),
                                          db.toString());
}

QByteArray SideMark::encode(const SiteKeys &keys) const
{
    QByteArray out;
    cbor::Writer writer(out);
    writer.array(5);
    writer.bytes(view(db.bytes()));
    writer.bytes(view(inc.bytes()));
    writer.bytes(view(machine));
    writer.bytes(view(place));
    writer.array(tips.size());
    for (const StreamTip &tip : tips)
        writeTip(writer, tip);
    return out + view(keys.sideMac(out)).toByteArray();
}

std::optional<SideMark> SideMark::decode(QByteArrayView bytes, const SiteKeys &keys)
{
    if (bytes.size() <= kMacSize)
        return std::nullopt;
    const QByteArrayView content = bytes.chopped(kMacSize);
    SideMark mark;
    if (!crypto::equal(view(keys.sideMac(content)), bytes.last(kMacSize))
        || cbor::validate(content) != cbor::Fault::None || !readMark(content, mark))
        return std::nullopt;
    return mark;
}

Result<> SideMark::save(const SiteKeys &keys) const
{
    const QString name = fileName(db);
    QDir().mkpath(QFileInfo(name).path());
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(encode(keys)) < 0 || !file.commit())
        return fail(Error::onFile(ErrorKind::FileUnwritable, name, file.errorString()));
    return {};
}

std::optional<SideMark> SideMark::load(const DbId &db, const SiteKeys &keys)
{
    QFile file(fileName(db));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    std::optional<SideMark> mark = decode(bytes, keys);
    return mark && mark->db == db ? mark : std::nullopt;
}

Result<std::vector<StreamTip>> ownTips(const Database &db)
{
    Query query(db, u"SELECT inc, area, lane, count, head FROM stream WHERE inc IN"
                    " (SELECT inc FROM incarnation WHERE site = (SELECT v FROM meta WHERE k = 'site')"
                    "  UNION SELECT v FROM meta WHERE k IN ('root_id', 'incarnation'))"_s);
    FFP_TRY(query.run());
    std::vector<StreamTip> tips;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return tips;
        StreamTip tip;
        tip.inc = query.id<Incarnation>(0);
        tip.area = AreaCode::fromString(query.text(1));
        tip.lane = static_cast<quint32>(query.integer(2));
        tip.count = query.integer(3);
        if (!fromView(query.bytes(4), tip.head))
            return fail(ErrorKind::Damaged, u"stream head"_s);
        tips.push_back(tip);
    }
}

QByteArray encodeTips(std::vector<StreamTip> tips)
{
    std::vector<QByteArray> items;
    for (const StreamTip &tip : tips) {
        cbor::Writer writer(items.emplace_back());
        writeTip(writer, tip);
    }
    return cbor::sortedArray(std::move(items));
}

Result<SideVerdict> judge(const Database &db, const std::optional<SideMark> &mark, const DbId &dbId,
                          const Incarnation &inc, const QString &path)
{
    if (!mark || mark->machine != SideMark::machineTag(dbId))
        return SideVerdict::OtherPlace;
    // The mark's incarnation is unknown here, or its last op is: the file is from before it.
    if (mark->inc != inc) {
        FFP_ASSIGN(const std::optional<qint64> known,
                   queryInteger(db, u"SELECT 1 FROM stream WHERE inc = ?"_s, mark->inc));
        if (!known)
            return SideVerdict::Behind;
    }
    for (const StreamTip &tip : mark->tips) {
        FFP_ASSIGN(const bool there, holds(db, tip));
        if (!there)
            return SideVerdict::Behind;
    }
    return mark->place == SideMark::placeTag(dbId, path) ? SideVerdict::Normal : SideVerdict::OtherPlace;
}

} // namespace ffp
