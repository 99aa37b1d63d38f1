// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsite.h"

#include <QStandardPaths>

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

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

} // namespace ffp::test
