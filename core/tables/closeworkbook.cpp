// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/closeworkbook.h"

#include "core/base/systemerror.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace ffp {

namespace {

/// The library prints its own words for errors; ours is the sentence that people read.
class QuietStandardError
{
public:
    QuietStandardError() : m_kept(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0))
    {
        const int nowhere = m_kept < 0 ? -1 : ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (nowhere < 0)
            return;
        ::dup2(nowhere, STDERR_FILENO);
        ::close(nowhere);
    }
    ~QuietStandardError()
    {
        if (m_kept < 0)
            return;
        ::dup2(m_kept, STDERR_FILENO);
        ::close(m_kept);
    }
    QuietStandardError(const QuietStandardError &) = delete;
    QuietStandardError &operator=(const QuietStandardError &) = delete;

private:
    int m_kept;
};

bool isWriteError(int code)
{
    return isNoRoom(code) || code == EIO;
}

/// Rows that were written while the sheet was filled.
bool rowsAreWritten(lxw_workbook *workbook)
{
    lxw_worksheet *sheet = nullptr;
    STAILQ_FOREACH(sheet, workbook->worksheets, list_pointers)
    {
        if (!sheet->optimize_tmpfile)
            continue;
        errno = EIO; // of an earlier write that failed; flushing says its own
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile))
            return false;
    }
    return true;
}

} // namespace

Result<> closeWorkbook(lxw_workbook *workbook, const OutputFile &output)
{
    if (!rowsAreWritten(workbook)) {
        const int code = errno;
        lxw_workbook_free(workbook);
        return fail(output.error(QString::fromLocal8Bit(std::strerror(code))));
    }
    lxw_error error = LXW_NO_ERROR;
    int code = 0;
    {
        // Standard error is one for the process: two workbooks that end at once take turns.
        static std::mutex turn;
        const std::lock_guard lock(turn);
        const QuietStandardError quiet;
        errno = 0; // set by whatever write fails, and by nothing that goes well
        error = workbook_close(workbook);
        code = errno;
    }
    if (error != LXW_NO_ERROR)
        return fail(output.error(QString::fromUtf8(lxw_strerror(error))));
    if (isWriteError(code))
        return fail(output.error(QString::fromLocal8Bit(std::strerror(code))));
    return {};
}

} // namespace ffp
