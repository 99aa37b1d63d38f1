// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsite.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/undo.h"
#include "core/services/userservice.h"

#include <QStandardPaths>

#include <type_traits>

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const AreaCode kTestVillage = AreaCode::fromString(u"341323114201");

} // namespace

TestSite::TestSite(AreaLevel level, const char *area)
{
    QStandardPaths::setTestModeEnabled(true);
    m_new.path = path();
    m_new.level = level;
    m_new.area = AreaCode::fromString(QString::fromLatin1(area));
    m_new.name = u"虞姬镇扶贫工作站"_s;
    m_new.adminName = u"admin"_s;
    m_new.adminRealName = u"王小明"_s;
    m_new.password = kAdminPassword;
}

Session &TestSite::session()
{
    if (!m_session) {
        auto made = Session::create(m_new, clock);
        if (!made)
            qFatal("test site: %s %s", errorCode(made.error().kind), qPrintable(made.error().detail));
        m_session = std::move(*made);
    }
    return *m_session;
}

Result<> TestSite::open(const QString &user, const QString &password)
{
    m_session.reset();
    FFP_ASSIGN(m_session, Session::open(path(), user, password, clock));
    return {};
}

RecordId addRecord(Session &session, Entity entity, const FieldValues &values)
{
    RecordId made;
    const auto done = session.log().transact({"test", session.user().id, {}, {}, true, 0},
                                             [&](ChangeWriter &writer) -> Result<> {
                                                 FFP_ASSIGN(made,
                                                            writer.create(entity, kTestVillage, values));
                                                 return {};
                                             });
    if (!done)
        qFatal("test record: %s %s", errorCode(done.error().kind), qPrintable(done.error().detail));
    return made;
}

Result<ChangeSummary> editRecord(Session &session, RecordId id, const FieldValues &values)
{
    return session.log().transact({"test", session.user().id, {}, {}, true, 0},
                                  [&](ChangeWriter &writer) { return writer.edit(id, values); });
}

namespace {

template <class T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("sample: %s %s", errorCode(result.error().kind), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

SampleRecords fillSample(Session &session)
{
    SampleRecords made;
    made.first = addRecord(session, Entity::Household,
                           {{household::f("household_no"), Value(u"3413231142010001"_s)},
                            {household::f("phone"), Value(u"13800001111"_s)},
                            {household::f("bank_account"), Value(u"6217000000000000001"_s)},
                            {household::f("population_current"), Value(3)}});
    made.second = addRecord(session, Entity::Household,
                            {{household::f("household_no"), Value(u"3413231142010002"_s)},
                             {household::f("phone"), Value(u"13800002222"_s)}});
    made.member = addRecord(session, Entity::Member,
                            {{member::f("household_id"), Value(made.first)},
                             {member::f("name"), Value(u"试甲"_s)},
                             {member::f("id_no"), Value(u"341323195001010011"_s)}});
    const Operation operation{"test", session.user().id, {}, {}, true, 0};
    sure(editRecord(session, made.first,
                    {{household::f("population_current"), Value(4)},
                     {household::f("phone"), Value(u"13800003333"_s)}}));
    const RecordId third = addRecord(session, Entity::Household,
                                     {{household::f("household_no"), Value(u"3"_s)}});
    sure(session.log().transact(operation, [&](ChangeWriter &writer) {
        return writer.setVoid(third, true, u"录入重复"_s);
    }));
    const ChangeSummary edit = sure(
        editRecord(session, made.second, {{household::f("population_current"), Value(9)}}));
    Undo undo(session.log(), session.database(), session.cipher());
    const ChangeSummary undone = sure(
        undo.takeBack(edit.change, {"undo", session.user().id, {}, {}, true, 0}));
    sure(undo.takeBack(undone.change, {"redo", session.user().id, {}, {}, true, 0}));
    UserService users(session);
    sure(users.add(u"li"_s, u"李四"_s, Role::Reporter, u"Tianwan-88"_s));
    sure(users.add(u"zhao"_s, u"赵六"_s, Role::Viewer, u"Tianwan-89"_s));
    sure(users.disable(u"zhao"_s));
    return made;
}

} // namespace ffp::test
