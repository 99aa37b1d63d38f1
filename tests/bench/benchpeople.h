// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/domain/divisions.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/record.h"
#include "tests/bench/benchrows.h"

namespace bench {

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

inline QString digits(qint64 number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// Invented households with three and four members in the fields of the national lists.
class People
{
public:
    static int sizeOf(int household) { return 3 + household % 2; }
    static AreaCode areaOf(int household)
    {
        static const std::vector<AreaCode> villages = [] {
            std::vector<AreaCode> out;
            const DivisionTable &divisions = DivisionTable::shipped();
            for (const AreaCode &town : divisions.children(AreaCode::fromString(u"341323000000"_s)))
                for (const AreaCode &village : divisions.children(town))
                    out.push_back(village);
            return out;
        }();
        return villages[size_t(household) % villages.size()];
    }
    static FieldValues household(int n)
    {
        using household::f;
        return {{f("household_no"), Value(u"34132310"_s + digits(n, 8))},
                {f("natural_village"), Value(u"第%1组"_s.arg(n % 12 + 1))},
                {f("phone"), Value(u"199"_s + digits(n, 8))},
                {f("bank_name"), Value(u"农村商业银行"_s)},
                {f("bank_account"), Value(u"6217"_s + digits(n, 15))},
                {f("household_type"), Value(u"exited"_s)},
                {f("monitor_class"), n % 20 ? Value() : Value(u"unstable"_s)},
                {f("exit_year"), Value(2018)},
                {f("identify_standard"), Value(u"国家标准"_s)},
                {f("first_identified"), Value(u"2016-09"_s)},
                {f("cause_main"), Value(n % 3 ? u"illness"_s : u"no_skill"_s)},
                {f("population_year"), Value(sizeOf(n))},
                {f("population_current"), Value(sizeOf(n))},
                {f("year"), Value(2026)}};
    }
    /// One household in 25 lies below the line of 6,400 yuan a person.
    static FieldValues income(int n, RecordId household)
    {
        using income::f;
        const qint64 perCapita = n % 25 ? 800000 + n % 997 * 1000 : 400000 + n % 997 * 100; // fen
        return {{f("household_id"), Value(household)},
                {f("year"), Value(2026)},
                {f("phase"), Value(u"annual"_s)},
                {f("population"), Value(sizeOf(n))},
                {f("population_basis"), Value(u"current"_s)},
                {f("net_total"), Value(perCapita * sizeOf(n))},
                {f("net_per_capita"), Value(perCapita)}};
    }
    static FieldValues member(int n, int position, RecordId household)
    {
        using member::f;
        static const QString names =
            u"英华玉秀兰明文建国平志春红金云桂梅芳军海林永新成德伟凤龙江生丽美民荣光家"_s;
        const QString id = idNumber(n, position);
        QString name = u"王"_s;
        name += names[(n * 7 + position) % names.size()];
        name += names[(n * 3 + position * 5) % names.size()];
        return {{f("household_id"), Value(household)},
                {f("member_no"), Value(u"34132310"_s + digits(n, 8) + digits(position + 1, 2))},
                {f("name"), Value(name)},
                {f("sex"), Value(position % 2 ? u"female"_s : u"male"_s)},
                {f("birth_date"), Value(bornOn(n, position).toString(Qt::ISODate))},
                {f("id_type"), Value(u"resident_id"_s)},
                {f("id_no"), Value(id)},
                {f("person_key"), Value(id)},
                {f("relation"), Value(position ? u"spouse"_s : u"head"_s)},
                {f("nation"), Value(u"han"_s)},
                {f("phone"), position < 2 ? Value(u"199"_s + digits(n + position * 7919, 8)) : Value()},
                {f("education"), Value(u"primary"_s)},
                {f("health"), Value(QStringList{n % 4 ? u"healthy"_s : u"chronic"_s})},
                {f("labour"), Value(u"ordinary"_s)},
                {f("work_months"), position ? Value() : Value(n % 13)},
                {f("ins_resident_medical"), Value(true)},
                {f("ins_serious_illness"), Value(true)},
                {f("ins_resident_pension"), Value(n % 3 == 0)},
                {f("dibao"), Value(u"no"_s)},
                {f("tekun"), Value(u"no"_s)},
                {f("identified_ym"), Value(u"2016-09"_s)}};
    }
};

} // namespace bench
