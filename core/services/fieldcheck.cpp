// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/fieldcheck.h"

#include "core/base/about.h"
#include "core/domain/valuetext.h"

namespace ffp {
namespace {

/// Empty when the value is fine, else the stable name of what is wrong.
QString faultOf(const FieldDef &field, const Value &value, QDate today)
{
    if (field.flags & kDerived)
        return QStringLiteral("derived");
    if (value.isBlank())
        return field.flags & kRequired ? QStringLiteral("required") : QString();
    if (field.type == FieldType::Ref)
        return {};
    // One way of judging: the value is read back as a form or a file would give it.
    const ParsedValue parsed = parseValue(field, displayText(field, value, Language::Chinese),
                                          {.today = today});
    return parsed.fault ? QLatin1String(findingDef(*parsed.fault).kind) : QString();
}

} // namespace

Result<> mayWrite(Session &session)
{
    if (session.isLocked())
        return fail(ErrorKind::Locked);
    const Role role = session.user().role;
    if (role != Role::Viewer)
        return {};
    FFP_TRY(session.recordAccess(Session::Access::Denied, QStringLiteral("write")));
    return fail(Error{ErrorKind::NotAllowed, {}, {QStringLiteral("role")}, {}});
}

Result<> checkFields(const FieldValues &values, QDate today)
{
    QStringList faults;
    Subject subject;
    for (const auto &[ref, value] : values) {
        const FieldDef &field = fieldDef(ref);
        const QString fault = faultOf(field, value, today);
        if (fault.isEmpty())
            continue;
        if (subject.field.isEmpty())
            subject = aboutField(QLatin1String(entityDef(ref.entity).id), QLatin1String(field.id));
        faults << QStringLiteral("%1: %2").arg(QLatin1String(field.id), fault);
    }
    if (faults.isEmpty())
        return {};
    return fail(Error{ErrorKind::InvalidValue, subject, faults, {}});
}

} // namespace ffp
