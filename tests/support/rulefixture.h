// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/qualitycheck.h"
#include "core/analysis/ruleevaluation.h"
#include "tests/support/logfixture.h"

#include <QMap>
#include <QSet>

namespace ffp::test {

/// A field value from a literal: text (of a Codes field: comma-joined), number (Money in 分) or truth.
struct Given {
    const char *field;
    std::variant<bool, qint64, QString, RecordId> value;
    Given(const char *f, bool v) : field(f), value(v) {}
    Given(const char *f, int v) : field(f), value(qint64(v)) {}
    Given(const char *f, const char *v) : field(f), value(QString::fromUtf8(v)) {}
    Given(const char *f, const QString &v) : field(f), value(v) {}
    Given(const char *f, const RecordId &v) : field(f), value(v) {}
};
using Givens = std::vector<Given>;

/// Writes records for rule tests inside one transaction; fails hard.
class RecordMaker
{
public:
    explicit RecordMaker(ChangeWriter &writer, const char *village = kVillage)
        : m_writer(writer),
          m_village(village)
    {}
    RecordId make(Entity entity, const Givens &values);
    /// An exited household with a number of its own; `values` replace or add.
    RecordId household(const Givens &values = {});
    RecordId of(RecordId household, Entity entity, Givens values);
    RecordId member(RecordId household, Givens values = {});
    /// A case with its household's class; active unless said otherwise.
    RecordId monitor(RecordId household, const char *monitorClass, const char *status = "active");
    /// Statement for a year: net income and population.
    RecordId income(RecordId household, int year, int netFen, int population, Givens values = {});

private:
    ChangeWriter &m_writer;
    const char *m_village;
    int m_next = 0;
};

FieldValues fieldValues(Entity entity, const Givens &values);

/// A site file with the rules of one pack run over it.
struct RuleFixture : LogFixture {
    using LogFixture::LogFixture;
    void write(const std::function<void(RecordMaker &)> &work, const char *village = kVillage);
    Evaluation evaluate(const PolicyPack &pack, YearMonth month);
    QualityEvaluation quality(const PolicyPack &pack, QDate day);
    /// Rules that fire, by household (members of it included).
    QMap<RecordId, QSet<QString>> fired(const Evaluation &evaluation);
    QMap<RecordId, QSet<QString>> fired(const QualityEvaluation &evaluation);
    qint64 rid(const RecordId &id) const;
};

PolicyPack pack(const char *id = "anhui-2020");

} // namespace ffp::test
