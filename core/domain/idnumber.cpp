// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/idnumber.h"

#include <algorithm>
#include <optional>

namespace ffp {
namespace {

constexpr int kMaxAge = 120;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// Takes away what programs and typists add around the digits and notes each kind once.
QString tidied(QStringView text, QList<Finding> &notes)
{
    const auto note = [&notes](Finding finding) {
        if (!notes.contains(finding))
            notes.append(finding);
    };
    QString out;
    out.reserve(22);
    for (QChar c : text) {
        const char16_t u = c.unicode();
        if (u == 0xa0 || u == 0x202f) {
            note(Finding::IdNoBreakSpace);
        } else if (c.isSpace()) {
            note(Finding::IdSpaces);
        } else if ((u >= 0x200b && u <= 0x200f) || u == 0x2060 || u == 0xfeff || u == 0xad) {
            note(Finding::IdZeroWidth);
        } else if (out.isEmpty() && (u == u'\'' || u == 0x2018 || u == 0x2019 || u == u'`' || u == 0xff07)) {
            note(Finding::IdApostrophe);
        } else {
            if (u >= 0xff01 && u <= 0xff5e) {
                c = QChar(static_cast<char16_t>(u - 0xfee0));
                note(Finding::IdFullWidth);
            }
            out.append(c);
        }
    }
    return out;
}

/// 1.23E+17 and its kin: the digits behind the sixth are gone.
bool isScientific(QStringView text)
{
    const qsizetype e = std::max(text.indexOf(u'E'), text.indexOf(u'e'));
    if (e < 1)
        return false;
    QStringView power = text.mid(e + 1);
    if (power.startsWith(u'+'))
        power = power.mid(1);
    const auto mantissa = [](QChar c) { return isDigit(c) || c == u'.'; };
    return !power.isEmpty() && allDigits(power) && std::all_of(text.begin(), text.begin() + e, mantissa);
}

QDate dateAt(QStringView digits8)
{
    return QDate(digits8.left(4).toInt(), digits8.mid(4, 2).toInt(), digits8.mid(6, 2).toInt());
}

/// 15 digits → 17 digits without check character: the century 19 is inserted.
QString with19(QStringView digits15)
{
    return digits15.left(6).toString() + QStringLiteral("19") + digits15.mid(6).toString();
}

IdNumber refused(QString text, Finding why)
{
    IdNumber out;
    out.text = std::move(text);
    out.findings = {why};
    return out;
}

/// Reads birth date and sex of 18 characters whose check character is right.
std::optional<Finding> readPerson(IdNumber &out, QDate today)
{
    out.birthDate = dateAt(QStringView(out.text).mid(6, 8));
    if (!out.birthDate.isValid())
        return Finding::IdImpossibleBirthDate;
    if (out.birthDate > today)
        return Finding::IdBirthDateInFuture;
    if (ageOn(out.birthDate, today) > kMaxAge)
        return Finding::IdBirthDateTooOld;
    out.sex = (out.text[16].unicode() - u'0') % 2 ? Sex::Male : Sex::Female;
    out.personKey = out.text.left(18);
    return std::nullopt;
}

void readCertificate(IdNumber &out)
{
    const int type = out.text[18].unicode() - u'0';
    const int grade = out.text[19].unicode() - u'0';
    if (type >= 1 && type <= 7)
        out.disabilityType = type;
    else
        out.findings.append(Finding::CertificateBadCategory);
    if (grade >= 1 && grade <= 4)
        out.disabilityGrade = grade;
    else
        out.findings.append(Finding::CertificateBadGrade);
    if (out.text.size() == 22)
        out.reissueMark = out.text.mid(20);
    out.form = out.text.size() == 22 ? IdForm::Reissued : IdForm::Certificate;
}

/// Digits, X in the 18th place, and letters in the re-issue mark.
bool hasOnlyIdCharacters(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool mark = text.size() == 22 && i >= 20 && c >= u'A' && c <= u'Z';
        const bool check = c == u'X' && (i == 17 || i == text.size() - 1);
        if (!isDigit(c) && !check && !mark)
            return false;
    }
    return true;
}

} // namespace

QChar idCheckCharacter(QStringView first17)
{
    static constexpr int kWeights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (first17.size() != 17 || !allDigits(first17))
        return {};
    int sum = 0;
    for (qsizetype i = 0; i < 17; ++i)
        sum += (first17[i].unicode() - u'0') * kWeights[i];
    return QLatin1Char("10X98765432"[sum % 11]);
}

int ageOn(QDate birthDate, QDate on)
{
    if (!birthDate.isValid() || !on.isValid() || on < birthDate)
        return -1;
    const bool reached = on.month() > birthDate.month()
                         || (on.month() == birthDate.month() && on.day() >= birthDate.day());
    return on.year() - birthDate.year() - (reached ? 0 : 1);
}

IdNumber parseIdNumber(QStringView text, QDate today)
{
    IdNumber out;
    QString read = tidied(text, out.findings);
    if (read.isEmpty())
        return refused({}, Finding::MissingId);
    if (isScientific(read))
        return refused(read, Finding::IdInScientificNotation);
    if (const QString upper = read.toUpper(); upper != read) {
        out.findings.append(Finding::IdLowercaseX);
        read = upper;
    }
    if (read.contains(u'*'))
        return refused(read, Finding::IdMasked);

    if (read.startsWith(u"999999") && hasOnlyIdCharacters(read)) {
        out.form = IdForm::Placeholder;
        out.text = read;
        if (const QDate born = read.size() >= 14 ? dateAt(QStringView(read).mid(6, 8)) : QDate();
            born.isValid() && born <= today)
            out.birthDate = born;
        out.findings.append(Finding::IdPlaceholder);
        return out;
    }
    if (!hasOnlyIdCharacters(read))
        return refused(read, Finding::IdWithText);
    if (read.size() == 15 && allDigits(read)) {
        read = with19(read);
        read.append(idCheckCharacter(read));
        out.findings.append(Finding::Id15Digits);
    }
    if (read.size() != 18 && read.size() != 20 && read.size() != 22)
        return refused(read, Finding::IdLength);
    if (idCheckCharacter(QStringView(read).left(17)) != read[17])
        return refused(read, Finding::IdCheckDigit);

    out.text = read;
    if (const std::optional<Finding> why = readPerson(out, today))
        return refused(read, *why);
    out.form = IdForm::Resident;
    if (read.size() > 18)
        readCertificate(out);
    return out;
}

} // namespace ffp
