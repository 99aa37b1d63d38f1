// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp {

/// The form in which names are stored in the index and queries are compared (domain.md V-17):
/// NFKC (full width → half width, compatibility forms → the plain character), lower case, ü as v,
/// without blanks, controls, hyphens, apostrophes and the middle dot in all its shapes (· • ・ . ‧ ･).
QString searchForm(QStringView text);

/// A query, read once.
struct SearchQuery {
    QString text;     ///< searchForm()
    quint64 cuts = 0; ///< bit p: the user put a gap between letter p-1 and letter p
    bool hasLetters = false;
    bool isNumber = false; ///< digits only, or with one X among them

    /// Pinyin states are bits of one word: longer queries match as plain text only.
    static constexpr int kMaxPinyin = 63;

    static SearchQuery parse(QStringView typed);
};

} // namespace ffp
