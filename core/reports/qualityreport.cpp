// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/qualityreport.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString levelWord(const QString &level)
{
    return level == "E"_L1 ? u"必须改正"_s : level == "W"_L1 ? u"须答复"_s : u"提示"_s;
}

class FindingRows : public RowSource
{
public:
    FindingRows(Session &session, std::shared_ptr<const QualityRun> run, std::vector<qsizetype> which)
        : m_session(session),
          m_run(std::move(run)),
          m_which(std::move(which))
    {}

    qsizetype count() const override { return qsizetype(m_which.size()); }

    Result<> read(qsizetype first, qsizetype n, const Visitor &visit) const override
    {
        constexpr qsizetype kChunk = 500;
        const QualityService service(m_session);
        for (qsizetype at = first; at < first + n; at += kChunk) {
            const qsizetype size = std::min(kChunk, first + n - at);
            FFP_ASSIGN(const std::vector<QualityFinding> found,
                       service.findings(*m_run,
                                        std::span(m_which).subspan(std::size_t(at), std::size_t(size))));
            for (qsizetype i = 0; i < size; ++i)
                FFP_TRY(visit(at + i, rowOf(at + i, found[std::size_t(i)])));
        }
        return {};
    }

private:
    static TableRow rowOf(qsizetype index, const QualityFinding &finding)
    {
        TableRow row;
        row.cells = {TableCell(qint64(index + 1)),
                     levelWord(finding.level),
                     finding.rule,
                     finding.ruleTitle,
                     finding.areaName,
                     finding.householdNo,
                     finding.headName,
                     finding.memberName,
                     finding.message,
                     finding.answer};
        return row;
    }

    Session &m_session;
    std::shared_ptr<const QualityRun> m_run;
    std::vector<qsizetype> m_which;
};

} // namespace

TableDocument qualityDocument(Session &session, std::shared_ptr<const QualityRun> run,
                              std::vector<qsizetype> which)
{
    TableDocument document;
    document.id = u"quality-findings"_s;
    document.title = u"数据质量疑点清单"_s;
    document.on = run->day();
    document.subtitle = session.site().name + u"　核查日期："_s + run->day().toString(Qt::ISODate);
    const auto column = [&document](const char *id, const QString &header, double width,
                                    ColumnKind kind = ColumnKind::Text) {
        TableColumn made;
        made.id = QLatin1String(id);
        made.header = header;
        made.width = width;
        made.kind = kind;
        document.columns.push_back(made);
    };
    column("no", u"序号"_s, 3, ColumnKind::Integer);
    column("level", u"级别"_s, 5);
    column("rule", u"规则"_s, 5);
    column("title", u"疑点"_s, 14);
    column("area", u"所在村"_s, 8);
    column("household_no", u"户编号"_s, 9);
    column("head", u"户主姓名"_s, 5);
    column("member", u"成员姓名"_s, 5);
    column("message", u"说明"_s, 30);
    column("answer", u"答复"_s, 14);
    document.rows = std::make_shared<FindingRows>(session, std::move(run), std::move(which));
    document.pageSubtotals = false;
    document.grandTotal = false;
    document.operatorName = session.user().shownName();
    document.printedOn = session.clock().today();
    return document;
}

} // namespace ffp
