// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonstream.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ffp::cli {

namespace {

QByteArray encoded(const QJsonValue &value)
{
    // A document is an array or an object: the brackets of the array around one value go.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

JsonStream::~JsonStream()
{
    while (!m_open.isEmpty())
        end();
    put("\n");
    std::fflush(m_file);
}

void JsonStream::add(const QJsonObject &pairs)
{
    for (auto it = pairs.begin(); it != pairs.end(); ++it) {
        key(it.key());
        put(encoded(*it));
    }
}

void JsonStream::add(const char *name, const QJsonValue &value)
{
    key(QString::fromLatin1(name));
    put(encoded(value));
}

void JsonStream::beginArray(const char *name)
{
    key(QString::fromLatin1(name));
    open('[');
}

void JsonStream::addItem(const QJsonObject &item)
{
    next();
    put(QJsonDocument(item).toJson(QJsonDocument::Compact));
}

void JsonStream::beginObject()
{
    next();
    open('{');
}

void JsonStream::end()
{
    put(QByteArray(1, m_open.back()));
    m_open.chop(1);
    m_first = false;
}

void JsonStream::open(char bracket)
{
    put(QByteArray(1, bracket));
    m_open.append(bracket == '{' ? '}' : ']');
    m_first = true;
}

/// Separator before a pair or an item, each on a line of its own.
void JsonStream::next()
{
    put(m_first ? "\n" : ",\n");
    m_first = false;
}

void JsonStream::key(const QString &name)
{
    next();
    put(encoded(name) + ": ");
}

void JsonStream::put(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), m_file);
}

} // namespace ffp::cli
