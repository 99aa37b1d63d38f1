// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace ffp {

/// Levels of exchange.md §2; the numbers are stored in packages.
enum class AreaLevel { Province = 1, City = 2, County = 3, Township = 4, Village = 5 };

const char *areaLevelCode(AreaLevel level);
std::optional<AreaLevel> areaLevelFromCode(QStringView code);

/// 区划代码: exactly 12 digits; significant prefix 2, 4, 6, 9 or 12 (exchange.md §5, domain.md V-09).
class AreaCode
{
public:
    AreaCode() = default;
    /// Empty code when `text` is not 12 ASCII digits.
    static AreaCode fromString(QStringView text);

    bool isNull() const { return m_code.isEmpty(); }
    const QString &toString() const { return m_code; }
    AreaLevel level() const;
    /// The digits that matter, such as "341323114" for a township.
    QString prefix() const;
    /// The area one level up; null above the province.
    AreaCode parent() const;
    /// Every area covers itself.
    bool covers(const AreaCode &other) const;
    static bool related(const AreaCode &a, const AreaCode &b) { return a.covers(b) || b.covers(a); }

    bool operator==(const AreaCode &) const = default;
    bool operator<(const AreaCode &other) const { return m_code < other.m_code; }

private:
    QString m_code;
};

inline size_t qHash(const AreaCode &code, size_t seed = 0)
{
    return ::qHash(QStringView(code.toString()), seed);
}

} // namespace ffp
