// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/householdfile.h"

#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/reports/incomesheet.h"
#include "core/reports/ledgers.h"
#include "core/reports/recordtables.h"
#include "core/services/attachmentservice.h"
#include "core/services/measureservice.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FilePart kParts[] = {
    FilePart::Basics,     FilePart::Members, FilePart::Jobs,        FilePart::Living, FilePart::Income,
    FilePart::Safeguards, FilePart::Risks,   FilePart::Helpers,     FilePart::Plans,  FilePart::Measures,
    FilePart::Visits,     FilePart::Alerts,  FilePart::Attachments, FilePart::Scans,
};

/// Scans are held in memory while they are printed.
constexpr qint64 kMostScanBytes = 128LL * 1024 * 1024;

/// The list of attachments goes with the scans: it says what they are.
bool isWanted(const HouseholdFileRequest &request, FilePart part)
{
    const auto names = [&](FilePart one) {
        return std::find(request.parts.begin(), request.parts.end(), one) != request.parts.end();
    };
    return request.parts.empty() || names(part) || (part == FilePart::Attachments && names(FilePart::Scans));
}

/// No personal data.
QString accessDetail(const HouseholdFileRequest &request)
{
    return u"household-file %1 %2"_s.arg(request.household.toString(),
                                         request.revealed ? u"full"_s : u"masked"_s);
}

/// 一、二、… for the headings of parts.
QString chineseNumber(size_t number)
{
    const QString digits = u"零一二三四五六七八九"_s;
    const auto digit = [&](size_t value) { return QString(digits[qsizetype(value)]); };
    if (number < 10)
        return digit(number);
    return (number < 20 ? QString() : digit(number / 10)) + u'十'
           + (number % 10 > 0 ? digit(number % 10) : QString());
}

QString headingOf(const std::vector<FilePart> &parts, size_t index)
{
    return u"%1、%2"_s.arg(chineseNumber(index + 1), filePartLabel(parts[index], Language::Chinese));
}

QString dateRange(const IncomeWindow &window)
{
    return u"%1至%2"_s.arg(chineseDate(window.from), chineseDate(window.to));
}

/// The parts while they are made.
class FileBuilder
{
public:
    FileBuilder(const HouseholdFileFacts &facts, bool revealed) : m_facts(facts)
    {
        m_words.masked = !revealed;
        for (const Record &member : facts.detail.members)
            m_words.names[member.id] = member[member::f("name")].toText();
        for (const Record &risk : facts.detail.risks)
            m_words.names[risk.id] = m_words.text(risk, case_risk::f("kind"));
        for (const Alert &alert : facts.alerts) {
            // The rule by its name, the evidence as the sentence that screens show, hidden there or not.
            m_words.instead[{alert.id, flag::f("rule").index}] = alert.ruleTitle;
            m_words.instead[{alert.id, flag::f("evidence").index}] = alert.message;
        }
    }

    std::vector<TableDocument> make(const std::vector<FilePart> &parts)
    {
        for (size_t i = 0; i < parts.size(); ++i) {
            const size_t before = m_tables.size();
            add(parts[i]);
            if (m_tables.size() > before)
                m_tables[before].heading = headingOf(parts, i);
        }
        return std::move(m_tables);
    }

private:
    void add(FilePart part)
    {
        const HouseholdDetail &detail = m_facts.detail;
        switch (part) {
        case FilePart::Basics: addGrid(detail.household); break;
        case FilePart::Members: addTables(Entity::Member, detail.members); break;
        case FilePart::Jobs: addTables(Entity::Job, detail.jobs); break;
        case FilePart::Living: addLiving(); break;
        case FilePart::Income: addIncomes(); break;
        case FilePart::Safeguards: addTables(Entity::SafeguardCheck, detail.safeguards); break;
        case FilePart::Risks: addRisks(); break;
        case FilePart::Helpers: addTables(Entity::Assignment, detail.assignments); break;
        case FilePart::Plans: addPlans(); break;
        case FilePart::Measures: addTables(Entity::Measure, m_facts.measures); break;
        case FilePart::Visits: addTables(Entity::Visit, detail.visits); break;
        case FilePart::Alerts: addTables(Entity::Flag, detail.flags); break;
        case FilePart::Attachments: addTables(Entity::Attachment, m_facts.attachments); break;
        case FilePart::Scans: break; // behind the tables
        }
    }

    TableDocument &put(TableDocument table, const QString &subheading = {})
    {
        table.subheading = subheading;
        return m_tables.emplace_back(std::move(table));
    }

    static QString label(const FieldGroup &group) { return QString::fromUtf16(group.label); }

    /// Every field under the heads of its groups; the first group has that of the part.
    void addGrid(const Record &record)
    {
        bool first = true;
        for (const FieldSection &section : printedSections(record.entity))
            put(fieldGrid(record, section.fields, m_words),
                std::exchange(first, false) ? QString() : label(*section.group));
    }

    /// One table a group; groups in which nobody has anything are left out, the first is always there.
    void addTables(Entity entity, const std::vector<Record> &records)
    {
        bool first = true;
        for (const FieldSection &section : printedSections(entity)) {
            if (!first && !anySaid(records, section.fields))
                continue;
            QString subheading = std::exchange(first, false) ? QString() : label(*section.group);
            for (TableDocument &table : recordTables(records, keyField(entity), section.fields, m_words))
                put(std::move(table), std::exchange(subheading, {}));
        }
    }

    bool anySaid(const std::vector<Record> &records, const std::vector<FieldRef> &fields) const
    {
        return std::any_of(records.begin(), records.end(), [&](const Record &record) {
            return std::any_of(fields.begin(), fields.end(),
                               [&](FieldRef field) { return !m_words.text(record, field).isEmpty(); });
        });
    }

    /// The newest year in full, of the years before what was different.
    void addLiving()
    {
        const std::vector<Record> &years = m_facts.detail.living;
        if (years.empty()) {
            addTables(Entity::LivingConditions, years);
            return;
        }
        addGrid(years.front());
        if (years.size() == 1)
            return;
        put(yearsBefore(years), u"以前年度"_s);
    }

    TableDocument yearsBefore(const std::vector<Record> &years) const
    {
        TableDocument table = partTable();
        TableColumn year;
        year.id = u"year"_s;
        year.header = fieldHead(fieldDef(living::f("year")));
        year.width = 3;
        year.align = CellAlign::Center;
        TableColumn what;
        what.id = u"difference"_s;
        what.header = u"与后一年不同的项目"_s;
        what.width = 40;
        what.align = CellAlign::Left;
        table.columns = {year, what};
        std::vector<TableRow> rows;
        for (size_t i = 1; i < years.size(); ++i)
            rows.push_back(
                {{m_words.text(years[i], living::f("year")), difference(years[i], years[i - 1])}, 0});
        table.rows = std::make_shared<RowList>(std::move(rows));
        return table;
    }

    QString difference(const Record &record, const Record &later) const
    {
        QStringList parts;
        for (const FieldSection &section : printedSections(record.entity))
            for (const FieldRef field : section.fields)
                if (field != living::f("year") && record[field] != later[field]) {
                    const QString text = m_words.text(record, field);
                    parts << fieldHead(fieldDef(field)) + u' ' + (text.isEmpty() ? u"/"_s : text);
                }
        return parts.isEmpty() ? u"与后一年相同"_s : parts.join(u"；"_s);
    }

    void addIncomes()
    {
        if (m_facts.incomes.empty())
            addTables(Entity::IncomeStatement, {});
        for (const IncomeView &view : m_facts.incomes)
            put(incomePart(view, m_words.masked), dateRange(incomeWindowOf(view.statement)));
    }

    void addRisks()
    {
        addTables(Entity::Case, m_facts.detail.cases);
        if (m_facts.detail.cases.empty())
            return;
        const size_t before = m_tables.size();
        addTables(Entity::CaseRisk, m_facts.detail.risks);
        m_tables[before].subheading = QString::fromUtf16(entityDef(Entity::CaseRisk).label);
    }

    void addPlans()
    {
        if (m_facts.plans.empty())
            addTables(Entity::Plan, {});
        for (const Record &plan : m_facts.plans)
            for (const FieldSection &section : printedSections(Entity::Plan))
                put(fieldGrid(plan, section.fields, m_words), m_words.text(plan, plan::f("made_on")));
    }

    const HouseholdFileFacts &m_facts;
    RecordWords m_words;
    std::vector<TableDocument> m_tables;
};

/// How many records a part shows.
qint64 countOf(const HouseholdFileFacts &facts, FilePart part)
{
    const HouseholdDetail &detail = facts.detail;
    switch (part) {
    case FilePart::Basics: return 1;
    case FilePart::Members: return qint64(detail.members.size());
    case FilePart::Jobs: return qint64(detail.jobs.size());
    case FilePart::Living: return qint64(detail.living.size());
    case FilePart::Income: return qint64(facts.incomes.size());
    case FilePart::Safeguards: return qint64(detail.safeguards.size());
    case FilePart::Risks: return qint64(detail.risks.size());
    case FilePart::Helpers: return qint64(detail.assignments.size());
    case FilePart::Plans: return qint64(facts.plans.size());
    case FilePart::Measures: return qint64(facts.measures.size());
    case FilePart::Visits: return qint64(detail.visits.size());
    case FilePart::Alerts: return qint64(detail.flags.size());
    case FilePart::Attachments: return qint64(facts.attachments.size());
    case FilePart::Scans: return qint64(facts.scans.size());
    }
    Q_UNREACHABLE();
}

/// 归档目录: what the file holds and how much of it.
TableDocument contents(const HouseholdFileFacts &facts, const std::vector<FilePart> &parts)
{
    TableDocument table = partTable();
    TableColumn name;
    name.id = u"part"_s;
    name.header = u"归档目录"_s;
    name.width = 30;
    name.align = CellAlign::Left;
    TableColumn count;
    count.id = u"count"_s;
    count.header = u"条数"_s;
    count.kind = ColumnKind::Integer;
    count.width = 6;
    table.columns = {name, count};
    std::vector<TableRow> rows;
    for (size_t i = 0; i < parts.size(); ++i)
        rows.push_back({{headingOf(parts, i), countOf(facts, parts[i])}, 0});
    table.rows = std::make_shared<RowList>(std::move(rows));
    return table;
}

Enclosure enclosureOf(const Record &attachment, const RecordWords &words)
{
    QStringList caption;
    for (const FieldRef field : {attachment::f("kind"), attachment::f("taken_on"), attachment::f("title"),
                                 attachment::f("member_id")})
        if (const QString text = words.text(attachment, field); !text.isEmpty())
            caption << text;
    return {caption.join(u"　"_s), {}, {}};
}

QString faultOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound: return u"此附件的内容尚未收到，无法印出。"_s;
    case ErrorKind::Damaged: return u"此附件的内容已损坏，无法印出；请核对原件后重新添加。"_s;
    default: break;
    }
    return u"此附件无法读取，未印出。"_s;
}

/// Their content, each noted in the access log.
Result<> readScans(Session &session, HouseholdFileFacts &facts, Progress &progress)
{
    AttachmentService service(session);
    RecordWords words;
    for (const Record &member : facts.detail.members)
        words.names[member.id] = member[member::f("name")].toText();
    qint64 bytes = 0;
    for (const Record &attachment : facts.attachments) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("read", qint64(facts.scans.size()), qint64(facts.attachments.size()));
        Enclosure &scan = facts.scans.emplace_back(enclosureOf(attachment, words));
        bytes += attachment[attachment::f("bytes")].toInt();
        if (bytes > kMostScanBytes) {
            scan.fault = u"附件合计过大，此件未印出；请单独打印。"_s;
            continue;
        }
        Result<QByteArray> content = service.open(attachment.id);
        if (content)
            scan.content = std::move(*content);
        else if (content.error().kind == ErrorKind::Locked)
            return fail(content.error());
        else
            scan.fault = faultOf(content.error());
    }
    return {};
}

Result<HouseholdFileFacts> readFacts(Session &session, const HouseholdFileRequest &request,
                                     Progress &progress)
{
    HouseholdFileFacts facts;
    FFP_ASSIGN(facts.detail, RegistryService(session).household(request.household));
    const IncomeService incomes(session);
    for (const Record &statement : facts.detail.incomes) {
        FFP_ASSIGN(IncomeView view, incomes.view(statement.id));
        facts.incomes.push_back(std::move(view));
    }
    const MeasureService help(session);
    FFP_ASSIGN(facts.plans, help.plansOf(request.household));
    FFP_ASSIGN(facts.measures, help.listOf(request.household));
    FFP_ASSIGN(facts.attachments, AttachmentService(session).listOf(request.household));
    CheckService check(session);
    AlertQuery query;
    query.household = request.household;
    query.openOnly = false;
    FFP_ASSIGN(facts.alerts, request.revealed ? check.revealed(query) : check.alerts(query));
    if (isWanted(request, FilePart::Scans))
        FFP_TRY(readScans(session, facts, progress));
    return facts;
}

} // namespace

std::span<const FilePart> fileParts()
{
    return kParts;
}

const char *filePartCode(FilePart part)
{
    switch (part) {
    case FilePart::Basics: return "basic";
    case FilePart::Members: return "member";
    case FilePart::Jobs: return "job";
    case FilePart::Living: return "living";
    case FilePart::Income: return "income";
    case FilePart::Safeguards: return "safeguard";
    case FilePart::Risks: return "risk";
    case FilePart::Helpers: return "help";
    case FilePart::Plans: return "plan";
    case FilePart::Measures: return "measure";
    case FilePart::Visits: return "visit";
    case FilePart::Alerts: return "alert";
    case FilePart::Attachments: return "attachment";
    case FilePart::Scans: return "scan";
    }
    Q_UNREACHABLE();
}

QString filePartLabel(FilePart part, Language language)
{
    const bool chinese = language == Language::Chinese;
    for (const FieldGroup &group : fieldGroups())
        if (std::string_view(group.id) == filePartCode(part))
            return chinese ? QString::fromUtf16(group.label) : QString::fromLatin1(group.english);
    return chinese ? u"附件原件"_s : u"Scans and photos"_s;
}

std::optional<std::vector<FilePart>> filePartsFromText(const QString &text)
{
    std::vector<FilePart> parts;
    for (const QString &word : text.split(u',')) {
        const auto known = std::find_if(std::begin(kParts), std::end(kParts), [&](FilePart part) {
            return word.trimmed() == QLatin1String(filePartCode(part));
        });
        if (known == std::end(kParts))
            return std::nullopt;
        parts.push_back(*known);
    }
    return parts;
}

TableDocument householdFile(const HouseholdFileFacts &facts, const HouseholdFileRequest &request,
                            const PrintOffice &office)
{
    std::vector<FilePart> wanted;
    for (const FilePart part : kParts)
        if (isWanted(request, part))
            wanted.push_back(part);
    TableDocument document = contents(facts, wanted);
    document.parts = FileBuilder(facts, request.revealed).make(wanted);
    document.enclosures = facts.scans;
    document.id = u"household-file"_s;
    document.title = u"农户档案（一户一档）"_s;
    document.subtitle = facts.detail.areaName;
    document.head = {{u"户主"_s, facts.detail.headName},
                     {u"户编号"_s, facts.detail.household[household::f("household_no")].toText()},
                     {u"填报单位"_s, office.name},
                     {u"填报日期"_s, chineseDate(office.today)}};
    document.on = office.today;
    document.operatorName = office.operatorName;
    document.printedOn = office.today;
    return document;
}

Result<TableDocument> makeHouseholdFile(Session &session, const HouseholdFileRequest &request,
                                        Progress &progress)
{
    if (request.revealed)
        FFP_TRY(session.recordAccess(Session::Access::Unmask, accessDetail(request)));
    FFP_ASSIGN(const HouseholdFileFacts facts, readFacts(session, request, progress));
    const PrintOffice office{session.site().name, session.user().shownName(), session.clock().today()};
    return householdFile(facts, request, office);
}

Result<> recordHouseholdFileUse(Session &session, const HouseholdFileRequest &request, const QString &how,
                                int pages)
{
    const auto what = how == u"print" ? Session::Access::Print : Session::Access::Export;
    return session.recordAccess(what, u"%1 %2 %3"_s.arg(accessDetail(request), how).arg(pages));
}

} // namespace ffp
