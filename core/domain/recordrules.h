// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/domain/record.h"

#include <QDate>
#include <QList>

namespace ffp {

/// Two facts of one record that do not go together, told beside one of them.
struct Contradiction {
    FieldRef field;
    Finding finding = Finding::EndBeforeBegin;
    bool operator==(const Contradiction &) const = default;
};

/// Every contradiction of a record in itself, in the order of the rules (domain.md §7, §11, §15): members,
/// households, living conditions, cases, risks, safeguards, helpers,
/// spells of work. Rules whose facts are missing say
/// nothing.
QList<Contradiction> contradictions(const Record &record, QDate today);

/// It cannot be so, whatever the household is like: a person may not save it anew. The others are worth a
/// look only.
bool isImpossible(Finding finding);

/// Something is missing that a half-filled form may still get.
bool isOmission(Finding finding);

/// The record with these values instead of its own.
Record withValues(Record record, const FieldValues &values);

} // namespace ffp
