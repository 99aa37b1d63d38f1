// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/tabledefinition.h"

#include "core/policy/jsonnode.h"

#include <QJsonDocument>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLargest = 64 * 1024;
constexpr int kFormat = 1;

QJsonArray array(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

Error unreadable(const QString &file, const QStringList &faults)
{
    Error error = Error::of(ErrorKind::InvalidValue);
    error.subject.file = file;
    error.args = faults;
    return error;
}

} // namespace

TableDefinition readTableDefinition(const JsonNode &node)
{
    node.allowOnly({"title", "english", "subject", "where", "columns", "groups", "figures", "clauses"});
    TableDefinition table;
    table.title = node.text("title");
    table.english = node.optionalText("english");
    table.subject = node.text("subject");
    table.where = node.optionalText("where");
    table.columns = node.texts("columns");
    table.groups = node.texts("groups");
    table.figures = node.texts("figures");
    table.clauses = node.texts("clauses");
    if (table.columns.isEmpty() == table.figures.isEmpty())
        node.fault(u"either columns to list or figures to count are needed"_s);
    if (!table.groups.isEmpty() && !table.isCount())
        node.fault(u"groups need figures"_s);
    return table;
}

Result<TableDefinition> tableFromJson(const QByteArray &json, const QString &file)
{
    if (json.size() > kLargest) {
        Error error = Error::of(ErrorKind::TooLarge);
        error.subject.file = file;
        error.args = {u"64 KiB"_s};
        return fail(std::move(error));
    }
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError || !document.isObject())
        return fail(unreadable(file, {u"JSON: "_s + parsed.errorString()}));
    std::vector<PackFault> faults;
    const JsonNode root(document.object(), {}, faults);
    root.allowOnly({"format", "table"});
    root.integer("format", kFormat, kFormat);
    TableDefinition table = readTableDefinition(root.child("table"));
    if (faults.empty())
        return table;
    QStringList texts;
    for (const PackFault &fault : faults)
        texts << fault.path + u": "_s + fault.why;
    return fail(unreadable(file, texts));
}

QByteArray tableToJson(const TableDefinition &table)
{
    QJsonObject object{{u"title"_s, table.title}, {u"subject"_s, table.subject}};
    const auto add = [&object](const QString &key, const QJsonValue &value) {
        if (value.isArray() ? !value.toArray().isEmpty() : !value.toString().isEmpty())
            object.insert(key, value);
    };
    add(u"english"_s, table.english);
    add(u"where"_s, table.where);
    add(u"columns"_s, array(table.columns));
    add(u"groups"_s, array(table.groups));
    add(u"figures"_s, array(table.figures));
    add(u"clauses"_s, array(table.clauses));
    return QJsonDocument(QJsonObject{{u"format"_s, kFormat}, {u"table"_s, object}}).toJson();
}

} // namespace ffp
