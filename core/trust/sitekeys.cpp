// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/sitekeys.h"

#include "core/base/text.h"
#include "core/domain/field.h"

#include <QVarLengthArray>

#include <cstring>
#include <unordered_set>
#include <vector>

namespace ffp {

namespace {

constexpr char kIndexContext[] = "ffpxbidx";
constexpr quint64 kIndexBase = 1000;

std::vector<const FieldDef *> indexedFields()
{
    std::vector<const FieldDef *> fields;
    for (const EntityDef &entity : entities())
        for (const FieldDef &field : entity.fields)
            if (field.flags & kBlindIndex)
                fields.push_back(&field);
    return fields;
}

bool isIdNumber(quint16 columnNumber)
{
    static const std::unordered_set<quint16> columns = [] {
        std::unordered_set<quint16> out;
        for (const FieldDef *field : indexedFields())
            if (std::string_view(field->id).ends_with("id_no"))
                out.insert(field->column);
        return out;
    }();
    return columns.contains(columnNumber);
}

/// normalisedForIndex() for the numbers that nearly all values are: printable ASCII. False for any other.
bool normalisedAscii(quint16 columnNumber, QStringView value, QVarLengthArray<char, 64> &out)
{
    for (const QChar c : value) {
        const char16_t u = c.unicode();
        if (u < 0x21 || u > 0x7e)
            return false;
        if (u != u'-')
            out.append(static_cast<char>(u >= u'a' && u <= u'z' ? u - 0x20 : u));
    }
    if (isIdNumber(columnNumber) && out.size() > 18)
        out.resize(18);
    return true;
}

/// rec ‖ type ‖ 0x00 ‖ column name.
struct FieldPlace {
    QVarLengthArray<char, 128> bytes;
    FieldPlace(const RecordId &rec, QByteArrayView type, QByteArrayView column)
    {
        bytes.append(reinterpret_cast<const char *>(rec.bytes().data()), 16);
        bytes.append(type.data(), type.size());
        bytes.append('\0');
        bytes.append(column.data(), column.size());
    }
    QByteArrayView view() const { return {bytes.constData(), bytes.size()}; }
};

} // namespace

QString normalisedForIndex(quint16 columnNumber, QStringView value)
{
    QString text = compareKey(value);
    text.remove(QLatin1Char('-'));
    text = std::move(text).toUpper();
    return isIdNumber(columnNumber) ? text.left(18) : text;
}

SiteKeys::SiteKeys(const SecretBytes &dek) : m_dek(dek.clone())
{
    const std::vector<const FieldDef *> indexed = indexedFields();
    m_keys = SecretBytes(32 * qsizetype(FirstIndex + indexed.size()));
    const auto derive = [this, &dek](size_t index, quint64 id, const char(&context)[9]) {
        crypto::deriveKey(dek, id, context, m_keys.data() + 32 * index);
    };
    derive(Body, 1, "ffpxbody");
    derive(Column, 2, "ffpxcol_");
    derive(Side, 3, "ffpxside");
    derive(Secret, 4, "ffpxsecr");
    derive(Attachment, 5, "ffpxatt_");
    size_t next = FirstIndex;
    for (const FieldDef *field : indexed) {
        derive(next, kIndexBase + field->column, kIndexContext);
        m_indexKeys.emplace(field->column, next++);
    }
}

void SiteKeys::sealBody(const Hash &opId, QByteArrayView payload, QByteArray &out) const
{
    crypto::seal(key(Body), view(opId), payload, out);
}

bool SiteKeys::openBody(const Hash &opId, QByteArrayView body, QByteArray &out) const
{
    return crypto::open(key(Body), view(opId), body, out);
}

void SiteKeys::sealField(const RecordId &rec, QByteArrayView type, QByteArrayView column,
                         QByteArrayView plain, QByteArray &out) const
{
    crypto::seal(key(Column), FieldPlace(rec, type, column).view(), plain, out);
}

bool SiteKeys::openField(const RecordId &rec, QByteArrayView type, QByteArrayView column,
                         QByteArrayView sealed, QByteArray &out) const
{
    return crypto::open(key(Column), FieldPlace(rec, type, column).view(), sealed, out);
}

qint64 SiteKeys::blindIndex(quint16 columnNumber, QStringView value) const
{
    QVarLengthArray<char, 64> ascii;
    const bool simple = normalisedAscii(columnNumber, value, ascii);
    const QByteArray other = simple ? QByteArray() : normalisedForIndex(columnNumber, value).toUtf8();
    const QByteArrayView text = simple ? QByteArrayView(ascii.constData(), ascii.size()) : other;
    if (const auto known = m_indexKeys.find(columnNumber); known != m_indexKeys.end())
        return crypto::shortHash(key(known->second), text);
    SecretBytes own(32);
    crypto::deriveKey(m_dek, kIndexBase + columnNumber, kIndexContext, own.data());
    return crypto::shortHash(own.data(), text);
}

QByteArray SiteKeys::sealSecret(QByteArrayView name, const SecretBytes &plain) const
{
    return crypto::wrap(key(Secret), name, plain);
}

bool SiteKeys::openSecret(QByteArrayView name, QByteArrayView sealed, SecretBytes &out) const
{
    return crypto::unwrap(key(Secret), name, sealed, out);
}

QByteArray SiteKeys::sealAttachment(const Hash &hash, QByteArrayView plain) const
{
    QByteArray out;
    crypto::seal(key(Attachment), view(hash), plain, out);
    return out;
}

bool SiteKeys::openAttachment(const Hash &hash, QByteArrayView sealed, QByteArray &out) const
{
    return crypto::open(key(Attachment), view(hash), sealed, out)
           && crypto::equal(view(crypto::hash("ffpx-att-1", out)), view(hash));
}

Hash SiteKeys::sideMac(QByteArrayView bytes) const
{
    return crypto::keyedHash(key(Side), bytes);
}

QByteArray SiteKeys::wrapDek(const SecretBytes &kek, QByteArrayView ad) const
{
    return crypto::wrap(kek.data(), ad, m_dek);
}

} // namespace ffp
