// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/common/areapicker.h"

#include <functional>

namespace ffp::ui {

/// How log-in and first run reach site files. Opening takes most of a second (key derivation), so answers
/// come later on the caller's thread.
class SiteDoor
{
public:
    using Opened = std::function<void(Result<std::unique_ptr<Session>>)>;
    using Users = std::function<void(Result<std::vector<User>>)>;
    using DivisionsRead = std::function<void(Result<qint64>)>;

    virtual ~SiteDoor() = default;
    virtual void usersOf(QObject *context, const QString &path, Users done) = 0;
    virtual void open(QObject *context, const QString &path, const QString &user, const QString &password,
                      Opened done) = 0;
    virtual void create(QObject *context, const NewSite &site, Opened done) = 0;
    /// Reads the divisions of another province, so that areas() offers them and create() puts them into the
    /// site; answers how many they are.
    virtual void useDivisions(QObject *context, const QString &path, DivisionsRead done) = 0;
    virtual std::vector<AreaSuggestion> areas(const QString &text, AreaLevel level, int limit) = 0;
};

} // namespace ffp::ui
