// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/codelist.h"
#include "tests/support/testsupport.h"

#include <QSet>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Number of codes of CL-01 … CL-82 as counted in domain.md §2, §6.2 and §12.
constexpr size_t kCounts[] = {
    4,  58,  4, 28, 6,  25, 4,  5, 6,  8, 7, 4, 6, 6, 9,                 // 01–15
    3,  4,   4, 4,  3,  13, 13, 7, 3,  3, 4, 5, 5, 2, 3,  6, 5, 4, 7, 6, // 16–35
    41, 6,   3, 3,  11, 8,  9,  5, 2,  2, 4, 6, 5, 8, 10, 5, 2,          // 36–52
    19, 103, 4, 19, 12, 4,  12, 4, 6,  8, 6, 6, 7,                       // 53–65
    10, 4,   3, 9,  5,  8,  7,  5, 23, 6, 6, 6, 7, 9, 6,  7, 7,          // 66–82
};

QString text(const char16_t *s)
{
    return QString::fromUtf16(s);
}

const CodeList &list(const char *id)
{
    return *codeList(id);
}

QString matched(const char *id, const QString &words)
{
    const CodeMatch match = matchCode(list(id), words);
    return match.code ? QString::fromLatin1(match.code->code) + (match.exact ? u"!"_s : QString())
                      : QString();
}

} // namespace

class TestCodeLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allNumbersWithTheirCounts()
    {
        QCOMPARE(std::size(kCounts), size_t(82));
        for (int number = 1; number <= 82; ++number) {
            const QByteArray cl = u"CL-%1"_s.arg(number, 2, 10, QLatin1Char('0')).toLatin1();
            const CodeList *found = nullptr;
            for (const CodeList &one : codeLists()) {
                if (cl == one.number) {
                    QVERIFY2(!found, cl.constData());
                    found = &one;
                }
            }
            QVERIFY2(found, cl.constData());
            QVERIFY2(found->codes.size() == kCounts[number - 1], cl.constData());
        }
    }

    void idsAreUniqueAndNamed()
    {
        QSet<QString> ids;
        for (const CodeList &one : codeLists()) {
            const QString id = QString::fromLatin1(one.id);
            QVERIFY2(!ids.contains(id), one.id);
            ids.insert(id);
            QVERIFY2(!text(one.label).isEmpty() && *one.english, one.id);
            QSet<QString> codes;
            for (const Code &code : one.codes) {
                const QByteArray where = QByteArray(one.id) + '.' + code.code;
                QVERIFY2(!codes.contains(QString::fromLatin1(code.code)), where.constData());
                codes.insert(QString::fromLatin1(code.code));
                QVERIFY2(*code.code && !text(code.label).isEmpty() && *code.english, where.constData());
            }
        }
    }

    void everyLabelAndSynonymMeansOneCode()
    {
        for (const CodeList &one : codeLists()) {
            QHash<QString, QString> meaning;
            for (const Code &code : one.codes) {
                QStringList words{text(code.label)};
                words += text(code.synonyms).split(u'|', Qt::SkipEmptyParts);
                for (const QString &word : words) {
                    const QString key = compareKey(word.startsWith(u'=') ? word.mid(1) : word);
                    const QString known = meaning.value(key);
                    // The kinds of measure share labels between categories on purpose.
                    if (QLatin1String(one.id) != "measure_kind"_L1)
                        QVERIFY2(known.isEmpty() || known == QLatin1String(code.code),
                                 qPrintable(u"%1 %2"_s.arg(QLatin1String(one.id), word)));
                    meaning.insert(key, QString::fromLatin1(code.code));
                }
            }
        }
    }

    void match_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("code"); // "!" = exact
        const auto row = [](const char *name, const char *id, const QString &words, const QString &code) {
            QTest::newRow(name) << QByteArray(id) << words << code;
        };
        row("label", "relation", u"之孙子"_s, u"grandson!"_s);
        row("synonym", "relation", u"孙子"_s, u"grandson"_s);
        row("wife", "relation", u"妻子"_s, u"spouse"_s);
        row("unknown relation", "relation", u"邻居"_s, QString());
        row("nation with suffix", "nation", u"汉族"_s, u"01!"_s);
        row("nation without", "nation", u"汉"_s, u"01"_s);
        row("nation number", "nation", u"05"_s, u"05"_s);
        row("national number", "relation", u"10"_s, u"spouse"_s);
        row("2020 name of the class", "monitor_class", u"边缘户"_s, u"edge"_s);
        row("national name of the class", "monitor_class", u"边缘易致贫户"_s, u"edge!"_s);
        row("inner space and wide letters", "housing_grade", u"Ｄ 级"_s, u"D!"_s);
        row("lower case", "housing_grade", u"c级"_s, u"C"_s);
        row("no such grade", "housing_grade", u"E级"_s, QString());
        row("brackets of either width", "risk", u"因产业（项目）失败"_s, u"industry_fail!"_s);
        row("export's own yes", "case_status", u"是"_s, u"removed!"_s);
        row("export's own no", "case_status", u"否"_s, u"active!"_s);
        row("not in the list", "health", u"良好"_s, QString());
        row("not in the list 2", "visit_mode", u"QQ"_s, QString());
        row("blank", "sex", u" \u3000"_s, QString());
        row("sex number", "sex", u"2"_s, u"female"_s);
        row("shared label means nothing", "measure_kind", u"其他"_s, QString());
        row("own label of a measure", "measure_kind", u"续贷"_s, u"finance.renew!"_s);
        row("five-guarantee payment", "income_item", u"五保金"_s, u"D3"_s);
    }
    void match()
    {
        QFETCH(QByteArray, id);
        QFETCH(QString, words);
        QFETCH(QString, code);
        QCOMPARE(matched(id.constData(), words), code);
    }

    void sexOfRelations()
    {
        for (const Code &code : list("relation").codes) {
            const QLatin1String sex(code.extra);
            const QLatin1String id(code.code);
            const bool open = id == "head"_L1 || id == "spouse"_L1 || id == "sibling"_L1 || id == "other"_L1;
            QVERIFY2(open ? sex.isEmpty() : (sex == "M"_L1 || sex == "F"_L1), code.code);
        }
        QCOMPARE(QLatin1String(findCode(list("relation"), u"daughter_in_law")->extra), "F"_L1);
        QCOMPARE(QLatin1String(findCode(list("relation"), u"son_in_law")->extra), "M"_L1);
    }

    void countingOfIncomeItems()
    {
        QHash<QString, int> counts;
        for (const Code &code : list("income_item").codes)
            ++counts[QString::fromLatin1(code.extra)];
        QCOMPARE(counts.value(u"ask"_s), 6);
        QCOMPARE(counts.value(u"cost"_s), 4);
        QCOMPARE(counts.value(u"yes"_s), 31);
        QCOMPARE(counts.size(), 3);
    }

    void kindsOfMeasureNameTheirCategory()
    {
        for (const Code &code : list("measure_kind").codes) {
            const QString category = QString::fromLatin1(code.extra);
            QVERIFY2(findCode(list("measure_category"), category), code.code);
            QVERIFY2(QLatin1String(code.code).startsWith(QString(category + u'.')), code.code);
        }
    }

    void unknownIdsGiveNull()
    {
        QVERIFY(!codeList("no_such_list"));
        QVERIFY(!findCode(list("sex"), u"Male"));
        QVERIFY(findCode(list("sex"), u"male"));
    }
};

QTEST_GUILESS_MAIN(TestCodeLists)
#include "tst_codelists.moc"
