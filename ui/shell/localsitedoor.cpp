// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/localsitedoor.h"

#include "core/jobs/job.h"
#include "core/services/divisionservice.h"

#include <QCoreApplication>
#include <QThread>

namespace ffp::ui {
namespace {

using Opening = Result<std::unique_ptr<Session>>;

/// Runs `work` in a worker and hands its session over to the screen's thread before the answer.
void openInWorker(QObject *context, std::function<Opening()> work, SiteDoor::Opened done)
{
    runJob<std::unique_ptr<Session>>(
        context,
        [work = std::move(work)](Progress &) {
            Opening opened = work();
            if (opened)
                (*opened)->moveToThread(QCoreApplication::instance()->thread());
            return opened;
        },
        std::move(done));
}

} // namespace

LocalSiteDoor::LocalSiteDoor(const Clock &clock) : m_clock(clock)
{
    m_areas = std::async(std::launch::async, [] {
                  return std::make_shared<const AreaFinder>(DivisionTable::shipped());
              }).share();
}

LocalSiteDoor::~LocalSiteDoor() = default;

void LocalSiteDoor::usersOf(QObject *context, const QString &path, Users done)
{
    runJob<std::vector<User>>(
        context, [path](Progress &) { return Session::usersOf(path); }, std::move(done));
}

void LocalSiteDoor::open(QObject *context, const QString &path, const QString &user, const QString &password,
                         Opened done)
{
    openInWorker(
        context,
        [path, user, password, &clock = m_clock] { return Session::open(path, user, password, clock); },
        std::move(done));
}

void LocalSiteDoor::create(QObject *context, const NewSite &site, Opened done)
{
    openInWorker(
        context, [site, file = m_divisionsFile, &clock = m_clock] { return createSite(site, file, clock); },
        std::move(done));
}

void LocalSiteDoor::useDivisions(QObject *context, const QString &path, DivisionsRead done)
{
    using Read = std::pair<qint64, std::shared_ptr<const AreaFinder>>;
    runJob<Read>(
        context,
        [path](Progress &progress) -> Result<Read> {
            const DivisionTable &shipped = DivisionTable::shipped();
            FFP_ASSIGN(const DivisionTable file, readDivisionFile(path, shipped, progress));
            return Read{file.size(), std::make_shared<const AreaFinder>(shipped.with(file))};
        },
        [this, path, done = std::move(done)](Result<Read> read) {
            if (read) {
                m_more = read->second;
                m_divisionsFile = path;
            }
            done(read.map([](const Read &all) { return all.first; }));
        });
}

std::vector<AreaSuggestion> LocalSiteDoor::areas(const QString &text, AreaLevel level, int limit)
{
    const AreaFinder &finder = m_more ? *m_more : *m_areas.get();
    return finder.find(text, level, static_cast<size_t>(limit));
}

} // namespace ffp::ui
