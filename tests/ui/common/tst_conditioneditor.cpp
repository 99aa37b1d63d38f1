// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/conditioneditor.h"
#include "ui/common/picklist.h"

#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QtTest>

using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestConditionEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAndGivesBack_data()
    {
        QTest::addColumn<QString>("where");
        for (const char16_t *where :
             {u"", u"household_type = exited", u"household_type != exited|general and member_count >= 3",
              u"remark =", u"member.age >= 60 and no visit.visited_on >= 2026-10-01",
              u"natural_village ~ \"a|b\""})
            QTest::newRow(qPrintable(QString::fromUtf16(where))) << QString::fromUtf16(where);
    }
    void showsAndGivesBack()
    {
        QFETCH(QString, where);
        ConditionEditor editor;
        editor.setSubject(u"household"_s);
        QVERIFY(editor.setConditions(where));
        QCOMPARE(editor.conditions(), where);
    }
    void unreadableStaysOut()
    {
        ConditionEditor editor;
        QVERIFY(editor.setConditions(u"member_count > 3"_s));
        QVERIFY(!editor.setConditions(u"member_count"_s));
        QCOMPARE(editor.conditions(), u"member_count > 3"_s);
    }
    void builtByChoosing()
    {
        ConditionEditor editor;
        editor.setSubject(u"household"_s);
        QSignalSpy changed(&editor, &ConditionEditor::changed);
        editor.addLine();
        QCOMPARE(editor.conditions(), QString());
        const ConditionEditor::Line line = editor.line(0);
        line.whose->setCurrentIndex(line.whose->findData(u"no visit"_s));
        QCOMPARE(line.field->findData(u"household.remark"_s), -1); // asked of the household itself
        line.field->setCurrentIndex(line.field->findData(u"mode"_s));
        QVERIFY(line.value->count() >= 5); // the ways of a visit
        line.compare->setCurrentIndex(line.compare->findData(int(ffp::Compare::Greater)));
        QCOMPARE(editor.conditions(), QString()); // greater than nothing
        line.compare->setCurrentIndex(line.compare->findData(int(ffp::Compare::Equal)));
        line.value->setEditText(u"home | phone"_s);
        QCOMPARE(editor.conditions(), u"no visit.mode = home|phone"_s);
        QVERIFY(changed.count() > 0);
        editor.setSubject(u"member"_s);
        QCOMPARE(editor.lines(), 0);
        editor.addLine();
        QVERIFY(editor.line(0).field->findData(u"household.remark"_s) >= 0);
    }
    void pickListKeepsOrder()
    {
        PickList picks(u"columns"_s);
        picks.setItems({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}, {u"c"_s, u"C"_s}});
        picks.setChosen({u"c"_s, u"gone"_s, u"a"_s});
        QCOMPARE(picks.chosen(), (QStringList{u"c"_s, u"a"_s}));
        QSignalSpy changed(&picks, &PickList::changed);
        picks.add(u"b"_s);
        picks.add(u"b"_s);
        QCOMPARE(picks.chosen(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        QCOMPARE(changed.count(), 1);
        picks.replaceCurrent(u"b:16,60"_s);
        QCOMPARE(picks.list().currentItem()->text(), u"B (16,60)"_s);
        picks.replaceCurrent(u"other:1"_s);
        QCOMPARE(picks.currentId(), u"b:16,60"_s);
        QTest::keyClick(&picks.list(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(picks.chosen(), (QStringList{u"c"_s, u"b:16,60"_s, u"a"_s}));
        QTest::keyClick(&picks.list(), Qt::Key_Delete);
        QCOMPARE(picks.chosen(), (QStringList{u"c"_s, u"a"_s}));
        picks.setItems({{u"a"_s, u"A"_s}});
        QCOMPARE(picks.chosen(), QStringList{u"a"_s});
    }
};

QTEST_MAIN(TestConditionEditor)
#include "tst_conditioneditor.moc"
