// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/areatreemodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace ffp;
using namespace ffp::ui;

namespace {

AreaCount count(const char *code, const QString &name, qint64 households, qint64 red)
{
    AreaCount c;
    c.area = AreaCode::fromString(QString::fromLatin1(code));
    c.name = name;
    c.households = households;
    c.members = households * 3;
    c.redFlags = red;
    return c;
}

std::vector<AreaCount> township()
{
    return {count("341323104202", QStringLiteral("田万村"), 20, 0),
            count("341323104000", QStringLiteral("虞姬镇"), 50, 2),
            count("341323104201", QStringLiteral("范桥村"), 30, 2)};
}

} // namespace

class TestAreaTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void villagesLieUnderTheirTownship()
    {
        AreaTreeModel model;
        QAbstractItemModelTester tester(&model);
        model.setCounts(township());
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(top.data().toString(), QStringLiteral("虞姬镇"));
        QCOMPARE(model.rowCount(top), 2);
        QCOMPARE(model.index(0, 0, top).data().toString(), QStringLiteral("范桥村"));
        QCOMPARE(model.areaAt(model.index(1, 0, top)).toString(), QStringLiteral("341323104202"));
        QCOMPARE(model.indexOf(AreaCode::fromString(u"341323104202")), model.index(1, 0, top));
        QVERIFY(!model.indexOf(AreaCode::fromString(u"341323104203")).isValid());
    }
    void redMarksAreSignAndNumber()
    {
        AreaTreeModel model;
        model.setCounts(township());
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(model.index(0, AreaTreeModel::Flags, top).data().toString(), QStringLiteral("●2"));
        QCOMPARE(model.index(1, AreaTreeModel::Flags, top).data().toString(), QString());
    }
    void newNumbersKeepTheRows()
    {
        AreaTreeModel model;
        model.setCounts(township());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        auto counts = township();
        counts[0].households = 21;
        model.setCounts(counts);
        QCOMPARE(reset.size(), 0);
        QVERIFY(!changed.isEmpty());
        const QModelIndex place = model.indexOf(AreaCode::fromString(u"341323104202"));
        QCOMPARE(place.siblingAtColumn(AreaTreeModel::Households).data().toInt(), 21);

        counts.pop_back();
        model.setCounts(counts);
        QCOMPARE(reset.size(), 1);
    }
    void areasWithoutACommonParentAreTopRows()
    {
        AreaTreeModel model;
        QAbstractItemModelTester tester(&model);
        model.setCounts({count("341323104201", QStringLiteral("a"), 1, 0),
                         count("341323105201", QStringLiteral("b"), 1, 0)});
        QCOMPARE(model.rowCount(), 2);
        model.setCounts({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestAreaTreeModel)
#include "tst_areatreemodel.moc"
