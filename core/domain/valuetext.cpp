// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/valuetext.h"

#include "core/base/money.h"
#include "core/base/text.h"
#include "core/domain/contact.h"
#include "core/domain/idnumber.h"
#include "core/domain/personname.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace ffp {
namespace {

ParsedValue faulty(Finding why, QStringList unknown = {})
{
    return {{}, why, {}, std::move(unknown)};
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// --- texts -----------------------------------------------------------------------------------------

/// Controls out, line breaks kept in fields of several lines.
QString plainText(QStringView text, bool multiline)
{
    if (!multiline)
        return tidied(text);
    QString out;
    for (const QChar c : text)
        if (c == u'\n' || c == u'\t' || c.unicode() >= 0x20)
            out.append(c);
    return out.trimmed();
}

/// A text that a spreadsheet would run as a formula when it is exported as it is.
bool looksLikeFormula(QStringView text)
{
    return text.size() > 1 && (text[0] == u'=' || text[0] == u'@' || text[0] == u'+' || text[0] == u'-');
}

ParsedValue parseRegisterNumber(QStringView text)
{
    QString read = compareKey(text);
    if (read.startsWith(u'\''))
        read.remove(0, 1);
    ParsedValue out;
    static const QRegularExpression scientific(QStringLiteral("^\\d(\\.\\d+)?[Ee]\\+?\\d+$"));
    if (scientific.match(read).hasMatch())
        return faulty(Finding::DigitsLost);
    if (read.size() > 2 && read.endsWith(u".0")) {
        read.chop(2);
        out.notes.append(Finding::NumberWithDotZero);
    }
    out.value = Value(read);
    return out;
}

ParsedValue parseIdText(QStringView text, const ParseContext &context)
{
    const IdNumber id = parseIdNumber(text, context.today);
    if (!id.usable())
        return faulty(id.findings.front());
    return {Value(id.text), std::nullopt, id.findings, {}};
}

ParsedValue parseText(const FieldDef &field, QStringView text, const ParseContext &context)
{
    // A double holds 15 digits for certain; a longer number in a numeric cell has lost its end.
    const auto digitsLost = [&] {
        const auto digits = std::count_if(text.begin(), text.end(), isDigit);
        return context.numberCell && digits > (field.form == TextForm::RegisterNumber ? 16 : 15);
    };
    switch (field.form) {
    case TextForm::IdNumber: return digitsLost() ? faulty(Finding::DigitsLost) : parseIdText(text, context);
    case TextForm::RegisterNumber:
        return digitsLost() ? faulty(Finding::DigitsLost) : parseRegisterNumber(text);
    case TextForm::BankAccount: {
        const BankAccount account = parseBankAccount(text);
        return digitsLost() ? faulty(Finding::DigitsLost)
                            : ParsedValue{Value(account.text), std::nullopt, account.findings, {}};
    }
    case TextForm::Phone: {
        const PhoneNumber phone = parsePhone(text);
        return {Value(phone.text), std::nullopt, phone.findings, {}};
    }
    case TextForm::PersonName: {
        const PersonName name = parsePersonName(text);
        return {Value(name.text), std::nullopt, name.findings, {}};
    }
    case TextForm::Plain: break;
    }
    ParsedValue out;
    const QString read = plainText(text, field.flags & kMultiline);
    out.value = Value(read);
    if (looksLikeFormula(read))
        out.notes.append(Finding::FormulaLikeText);
    return out;
}

// --- codes -----------------------------------------------------------------------------------------

void noteSynonym(const CodeList &list, const CodeMatch &match, QList<Finding> &notes)
{
    if (match.exact)
        return;
    const bool classOf2020 = QLatin1String(list.id) == QLatin1String("monitor_class");
    const Finding note = classOf2020 ? Finding::ClassNameOf2020 : Finding::CodeLabelSynonym;
    if (!notes.contains(note))
        notes.append(note);
}

ParsedValue parseCodes(const FieldDef &field, QStringView text)
{
    const CodeList *list = codeList(field.list);
    const bool several = field.type == FieldType::Codes;
    // A label may hold a separator itself (县(市、区)): the whole text is tried first.
    QStringList words = matchCode(*list, text).code || !several ? QStringList{cleaned(text)}
                                                                : splitList(text);
    ParsedValue out;
    QStringList codes;
    for (const QString &word : words) {
        const CodeMatch match = matchCode(*list, word);
        if (!match.code) {
            out.unknown.append(word);
            continue;
        }
        noteSynonym(*list, match, out.notes);
        const QString code = QString::fromLatin1(match.code->code);
        if (!codes.contains(code))
            codes.append(code);
    }
    if (!out.unknown.isEmpty())
        return faulty(Finding::UnknownCodeLabel, out.unknown);
    codes.sort();
    out.value = several ? Value(codes) : Value(codes.value(0));
    return out;
}

// --- numbers ---------------------------------------------------------------------------------------

/// Integer of 10^-scale units; digits behind are rounded half away from zero with a note.
ParsedValue parseDecimal(QStringView text, int scale, int factor)
{
    ParsedValue out;
    QString read = compareKey(text);
    read.replace(QChar(0x2212), QLatin1Char('-'));
    // Nine more digits than asked for: enough to round what a formula left behind.
    int extra = 0;
    std::optional<qint64> value = decimalFromText(read, scale);
    while (!value && extra < 9 && scale + extra < 12)
        value = decimalFromText(read, scale + ++extra);
    if (!value)
        return faulty(Finding::TextInNumber);
    if (*value > std::numeric_limits<qint64>::max() / factor
        || *value < std::numeric_limits<qint64>::min() / factor)
        return faulty(Finding::TextInNumber);
    qint64 units = *value * factor;
    qint64 step = 1;
    for (int i = 0; i < extra; ++i)
        step *= 10;
    if (units % step != 0)
        out.notes.append(Finding::DecimalsRounded);
    units = divideForDisplay(units, step);
    if (read.contains(u','))
        out.notes.append(Finding::ThousandsSeparator);
    out.value = Value(units);
    return out;
}

/// A whole number; "12.0" and "12" alike.
ParsedValue parseInt(QStringView text)
{
    ParsedValue out = parseDecimal(text, 0, 1);
    if (out.notes.contains(Finding::DecimalsRounded))
        return faulty(Finding::TextInNumber);
    return out;
}

ParsedValue parseYear(QStringView text)
{
    QString read = compareKey(text);
    const bool suffix = read.endsWith(u'年') || read.endsWith(QStringLiteral("年度"));
    if (suffix)
        read.truncate(read.indexOf(u'年'));
    ParsedValue out = parseInt(read);
    if (out.fault || out.value.toInt() < 1900 || out.value.toInt() > 2199 || read.size() != 4)
        return faulty(Finding::TextInNumber);
    if (suffix)
        out.notes.append(Finding::YearWithSuffix);
    return out;
}

// --- dates, yes and no -----------------------------------------------------------------------------

ParsedValue parseDay(QStringView text, const ParseContext &context)
{
    const DateText date = parseDateText(text, context.serials);
    if (date.fault)
        return faulty(*date.fault);
    if (!date.day.isValid())
        return faulty(Finding::OnlyMonth);
    ParsedValue out;
    out.value = Value(date.day.toString(Qt::ISODate));
    if (date.variant)
        out.notes.append(Finding::DateFormatVariant);
    return out;
}

ParsedValue parseMonth(QStringView text, const ParseContext &context)
{
    const DateText date = parseDateText(text, context.serials);
    if (date.fault)
        return faulty(*date.fault);
    ParsedValue out;
    out.value = Value(date.month->toString());
    if (date.variant || date.day.isValid())
        out.notes.append(Finding::DateFormatVariant);
    return out;
}

ParsedValue parseBool(QStringView text, bool marksMeanYes)
{
    static constexpr QStringView kYes[] = {u"是",   u"有",     u"1",    u"Y",    u"YES",
                                           u"TRUE", u"已参加", u"参加", u"享受", u"已享受"};
    static constexpr QStringView kNo[] = {u"否",     u"无",     u"0",      u"N",      u"NO",   u"FALSE",
                                          u"未参加", u"不参加", u"未享受", u"不享受", u"没有", u"不是"};
    static constexpr QStringView kYesMarks[] = {u"√", u"✓", u"✔", u"☑"};
    static constexpr QStringView kNoMarks[] = {u"×", u"✗", u"✘", u"☒", u"X"};
    const QString read = compareKey(text).toUpper();
    const auto in = [&read](auto &words) {
        return std::find(std::begin(words), std::end(words), QStringView(read)) != std::end(words);
    };
    const bool mark = in(kYesMarks) || in(kNoMarks);
    if (mark && !marksMeanYes)
        return faulty(Finding::YesNoVariant);
    if (in(kYes) || in(kYesMarks))
        return {Value(true), std::nullopt, {}, {}};
    if (in(kNo) || in(kNoMarks))
        return {Value(false), std::nullopt, {}, {}};
    return faulty(Finding::YesNoVariant);
}

ParsedValue parseList(const FieldDef &field, QStringView text)
{
    QStringList parts;
    if (field.flags & kMultiline) {
        for (QStringView line : text.split(u'\n'))
            if (const QString one = tidied(line); !one.isEmpty())
                parts.append(one);
    } else {
        parts = splitList(text);
    }
    return {Value(parts), std::nullopt, {}, {}};
}

QString masked(const QString &text, qsizetype head, qsizetype tail)
{
    // Too short to hide anything between the ends: nothing is shown.
    const qsizetype hidden = text.size() - head - tail;
    if (hidden < 4)
        return QString(text.size(), u'*');
    return text.left(head) + QString(hidden, u'*') + text.right(tail);
}

} // namespace

ParsedValue parseValue(const FieldDef &field, QStringView text, const ParseContext &context)
{
    if (isBlankText(text))
        return {};
    switch (field.type) {
    case FieldType::Text: return parseText(field, text, context);
    case FieldType::TextList: return parseList(field, text);
    case FieldType::Code:
    case FieldType::Codes: return parseCodes(field, text);
    case FieldType::Date: return parseDay(text, context);
    case FieldType::Ym: return parseMonth(text, context);
    case FieldType::Year: return parseYear(text);
    case FieldType::Int: return parseInt(text);
    case FieldType::Dec: return parseDecimal(text, field.scale, 1);
    case FieldType::Money: return parseDecimal(text, 2, context.moneyFactor);
    case FieldType::Bool: return parseBool(text, context.marksMeanYes);
    case FieldType::Ref: {
        const RecordId id = RecordId::fromString(compareKey(text));
        return id.isNull() ? faulty(Finding::TextInNumber) : ParsedValue{Value(id), std::nullopt, {}, {}};
    }
    }
    Q_UNREACHABLE();
}

QString fieldLabel(const FieldDef &field, Language language)
{
    return language == Language::Chinese ? QString::fromUtf16(field.label) : QString::fromUtf8(field.english);
}

QString codeLabel(const Code &code, Language language)
{
    return language == Language::Chinese ? QString::fromUtf16(code.label) : QString::fromUtf8(code.english);
}

QString displayText(const FieldDef &field, const Value &value, Language language)
{
    if (value.isBlank())
        return {};
    const bool chinese = language == Language::Chinese;
    const QString joint = chinese ? QStringLiteral("、") : QStringLiteral(", ");
    const auto label = [&](const QString &code) {
        const CodeList *list = codeList(field.list);
        const Code *known = list ? findCode(*list, code) : nullptr;
        return known ? codeLabel(*known, language) : code;
    };
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Date:
    case FieldType::Ym: return value.toText();
    case FieldType::Code: return label(value.toText());
    case FieldType::Codes: {
        QStringList labels;
        for (const QString &code : value.toList())
            labels.append(label(code));
        return labels.join(joint);
    }
    case FieldType::TextList:
        return value.toList().join(field.flags & kMultiline ? QStringLiteral("\n") : joint);
    case FieldType::Year:
    case FieldType::Int: return QString::number(value.toInt());
    case FieldType::Dec: return decimalToText(value.toInt(), field.scale);
    case FieldType::Money: return decimalToText(value.toInt(), 2);
    case FieldType::Bool:
        if (chinese)
            return value.toBool() ? QStringLiteral("是") : QStringLiteral("否");
        return value.toBool() ? QStringLiteral("Yes") : QStringLiteral("No");
    case FieldType::Ref: return value.toRef().toString();
    }
    Q_UNREACHABLE();
}

QString maskedText(const FieldDef &field, const QString &text)
{
    if (field.sensitivity != Sensitivity::S || text.isEmpty())
        return text;
    switch (field.form) {
    case TextForm::IdNumber:
    case TextForm::BankAccount: return masked(text, 6, 4);
    case TextForm::Phone: return masked(text, 3, 4);
    default: return QStringLiteral("***");
    }
}

QString maskedText(const FieldDef &field, const Value &value, Language language)
{
    return maskedText(field, displayText(field, value, language));
}

} // namespace ffp
