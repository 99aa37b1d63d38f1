// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <cstdio>

namespace ffp::cli {

/// One JSON document written piece by piece, for answers of any length: a county's import has some hundred
/// thousand findings, which as one QJsonDocument would take more memory than the import itself.
class JsonStream
{
public:
    explicit JsonStream(FILE *file) : m_file(file) { open('{'); }
    /// Closes what is open and ends the line.
    ~JsonStream();
    JsonStream(const JsonStream &) = delete;
    JsonStream &operator=(const JsonStream &) = delete;

    /// All pairs of `pairs` into the open object.
    void add(const QJsonObject &pairs);
    void add(const char *key, const QJsonValue &value);
    void beginArray(const char *key);
    /// An object as the next item of the open array; with beginObject() more can be said of it.
    void addItem(const QJsonObject &item);
    void beginObject();
    /// Ends the innermost array or object.
    void end();

private:
    void open(char bracket);
    void next();
    void key(const QString &name);
    void put(const QByteArray &bytes);

    FILE *m_file;
    QByteArray m_open; ///< closing brackets, innermost last
    bool m_first = true;
};

} // namespace ffp::cli
