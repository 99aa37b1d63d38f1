// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <vector>

namespace ffp::cbor {

/// exchange.md §14.4. `items` limits arrays and maps alike.
struct Limits {
    qsizetype size = 1 << 20; ///< bytes of the whole item; envelopes use 64 KiB
    int depth = 8;            ///< arrays and maps inside each other
    quint64 text = 65'536;
    quint64 bytes = 65'536;
    quint64 items = 4'096;
};

enum class Fault {
    None,
    TooLarge,
    Truncated,
    TrailingBytes,
    NotShortest,  ///< an integer or length that could be written shorter
    Indefinite,   ///< indefinite length
    Forbidden,    ///< float, tag, other simple value, reserved bits
    IntegerRange, ///< outside signed 64 bits
    BadText,      ///< no UTF-8, or U+0000
    TooLong,      ///< a text, byte string, array or map beyond its limit
    TooDeep,
    KeyOrder, ///< keys unsorted or repeated
};
const char *faultName(Fault fault);

/// Whether `bytes` is exactly one item of the profile of exchange.md §6.1 (RFC 8949 §4.2.1, no floats, no
/// tags). Allocates nothing, never reads outside `bytes`. Every received or stored item passes here first.
Fault validate(QByteArrayView bytes, const Limits &limits = {});

/// Appends items to a byte array; the caller writes keys in order and as many items as announced (tests
/// hold every writer against validate()). Text given as QString is normalised to NFC.
class Writer
{
public:
    explicit Writer(QByteArray &out) : m_out(out) {}

    void integer(qint64 value);
    void bytes(QByteArrayView value);
    void utf8(QByteArrayView value);
    void text(QStringView value);
    void boolean(bool value);
    void null();
    void array(quint64 items) { head(4, items); }
    void map(quint64 pairs) { head(5, pairs); }
    /// An item that is encoded already.
    void raw(QByteArrayView item) { m_out.append(item); }

private:
    void head(unsigned major, quint64 argument);
    QByteArray &m_out;
};

enum class Type { End, Integer, Bytes, Text, Array, Map, Bool, Null };

/// Walks over a validated item. Each reading returns false, and stays where it is, when the next item is of
/// another type; it never reads outside the bytes even if they were not validated.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) {}

    Type type() const;
    bool integer(qint64 &value);
    bool bytes(QByteArrayView &value);
    bool utf8(QByteArrayView &value);
    bool boolean(bool &value);
    bool null();
    bool array(quint64 &items);
    bool map(quint64 &pairs);
    /// Skips one whole item and gives its bytes.
    bool item(QByteArrayView &value);
    bool atEnd() const { return m_at >= m_bytes.size(); }

private:
    bool head(unsigned major, quint64 &argument, qsizetype &next) const;
    bool string(unsigned major, QByteArrayView &value);
    bool skip(int depth);
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

/// Order of map keys and sorted arrays when the keys are texts: shorter first, then by bytes.
bool textKeyLess(QByteArrayView a, QByteArrayView b);

/// An array of encoded items, sorted by their bytes ("sorted array" of exchange.md §6.1).
QByteArray sortedArray(std::vector<QByteArray> items);

} // namespace ffp::cbor
