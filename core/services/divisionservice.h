// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/services/divisionrecords.h"
#include "core/services/session.h"

namespace ffp {

/// A line of the list of divisions.
struct DivisionLine {
    enum class Origin { Shipped, Imported, Local };
    AreaCode code;
    QString name; ///< short, as people say it
    Origin origin = Origin::Shipped;
};
const char *originCode(DivisionLine::Origin origin);

/// Session::create() for an office in a province that the program does not know: `divisionsFile` holds its
/// divisions (see readDivisionFile(); empty = none are needed). InvalidArgument when the area is neither in
/// the file nor in the program's table. Nothing is left at the path when it fails.
Result<std::unique_ptr<Session>> createSite(const NewSite &site, const QString &divisionsFile,
                                            const Clock &clock);

/// The table of divisions of a site: that of the program, tables of other provinces and villages that are in
/// none of them (domain.md V-10). Administrators only change it (NotAllowed); Session::divisions() has the
/// new table as soon as a call returns.
class DivisionService
{
public:
    explicit DivisionService(Session &session) : m_session(session) {}

    /// Errors of readDivisionFile(); all of the file or nothing. A code that is known gets the file's name.
    /// May run in a worker.
    Result<DivisionImport> importFile(const QString &path, Progress &progress);
    /// A village that the table lacks. InvalidValue (field code or name; args[0] = why: division_code,
    /// division_level, division_parent, required, too_long), NotAllowed outside of the site's area,
    /// AlreadyExists when the code is taken, also by a division that is retired.
    Result<> add(const QString &code, const QString &name);

    /// Townships that add() accepts villages of.
    QList<AreaCode> townships() const;
    /// The next free code of a village (村委会) of the township; null when there is none.
    AreaCode proposedCode(const AreaCode &township) const;
    /// Everything below `under` in the order of codes; provinces for the null code. NotFound.
    Result<std::vector<DivisionLine>> list(const AreaCode &under) const;

private:
    Result<> mayChange();
    DivisionWriter writer() const;

    Session &m_session;
};

} // namespace ffp
