// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/cbor.h"

#include <QString>
#include <QStringEncoder>
#include <QVarLengthArray>

#include <algorithm>
#include <cstring>
#include <limits>

namespace ffp::cbor {

namespace {

constexpr unsigned kFalse = 20, kTrue = 21, kNull = 22;

unsigned char byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<unsigned char>(bytes[at]);
}

/// Head of the item at `at`. No fault: `argument` is set and `next` points behind the head.
Fault readHead(QByteArrayView bytes, qsizetype at, unsigned &major, quint64 &argument, qsizetype &next)
{
    if (at >= bytes.size())
        return Fault::Truncated;
    const unsigned first = byteAt(bytes, at);
    major = first >> 5;
    const unsigned info = first & 31;
    next = at + 1;
    if (info < 24) {
        argument = info;
        return Fault::None;
    }
    if (info == 31)
        return Fault::Indefinite;
    if (info > 27 || major == 7) // reserved, or a float or simple value with following bytes
        return Fault::Forbidden;
    const qsizetype width = qsizetype(1) << (info - 24);
    if (bytes.size() - next < width)
        return Fault::Truncated;
    argument = 0;
    for (qsizetype i = 0; i < width; ++i)
        argument = (argument << 8) | byteAt(bytes, next + i);
    next += width;
    const quint64 least = info == 24 ? 24 : quint64(1) << (8 * (width / 2));
    return argument < least ? Fault::NotShortest : Fault::None;
}

/// Well-formed UTF-8 (Unicode table 3-7) without U+0000.
bool isText(QByteArrayView text)
{
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size;) {
        const unsigned char c = byteAt(text, i);
        if (c < 0x80) {
            if (c == 0)
                return false;
            ++i;
            continue;
        }
        qsizetype more = 0;
        unsigned char low = 0x80, high = 0xbf;
        if (c >= 0xc2 && c <= 0xdf) {
            more = 1;
        } else if (c >= 0xe0 && c <= 0xef) {
            more = 2;
            if (c == 0xe0)
                low = 0xa0;
            else if (c == 0xed)
                high = 0x9f; // surrogates
        } else if (c >= 0xf0 && c <= 0xf4) {
            more = 3;
            if (c == 0xf0)
                low = 0x90;
            else if (c == 0xf4)
                high = 0x8f; // beyond U+10FFFF
        } else {
            return false;
        }
        if (size - i <= more)
            return false;
        if (byteAt(text, i + 1) < low || byteAt(text, i + 1) > high)
            return false;
        for (qsizetype k = 2; k <= more; ++k)
            if ((byteAt(text, i + k) & 0xc0) != 0x80)
                return false;
        i += more + 1;
    }
    return true;
}

bool encodedLess(QByteArrayView a, QByteArrayView b)
{
    const int order = std::memcmp(a.data(), b.data(), static_cast<size_t>(std::min(a.size(), b.size())));
    return order != 0 ? order < 0 : a.size() < b.size();
}

struct Walker {
    QByteArrayView bytes;
    const Limits &limits;
    qsizetype at = 0;

    Fault children(unsigned major, quint64 count, int depth)
    {
        if (count > limits.items)
            return Fault::TooLong;
        if (depth >= limits.depth)
            return Fault::TooDeep;
        QByteArrayView last;
        for (quint64 i = 0; i < count; ++i) {
            const qsizetype start = at;
            if (Fault fault = item(depth + 1); fault != Fault::None)
                return fault;
            if (major != 5)
                continue;
            const QByteArrayView key = bytes.sliced(start, at - start);
            if (i > 0 && !encodedLess(last, key))
                return Fault::KeyOrder;
            last = key;
            if (Fault fault = item(depth + 1); fault != Fault::None)
                return fault;
        }
        return Fault::None;
    }

    Fault string(unsigned major, quint64 length)
    {
        if (length > (major == 2 ? limits.bytes : limits.text))
            return Fault::TooLong;
        if (length > static_cast<quint64>(bytes.size() - at))
            return Fault::Truncated;
        const QByteArrayView value = bytes.sliced(at, static_cast<qsizetype>(length));
        if (major == 3 && !isText(value))
            return Fault::BadText;
        at += value.size();
        return Fault::None;
    }

    Fault item(int depth)
    {
        unsigned major = 0;
        quint64 argument = 0;
        if (Fault fault = readHead(bytes, at, major, argument, at); fault != Fault::None)
            return fault;
        switch (major) {
        case 0:
        case 1:
            return argument > quint64(std::numeric_limits<qint64>::max()) ? Fault::IntegerRange : Fault::None;
        case 2:
        case 3: return string(major, argument);
        case 4:
        case 5: return children(major, argument, depth);
        case 7:
            return argument == kFalse || argument == kTrue || argument == kNull ? Fault::None
                                                                                : Fault::Forbidden;
        default: return Fault::Forbidden; // tags
        }
    }
};

/// True when the text is surely in NFC, without asking Qt: nothing below U+0300, no unified ideograph, no CJK
/// punctuation below its tone marks (U+302A) and no full-width form composes, decomposes or reorders.
bool isPlainlyNfc(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x300 || (u >= 0x4e00 && u <= 0x9fff) || (u >= 0x3000 && u < 0x302a) || u >= 0xff00;
    });
}

} // namespace

const char *faultName(Fault fault)
{
    switch (fault) {
    case Fault::None: return "none";
    case Fault::TooLarge: return "too_large";
    case Fault::Truncated: return "truncated";
    case Fault::TrailingBytes: return "trailing_bytes";
    case Fault::NotShortest: return "not_shortest";
    case Fault::Indefinite: return "indefinite";
    case Fault::Forbidden: return "forbidden";
    case Fault::IntegerRange: return "integer_range";
    case Fault::BadText: return "bad_text";
    case Fault::TooLong: return "too_long";
    case Fault::TooDeep: return "too_deep";
    case Fault::KeyOrder: return "key_order";
    }
    return "unknown";
}

Fault validate(QByteArrayView bytes, const Limits &limits)
{
    if (bytes.size() > limits.size)
        return Fault::TooLarge;
    Walker walker{bytes, limits};
    if (Fault fault = walker.item(0); fault != Fault::None)
        return fault;
    return walker.at == bytes.size() ? Fault::None : Fault::TrailingBytes;
}

void Writer::head(unsigned major, quint64 argument)
{
    char out[9];
    const auto type = static_cast<unsigned char>(major << 5);
    if (argument < 24) {
        m_out.append(static_cast<char>(type | argument));
        return;
    }
    const int power = argument <= 0xff ? 0 : argument <= 0xffff ? 1 : argument <= 0xffffffff ? 2 : 3;
    const int width = 1 << power;
    out[0] = static_cast<char>(type | static_cast<unsigned char>(24 + power));
    for (int i = 0; i < width; ++i)
        out[1 + i] = static_cast<char>(argument >> (8 * (width - 1 - i)));
    m_out.append(out, width + 1);
}

void Writer::integer(qint64 value)
{
    if (value >= 0)
        head(0, static_cast<quint64>(value));
    else
        head(1, static_cast<quint64>(-(value + 1)));
}

void Writer::bytes(QByteArrayView value)
{
    head(2, static_cast<quint64>(value.size()));
    m_out.append(value);
}

void Writer::utf8(QByteArrayView value)
{
    head(3, static_cast<quint64>(value.size()));
    m_out.append(value);
}

void Writer::text(QStringView value)
{
    if (!isPlainlyNfc(value)) {
        utf8(value.toString().normalized(QString::NormalizationForm_C).toUtf8());
        return;
    }
    QStringEncoder encode(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QVarLengthArray<char, 768> buffer(encode.requiredSpace(value.size()));
    const char *end = encode.appendToBuffer(buffer.data(), value);
    utf8({buffer.constData(), end});
}

void Writer::boolean(bool value)
{
    head(7, value ? kTrue : kFalse);
}

void Writer::null()
{
    head(7, kNull);
}

Type Reader::type() const
{
    if (atEnd())
        return Type::End;
    switch (byteAt(m_bytes, m_at) >> 5) {
    case 0:
    case 1: return Type::Integer;
    case 2: return Type::Bytes;
    case 3: return Type::Text;
    case 4: return Type::Array;
    case 5: return Type::Map;
    default: break;
    }
    const unsigned info = byteAt(m_bytes, m_at) & 31;
    return info == kNull ? Type::Null : info == kFalse || info == kTrue ? Type::Bool : Type::End;
}

bool Reader::head(unsigned major, quint64 &argument, qsizetype &next) const
{
    unsigned found = 0;
    return readHead(m_bytes, m_at, found, argument, next) == Fault::None && found == major;
}

bool Reader::integer(qint64 &value)
{
    quint64 argument = 0;
    qsizetype next = 0;
    constexpr quint64 most = quint64(std::numeric_limits<qint64>::max());
    if (head(0, argument, next) && argument <= most)
        value = static_cast<qint64>(argument);
    else if (head(1, argument, next) && argument <= most)
        value = -1 - static_cast<qint64>(argument);
    else
        return false;
    m_at = next;
    return true;
}

bool Reader::string(unsigned major, QByteArrayView &value)
{
    quint64 length = 0;
    qsizetype next = 0;
    if (!head(major, length, next) || length > static_cast<quint64>(m_bytes.size() - next))
        return false;
    value = m_bytes.sliced(next, static_cast<qsizetype>(length));
    m_at = next + value.size();
    return true;
}

bool Reader::bytes(QByteArrayView &value)
{
    return string(2, value);
}

bool Reader::utf8(QByteArrayView &value)
{
    return string(3, value);
}

bool Reader::boolean(bool &value)
{
    if (type() != Type::Bool)
        return false;
    value = (byteAt(m_bytes, m_at++) & 31) == kTrue;
    return true;
}

bool Reader::null()
{
    if (type() != Type::Null)
        return false;
    ++m_at;
    return true;
}

bool Reader::array(quint64 &items)
{
    qsizetype next = 0;
    if (!head(4, items, next))
        return false;
    m_at = next;
    return true;
}

bool Reader::map(quint64 &pairs)
{
    qsizetype next = 0;
    if (!head(5, pairs, next))
        return false;
    m_at = next;
    return true;
}

bool Reader::skip(int depth)
{
    unsigned major = 0;
    quint64 argument = 0;
    qsizetype next = 0;
    if (depth > 64 || readHead(m_bytes, m_at, major, argument, next) != Fault::None)
        return false;
    m_at = next;
    if (major == 2 || major == 3) {
        if (argument > static_cast<quint64>(m_bytes.size() - m_at))
            return false;
        m_at += static_cast<qsizetype>(argument);
    } else if (major == 4 || major == 5) {
        for (quint64 i = 0; i < argument; ++i)
            if (!skip(depth + 1) || (major == 5 && !skip(depth + 1)))
                return false;
    }
    return true;
}

bool Reader::item(QByteArrayView &value)
{
    const qsizetype start = m_at;
    if (!skip(0)) {
        m_at = start;
        return false;
    }
    value = m_bytes.sliced(start, m_at - start);
    return true;
}

bool textKeyLess(QByteArrayView a, QByteArrayView b)
{
    return a.size() != b.size() ? a.size() < b.size() : encodedLess(a, b);
}

QByteArray sortedArray(std::vector<QByteArray> items)
{
    std::sort(items.begin(), items.end());
    QByteArray out;
    Writer writer(out);
    writer.array(items.size());
    for (const QByteArray &item : items)
        writer.raw(item);
    return out;
}

} // namespace ffp::cbor
