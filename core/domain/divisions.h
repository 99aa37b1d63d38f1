// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <span>
#include <utility>
#include <vector>

namespace ffp {

/// One division: an entry of the table, or a local addition or correction (record `division`).
struct Division {
    AreaCode code;
    QString name;
    bool retired = false; ///< households may still point to it; not offered and not matched any more
};

/// A name looked up below a division.
struct DivisionMatch {
    enum class Kind {
        None,
        Exact,    ///< the short name (范桥村) as written
        Variant,  ///< another spelling: 范桥村委会, 范桥
        Ambiguous ///< `candidates` has all of them
    };
    Kind kind = Kind::None;
    AreaCode code;
    bool spaces = false; ///< blanks around or inside the text were ignored
    QList<AreaCode> candidates;

    bool found() const { return kind == Kind::Exact || kind == Kind::Variant; }
};

/// The table of administrative divisions of one or more provinces (domain.md V-09, V-10). Immutable; copies
/// are cheap and share their data; safe to read from any thread.
class DivisionTable
{
public:
    DivisionTable() = default;

    /// Reads `code,level,name,parent_code` in UTF-8, with or without a BOM, header row first, rows in any
    /// order. InvalidValue: subject.file, subject.row of the first fault, args = up to 20 faults as "row N:
    /// why"; WrongEncoding when it is not UTF-8; MissingColumn with subject.column.
    static Result<DivisionTable> fromCsv(QByteArray utf8, const QString &file);
    /// Anhui, edition 2023: 20,155 entries; read at the first call.
    static const DivisionTable &shipped();

    /// A table with `local` added; an entry with a known code replaces it.
    DivisionTable with(std::span<const Division> local) const;
    /// Both tables; entries of `other` win. For the file of another province.
    DivisionTable with(const DivisionTable &other) const;

    qsizetype size() const { return qsizetype(m_entries.size()); }
    bool contains(const AreaCode &code) const { return find(code) != nullptr; }
    bool isRetired(const AreaCode &code) const;

    /// Short name as people say it: 安徽省, 虞姬镇, 范桥村 (the table says 范桥村委会); the digits of an
    /// unknown code.
    QString name(const AreaCode &code) const;
    /// Name as the table has it.
    QString officialName(const AreaCode &code) const;
    /// Short names from `from` down to the code: 灵璧县虞姬镇范桥村 for County.
    QString fullName(const AreaCode &code, AreaLevel from = AreaLevel::Province) const;
    /// Direct children in the order of their codes, retired ones left out; provinces for the null code.
    QList<AreaCode> children(const AreaCode &code) const;
    /// Every division of `level` below `code` (or all of the table for the null code), in the order of codes.
    QList<AreaCode> descendants(const AreaCode &code, AreaLevel level) const;

    /// Looks for a division of `level` below `within` by name.
    DivisionMatch match(const AreaCode &within, AreaLevel level, QStringView text) const;
    /// Resolves the area columns of a row (highest level first, any level may be missing). Names above the
    /// site `within` must fit it. The result is that of the lowest level given; None as soon as a level
    /// fails.
    DivisionMatch matchPath(const AreaCode &within,
                            std::span<const std::pair<AreaLevel, QString>> names) const;

private:
    struct Entry {
        quint64 code = 0;
        quint32 offset = 0; ///< of the name in m_names, UTF-8
        quint16 length = 0;
        quint8 level = 0;
        bool retired = false;
    };
    const Entry *find(const AreaCode &code) const;
    std::span<const Entry> below(const AreaCode &code) const;
    QString nameOf(const Entry &entry) const;
    void add(const Division &division);

    std::vector<Entry> m_entries; ///< by code
    QByteArray m_names;
};

/// Short form of a division's name: 范桥村委会, 范桥村民委员会 → 范桥村; 建设社区居委会 → 建设社区;
/// 明光路街道办事处 → 明光路街道.
QString shortDivisionName(QStringView name, AreaLevel level);

} // namespace ffp
