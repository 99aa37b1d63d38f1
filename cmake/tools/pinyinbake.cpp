// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the pinyin table that core/search compiles in, so that the program needs no ICU at run time.
// Readings = ICU Han-Latin/Names, then ICU Han-Latin (the everyday reading), then the hand-written
// file pinyinreadings.txt, which corrects what ICU gets wrong in names. All are kept: any may match.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Readings = std::vector<std::string>;

/// Tone marks off, ü to v; empty when it is no single syllable.
std::string plainSyllable(const icu::UnicodeString &text, const icu::Normalizer2 &nfd)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString decomposed = nfd.normalize(text, status);
    std::string out;
    for (int32_t i = 0; i < decomposed.length(); ++i) {
        const char16_t c = decomposed[i];
        if (c >= u'a' && c <= u'z')
            out += static_cast<char>(c);
        else if (c == u'\u0308' && !out.empty() && out.back() == 'u')
            out.back() = 'v';
        else if (u_charType(c) != U_NON_SPACING_MARK)
            return {};
    }
    return out.size() <= 6 ? out : std::string();
}

void addReading(Readings &readings, const std::string &syllable)
{
    if (!syllable.empty() && std::find(readings.begin(), readings.end(), syllable) == readings.end())
        readings.push_back(syllable);
}

/// People type ü as v, as u, or (after the passport rule) as yu.
Readings withUmlautForms(const Readings &readings)
{
    Readings all = readings;
    for (const std::string &syllable : readings) {
        const size_t v = syllable.find('v');
        if (v == std::string::npos)
            continue;
        std::string plain = syllable;
        plain[v] = 'u';
        addReading(all, plain);
        if (v + 1 == syllable.size())
            addReading(all, syllable.substr(0, v) + "yu");
    }
    return all;
}

struct Surname {
    std::u32string text;
    std::vector<Readings> readings; ///< one list for each character
};

std::u32string fromUtf8(const std::string &text)
{
    const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
    std::u32string out;
    for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1))
        out.push_back(static_cast<char32_t>(unicode.char32At(i)));
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "usage: pinyinbake pinyinreadings.txt out.cpp\n";
        return 2;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> names(
        icu::Transliterator::createInstance("Han-Latin/Names", UTRANS_FORWARD, status));
    const std::unique_ptr<icu::Transliterator> common(
        icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
    const icu::Normalizer2 *nfd = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) {
        std::cerr << "pinyinbake: " << u_errorName(status) << '\n';
        return 1;
    }

    std::map<char32_t, Readings> table;
    const auto addFromIcu = [&](char32_t c) {
        if (uscript_getScript(static_cast<UChar32>(c), &status) != USCRIPT_HAN && c != 0x3007)
            return;
        Readings readings;
        for (const icu::Transliterator *transliterator : {names.get(), common.get()}) {
            icu::UnicodeString text(static_cast<UChar32>(c));
            transliterator->transliterate(text);
            addReading(readings, plainSyllable(text, *nfd));
        }
        if (!readings.empty())
            table[c] = readings;
    };
    addFromIcu(0x3007);
    for (char32_t c = 0x3400; c <= 0x9FFF; ++c)
        addFromIcu(c);
    for (char32_t c = 0x20000; c <= 0x323AF; ++c)
        addFromIcu(c);

    std::set<std::string> known;
    for (const auto &[c, readings] : table)
        known.insert(readings.begin(), readings.end());

    std::ifstream file(argv[1]);
    if (!file) {
        std::cerr << "pinyinbake: cannot read " << argv[1] << '\n';
        return 1;
    }
    std::vector<Surname> surnames;
    std::set<std::u32string> seen;
    std::set<char32_t> seenChars;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const auto refuse = [&](const std::string &why) {
            std::cerr << argv[1] << ':' << number << ": " << why << '\n';
            std::exit(1);
        };
        if (line.empty() || line[0] == '#')
            continue;
        std::istringstream words(line);
        std::string kind, text, group;
        words >> kind >> text;
        const std::u32string characters = fromUtf8(text);
        std::vector<Readings> readings;
        while (words >> group) {
            Readings options;
            std::istringstream parts(group);
            for (std::string part; std::getline(parts, part, '/');) {
                if (!known.count(part))
                    refuse("no such syllable: " + part);
                addReading(options, part);
            }
            readings.push_back(options);
        }
        if (readings.size() != characters.size())
            refuse("as many groups of readings as characters are needed");
        if (kind == "char" && characters.size() == 1) {
            if (!seenChars.insert(characters[0]).second)
                refuse("listed twice");
            for (const std::string &syllable : readings[0])
                addReading(table[characters[0]], syllable);
        } else if (kind == "surname" && (characters.size() == 1 || characters.size() == 2)) {
            if (!seen.insert(characters).second)
                refuse("listed twice");
            surnames.push_back({characters, readings});
        } else {
            refuse("expected: char X readings, or surname X[Y] readings [readings]");
        }
    }

    // A surname's own readings come first, the everyday ones of its characters stay as well.
    for (Surname &surname : surnames) {
        for (size_t i = 0; i < surname.text.size(); ++i) {
            for (const std::string &syllable : table[surname.text[i]])
                addReading(surname.readings[i], syllable);
            surname.readings[i] = withUmlautForms(surname.readings[i]);
        }
    }
    for (auto &[c, readings] : table)
        readings = withUmlautForms(readings);

    // Syllables in alphabetical order: their number is the sort key of a name.
    std::map<std::string, int> syllables;
    for (const auto &[c, readings] : table)
        for (const std::string &syllable : readings)
            syllables[syllable] = 0;
    for (const Surname &surname : surnames)
        for (const Readings &readings : surname.readings)
            for (const std::string &syllable : readings)
                syllables[syllable] = 0;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        syllables[std::string(1, letter)] = 0;
    int next = 0;
    for (auto &[syllable, number] : syllables)
        number = next++;

    // Set 0 has no reading; sets 1 to 26 are the Latin letters themselves.
    std::map<Readings, int> sets{{{}, 0}};
    std::vector<Readings> order{{}};
    const auto setOf = [&](const Readings &readings) {
        const auto [it, fresh] = sets.emplace(readings, static_cast<int>(order.size()));
        if (fresh)
            order.push_back(readings);
        return it->second;
    };
    for (char letter = 'a'; letter <= 'z'; ++letter)
        setOf({std::string(1, letter)});
    std::vector<int> bmp(0xA000 - 0x3400, 0);
    std::map<char32_t, int> rest;
    for (const auto &[c, readings] : table) {
        if (c >= 0x3400 && c < 0xA000)
            bmp[c - 0x3400] = setOf(readings);
        else
            rest[c] = setOf(readings);
    }
    struct Entry {
        char32_t first, second;
        int firstSet, secondSet;
    };
    std::vector<Entry> entries;
    for (const Surname &surname : surnames)
        entries.push_back({surname.text[0], surname.text.size() > 1 ? surname.text[1] : 0,
                           setOf(surname.readings[0]),
                           surname.text.size() > 1 ? setOf(surname.readings[1]) : 0});
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::pair(a.first, a.second) < std::pair(b.first, b.second);
    });

    std::ofstream out(argv[2]);
    out << "// SPDX-License-Identifier: GPL-3.0-or-later\n// Generated by pinyinbake; do not edit.\n"
           "#include \"core/search/pinyindata.h\"\n\nnamespace ffp::pinyin {\n";
    const auto array = [&out](const char *type, const char *name, const auto &values) {
        out << "const " << type << ' ' << name << "[] = {";
        size_t column = 0;
        for (const auto &value : values)
            out << (column++ % 24 ? "" : "\n") << value << ',';
        out << "};\nconst int " << name << "Count = " << values.size() << ";\n";
    };
    std::vector<std::string> quoted;
    for (const auto &[syllable, number] : syllables)
        quoted.push_back('"' + syllable + '"');
    array("char *const", "kSyllables", quoted);
    std::vector<int> begins, members;
    for (const Readings &readings : order) {
        begins.push_back(static_cast<int>(members.size()));
        for (const std::string &syllable : readings)
            members.push_back(syllables.at(syllable));
    }
    begins.push_back(static_cast<int>(members.size()));
    array("quint16", "kSetBegins", begins);
    array("quint16", "kSetMembers", members);
    array("quint16", "kBmpSets", bmp);
    std::vector<unsigned> restChars;
    std::vector<int> restSets;
    for (const auto &[c, set] : rest) {
        restChars.push_back(static_cast<unsigned>(c));
        restSets.push_back(set);
    }
    array("quint32", "kRestChars", restChars);
    array("quint16", "kRestSets", restSets);
    std::vector<std::string> rows;
    for (const Entry &e : entries)
        rows.push_back('{' + std::to_string(static_cast<unsigned>(e.first)) + ','
                       + std::to_string(static_cast<unsigned>(e.second)) + ',' + std::to_string(e.firstSet)
                       + ',' + std::to_string(e.secondSet) + '}');
    array("SurnameEntry", "kSurnames", rows);
    out << "} // namespace ffp::pinyin\n";
    out.close();
    if (!out) {
        std::cerr << "pinyinbake: cannot write " << argv[2] << '\n';
        return 1;
    }
    return 0;
}
