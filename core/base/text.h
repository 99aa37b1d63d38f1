// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ffp {

/// Full-width ASCII (U+FF01–FF5E) to ASCII, every kind of space and line break to U+0020; characters
/// without width (U+200B–200F, U+2060, U+FEFF, soft hyphen …) and other controls are dropped.
QString foldWidth(QStringView text);

/// foldWidth, trimmed, runs of spaces collapsed to one. For names and short texts.
QString cleaned(QStringView text);

/// Trimmed, runs of spaces collapsed to one, characters without width dropped; nothing folded: for prose,
/// where ，and （）are right as they are.
QString tidied(QStringView text);

/// foldWidth without any space, for comparing headers, labels and names of places.
QString compareKey(QStringView text);

/// Nothing but spaces and characters without width.
bool isBlankText(QStringView text);

/// Parts of a multi-value cell, split on , ， 、 ; ； | and line breaks (T-08); cleaned, empty ones left out.
QStringList splitList(QStringView text);

/// compareKey with all brackets round and letters small, for header texts: "人均\n纯收入【元】" and
/// "人均纯收入(元)" are equal.
QString headerKey(QStringView text);

/// compareKey with every middle dot a U+00B7, for comparing personal names (V-17).
QString nameKey(QStringView name);

/// An apostrophe at the front, such as spreadsheets use to keep digits as text.
bool hasLeadingApostrophe(QStringView text);

/// Number-like text (ID, phone, code) as it was meant: compareKey less a leading apostrophe.
QString numberKey(QStringView text);

/// A spreadsheet program would take this text for a formula: it begins with = + - @ tab or carriage
/// return, or with the full-width form of one of them.
bool looksLikeFormula(QStringView text);
/// The same text with an apostrophe in front when it looks like a formula, and back again.
QString neutraliseFormula(const QString &text);
QString withoutNeutraliser(const QString &text);

/// A field of a CSV line: in quotation marks when it holds a comma, a quotation mark or a line break (RFC
/// 4180).
QString csvQuoted(QString text);

} // namespace ffp
