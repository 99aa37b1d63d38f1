// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/alertdrafts.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/log/logcipher.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr const char *kType = "draft";
constexpr const char *kColumn = "alert";

QByteArray toJson(const AlertDraft &draft)
{
    return QJsonDocument(QJsonObject{{u"due"_s, draft.due.toString(Qt::ISODate)},
                                     {u"action"_s, draft.action},
                                     {u"reviewer"_s, draft.reviewer}})
        .toJson(QJsonDocument::Compact);
}

AlertDraft fromJson(RecordId alert, qint64 rid, const QByteArray &plain)
{
    const QJsonObject body = QJsonDocument::fromJson(plain).object();
    return {alert, rid, QDate::fromString(body.value(u"due"_s).toString(), Qt::ISODate),
            body.value(u"action"_s).toString(), body.value(u"reviewer"_s).toString()};
}

} // namespace

Result<> AlertDrafts::keep(const std::vector<AlertDraft> &drafts)
{
    if (m_session.isLocked())
        return fail(ErrorKind::Locked);
    FFP_ASSIGN(Transaction transaction, Transaction::begin(m_session.database()));
    FFP_TRY(execute(m_session.database(), u"DELETE FROM draft WHERE kind = 'alert'"_s));
    for (const AlertDraft &draft : drafts) {
        QByteArray sealed;
        FFP_TRY(m_session.cipher().seal(draft.alert, kType, kColumn, toJson(draft), sealed));
        FFP_TRY(execute(m_session.database(),
                        u"INSERT INTO draft(kind, about, at, body) VALUES('alert', ?, ?, ?)"_s, draft.alert,
                        m_session.clock().nowMs(), sealed));
    }
    return transaction.commit();
}

Result<std::vector<AlertDraft>> AlertDrafts::all() const
{
    std::vector<AlertDraft> drafts;
    Query query(m_session.database(),
                u"SELECT d.about, r.rid, d.body FROM draft d JOIN record r ON r.rec = d.about"
                " WHERE d.kind = 'alert' ORDER BY d.at, r.rid"_s);
    FFP_TRY(query.run());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return drafts;
        const RecordId alert = query.id<RecordId>(0);
        FFP_ASSIGN(const QByteArray plain, m_session.cipher().open(alert, kType, kColumn, query.bytes(2)));
        drafts.push_back(fromJson(alert, query.integer(1), plain));
    }
}

} // namespace ffp
