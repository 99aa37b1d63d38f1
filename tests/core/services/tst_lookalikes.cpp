// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/lookalikes.h"
#include "tests/support/testsupport.h"

#include <QTest>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "name birth sex village key", "-" for what is not known; the village is 1 or 2.
PersonLine person(const QString &words, qint64 rid = 1)
{
    const QStringList parts = words.split(u' ');
    const auto part = [&parts](int i) { return parts.value(i) == "-"_L1 ? QString() : parts.value(i); };
    PersonLine line;
    line.rid = rid;
    line.name = part(0);
    line.birth = part(1);
    line.sex = part(2);
    line.area = AreaCode::fromString(u"34132311420"_s + parts.value(3));
    if (const QString key = part(4); !key.isEmpty())
        line.key = key.toLongLong();
    return line;
}

QString codeOf(std::optional<Likeness> why)
{
    return why ? QString::fromLatin1(likenessCode(*why)) : QString();
}

} // namespace

class TestLookalikes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each rule on both sides of its boundary.
    void rules_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char16_t *one, const char16_t *other, const char *why) {
            QTest::newRow(name) << QString::fromUtf16(one) << QString::fromUtf16(other)
                                << QString::fromLatin1(why);
        };
        row("one number, two names", u"朱甲 1980-01-01 male 1 7", u"田乙 1990-01-01 female 2 7",
            "same_number");
        row("two numbers say two persons", u"朱甲 1980-01-01 male 1 7", u"朱甲 1980-01-01 male 1 8", "");
        row("name and birth, two villages", u"朱甲 1980-01-01 male 1 7", u"朱甲 1980-01-01 male 2 -",
            "same_name_and_birth");
        row("the middle dot in another shape", u"阿不都·买买 1980-01-01 male 1 -",
            u"阿不都•买买 1980-01-01 male 2 -", "same_name_and_birth");
        row("another birth date", u"朱甲 1980-01-01 male 1 -", u"朱甲 1980-01-02 male 1 -", "");
        row("the sexes say two persons", u"朱甲 1980-01-01 male 1 -", u"朱甲 1980-01-01 female 1 -", "");
        row("a sex is not known", u"朱甲 1980-01-01 - 1 -", u"朱甲 1980-01-01 female 1 -",
            "same_name_and_birth");
        row("a birth date is missing", u"朱甲 - male 1 -", u"朱甲 1980-01-01 male 1 7", "same_name");
        row("it is missing in another village", u"朱甲 - male 2 -", u"朱甲 1980-01-01 male 1 7", "");
        row("a damaged name is nobody's", u"朱? 1980-01-01 male 1 -", u"朱? 1980-01-01 male 1 -", "");
        row("one sound", u"朱建军 1980-01-01 male 1 -", u"朱剑君 1980-01-01 male 1 -", "sounds_alike");
        row("one sound in two villages", u"朱建军 1980-01-01 male 1 -", u"朱剑君 1980-01-01 male 2 -", "");
        row("one sound without a birth date", u"朱建军 - male 1 -", u"朱剑君 1980-01-01 male 1 -", "");
        row("characters taken for each other", u"朱未明 1980-01-01 male 1 -", u"朱末朋 1980-01-01 male 1 -",
            "looks_alike");
        row("one of the two is not", u"朱未明 1980-01-01 male 1 -", u"朱末强 1980-01-01 male 1 -", "");
        row("one character differs", u"朱大明 1980-01-01 male 1 -", u"朱大强 1980-01-01 male 1 -",
            "near_name");
        row("one is missing", u"朱大明 1980-01-01 male 1 -", u"朱明 1980-01-01 male 1 -", "near_name");
        row("it differs, and a sex is not known", u"朱大明 1980-01-01 - 1 -", u"朱大强 1980-01-01 male 1 -",
            "");
        row("two characters differ", u"朱大明 1980-01-01 male 1 -", u"朱小强 1980-01-01 male 1 -", "");
        row("a name of four characters", u"欧阳大明 1980-01-01 male 1 -", u"欧阳大强 1980-01-01 male 1 -",
            "");
    }
    void rules()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(QString, why);
        QCOMPARE(codeOf(likeness(person(one), person(other))), why);
        QCOMPARE(codeOf(likeness(person(other), person(one))), why);
    }

    /// The finder compares those who can be alike only, and finds what comparing everybody would find.
    void finderMissesNobody()
    {
        const QStringList people{u"朱甲 1980-01-01 male 1 7"_s,   u"田乙 1990-01-01 female 2 7"_s,
                                 u"朱甲 1980-01-01 male 2 -"_s,   u"朱甲 - male 1 -"_s,
                                 u"朱建军 1980-01-01 male 1 -"_s, u"朱剑君 1980-01-01 male 1 -"_s,
                                 u"朱未明 1980-01-01 male 1 -"_s, u"朱末朋 1980-01-01 male 1 -"_s,
                                 u"李丁 1970-01-01 male 1 9"_s};
        LookalikeFinder finder;
        std::vector<PersonLine> lines;
        for (const QString &words : people) {
            lines.push_back(person(words, qint64(lines.size() + 1)));
            finder.add(lines.back());
        }
        std::vector<std::tuple<Likeness, qint64, qint64>> expected;
        for (size_t a = 0; a < lines.size(); ++a)
            for (size_t b = a + 1; b < lines.size(); ++b)
                if (const auto why = likeness(lines[a], lines[b]))
                    expected.emplace_back(*why, lines[a].rid, lines[b].rid);
        std::sort(expected.begin(), expected.end());
        QCOMPARE(expected.size(), size_t(5));
        SilentProgress progress;
        const auto pairs = finder.pairs(progress);
        FFP_VERIFY(pairs);
        std::vector<std::tuple<Likeness, qint64, qint64>> found;
        for (const LikePair &pair : *pairs)
            found.emplace_back(pair.why, pair.a.rid, pair.b.rid);
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(TestLookalikes)
#include "tst_lookalikes.moc"
