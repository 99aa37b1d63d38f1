// SPDX-License-Identifier: GPL-3.0-or-later
// A field is declared once; whoever declares one finds it everywhere it belongs: in the form, in imports, in
// tables and their export, in the history, and sealed and masked when it is of S-class. What stands somewhere
// else on purpose is in one of the lists below, each with its reason.
#include "core/domain/codelist.h"
#include "core/log/history.h"
#include "core/services/import/importkinds.h"
#include "core/services/tableservice.h"
#include "tests/support/logfixture.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"

#include <map>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Exception {
    const char *field; ///< "entity.field", or "entity.*"
    const char *why;
};

/// Not filled by a column of an import that has one of its names.
constexpr Exception kNotImported[] = {
    {"income_statement.year", "is the year of the row, a field of living_conditions"},
    {"income_statement.population", "is the number of persons of the household"},
    {"income_statement.prepared_by", "is who filled in the sheet of the household"},
    {"income_statement.prepared_on", "is when the sheet of the household was filled in"},
    {"case.monitor_class", "is read as the class of the household, whose case is made of it"},
    {"income_line.*", "columns are named after the items"},
    {"case_risk.*", "columns are risks by rank; what is known of a risk besides is typed"},
    {"safeguard_check.*", "no file of checks is imported"},
    {"assignment.*", "no file of helpers is imported"},
    {"plan.*", "no file of plans is imported"},
    {"measure.*", "no file of measures is imported"},
    {"attachment.*", "files are attached one by one"},
    {"clue.*", "no file of clues is imported"},
    {"flag.*", "made by the month-end check"},
    {"import_batch.*", "made by an import"},
    {"held_row.*", "made by an import"},
    {"division.*", "has an import of its own, by column names of resources/divisions"},
    {"setting.*", "belongs to the office"},
    {"proceeding.*", "started by an official"},
    {"step.*", "written when a step is done"},
};

/// No column of tables.
constexpr Exception kNoColumn[] = {
    {"income_line.*", "stands in the statement, whose totals are columns"},
    {"case_risk.*", "stands under a case, not under a household; the ledgers name the risks"},
    {"clue.*", "nothing works with clues yet"},
    {"division.*", "of the office, not of a household"},
    {"setting.*", "of the office, not of a household"},
    {"proceeding.*", "listed by its inbox"},
};

template <size_t N>
bool isExcepted(const Exception (&list)[N], const EntityDef &entity, const FieldDef &field)
{
    const QByteArray one = QByteArray(entity.id) + '.' + field.id;
    const QByteArray all = QByteArray(entity.id) + ".*";
    return std::any_of(std::begin(list), std::end(list),
                       [&](const Exception &e) { return one == e.field || all == e.field; });
}

bool isAsked(const FieldDef &field)
{
    return !(field.flags & (kDerived | kLocalOnly));
}

/// How often the forms ask for a field.
qsizetype timesInForm(FieldRef ref)
{
    qsizetype times = 0;
    for (const ui::FieldForm::Section &section : ui::formSections(ref.entity, ui::References::Ask))
        times += std::count(section.fields.begin(), section.fields.end(), ref);
    return times;
}

/// Whether a file with nothing but this header fills the field.
bool fills(const QString &header, FieldRef field)
{
    return std::ranges::any_of(imports::kindDefs(), [&](const imports::KindDef &kind) {
        return imports::idsOf(kind, {header}).value(0) == imports::idOfField(field);
    });
}

/// Headers of the declaration that fill another field or none.
QStringList strayHeaders(FieldRef ref)
{
    const FieldDef &field = fieldDef(ref);
    QStringList headers{QString::fromUtf16(field.label)};
    headers += QString::fromUtf16(field.synonyms).split(u'|', Qt::SkipEmptyParts);
    headers.removeIf([&](const QString &header) { return fills(header, ref); });
    return headers;
}

bool hasColumn(const EntityDef &entity, const FieldDef &field)
{
    const auto columns = TableService::columns(QString::fromLatin1(entity.id));
    return std::ranges::any_of(columns, [&](const TableColumnInfo &column) {
        return !column.ofHousehold && column.id == QLatin1String(field.id)
               && column.shape.sensitivity == field.sensitivity;
    });
}

template <typename T>
T hard(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

Value sampleOf(const FieldDef &field, const std::map<std::string_view, RecordId> &records)
{
    switch (field.type) {
    case FieldType::Int:
    case FieldType::Dec:
    case FieldType::Money: return Value(731);
    case FieldType::Year: return Value(2024);
    case FieldType::Bool: return Value(true);
    case FieldType::Date: return Value(u"2024-05-06"_s);
    case FieldType::Ym: return Value(u"2024-05"_s);
    case FieldType::Code: return Value(QString::fromLatin1(codeList(field.list)->codes.back().code));
    case FieldType::Codes:
        return Value(QStringList{QString::fromLatin1(codeList(field.list)->codes.back().code)});
    case FieldType::TextList: return Value(QStringList{u"样品"_s});
    case FieldType::Ref: return Value(records.at(field.list));
    case FieldType::Text: return Value(u"样品731"_s);
    }
    return {};
}

} // namespace

class TestFieldPlaces : public QObject
{
    Q_OBJECT

    LogFixture m_site;
    std::map<std::string_view, RecordId> m_records; ///< one of each entity, every stored field filled
    std::map<std::string_view, std::vector<FieldChange>> m_changes;

    void addRows()
    {
        QTest::addColumn<int>("entity");
        QTest::addColumn<int>("index");
        for (const EntityDef &entity : entities())
            for (size_t i = 0; i < entity.fields.size(); ++i)
                QTest::addRow("%s.%s", entity.id, entity.fields[i].id) << int(entity.entity) << int(i);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const EntityDef &entity : entities())
            m_records[entity.id] = m_site.make(entity.entity, {});
        for (const EntityDef &entity : entities()) {
            FieldValues values;
            for (quint16 i = 0; i < entity.fields.size(); ++i)
                if (!(entity.fields[i].flags & kDerived))
                    values.emplace_back(FieldRef{entity.entity, i}, sampleOf(entity.fields[i], m_records));
            FFP_VERIFY(m_site.log->transact(m_site.operation(), [&](ChangeWriter &writer) {
                return writer.edit(m_records[entity.id], values);
            }));
            const qint64 rid = hard(m_site.store().ridOf(m_records[entity.id]));
            m_changes[entity.id] = hard(History(*m_site.db, m_site.cipher).of(std::span(&rid, 1)));
        }
    }

    void isInTheForm_data() { addRows(); }
    void isInTheForm()
    {
        QFETCH(int, entity);
        QFETCH(int, index);
        const FieldRef ref{Entity(entity), quint16(index)};
        const bool wanted = isAsked(fieldDef(ref));
        QCOMPARE(timesInForm(ref), wanted ? 1 : 0);
    }

    void isReadByImports_data() { addRows(); }
    void isReadByImports()
    {
        QFETCH(int, entity);
        QFETCH(int, index);
        const FieldRef ref{Entity(entity), quint16(index)};
        const FieldDef &field = fieldDef(ref);
        if (!isAsked(field) || field.type == FieldType::Ref)
            return;
        const QStringList stray = strayHeaders(ref);
        const bool excepted = isExcepted(kNotImported, entityDef(ref.entity), field);
        QVERIFY2(stray.isEmpty() != excepted, qPrintable(u"also or not read: "_s + stray.join(u'|')));
    }

    void isAColumnOfTables_data() { addRows(); }
    void isAColumnOfTables()
    {
        QFETCH(int, entity);
        QFETCH(int, index);
        const FieldRef ref{Entity(entity), quint16(index)};
        const EntityDef &def = entityDef(ref.entity);
        const FieldDef &field = fieldDef(ref);
        if (field.flags & kDerived) // some stand in lists, some do not
            return;
        const bool wanted = isAsked(field) && field.type != FieldType::Ref
                            && !isExcepted(kNoColumn, def, field);
        QCOMPARE(hasColumn(def, field), wanted);
    }

    void isKeptWithItsHistory_data() { addRows(); }
    void isKeptWithItsHistory()
    {
        QFETCH(int, entity);
        QFETCH(int, index);
        const FieldRef ref{Entity(entity), quint16(index)};
        const EntityDef &def = entityDef(ref.entity);
        const FieldDef &field = fieldDef(ref);
        if (field.flags & kDerived)
            return;
        const Value sample = sampleOf(field, m_records);
        const Record record = hard(
            m_site.store().record(ref.entity, hard(m_site.store().ridOf(m_records[def.id]))));
        QCOMPARE(record[ref], sample);
        const auto &changes = m_changes[def.id];
        const auto change = std::ranges::find_if(changes,
                                                 [&](const FieldChange &c) { return c.field == ref; });
        QVERIFY(change != changes.end());
        QCOMPARE(change->after, sample);
        QVERIFY(!ui::fieldLabel(field).isEmpty());
        const QString text = ui::valueText(field, change->after);
        QVERIFY(!text.isEmpty());
        // The words of a list stand there, not its codes.
        if (field.type == FieldType::Code || field.type == FieldType::Codes)
            QVERIFY2(text != sample.toText(), qPrintable(text));
        QCOMPARE(ui::maskedValueText(field, change->after) == text, field.sensitivity != Sensitivity::S);
    }

    void isSealedWhenSensitive_data() { addRows(); }
    void isSealedWhenSensitive()
    {
        QFETCH(int, entity);
        QFETCH(int, index);
        const FieldRef ref{Entity(entity), quint16(index)};
        const EntityDef &def = entityDef(ref.entity);
        const FieldDef &field = fieldDef(ref);
        if (field.flags & kDerived)
            return;
        const QString stored = m_site.text(
            u"SELECT typeof(t.%1) FROM %2 t JOIN record r ON r.rid = t.rid WHERE hex(r.rec) = '%3'"_s
                .arg(QLatin1String(field.id), QLatin1String(def.table),
                     m_records[def.id].toString().toUpper()));
        QCOMPARE(stored == u"blob"_s, field.sensitivity == Sensitivity::S);
    }

    /// A list of exceptions names fields that exist, each with its reason.
    void exceptionsAreOfFieldsThatExist()
    {
        const auto check = [](std::span<const Exception> list) {
            for (const Exception &one : list) {
                const QByteArray name(one.field);
                const EntityDef *entity = entityById(name.left(name.indexOf('.')).toStdString());
                QVERIFY2(entity, one.field);
                const QByteArray field = name.mid(name.indexOf('.') + 1);
                QVERIFY2(field == "*" || fieldById(entity->entity, field.toStdString()), one.field);
                QVERIFY2(*one.why, one.field);
            }
        };
        check(kNotImported);
        check(kNoColumn);
    }
};

QTEST_MAIN(TestFieldPlaces)
#include "tst_fieldplaces.moc"
