// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/attachmentservice.h"

#include "core/base/about.h"
#include "core/base/outputfile.h"
#include "core/db/query.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/mistakes.h"
#include "core/services/policyservice.h"
#include "core/store/recordstore.h"
#include "core/trust/crypto.h"
#include "core/trust/keyring.h"
#include "core/trust/sitekeys.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *kHashTag = "ffpx-att-1";
constexpr qint64 kMegabyte = 1024 * 1024;

QByteArray hashOf(QByteArrayView content)
{
    const Hash hash = crypto::hash(kHashTag, content);
    return {reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())};
}

Result<Hash> hashFrom(const QByteArray &bytes)
{
    Hash hash{};
    if (bytes.size() != qsizetype(hash.size()))
        return fail(ErrorKind::Damaged, u"fingerprint of an attachment"_s);
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

tl::unexpected<Error> broken(const char *why)
{
    Subject about;
    about.entity = u"attachment"_s;
    return fail(Error{ErrorKind::RuleBroken, about, {QString::fromLatin1(why)}, {}});
}

tl::unexpected<Error> tooLarge(const QString &file)
{
    Error error = Error::onFile(ErrorKind::TooLarge, file);
    error.args = {u"%1 MB"_s.arg(AttachmentService::kMostBytes / kMegabyte)};
    return fail(error);
}

} // namespace

Result<NewAttachment> AttachmentService::read(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(Error::onFile(ErrorKind::FileUnreadable, path));
    if (file.size() > kMostBytes)
        return tooLarge(name);
    NewAttachment out;
    out.fileName = name;
    out.content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
    return out;
}

Result<AttachmentRoom> AttachmentService::room() const
{
    AttachmentRoom room;
    Query query(m_session.database(), u"SELECT count(*), coalesce(sum(size), 0) FROM attachment"_s);
    FFP_TRY(query.run());
    FFP_TRY(query.next());
    room.files = query.integer(0);
    room.used = query.integer(1);
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    room.budget = pack.value(u"attachment_budget_mb"_s, m_session.clock().today()).toInt() * kMegabyte;
    return room;
}

Result<> AttachmentService::checkRoom(const QByteArray &hash, qint64 bytes) const
{
    FFP_ASSIGN(const auto known,
               queryInteger(m_session.database(), u"SELECT 1 FROM attachment WHERE hash = ?"_s, hash));
    if (known)
        return {}; // takes no more room
    FFP_ASSIGN(const AttachmentRoom now, room());
    return now.used + bytes > now.budget ? Result<>(broken("attachment_budget")) : Result<>();
}

Result<> AttachmentService::keep(const QByteArray &hash, const QByteArray &content)
{
    FFP_ASSIGN(const auto keys, m_session.keyring().keys());
    FFP_ASSIGN(const Hash name, hashFrom(hash));
    return execute(m_session.database(),
                   u"INSERT OR IGNORE INTO attachment(hash, size, data) VALUES(?, ?, ?)"_s, hash,
                   qint64(content.size()), keys->sealAttachment(name, content));
}

Result<RecordId> AttachmentService::add(RecordId household, const NewAttachment &file)
{
    FFP_TRY(mayWrite(m_session));
    if (file.content.size() > kMostBytes)
        return tooLarge(file.fileName);
    FFP_ASSIGN(const MediaType type, checkedContent(file.content));
    const QByteArray hash = hashOf(file.content);
    const QString hex = QString::fromLatin1(hash.toHex());
    const QString name = attachmentFileName(file.fileName, type);
    FieldValues values = file.values;
    if (valueIn(values, attachment::f("title")).isBlank()) {
        std::erase_if(values, [](const auto &one) { return one.first == attachment::f("title"); });
        values.emplace_back(attachment::f("title"), Value(QFileInfo(name).completeBaseName()));
    }
    FFP_TRY(checkFields(values, m_session.clock().today()));
    if (holdsPersonalNumber(valueIn(values, attachment::f("title")).toText()))
        return fail(Error{ErrorKind::InvalidValue,
                          aboutField(u"attachment"_s, u"title"_s),
                          {u"title: personal_number"_s},
                          {}});
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Record parent, store.record(household));
    if (parent.entity != Entity::Household || parent.voided)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, household.toString()), {}, {}});
    FFP_ASSIGN(const std::vector<Record> there, listOf(household));
    if (std::any_of(there.begin(), there.end(),
                    [&hex](const Record &one) { return one[attachment::f("content_hash")].toText() == hex; }))
        return broken("attachment_known");
    FFP_TRY(checkRoom(hash, file.content.size()));
    values.emplace_back(attachment::f("household_id"), Value(household));
    values.emplace_back(attachment::f("file_name"), Value(name));
    values.emplace_back(attachment::f("media_type"), Value(QString::fromLatin1(mediaTypeCode(type))));
    values.emplace_back(attachment::f("bytes"), Value(qint64(file.content.size())));
    values.emplace_back(attachment::f("content_hash"), Value(hex));
    RecordId made;
    const Operation operation{.verb = "attachment.add",
                              .actor = m_session.user().id,
                              .note = {},
                              .about = household};
    FFP_TRY(m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        FFP_TRY(keep(hash, file.content));
        FFP_ASSIGN(made, writer.create(Entity::Attachment, parent.area, values));
        return {};
    }));
    return made;
}

Result<std::vector<Record>> AttachmentService::listOf(RecordId household) const
{
    return RecordStore(m_session.database(), m_session.cipher())
        .referring(attachment::f("household_id"), household, u"t.taken_on DESC, t.rid DESC"_s);
}

Result<Record> AttachmentService::record(RecordId id) const
{
    FFP_ASSIGN(Record found, RecordStore(m_session.database(), m_session.cipher()).record(id));
    if (found.entity != Entity::Attachment)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"attachment"_s, id.toString()), {}, {}});
    return found;
}

Result<QByteArray> AttachmentService::content(RecordId id) const
{
    FFP_ASSIGN(const Record entry, record(id));
    const QByteArray hash = QByteArray::fromHex(entry[attachment::f("content_hash")].toText().toLatin1());
    FFP_ASSIGN(const Hash name, hashFrom(hash));
    FFP_ASSIGN(const auto keys, m_session.keyring().keys());
    Query query(m_session.database(), u"SELECT data FROM attachment WHERE hash = ?"_s);
    FFP_TRY(query.run(hash));
    FFP_ASSIGN(const bool there, query.next());
    if (!there)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"attachment"_s, id.toString()), {}, {}});
    QByteArray plain;
    if (!keys->openAttachment(name, query.bytes(0), plain) || hashOf(plain) != hash)
        return fail(ErrorKind::Damaged, u"content of an attachment"_s);
    return plain;
}

Result<QByteArray> AttachmentService::open(RecordId id)
{
    FFP_ASSIGN(QByteArray plain, content(id));
    FFP_TRY(m_session.recordAccess(Session::Access::Unmask, u"attachment "_s + id.toString()));
    return plain;
}

Result<> AttachmentService::saveCopy(RecordId id, const QString &path)
{
    FFP_ASSIGN(const QByteArray plain, content(id));
    FFP_TRY(m_session.recordAccess(Session::Access::Export, u"attachment "_s + id.toString()));
    OutputFile output(path);
    FFP_TRY(output.begin());
    QFile file(output.temporaryPath());
    if (!file.open(QIODevice::WriteOnly) || file.write(plain) != plain.size() || !file.flush())
        return fail(output.error(file.errorString()));
    file.close();
    return output.commit();
}

Result<ChangeSummary> AttachmentService::voidMistake(RecordId id, const QString &reason)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const Record entry, record(id));
    if (entry.voided)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"attachment"_s, id.toString()), {}, {}});
    return takeOutMistake(m_session, "attachment.void", id, reason);
}

} // namespace ffp
