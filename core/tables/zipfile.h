// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>

namespace ffp {

struct ReadOptions;

/// Reading side of a zip (minizip), with the limits of ReadOptions kept while inflating: what the
/// directory claims about sizes is not believed, except when it claims too much. TooLarge of these limits has
/// args[1] = "expansion". Names are compared without case, as Excel does.
class ZipFile
{
public:
    static Result<ZipFile> open(const QString &path, const ReadOptions &options);

    ZipFile(ZipFile &&) noexcept;
    ZipFile &operator=(ZipFile &&) noexcept;
    ~ZipFile();

    bool contains(const QByteArray &name) const;
    /// Sum of what the directory claims for these parts, for progress only.
    qint64 claimedSize(const QByteArray &name) const;

    /// Inflates a part piece by piece into `sink`; a failure of `sink` ends it. Fails with NotFound,
    /// PasswordProtected, TruncatedFile, TooLarge or Cancelled.
    using Sink = std::function<Result<>(QByteArrayView)>;
    Result<> read(const QByteArray &name, Progress &progress, const Sink &sink);
    /// A small part as a whole; TooLarge beyond `limit` bytes.
    Result<QByteArray> readAll(const QByteArray &name, qint64 limit, Progress &progress);

private:
    struct State;
    explicit ZipFile(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace ffp
