// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/zipfile.h"

#include "core/tables/workbook.h"

#include <QFile>

#include <minizip/unzip.h>

#include <array>
#include <vector>

namespace ffp {
namespace {

constexpr qint64 expansionCountsFrom = 64 << 20; // small parts may pack as well as they like
constexpr int maxParts = 65'535;
constexpr size_t pieceSize = 256 << 10;

Error truncated(const char *why)
{
    return Error::of(ErrorKind::TruncatedFile, QString::fromLatin1(why));
}

Error tooLarge(qint64 limit)
{
    Error error = Error::of(ErrorKind::TooLarge, QStringLiteral("zip expands beyond its limit"));
    error.args = {QString::number(limit), QStringLiteral("expansion")};
    return error;
}

bool expandsTooFar(qint64 expanded, qint64 packed, const ReadOptions &options)
{
    return expanded > expansionCountsFrom && expanded / qMax<qint64>(1, packed) > options.maxExpansion;
}

} // namespace

struct ZipFile::State {
    struct Part {
        unz64_file_pos position;
        qint64 packed;
        qint64 claimed;
        bool encrypted;
    };
    unzFile file = nullptr;
    QHash<QByteArray, Part> parts; // by lower-case name
    const ReadOptions *options = nullptr;
    qint64 expanded = 0; // over all parts read so far
    std::vector<char> piece = std::vector<char>(pieceSize);

    State() = default;
    Q_DISABLE_COPY_MOVE(State)
    ~State()
    {
        if (file)
            unzClose(file);
    }

    Result<> list()
    {
        int status = unzGoToFirstFile(file);
        for (int count = 0; status == UNZ_OK; ++count) {
            if (count >= maxParts)
                return fail(tooLarge(maxParts));
            unz_file_info64 info;
            std::array<char, 1024> name;
            if (unzGetCurrentFileInfo64(file, &info, name.data(), name.size(), nullptr, 0, nullptr, 0)
                != UNZ_OK)
                return fail(truncated("zip directory"));
            if (info.size_filename < name.size()) {
                Part part{{},
                          qint64(info.compressed_size),
                          qint64(info.uncompressed_size),
                          (info.flag & 1) != 0};
                if (unzGetFilePos64(file, &part.position) != UNZ_OK)
                    return fail(truncated("zip directory"));
                QByteArray key = QByteArray(name.data(), qsizetype(info.size_filename)).toLower();
                key.replace('\\', '/');
                if (!parts.contains(key))
                    parts.insert(key, part);
            }
            status = unzGoToNextFile(file);
        }
        if (status != UNZ_END_OF_LIST_OF_FILE)
            return fail(truncated("zip directory"));
        return {};
    }
};

ZipFile::ZipFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ZipFile::ZipFile(ZipFile &&) noexcept = default;
ZipFile &ZipFile::operator=(ZipFile &&) noexcept = default;
ZipFile::~ZipFile() = default;

Result<ZipFile> ZipFile::open(const QString &path, const ReadOptions &options)
{
    auto state = std::make_unique<State>();
    state->options = &options;
    state->file = unzOpen64(QFile::encodeName(path).constData());
    if (!state->file)
        return fail(truncated("no zip directory at the end")); // the start was that of a zip
    FFP_TRY(state->list());
    return ZipFile(std::move(state));
}

bool ZipFile::contains(const QByteArray &name) const
{
    return m_state->parts.contains(name.toLower());
}

qint64 ZipFile::claimedSize(const QByteArray &name) const
{
    const auto part = m_state->parts.constFind(name.toLower());
    return part == m_state->parts.cend() ? 0 : part->claimed;
}

Result<> ZipFile::read(const QByteArray &name, Progress &progress, const Sink &sink)
{
    State &s = *m_state;
    const auto part = s.parts.constFind(name.toLower());
    if (part == s.parts.cend()) {
        Error error = Error::of(ErrorKind::NotFound, QStringLiteral("zip part"));
        error.subject.key = QString::fromUtf8(name);
        return fail(std::move(error));
    }
    if (part->encrypted)
        return fail(ErrorKind::PasswordProtected);
    // At once: a bomb that says less is cut off there by minizip, and is damaged.
    if (part->claimed > s.options->maxExpandedBytes)
        return fail(tooLarge(s.options->maxExpandedBytes));
    if (expandsTooFar(part->claimed, part->packed, *s.options))
        return fail(tooLarge(s.options->maxExpansion));
    unz64_file_pos position = part->position;
    if (unzGoToFilePos64(s.file, &position) != UNZ_OK || unzOpenCurrentFile(s.file) != UNZ_OK)
        return fail(truncated("zip part cannot be opened"));

    Result<> outcome;
    qint64 expanded = 0;
    while (outcome) {
        const int got = unzReadCurrentFile(s.file, s.piece.data(), unsigned(s.piece.size()));
        if (got < 0)
            outcome = fail(truncated("zip part cannot be inflated"));
        if (got <= 0)
            break;
        expanded += got;
        s.expanded += got;
        if (s.expanded > s.options->maxExpandedBytes)
            outcome = fail(tooLarge(s.options->maxExpandedBytes));
        else if (expandsTooFar(expanded, part->packed, *s.options))
            outcome = fail(tooLarge(s.options->maxExpansion));
        else if (progress.cancelled())
            outcome = fail(ErrorKind::Cancelled);
        else
            outcome = sink({s.piece.data(), got});
    }
    const int closed = unzCloseCurrentFile(s.file); // says whether the checksum was right
    if (outcome && closed != UNZ_OK)
        return fail(truncated("zip part has a wrong checksum"));
    if (outcome && expanded != part->claimed)
        return fail(truncated("zip part is shorter than its directory says"));
    return outcome;
}

Result<QByteArray> ZipFile::readAll(const QByteArray &name, qint64 limit, Progress &progress)
{
    QByteArray all;
    FFP_TRY(read(name, progress, [&](QByteArrayView piece) -> Result<> {
        if (all.size() + piece.size() > limit)
            return fail(tooLarge(limit));
        all.append(piece);
        return {};
    }));
    return all;
}

} // namespace ffp
