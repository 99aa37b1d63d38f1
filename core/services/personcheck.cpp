// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/personcheck.h"

#include "core/base/about.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdnumber.h"
#include "core/services/householdchanges.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

Result<> checkPersonIsNew(const RecordStore &store, const FieldValues &values, RecordId self)
{
    const auto key = std::find_if(values.begin(), values.end(),
                                  [](const auto &one) { return one.first == member::f("person_key"); });
    if (key == values.end() || key->second.isBlank())
        return {};
    FFP_ASSIGN(const std::vector<qint64> known,
               store.findBlind(member::f("person_key"), key->second.toText()));
    FFP_ASSIGN(const std::vector<Record> people, store.records(Entity::Member, known));
    for (const Record &one : people) {
        if (one.id == self || !isInHousehold(one))
            continue;
        FFP_ASSIGN(const Record home, store.record(one[member::f("household_id")].toRef()));
        if (!home.voided)
            return fail(Error{ErrorKind::RuleBroken,
                              aboutKey(u"household"_s, householdNumber(home)),
                              {u"person_known"_s},
                              {}});
    }
    return {};
}

} // namespace ffp
