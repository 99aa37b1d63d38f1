// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/finding.h"
#include "tests/support/testsupport.h"
#include "ui/common/findingtext.h"

#include <QSet>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestFindingText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingOfTheRulesHasItsSentence()
    {
        QVERIFY(!findingDefs().empty());
        for (const FindingDef &def : findingDefs())
            QVERIFY2(ui::hasFindingText(QLatin1String(def.kind)), def.kind);
        QVERIFY(!ui::hasFindingText(u"no_such_kind"_s));
    }

    void kindsAreNamedOnce()
    {
        QSet<QByteArray> kinds;
        for (const FindingDef &def : findingDefs()) {
            // A year with 年 behind it is read; the reports call both cases by one name.
            if (def.finding == Finding::YearWithSuffix)
                continue;
            QVERIFY2(!kinds.contains(def.kind), def.kind);
            kinds.insert(def.kind);
        }
    }
};

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"
