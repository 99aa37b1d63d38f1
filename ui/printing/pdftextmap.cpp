// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pdftextmap.h"

#include <QByteArrayMatcher>

#include <algorithm>
#include <cstring>
#include <optional>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> refused(const QString &why)
{
    Error error = Error::of(ErrorKind::PrintFailed, u"ToUnicode: "_s + why);
    error.args = {why};
    return fail(std::move(error));
}

/// The <hex> words of a CMap; '[' and ']' come as they are.
class Tokens
{
public:
    explicit Tokens(QByteArrayView text) : m_text(text) {}

    std::optional<QByteArrayView> next()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
        if (m_at >= m_text.size())
            return std::nullopt;
        if (m_text[m_at] != '<')
            return m_text.sliced(m_at++, 1);
        const qsizetype end = m_text.indexOf('>', m_at);
        if (end < 0)
            return std::nullopt;
        const QByteArrayView word = m_text.sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return word;
    }
    std::optional<uint> number()
    {
        const auto word = next();
        if (!word || word->size() != 4)
            return std::nullopt;
        bool ok = false;
        const uint value = word->toByteArray().toUInt(&ok, 16);
        return ok ? std::optional(value) : std::nullopt;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// Names of glyphs 1 … n, 0 for none; nothing when the map is of another make than Qt's.
std::optional<std::u16string> readNames(QByteArrayView map)
{
    std::u16string names;
    qsizetype at = 0;
    while ((at = map.indexOf("beginbfrange", at)) >= 0) {
        at += qsizetype(std::strlen("beginbfrange"));
        const qsizetype end = map.indexOf("endbfrange", at);
        if (end < 0)
            return std::nullopt;
        Tokens tokens(map.sliced(at, end - at));
        while (const auto word = tokens.next()) {
            bool ok = false;
            const uint first = word->toByteArray().toUInt(&ok, 16);
            const auto last = tokens.number();
            if (!ok || !last || *last < first)
                return std::nullopt;
            const auto start = tokens.next();
            if (!start)
                return std::nullopt;
            const bool list = *start == "[";
            uint name = list ? 0 : start->toByteArray().toUInt(&ok, 16);
            for (uint glyph = first; glyph <= *last; ++glyph, ++name) {
                if (list) {
                    const auto listed = tokens.number();
                    if (!listed)
                        return std::nullopt;
                    name = *listed;
                }
                if (glyph == 0) // .notdef
                    continue;
                if (glyph <= names.size())
                    return std::nullopt;
                names.resize(glyph, 0); // Qt leaves out glyphs that it has no name for
                names.back() = char16_t(name);
            }
            if (list && tokens.next() != std::optional<QByteArrayView>("]"))
                return std::nullopt;
        }
        at = end;
    }
    return names;
}

bool fits(const DrawnFace &face, const std::u16string &names)
{
    if (face.characters.size() < names.size())
        return false;
    for (size_t i = 0; i < face.characters.size(); ++i) {
        const char16_t name = i < names.size() ? names[i] : 0;
        if (name != face.named[i] && char32_t(name) != face.characters[i])
            return false;
    }
    return true;
}

QByteArray hex(char32_t character)
{
    const auto four = [](uint value) {
        return QByteArray::number(value, 16).toUpper().rightJustified(4, '0');
    };
    if (character <= 0xFFFF)
        return '<' + four(uint(character)) + '>';
    return '<' + four(QChar::highSurrogate(character)) + four(QChar::lowSurrogate(character)) + '>';
}

/// Body of the map between begincmap and endcmap; of the characters beyond the BMP only the first `rare`.
QByteArray writeBody(const std::u32string &characters, qsizetype rare)
{
    std::vector<QByteArray> ranges{"<0000> <0000> <0000>\n"};
    QByteArray list;
    size_t first = 0; // glyph numbers count from 1
    const auto finish = [&](size_t last) {
        if (!list.isEmpty())
            ranges.push_back(hex(char32_t(first)) + ' ' + hex(char32_t(last)) + " [" + list + "]\n");
        list.clear();
    };
    for (size_t glyph = 1; glyph <= characters.size(); ++glyph) {
        const char32_t character = characters[glyph - 1];
        const bool leftOut = character > 0xFFFF && rare-- <= 0;
        if (leftOut || glyph % 256 == 0) // a range must not change its first byte
            finish(glyph - 1);
        if (leftOut)
            continue;
        if (list.isEmpty())
            first = glyph;
        list += hex(character);
    }
    finish(characters.size());

    QByteArray body = "\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
                      "<0000> <FFFF>\nendcodespacerange\n";
    for (size_t i = 0; i < ranges.size(); i += 100) { // no section may hold more
        const size_t count = std::min<size_t>(100, ranges.size() - i);
        body += QByteArray::number(qulonglong(count)) + " beginbfrange\n";
        for (size_t k = i; k < i + count; ++k)
            body += ranges[k];
        body += "endbfrange\n";
    }
    return body;
}

/// The fullest body of at most `room` bytes; empty when even the characters of the BMP do not fit.
QByteArray fittingBody(const std::u32string &characters, qsizetype room, qint64 &unsearchable)
{
    const qsizetype all = std::count_if(characters.begin(), characters.end(),
                                        [](char32_t c) { return c > 0xFFFF; });
    qsizetype low = -1; // the most that are known to fit
    qsizetype high = all;
    QByteArray best;
    while (low < high) {
        const qsizetype rare = low < 0 && high == all ? all : (low + high + 1) / 2;
        QByteArray body = writeBody(characters, rare);
        if (body.size() <= room) {
            low = rare;
            best = std::move(body);
        } else {
            high = rare - 1;
        }
    }
    unsearchable += all - std::max<qsizetype>(low, 0);
    return best;
}

} // namespace

std::vector<DrawnFace> drawnFaces(const GlyphLog &log, PrintFonts &fonts)
{
    QString bmp; // every code that a glyph can be named by
    bmp.reserve(0xFFFF);
    for (uint c = 1; c <= 0xFFFF; ++c)
        if (!QChar::isSurrogate(c))
            bmp.append(QChar(char16_t(c)));

    std::vector<DrawnFace> faces;
    for (size_t at = 0; at < log.faces().size(); ++at) {
        const std::u32string &characters = log.faces()[at];
        if (characters.empty())
            continue;
        const QRawFont &font = fonts.face(int(at), 10);
        const QList<quint32> glyphs = font.glyphIndexesForString(bmp);
        QHash<quint32, char16_t> lowest;
        for (qsizetype i = glyphs.size() - 1; i >= 0; --i)
            lowest.insert(glyphs[i], bmp[i].unicode());
        DrawnFace face{characters, {}};
        const QList<quint32> drawn = font.glyphIndexesForString(
            QString::fromUcs4(characters.data(), qsizetype(characters.size())));
        for (const quint32 glyph : drawn)
            face.named.push_back(lowest.value(glyph, 0));
        faces.push_back(std::move(face));
    }
    return faces;
}

Result<qint64> correctTextMaps(char *pdf, qsizetype size, const std::vector<DrawnFace> &faces)
{
    static const QByteArrayMatcher begin("begincmap");
    static const QByteArrayMatcher end("endcmap");
    std::vector<bool> done(faces.size(), false);
    qint64 unsearchable = 0;
    qsizetype at = 0;
    const QByteArrayView file(pdf, size);
    while ((at = begin.indexIn(file, at)) >= 0) {
        const qsizetype from = at + begin.pattern().size();
        const qsizetype to = end.indexIn(file, from);
        if (to < 0)
            return refused(u"text_map_unknown"_s);
        const auto names = readNames(file.sliced(from, to - from));
        const auto face = std::find_if(faces.begin(), faces.end(), [&](const DrawnFace &candidate) {
            return !done[size_t(&candidate - faces.data())] && names && fits(candidate, *names);
        });
        if (face == faces.end())
            return refused(u"text_map_unknown"_s);
        done[size_t(face - faces.begin())] = true;
        QByteArray body = fittingBody(face->characters, to - from, unsearchable);
        if (body.isEmpty())
            return refused(u"text_map_unknown"_s);
        body.append(to - from - body.size(), ' ');
        std::memcpy(pdf + from, body.constData(), size_t(body.size()));
        at = to;
    }
    if (std::find(done.begin(), done.end(), false) != done.end())
        return refused(u"no_text_map"_s);
    return unsearchable;
}

} // namespace ffp::ui
