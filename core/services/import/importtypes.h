// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/domain/finding.h"
#include "core/domain/valuetext.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace ffp {

struct ImportFinding {
    qint64 row = 0; ///< from 1, title and header rows included; 0 = the file
    QString column; ///< letter; empty = row or file
    QString header;
    QString kind; ///< stable ASCII: "id_check_digit" …
    FindingSeverity severity = FindingSeverity::Info;
    QString scope;    ///< row, household, file
    QStringList args; ///< for the sentence; S-class values masked
};

struct ImportCounts {
    qint64 fresh = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
};

/// A count to report, such as rows of one village: measure, key (may be empty), value.
struct ImportMeasure {
    QString measure;
    QString key;
    qint64 value = 0;
};

/// Which side of a difference an import takes.
enum class Side : quint8 { File, Register };

/// What a person decided about the differences between a file and the register. The nearest one counts: the
/// cell, then the row, the column, all.
struct ImportChoice {
    Side all = Side::File;
    QMap<QString, Side> columns; ///< by the field's id as in ImportOptions::mapping
    QMap<qint64, Side> rows;
    QMap<std::pair<qint64, QString>, Side> cells; ///< row and field

    Side of(qint64 row, const QString &field) const
    {
        return cells.value({row, field}, rows.value(row, columns.value(field, all)));
    }
    /// A person said something; without it the file's values are taken, as a list from above is meant.
    bool isMade() const
    {
        return all != Side::File || !columns.isEmpty() || !rows.isEmpty() || !cells.isEmpty();
    }
    /// Somebody wants the file's value here and did not leave it at that.
    bool saysFile(qint64 row, const QString &field) const
    {
        const bool said = cells.contains({row, field}) || rows.contains(row) || columns.contains(field);
        return said && of(row, field) == Side::File;
    }
    /// A later choice goes before all that was said of the same cells.
    void chooseCell(qint64 row, const QString &field, Side side) { cells.insert({row, field}, side); }
    void chooseRow(qint64 row, Side side)
    {
        rows.insert(row, side);
        cells.removeIf([row](const auto &one) { return one.key().first == row; });
    }
    void chooseColumn(const QString &field, Side side)
    {
        columns.insert(field, side);
        cells.removeIf([&field](const auto &one) { return one.key().second == field; });
        for (auto it = rows.cbegin(); it != rows.cend(); ++it)
            cells.insert({it.key(), field}, side);
    }
    void chooseAll(Side side)
    {
        *this = {};
        all = side;
    }
};

/// A value that the file says otherwise than the register. The register's stays with Side::Register.
struct ImportDifference {
    qint64 row = 0;
    QString column; ///< letter; empty for what follows from another cell, such as the sex from a number
    QString header;
    QString id; ///< of the field, as in ImportOptions::mapping
    FieldRef field{Entity::Household, 0};
    QString household; ///< number
    QString person;    ///< name; empty for facts of a household
    Value before;      ///< of the register
    Value after;       ///< of the file
    Side side = Side::File;
    bool fixed = false; ///< nobody can choose: a law of the register needs it so
    QString verb;       ///< of the change that the register's value comes from; empty = not known
    qint64 atMs = 0;
    OfficialId actor;
    QString by;                    ///< name of the actor
    std::optional<Value> imported; ///< what the last import said, when somebody has changed it since
    qint64 rid = 0;                ///< of the record

    /// Somebody has typed the register's value here.
    bool isLocal() const { return !verb.isEmpty() && verb != QLatin1String("import"); }
    /// The file only repeats what was imported before somebody changed it.
    bool isRepeated() const { return imported && *imported == after; }
};

struct FilePreview {
    QString file;
    QString kind; ///< registered, edge, household-year, visits, …
    QString sheet;
    qint64 headerRow = 0;
    QString encoding; ///< csv only
    QDate dataDate;
    qint64 rows = 0; ///< below the header, not blank, not total or footer
    /// rows = imported + unchanged + compared + setAside; an exact duplicate counts as unchanged.
    qint64 imported = 0;
    qint64 setAside = 0;
    qint64 unchanged = 0;
    qint64 compared = 0;       ///< looked up in the register, nothing stored
    qint64 matched = 0;        ///< persons of the compared rows who are in the register
    qint64 unmatched = 0;      ///< and who are not
    bool onlyCompared = false; ///< a list of another department: nothing of it is stored
    ImportCounts households;
    ImportCounts members;
    ImportCounts visits;
    ImportCounts jobs;                         ///< spells of work
    std::vector<ImportDifference> differences; ///< in the order of rows
    std::vector<ImportFinding> findings;       ///< in the order of rows, those of the file first
    std::vector<ImportMeasure> measures;
    std::vector<std::pair<QString, QString>> columns; ///< header → field label or "" when only kept
    QStringList fields;   ///< of the columns: id as in ImportOptions::mapping, "" = only kept
    QStringList units;    ///< of the columns: as in ImportOptions::units, "" = no amount of money
    QStringList mappings; ///< names of saved ones for such headers; none when one is said
    std::vector<QStringList> firstRows; ///< for the eye; S-class masked
    QStringList sheets;                 ///< of the workbook, in its order
    bool namesVillages = false;         ///< a column does
    qint64 batch = 0;                   ///< change id after apply(); 0 = nothing changed
    QString report;                     ///< file of the set-aside rows after apply(); empty = none
};

/// What a column can go into: id for ImportOptions::mapping, and labels.
struct ImportTarget {
    QString id;
    QString chinese;
    QString english;
    bool required = false; ///< without such a column the file cannot be read
    bool amount = false;   ///< of money: the column has a unit
};

struct ImportOptions {
    QString as = QStringLiteral("auto");
    /// File as given to preview() → its kind, which goes before `as`.
    QMap<QString, QString> kinds;
    /// Header → "entity.field", a bare field id, "area.village", "item.D2", or "" to keep the text only.
    QMap<QString, QString> mapping;
    /// Header → "yuan" or "wan" (万元), where the header itself does not tell the unit of its amounts.
    QMap<QString, QString> units;
    QString report; ///< path for set-aside rows, .csv or .xlsx; empty = none
    QString sheet;  ///< name of the sheet; empty = the first one that fits
    /// Name in the file → 12-digit code, picked once for all its rows; "" for rows that name none.
    QMap<QString, QString> villages;
    /// File as given to preview() → what a person decided; "" = for all that have none of their own.
    QMap<QString, ImportChoice> choices;
    QString
        reason; ///< of the choices, for the history; without numbers of persons; a must when there are some
    bool marksMeanYes = false;             ///< the user confirmed that √ is 是 and × is 否
    Language language = Language::Chinese; ///< of FilePreview::columns
    /// Words for a kind of finding in the report of set-aside rows; the kind itself without it.
    std::function<QString(const QString &kind)> wording;
};

} // namespace ffp
