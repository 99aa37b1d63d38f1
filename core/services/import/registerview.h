// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/madeahead.h"
#include "core/store/personstore.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace ffp::imports {

/// The first one that is wanted; null when there is none.
template <class Wanted>
const Record *findIn(const std::vector<Record> &records, const Wanted &wanted)
{
    const auto it = std::find_if(records.begin(), records.end(), wanted);
    return it == records.end() ? nullptr : &*it;
}

/// A household of the register with what an import compares.
struct KnownHousehold {
    Record household; ///< null id: only held rows have this number
    std::vector<Record> members;
    std::vector<Record> living;
    std::vector<Record> incomes;
    std::vector<Record> lines; ///< of `incomes`
    std::vector<Record> cases;
    std::vector<Record> risks; ///< of `cases`
    std::vector<Record> visits;
    std::vector<Record> held; ///< rows set aside by earlier imports

    bool exists() const { return !household.id.isNull(); }
    /// Of this year; null when there is none.
    const Record *livingOf(int year) const;
    /// The statement of the whole year that an import has brought.
    const Record *importedIncomeOf(int year) const;
};

/// Where a person of the register lives.
struct KnownPerson {
    RecordId id;
    qint64 rid = 0;
    AreaCode area;
    RecordId household;
    QString name;
};

/// What the register holds about the households and persons of a file, read in parts.
class RegisterView
{
public:
    RegisterView(Database &db, const ColumnCipher &cipher);

    enum Part {
        Members = 1,
        Living = 2,
        Incomes = 4,
        Lines = 8,
        Cases = 16,
        Risks = 32,
        Visits = 64,
        Held = 128,
    };
    /// Households with these numbers, those known from held rows only too. `fields` restricts what is read of
    /// each entity; an entity without any is read whole.
    Result<QHash<QString, KnownHousehold>> households(const QStringList &numbers, int parts,
                                                      std::span<const FieldRef> fields = {}) const;
    /// households() for one chunk of numbers after the other; the next one is read in a thread of its own
    /// while the last is used. Inside a transaction, which no other thread can look into, without a thread.
    class InChunks
    {
    public:
        InChunks(const RegisterView &view, std::vector<QStringList> chunks, int parts,
                 std::vector<FieldRef> fields);
        Result<QHash<QString, KnownHousehold>> next();

    private:
        const RegisterView &m_view;
        const std::vector<QStringList> m_chunks;
        const int m_parts;
        const std::vector<FieldRef> m_fields;
        size_t m_next = 0;
        std::optional<MadeAhead<QHash<QString, KnownHousehold>>>
            m_ahead; ///< last: it reads what stands before
    };
    /// Rows set aside by earlier imports of files of these kinds.
    Result<std::vector<Record>> held(const QStringList &kinds) const;
    /// Contents of those that were set aside once and are settled for a reason that begins so.
    Result<> eachHeldContent(const QStringList &kinds, QStringView settled,
                             const std::function<void(const QString &content)> &use) const;
    /// Files of all imports that nobody has taken back.
    Result<std::vector<Record>> batches() const;
    /// Persons by person key, wherever they live, present ones before those who left a household; keys that
    /// nobody has are left out.
    Result<QHash<QString, KnownPerson>> persons(const QStringList &personKeys) const;
    /// Spells of work by person.
    Result<QHash<RecordId, std::vector<Record>>> jobs(const QHash<RecordId, qint64> &persons) const;
    Result<QString> numberOf(RecordId household) const;
    Result<QString> numberOf(qint64 household) const;
    /// The present value of the field was set here: by a form or a change of the family, not by an import.
    Result<bool> wasSetHere(const Record &record, FieldRef field) const;
    /// Everybody who is in a household.
    Result<> eachPresent(const std::function<void(PersonLine &)> &use) const;
    /// What PersonLine::key is of somebody with this person key.
    Result<qint64> keyOf(const QString &personKey) const;
    /// Which households of a village: every one, or as the two lists of the national system have them.
    enum class Which { All, Registered, General };
    /// Numbers of the households in these villages.
    Result<QStringList> numbersIn(const QStringList &villages, Which which = Which::All) const;
    Result<bool> isEmpty() const;

    /// How many numbers or keys one call should ask for.
    static constexpr qsizetype kChunk = 500;

private:
    using Use = std::function<void(RecordId owner, Record record)>;
    Result<> referring(FieldRef reference, const QHash<RecordId, qint64> &owners,
                       std::span<const FieldRef> fields, const Use &use) const;

    Database &m_db;
    const ColumnCipher &m_cipher;
    RecordStore m_store;
};

} // namespace ffp::imports
