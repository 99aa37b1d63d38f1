// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/householdrules.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace ffp {
namespace {

constexpr qsizetype kMaxOtherCauses = 2;
constexpr qsizetype kMaxRisks = 5;

void checkHeads(std::span<const HouseholdRow> rows, QList<RowFinding> &out)
{
    qsizetype head = -1;
    qsizetype spouse = -1;
    bool twoHeads = false;
    bool twoSpouses = false;
    for (qsizetype i = 0; i < qsizetype(rows.size()); ++i) {
        const QString &relation = rows[size_t(i)].relation;
        if (relation == u"head") {
            if (head >= 0 && !twoHeads) {
                out.append({Finding::HouseholdTwoHeads, i});
                twoHeads = true;
            }
            head = head < 0 ? i : head;
        } else if (relation == u"spouse") {
            if (spouse >= 0 && !twoSpouses) {
                out.append({Finding::HouseholdTwoSpouses, i});
                twoSpouses = true;
            }
            spouse = spouse < 0 ? i : spouse;
        }
    }
    if (head < 0)
        out.append({Finding::HouseholdNoHead, 0});
    // With two heads or two spouses nobody knows who is married to whom.
    if (head < 0 || spouse < 0 || twoHeads || twoSpouses)
        return;
    const Sex a = rows[size_t(head)].sex;
    if (a != Sex::Unknown && a == rows[size_t(spouse)].sex)
        out.append({Finding::SpouseSameSex, spouse});
}

void checkCounts(std::span<const HouseholdRow> rows, QList<RowFinding> &out)
{
    std::optional<int> stated;
    qsizetype first = 0;
    for (qsizetype i = 0; i < qsizetype(rows.size()); ++i) {
        const std::optional<int> count = rows[size_t(i)].statedCount;
        if (!count)
            continue;
        if (stated && *stated != *count) {
            // Which of the figures is meant cannot be told, so it is not compared with the rows.
            out.append({Finding::MemberCountInconsistent, i});
            return;
        }
        first = stated ? first : i;
        stated = count;
    }
    if (stated && *stated != int(rows.size()))
        out.append({Finding::MemberCountMismatch, first});
}

void checkVillages(std::span<const HouseholdRow> rows, QList<RowFinding> &out)
{
    QString village;
    for (qsizetype i = 0; i < qsizetype(rows.size()); ++i) {
        const QString &one = rows[size_t(i)].village;
        if (one.isEmpty())
            continue;
        if (!village.isEmpty() && one != village) {
            out.append({Finding::HouseholdInTwoVillages, i});
            return;
        }
        village = one;
    }
}

} // namespace

std::span<const char *const> leavingChanges()
{
    static constexpr const char *kChanges[] = {"death", "marry_out", "move_out", "split", "other_out"};
    return kChanges;
}

bool leavesHousehold(QStringView changeKind)
{
    const auto changes = leavingChanges();
    return std::any_of(changes.begin(), changes.end(),
                       [changeKind](const char *one) { return changeKind == QLatin1String(one); });
}

QList<RowFinding> checkHousehold(std::span<const HouseholdRow> rows)
{
    QList<RowFinding> out;
    if (rows.empty())
        return out;
    checkHeads(rows, out);
    checkCounts(rows, out);
    checkVillages(rows, out);
    return out;
}

QList<DuplicatePerson> duplicatePersons(std::span<const PersonRow> rows)
{
    QHash<QString, QList<qsizetype>> byKey;
    for (qsizetype i = 0; i < qsizetype(rows.size()); ++i)
        if (!rows[size_t(i)].personKey.isEmpty())
            byKey[rows[size_t(i)].personKey].append(i);

    QList<DuplicatePerson> out;
    for (qsizetype i = 0; i < qsizetype(rows.size()); ++i) {
        const PersonRow &row = rows[size_t(i)];
        const QList<qsizetype> same = byKey.value(row.personKey);
        if (same.size() < 2)
            continue;
        // A number in another household weighs more than one repeated at home.
        qsizetype other = same[0] == i ? same[1] : same[0];
        for (const qsizetype candidate : same)
            if (rows[size_t(candidate)].household != row.household)
                other = candidate;
        const bool atHome = rows[size_t(other)].household == row.household;
        out.append({atHome ? Finding::IdDuplicateInHousehold : Finding::IdDuplicateTwoHouseholds, i, other});
    }
    return out;
}

QList<SharedPhone> sharedPhones(std::span<const HouseholdPhone> entries)
{
    QHash<QString, qsizetype> firstOf;
    QSet<QString> reported;
    QList<SharedPhone> out;
    for (qsizetype i = 0; i < qsizetype(entries.size()); ++i) {
        const HouseholdPhone &entry = entries[size_t(i)];
        if (entry.phone.isEmpty())
            continue;
        const auto first = firstOf.constFind(entry.phone);
        if (first == firstOf.cend()) {
            firstOf.insert(entry.phone, i);
        } else if (entries[size_t(*first)].household != entry.household && !reported.contains(entry.phone)) {
            reported.insert(entry.phone);
            out.append({i, *first});
        }
    }
    return out;
}

bool causesAreRight(const QString &main, const QStringList &others)
{
    return others.size() <= kMaxOtherCauses && !others.contains(main)
           && QSet<QString>(others.begin(), others.end()).size() == others.size();
}

bool risksAreRight(const QStringList &risks)
{
    return risks.size() <= kMaxRisks && QSet<QString>(risks.begin(), risks.end()).size() == risks.size();
}

} // namespace ffp
