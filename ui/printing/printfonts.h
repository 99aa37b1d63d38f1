// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRawFont>
#include <QStringList>

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace ffp::ui {

/// Typefaces by what they are for (forms.md §4.3): 小标宋, 黑体, 宋体, 仿宋, 楷体.
enum class FontRole { Title, Heading, Body, FangSong, KaiTi };
inline constexpr int kFontRoleCount = 5;

/// Where a character's picture comes from. Advance in em, the same at every size.
struct PrintGlyph {
    enum : qint16 { Unknown = -3, Missing = -2, Nothing = -1 };
    quint32 index = 0;
    float advance = 0;
    qint16 face = Unknown; ///< below 0: nothing is drawn
};

/// The faces of this machine by role with a fallback chain per character, and a cache of glyphs and
/// advances: measuring a text is one table look-up per character. No shaping: Chinese office papers need
/// none, and what is measured is exactly what is drawn.
/// Belongs to the thread that made it, as QRawFont does.
class PrintFonts
{
public:
    PrintFonts();
    ~PrintFonts();
    PrintFonts(const PrintFonts &) = delete;
    PrintFonts &operator=(const PrintFonts &) = delete;

    /// A character without a glyph anywhere is remembered in missing() and has the width of one em.
    const PrintGlyph &glyph(FontRole role, char32_t character);
    /// Width in em.
    double width(FontRole role, QStringView text);

    /// A face at a size in points (1 unit of the painter = 1 pt).
    const QRawFont &face(int face, double size);
    int faceCount() const { return int(m_faces.size()); }

    const std::vector<char32_t> &missing() const { return m_missing; }
    /// "小标宋 → Noto Serif CJK SC" for each role used whose wanted face is absent.
    QStringList replacements() const;

private:
    struct Face;
    struct Role;
    using Block = std::array<PrintGlyph, 256>;

    Role &role(FontRole role);
    PrintGlyph find(Role &role, char32_t character);
    int loadFace(const QString &family, bool bold);
    bool extendChain(Role &role);

    std::vector<std::unique_ptr<Face>> m_faces;
    std::map<std::pair<QString, bool>, int> m_faceByName;
    std::array<std::unique_ptr<Role>, kFontRoleCount> m_roles;
    std::vector<char32_t> m_missing;
};

/// Calls `use` for every code point; a lone surrogate comes as U+FFFD.
template <class Use>
void forEachCodePoint(QStringView text, Use use)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(char16_t(c), text[++i].unicode());
        else if (QChar::isSurrogate(c))
            c = 0xFFFD;
        use(c);
    }
}

/// "U+9F98"
QString codePointName(char32_t character);

} // namespace ffp::ui
