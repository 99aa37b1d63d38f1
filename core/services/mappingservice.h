// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/savedmapping.h"
#include "core/services/session.h"

#include <vector>

namespace ffp {

/// The mappings of senders that a site has saved. They are settings of the site file: in its log, undone as
/// any change.
class MappingService
{
public:
    explicit MappingService(Session &session) : m_session(session) {}

    /// By name.
    Result<std::vector<SavedMapping>> list() const;
    /// Those that were made for files with these headers, the one with most headers first.
    Result<std::vector<SavedMapping>> fitting(const QStringList &headers) const;
    /// Names of those that fit a file, the best one first.
    Result<QStringList> namesFor(const FilePreview &file) const;
    /// NotFound.
    Result<SavedMapping> named(const QString &name) const;
    /// In place of the one of this name. InvalidValue for a name that is blank, too long, or has somebody's
    /// number in it.
    Result<> save(const SavedMapping &mapping);
    /// NotFound.
    Result<> remove(const QString &name);

private:
    Session &m_session;
};

} // namespace ffp
