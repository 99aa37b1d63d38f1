// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/divisionservice.h"

#include "core/base/about.h"
#include "core/base/text.h"
#include "core/services/fieldcheck.h"

#include <QFile>

#include <algorithm>
#include <map>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 60; ///< letters; the longest of Anhui has 24
constexpr int kFirstVillage = 200;     ///< V-09: 001–199 居委会, 200–399 村委会
constexpr int kLastVillage = 399;

tl::unexpected<Error> wrong(const char *field, const QString &why)
{
    Error error = Error::onField(ErrorKind::InvalidValue, "division", field);
    error.args = {why};
    return fail(std::move(error));
}

AreaCode villageCode(const AreaCode &township, int number)
{
    return AreaCode::fromString(township.prefix() + QString::number(number).rightJustified(3, u'0'));
}

} // namespace

const char *originCode(DivisionLine::Origin origin)
{
    switch (origin) {
    case DivisionLine::Origin::Shipped: return "shipped";
    case DivisionLine::Origin::Imported: return "imported";
    case DivisionLine::Origin::Local: return "local";
    }
    return "shipped";
}

Result<std::unique_ptr<Session>> createSite(const NewSite &site, const QString &divisionsFile,
                                            const Clock &clock)
{
    if (divisionsFile.isEmpty())
        return Session::create(site, clock);
    // Everything that can be wrong with the file is known before there is a site.
    SilentProgress progress;
    FFP_ASSIGN(const DivisionTable file, readDivisionFile(divisionsFile, DivisionTable::shipped(), progress));
    if (!file.contains(site.area) && !DivisionTable::shipped().contains(site.area))
        return fail(Error::onField(ErrorKind::InvalidArgument, "site", "area"));
    FFP_ASSIGN(std::unique_ptr<Session> session, Session::create(site, clock));
    const DivisionWriter writer{session->log(), session->user().id, session->site().area};
    if (const auto written = writeDivisions(writer, file, {}, progress); !written) {
        session.reset();
        QFile::remove(site.path);
        return fail(written.error());
    }
    return session;
}

Result<> DivisionService::mayChange()
{
    FFP_TRY(mayWrite(m_session));
    if (m_session.user().role == Role::Admin)
        return {};
    FFP_TRY(m_session.recordAccess(Session::Access::Denied, u"division"_s));
    return fail(ErrorKind::NotAllowed);
}

DivisionWriter DivisionService::writer() const
{
    return {m_session.log(), m_session.user().id, m_session.site().area};
}

Result<DivisionImport> DivisionService::importFile(const QString &path, Progress &progress)
{
    FFP_TRY(mayChange());
    FFP_ASSIGN(const DivisionTable file, readDivisionFile(path, m_session.divisions(), progress));
    FFP_ASSIGN(const std::vector<StoredDivision> stored,
               storedDivisions(m_session.database(), m_session.cipher()));
    return writeDivisions(writer(), file, stored, progress);
}

Result<> DivisionService::add(const QString &code, const QString &name)
{
    FFP_TRY(mayChange());
    const AreaCode village = AreaCode::fromString(code.trimmed());
    const QString shown = cleaned(name);
    if (village.isNull())
        return wrong("code", u"division_code"_s);
    if (village.level() != AreaLevel::Village)
        return wrong("code", u"division_level"_s);
    if (shown.isEmpty())
        return wrong("name", u"required"_s);
    if (shown.size() > kLongestName)
        return wrong("name", u"too_long"_s);
    const DivisionTable &table = m_session.divisions();
    if (!m_session.site().area.covers(village))
        return fail(Error{ErrorKind::NotAllowed, aboutKey(u"division"_s, village.toString()), {}, {}});
    if (!table.contains(village.parent()) || table.isRetired(village.parent()))
        return wrong("code", u"division_parent"_s);
    if (table.contains(village))
        return fail(Error{ErrorKind::AlreadyExists, aboutKey(u"division"_s, village.toString()), {}, {}});
    return writeLocalDivision(writer(), {village, shown, false});
}

QList<AreaCode> DivisionService::townships() const
{
    const AreaCode &site = m_session.site().area;
    if (site.level() == AreaLevel::Township)
        return m_session.divisions().contains(site) ? QList<AreaCode>{site} : QList<AreaCode>();
    return m_session.divisions().descendants(site, AreaLevel::Township);
}

AreaCode DivisionService::proposedCode(const AreaCode &township) const
{
    if (township.isNull() || township.level() != AreaLevel::Township)
        return {};
    for (int number = kFirstVillage; number <= kLastVillage; ++number)
        if (const AreaCode code = villageCode(township, number); !m_session.divisions().contains(code))
            return code;
    return {};
}

Result<std::vector<DivisionLine>> DivisionService::list(const AreaCode &under) const
{
    const DivisionTable &table = m_session.divisions();
    if (!under.isNull() && !table.contains(under))
        return fail(Error{ErrorKind::NotFound, aboutKey(u"division"_s, under.toString()), {}, {}});
    FFP_ASSIGN(const std::vector<StoredDivision> stored,
               storedDivisions(m_session.database(), m_session.cipher()));
    std::map<AreaCode, bool> local;
    for (const StoredDivision &one : stored)
        local[one.division.code] = one.local;
    std::vector<DivisionLine> lines;
    const auto add = [&](const AreaCode &code) {
        const auto own = local.find(code);
        const auto origin = own == local.end() ? DivisionLine::Origin::Shipped
                            : own->second      ? DivisionLine::Origin::Local
                                               : DivisionLine::Origin::Imported;
        lines.push_back({code, table.name(code), origin});
    };
    for (const AreaLevel level :
         {AreaLevel::Province, AreaLevel::City, AreaLevel::County, AreaLevel::Township, AreaLevel::Village})
        if (!under.isNull() || level == AreaLevel::Province)
            for (const AreaCode &code : table.descendants(under, level))
                add(code);
    std::sort(lines.begin(), lines.end(),
              [](const DivisionLine &a, const DivisionLine &b) { return a.code < b.code; });
    return lines;
}

} // namespace ffp
