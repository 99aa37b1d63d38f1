// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recordstore.h"

namespace ffp {

/// A person who is in a household of the register, as far as others may be taken for the same one.
struct PersonLine {
    qint64 rid = 0;
    qint64 household = 0; ///< row id
    AreaCode area;
    QString name;
    QString sex;               ///< CL-03, empty = not known
    QString birth;             ///< YYYY-MM-DD, empty = not known
    std::optional<qint64> key; ///< blind index of the person key: equal keys have equal ones
    bool head = false;
};

/// Reads persons for the search of doubles.
class PersonStore
{
public:
    explicit PersonStore(const Database &db) : m_db(db) {}

    /// Who is there in this area (null = everywhere), by row id; `use` returns false to stop.
    Result<> eachPresent(const AreaCode &area, const std::function<bool(PersonLine &)> &use) const;
    /// Who is there and may be like this one: the same number, the same name and birth date, or in the same
    /// village the same birth date or the same name.
    Result<std::vector<PersonLine>> like(const PersonLine &one) const;
    /// Row ids of households that share a number or a bank account with another one; each group together.
    Result<std::vector<std::vector<qint64>>> sameHouseholdNumber(const AreaCode &area) const;
    Result<std::vector<std::vector<qint64>>> sameAccount(const AreaCode &area) const;

private:
    Result<std::vector<std::vector<qint64>>> groups(const QString &column, const AreaCode &area) const;

    const Database &m_db;
};

} // namespace ffp
