// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searchindex.h"
#include "core/search/searchtext.h"

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

RecordId idOf(quint32 n)
{
    std::array<unsigned char, 16> bytes{1};
    for (int i = 0; i < 4; ++i)
        bytes[std::size_t(15 - i)] = static_cast<unsigned char>(n >> (8 * i));
    return RecordId(bytes);
}

SearchRow member(quint32 n, const QString &name, const QString &idNo = {}, const QString &phone = {})
{
    SearchRow row;
    row.id = idOf(n);
    row.household = idOf(1'000'000 + n / 4);
    row.name = name;
    row.area = AreaCode::fromString(u"341323114201");
    row.areaName = u"朱庙村"_s;
    row.digits = PackedDigits::pack(idNo, phone);
    return row;
}

SearchRow household(quint32 n, const QString &head, const QString &number)
{
    SearchRow row = member(n, head);
    row.kind = SearchKind::Household;
    row.household = {};
    row.householdNo = number;
    row.byName = false;
    return row;
}

SearchRow village(const QString &code, const QString &name)
{
    SearchRow row;
    row.kind = SearchKind::Village;
    row.name = row.areaName = name;
    row.area = AreaCode::fromString(code);
    return row;
}

void fill(SearchIndex &index, const QVector<SearchRow> &rows)
{
    const quint64 rebuild = index.beginRebuild();
    SearchSegmentBuilder builder;
    for (const SearchRow &row : rows)
        builder.add(row);
    QVERIFY(index.finishRebuild(rebuild, builder));
}

QStringList names(const SearchResult &result)
{
    QStringList list;
    for (const SearchHit &hit : result.hits)
        list.append(hit.name);
    return list;
}

/// Made-up names with the traps of real ones.
QString randomName(QRandomGenerator &random)
{
    static const QString surnames = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林单曾解仇区朴缪覃"_s;
    static const QString given = u"一二三伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂晟䶮宝西重长"_s;
    switch (random.bounded(20)) {
    case 0: return u"买买提·"_s + given[random.bounded(int(given.size()))] + u"力"_s;
    case 1: return u"欧阳"_s + given[random.bounded(int(given.size()))];
    case 2: return u"王𬭎"_s + given[random.bounded(int(given.size()))];
    default: break;
    }
    QString name(surnames[random.bounded(int(surnames.size()))]);
    for (int i = 0, n = 1 + random.bounded(3); i < n; ++i)
        name += given[random.bounded(int(given.size()))];
    return name;
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missesNothingAgainstAScan()
    {
        QRandomGenerator random(20261031);
        QVector<SearchRow> rows;
        for (quint32 i = 0; i < 5000; ++i)
            rows.append(member(i, randomName(random)));
        SearchIndex index;
        fill(index, rows);
        for (int i = 0; i < 400; ++i) {
            // A piece of a real name, or (one in eight) of two characters that may not occur.
            const QString name = searchForm(rows[random.bounded(int(rows.size()))].name);
            const int length = 1 + random.bounded(3);
            const int from = random.bounded(int(name.size()));
            QString query = name.mid(from, length);
            if (i % 8 == 0)
                query = randomName(random).left(2);
            QSet<RecordId> wanted;
            for (const SearchRow &row : std::as_const(rows))
                if (searchForm(row.name).contains(searchForm(query)))
                    wanted.insert(row.id);
            const SearchResult result = index.find(query, 100000);
            QSet<RecordId> found;
            for (const SearchHit &hit : result.hits)
                found.insert(hit.id);
            QVERIFY2(found == wanted, qPrintable(query));
            QCOMPARE(result.total, wanted.size());
            // The first page is the head of the whole list.
            const SearchResult page = index.find(query, 50);
            QCOMPARE(page.total, result.total);
            QCOMPARE(names(page), names(result).mid(0, 50));
            QVERIFY(std::is_sorted(result.hits.begin(), result.hits.end(),
                                   [](const SearchHit &a, const SearchHit &b) { return a.score > b.score; }));
        }
    }

    void pinyin_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("found");
        const auto row = [](const QString &typed, const QString &name, bool found) {
            QTest::newRow(qPrintable(typed + u' ' + name + (found ? u" yes"_s : u" no"_s)))
                << typed << name << found;
        };
        row(u"zxb"_s, u"朱西宝"_s, true);
        row(u"ZXB"_s, u"朱西宝"_s, true);
        row(u"ｚｘｂ"_s, u"朱西宝"_s, true);
        row(u"zhxb"_s, u"朱西宝"_s, true);
        row(u"zhuxb"_s, u"朱西宝"_s, true);
        row(u"zhu xi bao"_s, u"朱西宝"_s, true);
        row(u"zhuxibao"_s, u"朱西宝"_s, true);
        row(u"zhuxib"_s, u"朱西宝"_s, true);
        row(u"zhuxiba"_s, u"朱西宝"_s, true);
        row(u"zh xi b"_s, u"朱西宝"_s, true);
        row(u"xib"_s, u"朱西宝"_s, true);
        row(u"xibao"_s, u"朱西宝"_s, true);
        row(u"zhuxibaoo"_s, u"朱西宝"_s, false);
        row(u"zbx"_s, u"朱西宝"_s, false);
        row(u"zb"_s, u"朱西宝"_s, false);
        row(u"huxibao"_s, u"朱西宝"_s, false);
        row(u"zhu b"_s, u"朱西宝"_s, false);
        row(u"xi an"_s, u"李西安"_s, true);
        row(u"xi'an"_s, u"李西安"_s, true);
        row(u"xian"_s, u"李西安"_s, true);
        row(u"xian"_s, u"冼一"_s, true);
        row(u"xi an"_s, u"冼一"_s, false);
        row(u"piaoz"_s, u"朴正"_s, true);
        row(u"shanyi"_s, u"单一"_s, true);
        row(u"danyi"_s, u"单一"_s, true);
        row(u"chanyu"_s, u"单于一"_s, true);
        row(u"yuchi"_s, u"尉迟一"_s, true);
        row(u"moqi"_s, u"万俟一"_s, true);
        row(u"zhangsun"_s, u"长孙一"_s, true);
        row(u"zgl"_s, u"诸葛亮"_s, true);
        row(u"oy"_s, u"欧阳一"_s, true);
        row(u"lv"_s, u"吕一"_s, true);
        row(u"lu"_s, u"吕一"_s, true);
        row(u"lü"_s, u"吕一"_s, true);
        row(u"lyu"_s, u"吕一"_s, true);
        row(u"gongyan"_s, u"龚䶮"_s, true);
        row(u"whong"_s, u"王𬭎"_s, true);
        row(u"honge"_s, u"王𬭎恩"_s, true);
        row(u"mmtal"_s, u"买买提·艾力"_s, true);
        row(u"maimaiti aili"_s, u"买买提·艾力"_s, true);
        row(u"张san"_s, u"张三"_s, true);
        row(u"张s"_s, u"张三"_s, true);
        row(u"zhang三"_s, u"张三"_s, true);
        row(u"z三"_s, u"张三"_s, true);
        row(u"张si"_s, u"张三"_s, false);
        row(u"张三feng"_s, u"张三"_s, false);
        row(u"王𬭎w"_s, u"王𬭎伟"_s, true);
        row(u"𬭎w"_s, u"王𬭎伟"_s, true);
        row(u"mary"_s, u"李Mary"_s, true);
        row(u"li mary"_s, u"李Mary"_s, true);
    }
    void pinyin()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(bool, found);
        SearchIndex index;
        fill(index, {member(1, u"孔乙己"_s), member(2, name)});
        QCOMPARE(names(index.find(typed)), found ? QStringList{name} : QStringList());
        if (found)
            QCOMPARE(index.find(typed).hits.first().matchedBy, MatchedBy::Pinyin);
    }

    void widthCaseDotsAndBlanksDoNotCount()
    {
        SearchIndex index;
        fill(index, {member(1, u"买买提・艾力"_s), member(2, u"张 三"_s), member(3, u"⼈口"_s)});
        QCOMPARE(names(index.find(u"提艾")), QStringList{u"买买提・艾力"_s});
        QCOMPARE(names(index.find(u"提·艾")), QStringList{u"买买提・艾力"_s});
        QCOMPARE(names(index.find(u"提.艾")), QStringList{u"买买提・艾力"_s});
        QCOMPARE(names(index.find(u"张三")), QStringList{u"张 三"_s});
        QCOMPARE(names(index.find(u" 张　三 ")), QStringList{u"张 三"_s});
        QCOMPARE(index.find(u"人口").total, 1); // Kangxi radical, as PDF files write it
    }

    void startBeforeMiddleAndInOrderOfNames()
    {
        SearchIndex index;
        fill(index, {member(1, u"王朱"_s), member(2, u"朱重"_s), member(3, u"朱安"_s), member(4, u"朱"_s),
                     member(5, u"安朱氏"_s)});
        QCOMPARE(names(index.find(u"朱")),
                 (QStringList{u"朱"_s, u"朱安"_s, u"朱重"_s, u"安朱氏"_s, u"王朱"_s}));
        const SearchResult result = index.find(u"zhu");
        QCOMPARE(names(result), (QStringList{u"朱"_s, u"朱安"_s, u"朱重"_s, u"安朱氏"_s, u"王朱"_s}));
        // A whole syllable before a broken-off one: wan is 万 rather than 王.
        fill(index, {member(1, u"王一"_s), member(2, u"万一"_s)});
        QCOMPARE(names(index.find(u"wan")), (QStringList{u"万一"_s, u"王一"_s}));
    }

    void numbersWhileUnlocked()
    {
        SearchIndex index;
        // 349999… is no real division (domain.md V-02).
        fill(index, {member(1, u"张三"_s, u"349999198506150027"_s, u"13800001234"_s),
                     member(2, u"李四"_s, u"34999919850615001X"_s, u"0557-7012345"_s), member(3, u"王五"_s),
                     household(9, u"张三"_s, u"3413231140001234"_s)});
        const auto by = [&index](QStringView typed) {
            QStringList list;
            for (const SearchHit &hit : index.find(typed).hits)
                list.append(hit.name + u':' + QLatin1String(matchedByCode(hit.matchedBy)));
            return list;
        };
        QCOMPARE(by(u"349999198506150027"), QStringList{u"张三:id_number"_s});
        QCOMPARE(by(u"19850615"), (QStringList{u"李四:id_number"_s, u"张三:id_number"_s}));
        QCOMPARE(by(u"0027"), QStringList{u"张三:id_number"_s});
        QCOMPARE(by(u"001x"), QStringList{u"李四:id_number"_s});
        QCOMPARE(by(u"001X"), QStringList{u"李四:id_number"_s});
        QCOMPARE(by(u"138 0000 1234"), QStringList{u"张三:phone"_s});
        QCOMPARE(by(u"7012345"), QStringList{u"李四:phone"_s});
        QCOMPARE(by(u"05577012345"), QStringList{u"李四:phone"_s});
        QCOMPARE(by(u"0001234"), (QStringList{u"张三:phone"_s, u"张三:household_no"_s}));
        QCOMPARE(by(u"3413231140001234"), QStringList{u"张三:household_no"_s});
        QCOMPARE(by(u"002713"), QStringList()); // never across number and phone
        QCOMPARE(by(u"027"), QStringList());    // three digits are too few
        QCOMPARE(by(u"99999999999999999999"), QStringList());
        QCOMPARE(by(u"x001"), QStringList());
        QVERIFY(index.hasDigits());
        index.clearDigits();
        QVERIFY(!index.hasDigits());
        QCOMPARE(by(u"19850615"), QStringList());
        QCOMPARE(by(u"0001234"), QStringList{u"张三:household_no"_s});
    }

    void digitPatternAgainstText()
    {
        QRandomGenerator random(7);
        const auto digits = [&random](int n) {
            QString text;
            for (int i = 0; i < n; ++i)
                text += QChar(u'0' + random.bounded(3)); // few values: many near misses
            return text;
        };
        for (int i = 0; i < 4000; ++i) {
            const QString idNo = digits(random.bounded(2) ? 18 : random.bounded(23));
            const QString phone = digits(random.bounded(14));
            const QString query = digits(4 + random.bounded(8));
            const PackedDigits packed = PackedDigits::pack(idNo, phone);
            const int phoneAt = std::max(19, int(idNo.size()) + 1);
            const QString laid = idNo.leftJustified(phoneAt, u'-') + phone.right(32 - phoneAt);
            QCOMPARE(packed.phoneAt(), phoneAt);
            QCOMPARE(DigitPattern::from(query)->findIn(packed), int(laid.indexOf(query)));
        }
    }

    /// Disability certificates: the identity number, category, grade, and a mark when issued again.
    void certificatesToTheirLastDigit()
    {
        SearchIndex index;
        fill(index, {member(1, u"张三"_s, u"34999919560203917213"_s, u"13900001234"_s),
                     member(2, u"李四"_s, u"34999919850615001X42B1"_s, u"13900004321"_s)});
        const auto by = [&index](const QString &query) {
            QStringList out;
            for (const SearchHit &hit : index.find(query).hits)
                out << hit.name + u':' + QLatin1String(matchedByCode(hit.matchedBy));
            return out;
        };
        QCOMPARE(by(u"917213"_s), QStringList{u"张三:id_number"_s});
        QCOMPARE(by(u"34999919560203917213"_s), QStringList{u"张三:id_number"_s});
        QCOMPARE(by(u"1X42"_s), QStringList{u"李四:id_number"_s});
        QCOMPARE(by(u"13900001234"_s), QStringList{u"张三:phone"_s}); // a mobile number has room beside it
        QCOMPARE(by(u"4321"_s), QStringList{u"李四:phone"_s});
        QCOMPARE(by(u"9172130"_s), QStringList());
    }

    void villages()
    {
        SearchIndex index;
        fill(index, {village(u"341323114201"_s, u"朱庙村"_s), village(u"341323114202"_s, u"黄圩村"_s)});
        QCOMPARE(names(index.find(u"朱庙")), QStringList{u"朱庙村"_s});
        QCOMPARE(names(index.find(u"hwc")), QStringList{u"黄圩村"_s});
        QCOMPARE(names(index.find(u"huangxu")), QStringList{u"黄圩村"_s});
        const SearchHit hit = index.find(u"朱庙").hits.first();
        QVERIFY(hit.id.isNull());
        QCOMPARE(hit.area.toString(), u"341323114201"_s);
        QCOMPARE(hit.kind, SearchKind::Village);
        index.apply({village(u"341323114201"_s, u"张庙村"_s)}, {});
        QCOMPARE(index.find(u"朱庙").total, 0);
        QCOMPARE(index.find(u"张庙").total, 1);
        QCOMPARE(index.rowCount(), 2u);
    }

    void householdHits()
    {
        SearchIndex index;
        fill(index, {household(9, u"张三"_s, u"LS-0001"_s), member(1, u"张三"_s)});
        QCOMPARE(index.find(u"张三").total, 1); // the head is found as a member
        const SearchResult result = index.find(u"ls0001");
        QCOMPARE(result.total, 1);
        QCOMPARE(result.hits.first().household, idOf(9));
        QCOMPARE(index.find(u"张三").hits.first().household, idOf(1'000'000));
    }

    void nothingForNothing()
    {
        SearchIndex index;
        QCOMPARE(index.find(u"张").total, 0);
        fill(index, {member(1, u"张三"_s), member(2, QString()), member(3, QString(300, u'长'))});
        for (const QString &typed :
             {QString(), u" "_s, u"·"_s, u"\t\n"_s, QString(QChar(0)), u"%"_s, u"_"_s, u"*"_s})
            QCOMPARE(index.find(typed).total, 0);
        QCOMPARE(index.find(QString(64, u'c')).total, 0);
        QCOMPARE(index.find(QString(63, u'c')).total, 1);
        QCOMPARE(index.find(QString(300, u'长')).total, 1);
        QCOMPARE(index.find(QString(301, u'长')).total, 0);
        QCOMPARE(index.find(QString(100000, u'z')).total, 0);
        QCOMPARE(index.find(u"张", 0).hits.size(), 0);
        QCOMPARE(index.find(u"张", 0).total, 1);
        QCOMPARE(index.find(u"张", -1).total, 0);
    }

    void anyBytesAreSafe()
    {
        QRandomGenerator random(99);
        const auto noise = [&random] {
            QString text;
            for (int i = 0, n = random.bounded(70); i < n; ++i) {
                // Halves of surrogate pairs come alone, too.
                static const QString likely = u"zhxuabo 张三𠮷''-12345xX·üＡ"_s;
                text += random.bounded(3) ? likely[random.bounded(int(likely.size()))]
                                          : QChar(static_cast<char16_t>(random.bounded(0x10000)));
            }
            return text;
        };
        QVector<SearchRow> rows;
        for (quint32 i = 0; i < 300; ++i)
            rows.append(member(i, noise(), noise(), noise()));
        SearchIndex index;
        fill(index, rows);
        for (int i = 0; i < 2000; ++i) {
            const SearchResult result = index.find(noise(), 10);
            QVERIFY(result.total >= result.hits.size());
        }
        for (const SearchRow &row : std::as_const(rows)) {
            const QString form = searchForm(row.name);
            const bool letters = std::any_of(form.begin(), form.end(),
                                             [](QChar c) { return c >= u'a' && c <= u'z'; });
            if (!form.isEmpty() && (!letters || form.size() <= SearchQuery::kMaxPinyin))
                QVERIFY(index.find(row.name, 300).total >= 1);
        }
    }

    void changesEqualAFreshBuild()
    {
        QRandomGenerator random(11);
        QHash<RecordId, SearchRow> truth;
        QVector<SearchRow> first;
        for (quint32 i = 0; i < 500; ++i) {
            first.append(member(i, randomName(random), u"34999919850615%1"_s.arg(i, 4, 10, QChar(u'0'))));
            truth.insert(first.last().id, first.last());
        }
        SearchIndex index;
        fill(index, first);
        for (int round = 0; round < 30; ++round) {
            QVector<SearchRow> changed;
            QVector<RecordId> removed;
            for (int i = 0; i < 20; ++i) {
                const quint32 n = quint32(random.bounded(700));
                if (random.bounded(4) == 0) {
                    removed.append(idOf(n));
                } else {
                    changed.append(
                        member(n, randomName(random), u"34999919850615%1"_s.arg(n, 4, 10, QChar(u'0'))));
                }
            }
            for (const SearchRow &row : std::as_const(changed))
                removed.removeAll(row.id);
            index.apply(changed, removed);
            for (const SearchRow &row : std::as_const(changed))
                truth.insert(row.id, row);
            for (const RecordId &id : std::as_const(removed))
                truth.remove(id);
            if (round % 10 == 9)
                QVERIFY(index.compact());
            SearchIndex fresh;
            fill(fresh, truth.values());
            QCOMPARE(index.rowCount(), fresh.rowCount());
            for (const QString &query :
                 {u"王"_s, u"w"_s, u"lm"_s, u"一"_s, u"1506"_s, u"061500"_s, u"李w"_s}) {
                const SearchResult a = index.find(query, 1000);
                const SearchResult b = fresh.find(query, 1000);
                QCOMPARE(a.total, b.total);
                QCOMPARE(names(a), names(b));
            }
        }
    }

    void changesDuringARebuildSurvive()
    {
        SearchIndex index;
        fill(index, {member(1, u"张三"_s)});
        const quint64 rebuild = index.beginRebuild();
        SearchSegmentBuilder builder;
        builder.add(member(1, u"张三"_s)); // read before the change
        builder.add(member(2, u"李四"_s));
        index.apply({member(1, u"赵三"_s)}, {idOf(2)});
        QCOMPARE(index.find(u"赵三").total, 1);
        QVERIFY(index.finishRebuild(rebuild, builder));
        QCOMPARE(index.find(u"赵三").total, 1);
        QCOMPARE(index.find(u"张三").total, 0);
        QCOMPARE(index.find(u"李四").total, 0);
        QVERIFY(!index.finishRebuild(rebuild, builder)); // once only
        // A newer rebuild makes the older one void.
        const quint64 older = index.beginRebuild();
        const quint64 newer = index.beginRebuild();
        SearchSegmentBuilder one;
        SearchSegmentBuilder two;
        two.add(member(5, u"钱五"_s));
        QVERIFY(!index.finishRebuild(older, one));
        QVERIFY(!index.compact());
        QVERIFY(index.finishRebuild(newer, two));
        QCOMPARE(index.rowCount(), 1u);
        const quint64 cancelled = index.beginRebuild();
        index.cancelRebuild(cancelled);
        SearchSegmentBuilder three;
        QVERIFY(!index.finishRebuild(cancelled, three));
        QCOMPARE(index.find(u"钱五").total, 1);
    }

    void lockDuringARebuildKeepsNumbersOut()
    {
        SearchIndex index;
        const quint64 rebuild = index.beginRebuild();
        SearchSegmentBuilder builder;
        builder.add(member(1, u"张三"_s, u"349999198506150027"_s));
        index.clearDigits();
        QVERIFY(index.finishRebuild(rebuild, builder));
        QVERIFY(!index.hasDigits());
        QCOMPARE(index.find(u"19850615").total, 0);
        QCOMPARE(index.find(u"张三").total, 1);
    }

    void readersRunBesideWriters()
    {
        QRandomGenerator random(5);
        QVector<SearchRow> rows;
        for (quint32 i = 0; i < 2000; ++i)
            rows.append(member(i, u"张"_s + randomName(random)));
        SearchIndex index;
        fill(index, rows);
        std::atomic<bool> stop{false};
        std::atomic<int> wrong{0};
        std::thread reader([&] {
            while (!stop)
                wrong += index.find(u"张").total < 2000; // a change never takes one away
        });
        for (int i = 0; i < 50; ++i) {
            SearchRow row = rows[i];
            row.name = u"张新"_s;
            index.apply({row}, {});
            if (i % 10 == 0)
                index.compact();
        }
        stop = true;
        reader.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(index.rowCount(), 2000u);
    }
};

QTEST_APPLESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
