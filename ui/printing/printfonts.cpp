// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/printfonts.h"

#include <QFont>
#include <QFontDatabase>

#include <algorithm>
#include <span>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Candidate {
    const char16_t *family;
    bool bold = false;
    bool wanted = false; ///< what the office rules ask for; anything else is a replacement
};

// forms.md §4.3. None of the wanted faces may be shipped, so each chain ends with free ones.
constexpr Candidate kTitle[] = {{u"方正小标宋简体", false, true},
                                {u"方正小标宋_GBK", false, true},
                                {u"FZXiaoBiaoSong-B05S", false, true},
                                {u"FZXiaoBiaoSong-B05", false, true},
                                {u"SimSun", true},
                                {u"宋体", true},
                                {u"Noto Serif CJK SC", true},
                                {u"Source Han Serif SC", true}};
constexpr Candidate kHeading[] = {{u"黑体", false, true},
                                  {u"SimHei", false, true},
                                  {u"Noto Sans CJK SC", true},
                                  {u"Source Han Sans SC", true}};
constexpr Candidate kBody[] = {{u"宋体", false, true},
                               {u"SimSun", false, true},
                               {u"Noto Serif CJK SC"},
                               {u"Source Han Serif SC"}};
constexpr Candidate kFangSong[] = {{u"仿宋_GB2312", false, true}, {u"FangSong_GB2312", false, true},
                                   {u"仿宋", false, true},        {u"FangSong", false, true},
                                   {u"Noto Serif CJK SC"},        {u"Source Han Serif SC"}};
constexpr Candidate kKaiTi[] = {{u"楷体_GB2312", false, true}, {u"KaiTi_GB2312", false, true},
                                {u"楷体", false, true},        {u"KaiTi", false, true},
                                {u"Noto Serif CJK SC"},        {u"Source Han Serif SC"}};
// Rare characters in names (GB 18030), then signs.
constexpr Candidate kLastResort[] =
    {{u"Noto Serif CJK SC"},   {u"Noto Sans CJK SC"}, {u"SimSun-ExtB"}, {u"SimSun-ExtG"},
     {u"宋体-方正超大字符集"}, {u"FZSong-Extended"},  {u"HanaMinA"},    {u"HanaMinB"},
     {u"TH-Tshyn-P0"},         {u"TH-Tshyn-P1"},      {u"TH-Tshyn-P2"}, {u"BabelStone Han"},
     {u"WenQuanYi Zen Hei"},   {u"DejaVu Sans"}};

struct Chain {
    const char16_t *label;
    std::span<const Candidate> candidates;
};

const Chain kChains[kFontRoleCount] = {{u"小标宋", kTitle},
                                       {u"黑体", kHeading},
                                       {u"宋体", kBody},
                                       {u"仿宋", kFangSong},
                                       {u"楷体", kKaiTi}};

// Advances are taken at this size, where hinting and rounding do not show.
constexpr double kMeasuringSize = 1000;

/// Characters that take part in text but have no picture.
bool isInvisible(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F)
           || (c >= 0xE0100 && c <= 0xE01EF) || QChar::category(c) == QChar::Other_Control;
}

} // namespace

struct PrintFonts::Face {
    QString family;
    bool bold = false;
    QRawFont measuring;
    std::map<double, QRawFont> sizes;
};

struct PrintFonts::Role {
    const Chain *chain = nullptr;
    std::vector<int> faces; ///< loaded so far, in order of preference
    size_t next = 0;        ///< next candidate of the chain, then of the last resort
    const Candidate *primary = nullptr;
    std::array<std::unique_ptr<Block>, 256> blocks; ///< BMP
    QHash<char32_t, PrintGlyph> rare;               ///< beyond the BMP
};

PrintFonts::PrintFonts() = default;
PrintFonts::~PrintFonts() = default;

PrintFonts::Role &PrintFonts::role(FontRole which)
{
    std::unique_ptr<Role> &slot = m_roles[size_t(which)];
    if (!slot) {
        slot = std::make_unique<Role>();
        slot->chain = &kChains[size_t(which)];
    }
    return *slot;
}

int PrintFonts::loadFace(const QString &family, bool bold)
{
    const auto key = std::pair(family, bold);
    if (const auto known = m_faceByName.find(key); known != m_faceByName.end())
        return known->second;
    int index = -1;
    if (QFontDatabase::hasFamily(family)) {
        QFont font(family);
        font.setBold(bold);
        font.setPixelSize(int(kMeasuringSize));
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setStyleStrategy(QFont::NoFontMerging);
        auto face = std::make_unique<Face>();
        face->family = family;
        face->bold = bold;
        face->measuring = QRawFont::fromFont(font);
        const auto same = std::find_if(m_faces.begin(), m_faces.end(), [&](const auto &other) {
            return other->bold == bold && other->measuring.familyName() == face->measuring.familyName()
                   && other->measuring.styleName() == face->measuring.styleName();
        });
        if (same != m_faces.end()) { // two names of one face, such as 宋体 and SimSun
            index = int(same - m_faces.begin());
        } else if (face->measuring.isValid()) {
            index = int(m_faces.size());
            m_faces.push_back(std::move(face));
        }
    }
    m_faceByName.emplace(key, index);
    return index;
}

bool PrintFonts::extendChain(Role &role)
{
    const auto candidates = role.chain->candidates;
    while (role.next < candidates.size() + std::size(kLastResort)) {
        const size_t at = role.next++;
        const Candidate &candidate = at < candidates.size() ? candidates[at]
                                                            : kLastResort[at - candidates.size()];
        const int face = loadFace(QString::fromUtf16(candidate.family), candidate.bold);
        if (face < 0 || std::find(role.faces.begin(), role.faces.end(), face) != role.faces.end())
            continue;
        if (role.faces.empty())
            role.primary = &candidate;
        role.faces.push_back(face);
        return true;
    }
    return false;
}

PrintGlyph PrintFonts::find(Role &role, char32_t character)
{
    if (character == u'\t' || character == 0xA0)
        character = u' ';
    if (isInvisible(character))
        return {0, 0, PrintGlyph::Nothing};
    const QString text = QString::fromUcs4(&character, 1);
    for (size_t i = 0; i < role.faces.size() || extendChain(role); ++i) {
        const int index = role.faces[i];
        const QRawFont &font = m_faces[size_t(index)]->measuring;
        const QList<quint32> glyphs = font.glyphIndexesForString(text);
        if (glyphs.isEmpty() || glyphs.first() == 0)
            continue;
        const QList<QPointF> advances = font.advancesForGlyphIndexes({glyphs.first()});
        return {glyphs.first(), float(advances.first().x() / kMeasuringSize), qint16(index)};
    }
    if (std::find(m_missing.begin(), m_missing.end(), character) == m_missing.end())
        m_missing.push_back(character);
    return {0, 1, PrintGlyph::Missing};
}

const PrintGlyph &PrintFonts::glyph(FontRole which, char32_t character)
{
    Role &used = role(which);
    if (character > 0xFFFF) {
        auto known = used.rare.find(character);
        if (known == used.rare.end())
            known = used.rare.insert(character, find(used, character));
        return *known;
    }
    std::unique_ptr<Block> &block = used.blocks[character >> 8];
    if (!block)
        block = std::make_unique<Block>();
    PrintGlyph &known = (*block)[character & 0xFF];
    if (known.face == PrintGlyph::Unknown)
        known = find(used, character);
    return known;
}

double PrintFonts::width(FontRole role, QStringView text)
{
    double sum = 0;
    forEachCodePoint(text, [&](char32_t c) { sum += double(glyph(role, c).advance); });
    return sum;
}

const QRawFont &PrintFonts::face(int index, double size)
{
    Face &face = *m_faces[size_t(index)];
    auto known = face.sizes.find(size);
    if (known == face.sizes.end()) {
        QRawFont sized = face.measuring;
        sized.setPixelSize(size);
        known = face.sizes.emplace(size, std::move(sized)).first;
    }
    return known->second;
}

QStringList PrintFonts::replacements() const
{
    QStringList list;
    for (const auto &role : m_roles)
        if (role && role->primary && !role->primary->wanted)
            list.append(u"%1 → %2"_s.arg(QString::fromUtf16(role->chain->label),
                                         QString::fromUtf16(role->primary->family)));
    return list;
}

QString codePointName(char32_t character)
{
    return u"U+"_s + QString::number(uint(character), 16).toUpper().rightJustified(4, u'0');
}

} // namespace ffp::ui
