// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>

#include <cstring>
#include <optional>
#include <string_view>

namespace ffp {

class ZipFile;

/// Name/value pairs of a start tag. Names are given without their namespace prefix.
class XmlAttributes
{
public:
    explicit XmlAttributes(const char **pairs) : m_pairs(pairs) {}
    /// Null when absent.
    const char *value(const char *localName) const
    {
        for (const char **pair = m_pairs; *pair; pair += 2)
            if (std::strcmp(local(*pair), localName) == 0)
                return pair[1];
        return nullptr;
    }
    /// With its prefix, for attributes that differ by prefix only.
    const char *prefixedValue(const char *name) const
    {
        for (const char **pair = m_pairs; *pair; pair += 2)
            if (std::strcmp(*pair, name) == 0)
                return pair[1];
        return nullptr;
    }
    std::string_view text(const char *localName) const
    {
        const char *const found = value(localName);
        return found ? std::string_view(found) : std::string_view();
    }
    /// "1" and "true".
    bool flag(const char *localName) const
    {
        const std::string_view found = text(localName);
        return found == "1" || found == "true";
    }
    /// Digits only; `otherwise` when absent or anything else.
    qint64 number(const char *localName, qint64 otherwise) const;

    static const char *local(const char *name)
    {
        const char *const colon = std::strchr(name, ':');
        return colon ? colon + 1 : name;
    }

private:
    const char **m_pairs;
};

/// Receives the elements of one XML part.
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual Result<> startElement(std::string_view name, const XmlAttributes &attributes) = 0;
    virtual Result<> endElement(std::string_view name) = 0;
    /// May come in several pieces.
    virtual Result<> characters(std::string_view text) = 0;
};

/// Feeds a part of a zip to `handler` (expat). Entity declarations and nesting deeper than 128 are
/// refused: no spreadsheet needs them. Fails with TruncatedFile on bad XML, else with what the zip or
/// the handler says.
Result<> parseXml(ZipFile &zip, const QByteArray &part, XmlHandler &handler, Progress &progress);

} // namespace ffp
