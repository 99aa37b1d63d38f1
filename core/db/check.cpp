// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/check.h"

#include "core/db/query.h"

#include <sqlite3.h>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kOpcodesBetweenLooks = 10'000;

/// Stops the connection's statements as soon as `progress` is cancelled.
class Watch
{
public:
    Watch(sqlite3 *handle, const Progress &progress) : m_handle(handle)
    {
        sqlite3_progress_handler(
            handle, kOpcodesBetweenLooks,
            [](void *p) { return static_cast<const Progress *>(p)->cancelled() ? 1 : 0; },
            const_cast<Progress *>(&progress));
    }
    ~Watch() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

private:
    sqlite3 *m_handle;
};

} // namespace

Result<> checkDatabase(const Database &db, CheckDepth depth, const Progress &progress)
{
    sqlite3 *handle = db.handle();
    if (!handle)
        return fail(Error::onFile(ErrorKind::FileUnreadable, db.path(), u"no connection"_s));
    if (progress.cancelled()) // a small file is through before the watch looks
        return fail(ErrorKind::Cancelled);
    const Watch watch(handle, progress);
    Query query(db, depth == CheckDepth::Quick ? u"PRAGMA quick_check(1)"_s : u"PRAGMA integrity_check(1)"_s);
    FFP_TRY(query.run());
    FFP_ASSIGN(const bool row, query.next());
    if (row && query.text(0) == u"ok")
        return {};
    return fail(Error::onFile(ErrorKind::Damaged, db.path(), row ? query.text(0) : u"no answer"_s));
}

} // namespace ffp
