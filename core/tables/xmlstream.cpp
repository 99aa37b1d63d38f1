// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/xmlstream.h"

#include "core/tables/zipfile.h"

#include <expat.h>

#include <charconv>
#include <memory>

namespace ffp {

qint64 XmlAttributes::number(const char *localName, qint64 otherwise) const
{
    const std::string_view found = text(localName);
    qint64 number = 0;
    const auto [end, failed] = std::from_chars(found.data(), found.data() + found.size(), number);
    return failed == std::errc() && end == found.data() + found.size() && !found.empty() ? number : otherwise;
}

namespace {

constexpr int maxDepth = 128;

struct Parse {
    XML_Parser parser;
    XmlHandler *handler;
    std::optional<Error> error;
    int depth = 0;

    void stop(Error why)
    {
        if (!error)
            error = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }
};

void onStart(void *user, const char *name, const char **attributes)
{
    auto *const parse = static_cast<Parse *>(user);
    if (parse->error)
        return; // expat still ends the tag that it was in
    if (++parse->depth > maxDepth) {
        parse->stop(Error::of(ErrorKind::TruncatedFile, QStringLiteral("XML nested too deep")));
        return;
    }
    if (auto done = parse->handler->startElement(XmlAttributes::local(name), XmlAttributes(attributes));
        !done)
        parse->stop(std::move(done.error()));
}

void onEnd(void *user, const char *name)
{
    auto *const parse = static_cast<Parse *>(user);
    if (parse->error)
        return;
    --parse->depth;
    if (auto done = parse->handler->endElement(XmlAttributes::local(name)); !done)
        parse->stop(std::move(done.error()));
}

void onText(void *user, const char *text, int length)
{
    auto *const parse = static_cast<Parse *>(user);
    if (parse->error)
        return;
    if (auto done = parse->handler->characters({text, size_t(length)}); !done)
        parse->stop(std::move(done.error()));
}

void onEntity(void *user, const char *, int, const char *, int, const char *, const char *, const char *,
              const char *)
{
    static_cast<Parse *>(user)->stop(
        Error::of(ErrorKind::TruncatedFile, QStringLiteral("XML declares entities")));
}

} // namespace

Result<> parseXml(ZipFile &zip, const QByteArray &part, XmlHandler &handler, Progress &progress)
{
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)>
        parser(XML_ParserCreate(nullptr), &XML_ParserFree);
    if (!parser)
        return fail(ErrorKind::Internal, QStringLiteral("no memory for an XML parser"));
    Parse parse{parser.get(), &handler, std::nullopt};
    XML_SetUserData(parser.get(), &parse);
    XML_SetElementHandler(parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    XML_SetEntityDeclHandler(parser.get(), onEntity);

    const auto feed = [&](QByteArrayView piece, bool last) -> Result<> {
        if (XML_Parse(parser.get(), piece.data(), int(piece.size()), last) != XML_STATUS_ERROR)
            return {};
        if (parse.error)
            return fail(std::move(*parse.error));
        // The parser keeps what is between two tags until it ends, up to a limit of its own.
        const bool endless = XML_GetErrorCode(parser.get()) == XML_ERROR_NO_MEMORY;
        return fail(endless ? ErrorKind::TooLarge : ErrorKind::TruncatedFile,
                    QStringLiteral("%1, line %2: %3")
                        .arg(QString::fromUtf8(part))
                        .arg(XML_GetCurrentLineNumber(parser.get()))
                        .arg(QString::fromLatin1(XML_ErrorString(XML_GetErrorCode(parser.get())))));
    };
    const qint64 total = zip.claimedSize(part);
    qint64 done = 0;
    FFP_TRY(zip.read(part, progress, [&](QByteArrayView piece) -> Result<> {
        done += piece.size();
        progress.report("read-workbook", done, total);
        return feed(piece, false);
    }));
    return feed({}, true);
}

} // namespace ffp
