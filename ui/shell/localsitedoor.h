// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/models/areafinder.h"
#include "ui/shell/sitedoor.h"

#include <future>

namespace ffp::ui {

/// Site files on this computer. Opens and makes them in a worker; the session then belongs to the screen's
/// thread.
class LocalSiteDoor : public SiteDoor
{
public:
    /// `clock` must outlive every session.
    explicit LocalSiteDoor(const Clock &clock);
    ~LocalSiteDoor() override;

    void usersOf(QObject *context, const QString &path, Users done) override;
    void open(QObject *context, const QString &path, const QString &user, const QString &password,
              Opened done) override;
    void create(QObject *context, const NewSite &site, Opened done) override;
    void useDivisions(QObject *context, const QString &path, DivisionsRead done) override;
    std::vector<AreaSuggestion> areas(const QString &text, AreaLevel level, int limit) override;

private:
    const Clock &m_clock;
    std::shared_future<std::shared_ptr<const AreaFinder>> m_areas; ///< made behind the first dialog
    QString m_divisionsFile; ///< of another province; goes into the site that is made; empty = none
    std::shared_ptr<const AreaFinder> m_more; ///< with another province; null = none was chosen
};

} // namespace ffp::ui
