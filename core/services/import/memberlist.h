// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/idnumber.h"
#include "core/domain/monitoringrules.h"
#include "core/services/import/sheetimport.h"
#include "core/services/import/villagefinder.h"

#include <array>

namespace ffp::imports {

/// A list of members, one row a person: 脱贫人口名单, 边缘易致贫人口名单. Household facts are repeated in
/// each row and taken from the head's (T-12). Rules of the register sample's README: a row held for an error
/// is not checked further; checks of a household use all its rows, held ones too; an exact duplicate is
/// dropped first; a person is known by the first 18 characters of the number, a household by its number as
/// text.
class MemberList : public SheetImport
{
public:
    MemberList(const SheetLayout &layout, const Surroundings &around);

private:
    struct Row : JudgedRow {
        int household = -1;
        int next = -1;          ///< next row of the household
        int place = -1;         ///< of m_villages
        quint64 person = 0;     ///< 17 digits of the person key; 0 = none
        qint16 stated = -1;     ///< number of persons that the row states
        qint8 relation = -1;    ///< index in CL-04
        Sex sex = Sex::Unknown; ///< by the number
        Act act = Act::None;
        RecordId member; ///< existing, or made in advance for a head
    };
    struct Household {
        QString number;
        int first = -1;
        int last = -1;
        int rows = 0;
        int head = -1;                 ///< first row of a head
        int place = -1;                ///< of m_villages: the head's, or the first one known
        int facts = -1;                ///< row that household facts are taken from; -1 = all rows are held
        bool held = false;             ///< as one unit
        std::optional<Side> relations; ///< decided for all of them
        bool newHead = false;          ///< the head of the file is not in the register yet
        AreaCode area;                 ///< of the record, null = never written
        RecordId household;            ///< existing
        RecordId living;
        RecordId income;
        RecordId caseFile;
        RecordId previousCase;
        Act householdAct = Act::None;
        Act livingAct = Act::None;
        Act incomeAct = Act::None;
        Act caseAct = Act::None;
        quint8 riskActs = 0;           ///< bit per rank: the risk of this rank is new or changed
        std::array<RecordId, 5> risks; ///< existing ones that change
    };

    // memberlistrows.cpp: one row by itself.
    void judgeRow(Row &row);
    void readHouseholdNumber(Row &row);
    void readId(Row &row, IdNumber &id);
    void readVillage(Row &row);
    void checkMemberOf(Row &row, const IdNumber &id);
    void findDuplicatePersons();
    IdNumber idOf(const DataRow &row);
    QString nameOf(const DataRow &row);

    // memberlisthouseholds.cpp: a household as one.
    Result<> judgeHousehold(Household &household, const KnownHousehold &known);
    void checkStructure(Household &household, const KnownHousehold &known);
    void chooseFacts(Household &household);
    void checkHouseholdCells(Household &household);
    void checkDifferences(const Household &household);
    void checkMonitoringOf(Household &household);
    MonitoringFacts monitoringFacts(const DataRow &row);
    void findSharedPhones();
    bool isComplete(const Household &household) const;

    // memberlistregister.cpp: comparison with what the register holds.
    Result<> judgeHouseholds(const RegisterView &view, Progress &progress);
    Result<> judgeChunk(const RegisterView &view, size_t from, size_t to,
                        const QHash<QString, KnownHousehold> &known);
    Result<> findPersons(const RegisterView &view, size_t from, size_t to,
                         const QHash<QString, KnownHousehold> &known);
    void matchMembers(Household &household, const KnownHousehold &known);
    Result<> compare(const RegisterView &view, Household &household, const KnownHousehold &known);
    Result<> comparePersons(const RegisterView &view, const Household &household,
                            const KnownHousehold &known);
    Result<> findLookalikes(const RegisterView &view);
    Result<> compareCase(Household &household, const KnownHousehold &known);
    static bool hasPerson(const KnownHousehold &known, const Row &row);
    void listMissingMembers(const Household &household, const KnownHousehold &known);
    Result<> listMissing(const RegisterView &view);
    Result<> collectHeldRows();
    HeldRows::Row heldRow(const Row &row);
    bool isSameRow(const HeldRows::Row &row, const Record &earlier) override;
    std::optional<FieldRef> leaderOf(FieldRef field) const override;
    /// Relations of a household are taken from one side as a whole: exactly one head, whoever that is.
    void decideRelations(Household &household, const KnownHousehold &known);
    bool keepsRisk(const Record &there, int rank, const QString &risk, const Place &place);
    Place placeOf(const Household &household, const DataRow &row) const;
    bool headWasCorrected(const Household &household) const;
    QString keyOf(const Row &row, const QString &householdNo);
    void count();

    // memberlistvalues.cpp: what is written.
    FieldValues householdValues(const Household &household);
    FieldValues memberValues(const Row &row);
    FieldValues livingValues(const Household &household);
    FieldValues incomeValues(const Household &household);
    FieldValues caseValues(const Household &household);
    QString riskAt(const Household &household, int rank);
    int yearOf(const Household &household);
    Result<> writeHousehold(Household &household, WriteSteps &steps);

    Result<> judgeRows(const RegisterView &view, Progress &progress) override;
    Result<> writeRows(ChangeWriter &writer, Progress &progress) override;

    template <class Use>
    void eachRow(const Household &household, Use use)
    {
        for (int i = household.first; i >= 0; i = m_rows[size_t(i)].next)
            use(m_rows[size_t(i)]);
    }
    bool isHead(const Row &row) const;
    bool isLoadable(const Row &row) const;
    int index(FieldRef field) const { return m_layout.indexOf(field); }

    /// Columns that every row is asked for, found once.
    struct Columns {
        int number, name, id, relation, stated, memberNo;
    };
    Columns m_at;
    VillageFinder m_villages;
    std::vector<Row> m_rows;
    std::vector<Household> m_households;
    QHash<QString, int> m_byNumber;
    bool m_registerIsEmpty = false;
    std::vector<FieldRef> m_fieldsRead; ///< what of the register is compared
    QSet<int> m_numericNumbers;         ///< households whose number stood in a numeric cell
};

} // namespace ffp::imports
