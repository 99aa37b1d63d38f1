// SPDX-License-Identifier: GPL-3.0-or-later
// Fills an empty county site for the goals that need one: households with members and one income statement
// each, through the log, in one change. usage: bench_county SITE HOUSEHOLDS
#include "core/log/transact.h"
#include "tests/bench/benchpeople.h"
#include "tests/bench/benchsite.h"
#include "tests/bench/benchsupport.h"

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int households = QCoreApplication::arguments().value(2).toInt();
    if (households < 1) {
        std::fputs("usage: bench_county SITE HOUSEHOLDS\n", stderr);
        return 2;
    }
    using bench::People;
    const auto session = bench::openSite();
    QElapsedTimer timer;
    timer.start();
    const auto fill = [&](ffp::ChangeWriter &writer) -> ffp::Result<> {
        using ffp::Entity;
        FFP_TRY(writer.expectMany(Entity::Household, households));
        FFP_TRY(writer.expectMany(Entity::IncomeStatement, households));
        FFP_TRY(writer.expectMany(Entity::Member, qint64(households) * 7 / 2));
        for (int n = 0; n < households; ++n) {
            const ffp::AreaCode area = People::areaOf(n);
            FFP_ASSIGN(const ffp::RecordId id, writer.create(Entity::Household, area, People::household(n)));
            FFP_TRY(writer.create(Entity::IncomeStatement, area, People::income(n, id)));
            for (int i = 0; i < People::sizeOf(n); ++i)
                FFP_TRY(writer.create(Entity::Member, area, People::member(n, i, id)));
        }
        return {};
    };
    const ffp::ChangeSummary done = bench::hard(
        session->log().transact({"import", session->user().id, {}, {}, true, 0}, fill));
    return bench::print(
        {{QStringLiteral("ms"), bench::milliseconds(timer)}, {QStringLiteral("records"), done.created}});
}
