// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/columns.h"

#include <QStringEncoder>

#include <algorithm>
#include <charconv>

namespace ffp::columns {
namespace {

constexpr char kCodeSeparator = ',';
constexpr char kTextSeparator = '\n';

Error invalid(ErrorKind kind, const EntityDef &entity, const FieldDef &field, const char *why)
{
    Error error = Error::onField(kind, entity.id, field.id, QString::fromLatin1(why));
    error.args = {QString::fromLatin1(why)};
    return error;
}

bool holdsText(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Code || type == FieldType::Date
           || type == FieldType::Ym;
}

bool holdsList(FieldType type)
{
    return type == FieldType::Codes || type == FieldType::TextList;
}

bool fits(FieldType type, const Value::Data &data)
{
    if (holdsText(type))
        return std::holds_alternative<QString>(data);
    if (holdsList(type))
        return std::holds_alternative<QStringList>(data);
    if (type == FieldType::Bool)
        return std::holds_alternative<bool>(data);
    if (type == FieldType::Ref)
        return std::holds_alternative<RecordId>(data);
    return std::holds_alternative<qint64>(data);
}

void appendUtf8(QStringView text, QByteArray &out)
{
    QStringEncoder encode(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const qsizetype from = out.size();
    out.resize(from + encode.requiredSpace(text.size()));
    const char *end = encode.appendToBuffer(out.data() + from, text);
    out.resize(end - out.constData());
}

QString nfc(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

/// Order of arrays in the log: shorter encoding first, then by bytes.
bool codeLess(const QString &a, const QString &b)
{
    const QByteArray x = a.toUtf8();
    const QByteArray y = b.toUtf8();
    return x.size() != y.size() ? x.size() < y.size() : x < y;
}

Result<Value> canonicalList(const EntityDef &entity, const FieldDef &field, const QStringList &list)
{
    const bool codes = field.type == FieldType::Codes;
    const QLatin1Char separator(codes ? kCodeSeparator : kTextSeparator);
    QStringList out;
    for (const QString &item : list) {
        if (item.contains(separator) || item.contains(QChar(u'\0')))
            return fail(invalid(ErrorKind::InvalidValue, entity, field, "separator in a list item"));
        if (!item.isEmpty())
            out << nfc(item);
    }
    if (codes) {
        std::sort(out.begin(), out.end(), codeLess);
        out.erase(std::unique(out.begin(), out.end()), out.end());
    }
    return Value(out);
}

Error damaged(const Cell &cell)
{
    return Error::onField(ErrorKind::Damaged, cell.entity.id, cell.field.id, QStringLiteral("cell"));
}

} // namespace

Result<Value> canonical(const EntityDef &entity, const FieldDef &field, const Value &value)
{
    if (field.flags & kDerived)
        return fail(invalid(ErrorKind::InvalidArgument, entity, field, "field is computed, not stored"));
    if (value.isBlank())
        return value;
    if (!fits(field.type, value.data()))
        return fail(invalid(ErrorKind::InvalidArgument, entity, field, "value of another type"));
    if (const auto *text = std::get_if<QString>(&value.data())) {
        if (text->contains(QChar(u'\0')))
            return fail(invalid(ErrorKind::InvalidValue, entity, field, "U+0000 in a text"));
        return Value(nfc(*text));
    }
    if (const auto *list = std::get_if<QStringList>(&value.data()))
        return canonicalList(entity, field, *list);
    return value;
}

QByteArray toText(const FieldDef &field, const Value &value)
{
    QByteArray out;
    appendText(field, value, out);
    return out;
}

void appendText(const FieldDef &field, const Value &value, QByteArray &out)
{
    const Value::Data &data = value.data();
    if (const auto *text = std::get_if<QString>(&data)) {
        appendUtf8(*text, out);
    } else if (const auto *number = std::get_if<qint64>(&data)) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, *number).ptr;
        out.append(digits, end - digits);
    } else if (const auto *flag = std::get_if<bool>(&data)) {
        out.append(*flag ? '1' : '0');
    } else if (const auto *list = std::get_if<QStringList>(&data)) {
        const char separator = field.type == FieldType::Codes ? kCodeSeparator : kTextSeparator;
        for (qsizetype i = 0; i < list->size(); ++i) {
            if (i > 0)
                out.append(separator);
            appendUtf8(list->at(i), out);
        }
    } else if (const auto *ref = std::get_if<RecordId>(&data)) {
        out.append(ref->toBytes().toHex());
    }
}

Result<Value> fromText(const FieldDef &field, QByteArrayView text)
{
    if (holdsText(field.type))
        return Value(QString::fromUtf8(text));
    if (holdsList(field.type))
        return Value(QString::fromUtf8(text).split(
            QLatin1Char(field.type == FieldType::Codes ? kCodeSeparator : kTextSeparator)));
    if (field.type == FieldType::Ref)
        return Value(RecordId::fromBytes(QByteArray::fromHex(text.toByteArray())));
    bool ok = false;
    const qint64 number = text.toByteArray().toLongLong(&ok);
    if (!ok || (field.type == FieldType::Bool && number != 0 && number != 1))
        return fail(ErrorKind::Damaged, QStringLiteral("not a number"));
    return field.type == FieldType::Bool ? Value(number == 1) : Value(number);
}

void BoundRow::clear()
{
    m_parts.clear();
    m_bytes.resize(0);
}

void BoundRow::add(int index, qint64 value)
{
    m_parts.push_back({index, Kind::Number, value, 0});
}

void BoundRow::bind(Statement &statement) const
{
    for (const Part &part : m_parts) {
        if (part.kind == Kind::Number) {
            statement.bind(part.index, part.from);
            continue;
        }
        const QByteArrayView bytes = QByteArrayView(m_bytes).sliced(part.from, part.size);
        if (part.kind == Kind::Bytes)
            statement.bindKeptBytes(part.index, bytes);
        else
            statement.bindKeptUtf8(part.index, bytes);
    }
}

Result<> RowBinder::add(BoundRow &row, int index, const Cell &cell, const Value &value)
{
    if (value.isBlank())
        return {};
    const qsizetype from = row.m_bytes.size();
    if (cell.field.sensitivity == Sensitivity::S) {
        m_plain.resize(0);
        appendText(cell.field, value, m_plain);
        FFP_TRY(m_cipher.seal(cell.record, cell.entity.id, cell.field.id, m_plain, m_sealed));
        row.m_bytes.append(m_sealed);
        row.m_parts.push_back({index, BoundRow::Kind::Bytes, from, m_sealed.size()});
        return {};
    }
    const Value::Data &data = value.data();
    if (const auto *number = std::get_if<qint64>(&data)) {
        row.add(index, *number);
    } else if (const auto *flag = std::get_if<bool>(&data)) {
        row.add(index, *flag ? 1 : 0);
    } else {
        appendText(cell.field, value, row.m_bytes);
        row.m_parts.push_back({index, BoundRow::Kind::Text, from, row.m_bytes.size() - from});
    }
    return {};
}

Result<Value> read(const Statement &statement, int column, const Cell &cell, const ColumnCipher &cipher)
{
    if (statement.isNull(column))
        return Value();
    const FieldDef &field = cell.field;
    if (field.sensitivity == Sensitivity::S) {
        FFP_ASSIGN(const QByteArray plain,
                   cipher.open(cell.record, cell.entity.id, field.id, statement.bytesView(column)));
        Result<Value> value = fromText(field, plain);
        return value ? std::move(value) : fail(damaged(cell));
    }
    switch (field.type) {
    case FieldType::Int:
    case FieldType::Year:
    case FieldType::Dec:
    case FieldType::Money: return Value(statement.integer(column));
    case FieldType::Bool: return Value(statement.integer(column) != 0);
    case FieldType::Ref: return Value(statement.id<RecordId>(column));
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Date:
    case FieldType::Ym: return Value(statement.text(column));
    case FieldType::Codes:
    case FieldType::TextList: {
        Result<Value> value = fromText(field, statement.utf8View(column));
        return value ? std::move(value) : fail(damaged(cell));
    }
    }
    return fail(damaged(cell));
}

Value readComputed(const Statement &statement, int column, FieldType type)
{
    if (statement.isNull(column))
        return {};
    if (type == FieldType::Bool)
        return Value(statement.integer(column) != 0);
    if (type == FieldType::Int || type == FieldType::Money)
        return Value(statement.integer(column));
    return Value(statement.text(column));
}

} // namespace ffp::columns
