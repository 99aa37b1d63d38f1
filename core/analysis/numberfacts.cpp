// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/numberfacts.h"

#include "core/domain/contact.h"
#include "core/domain/idnumber.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString markOf(QStringView text, size_t seed)
{
    return QString::number(qint64(qHash(text, seed)));
}

QString traceOf(QStringView text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(2).toHex());
}

/// What makes the number, or the certificate, unusable; the first of several.
QString faultOf(const IdNumber &number)
{
    for (const Finding finding : number.findings) {
        const bool ofCertificate = finding == Finding::CertificateBadCategory
                                   || finding == Finding::CertificateBadGrade;
        if (ofCertificate || findingDef(finding).severity == FindingSeverity::Error)
            return QString::fromLatin1(findingDef(finding).kind);
    }
    return {};
}

/// '1' known, '0' missing from the table of its province, '-' when the table does not have the province.
QChar placeOf(const IdNumber &number, const DivisionTable &divisions)
{
    const auto known = [&](qsizetype digits) {
        const auto code = AreaCode::fromString(number.text.left(digits).leftJustified(12, u'0'));
        return !code.isNull() && divisions.contains(code);
    };
    if (number.personKey.isEmpty() || !known(2))
        return u'-';
    return known(6) ? u'1' : u'0';
}

} // namespace

QString numberFacts(const QString &text, QDate day, const DivisionTable &divisions, size_t seed)
{
    const IdNumber number = parseIdNumber(text, day);
    const bool placeholder = number.form == IdForm::Placeholder;
    QString facts = QString::number(qMin(text.size(), qsizetype(99))).rightJustified(2, u'0');
    facts += placeholder ? u'p' : u'-';
    facts += number.sex == Sex::Male ? u'm' : number.sex == Sex::Female ? u'f' : u'-';
    facts += QChar(u'0' + number.disabilityType);
    facts += QChar(u'0' + number.disabilityGrade);
    facts += number.birthDate.toString(Qt::ISODate).leftJustified(10);
    facts += placeOf(number, divisions);
    facts += traceOf(text);
    // Two people with one wrong number are found as well.
    const bool person = !placeholder && number.text.size() >= 18;
    facts += (person ? markOf(QStringView(number.text).left(18), seed) : QString()).leftJustified(20);
    return facts + faultOf(number);
}

Result<> defineNumberFunctions(RuleConnection &connection, QDate day, const DivisionTable &divisions)
{
    const size_t seed = QRandomGenerator::global()->generate64();
    FFP_TRY(connection.define(u"ffp_number"_s, 1, [day, divisions, seed](const std::vector<QString> &args) {
        return args[0].isEmpty() ? QString() : numberFacts(args[0], day, divisions, seed);
    }));
    FFP_TRY(connection.define(u"ffp_mark"_s, 1, [seed](const std::vector<QString> &args) {
        return args[0].isEmpty() ? QString() : markOf(QStringView(args[0]).left(18), seed);
    }));
    FFP_TRY(connection.define(u"ffp_phone"_s, 1, [seed](const std::vector<QString> &args) {
        const PhoneNumber phone = parsePhone(args[0]);
        QString digits = phone.text;
        digits.remove(u'-');
        const QString same = traceOf(digits) + markOf(digits, seed);
        switch (phone.kind) {
        case PhoneNumber::Kind::Blank: return QString();
        case PhoneNumber::Kind::Mobile: return u"mobile  "_s + same;
        case PhoneNumber::Kind::Landline: return u"landline"_s + same;
        case PhoneNumber::Kind::Other: return u"other   "_s + same;
        }
        return QString();
    }));
    return connection.define(u"ffp_account"_s, 1, [seed](const std::vector<QString> &args) {
        const BankAccount account = parseBankAccount(args[0]);
        if (account.text.isEmpty())
            return QString();
        const QString fault = !account.findings.isEmpty()  ? u"length"_s
                              : !luhnIsRight(account.text) ? u"luhn  "_s
                                                           : u"      "_s;
        return fault + traceOf(account.text) + markOf(account.text, seed);
    });
}

} // namespace ffp
