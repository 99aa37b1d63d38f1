// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetimport.h"

namespace ffp::imports {

/// A list of another department (domain.md §14): every row is matched by the first 18 characters of the
/// number, the name is the second check. Nothing of it enters the register; what needs a decision is listed.
/// A masked, damaged or missing number is never matched by the name alone.
class DepartmentSheet : public SheetImport
{
public:
    DepartmentSheet(const SheetLayout &layout, const Surroundings &around);
    bool changesAnything() const override { return false; }

private:
    enum class Match : quint8 { InvalidKey, Unknown, NameDiffers, Hit }; ///< CL-75
    struct Row {
        DataRow at;
        QString personKey;
        Match match = Match::InvalidKey;
    };

    void readKey(Row &row);
    Result<> findPersons(const RegisterView &view, size_t from, size_t to);
    void setAside(const Row &row, const char *kind);
    void count();
    void countAmounts();

    Result<> judgeRows(const RegisterView &view, Progress &progress) override;
    Result<> writeRows(ChangeWriter &, Progress &) override { return {}; }

    int m_id;
    int m_name;
    std::vector<Row> m_rows;
};

} // namespace ffp::imports
