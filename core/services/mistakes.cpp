// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mistakes.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

Result<ChangeSummary> takeOutMistake(Session &session, const char *verb, RecordId mistake,
                                     const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(Error{ErrorKind::InvalidValue, {}, {u"occasion.reason: required"_s}, {}});
    const Operation operation{.verb = verb, .actor = session.user().id, .note = reason, .about = mistake};
    return session.log().transact(operation, [&](ChangeWriter &writer) {
        return writer.setVoid(mistake, true, reason.trimmed());
    });
}

} // namespace ffp
