// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/conditioneditor.h"
#include "ui/common/messagebar.h"
#include "ui/household/filterdialog.h"

#include <QComboBox>
#include <QLineEdit>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestFilterDialog : public QObject
{
    Q_OBJECT

private:
    test::TestSite m_site;
    std::unique_ptr<Settings> m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        m_site.session();
    }
    void beginsWithWhatIsShown()
    {
        FilterDialog dialog({m_site.session(), *m_settings}, u"member_count > 3"_s, {u"head_name"_s});
        QCOMPARE(dialog.where(), u"member_count > 3"_s);
        QVERIFY(dialog.columns().isEmpty());
        FilterDialog empty({m_site.session(), *m_settings}, {}, {});
        QCOMPARE(empty.conditions().lines(), 1);
        QCOMPARE(empty.where(), QString());
    }
    void keptWithItsColumns()
    {
        {
            FilterDialog dialog({m_site.session(), *m_settings}, u"member_count > 3"_s,
                                {u"head_name"_s, u"phone"_s});
            dialog.keep();
            QVERIFY(!dialog.message().text().isEmpty()); // a name is missing
            QCOMPARE(dialog.kept().count(), 1);
            dialog.name().setText(u"大户"_s);
            dialog.keep();
            QCOMPARE(dialog.kept().count(), 2);
        }
        FilterDialog later({m_site.session(), *m_settings}, {}, {u"area_name"_s});
        later.kept().setCurrentIndex(1);
        Q_EMIT later.kept().activated(1);
        QCOMPARE(later.where(), u"member_count > 3"_s);
        QCOMPARE(later.columns(), (QStringList{u"head_name"_s, u"phone"_s}));
    }
};

QTEST_MAIN(TestFilterDialog)
#include "tst_filterdialog.moc"
