// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/savedmapping.h"

#include "core/base/about.h"
#include "core/base/area.h"
#include "core/base/outputfile.h"
#include "core/base/text.h"
#include "core/services/import/importkinds.h"
#include "core/services/import/mappingcheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of texts in a mapping; spreadsheet programs allow more, people do not write it.
constexpr qsizetype kLongestText = 1'000;

Error wrong(const QString &why)
{
    return {ErrorKind::InvalidArgument, aboutField(u"import"_s, u"map"_s), {}, why};
}

bool isText(const QJsonValue &value)
{
    return value.isString() && value.toString().size() <= kLongestText;
}

/// Columns: what is no text is no field either. It must not pass for "" (keep the text only), and is named
/// with the other fields that there are not.
QMap<QString, QString> columnsOf(const QJsonObject &object)
{
    QMap<QString, QString> out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), isText(it.value()) || it.value().isNull()
                                 ? it.value().toString()
                                 : QString::fromUtf8(
                                       QJsonDocument(QJsonArray{it.value()}).toJson(QJsonDocument::Compact))
                                       .left(40));
    return out;
}

/// `value` as a map of texts.
Result<QMap<QString, QString>> texts(const QJsonValue &value, const QString &name)
{
    if (value.isUndefined())
        return QMap<QString, QString>();
    if (!value.isObject())
        return fail(wrong(name + u" is no object"_s));
    QMap<QString, QString> out;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isText(it.value()))
            return fail(wrong(u"%1: \"%2\" is no text"_s.arg(name, it.key().left(40))));
        out.insert(it.key(), it.value().toString());
    }
    return out;
}

Result<QString> text(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object[name];
    if (!value.isUndefined() && !isText(value))
        return fail(wrong(name + u" is no text"_s));
    return value.toString();
}

/// The short form: nothing but headers and fields.
bool isShort(const QJsonObject &object)
{
    return !object["columns"_L1].isObject();
}

QJsonObject toObject(const QMap<QString, QString> &map)
{
    QJsonObject out;
    for (auto it = map.begin(); it != map.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

Result<> check(const SavedMapping &mapping)
{
    if (!mapping.kind.isEmpty() && !imports::kindFromCode(mapping.kind))
        return fail(wrong(u"unknown kind"_s));
    for (const QString &unit : mapping.units)
        if (!imports::moneyFactorOf(unit))
            return fail(wrong(u"unknown unit "_s + unit.left(40)));
    for (const QString &code : mapping.villages)
        if (AreaCode::fromString(code).level() != AreaLevel::Village)
            return fail(wrong(u"a village is no code of 12 digits"_s));
    return imports::checkFields(mapping.columns);
}

} // namespace

bool SavedMapping::fits(const QStringList &fileHeaders) const
{
    QSet<QString> there;
    for (const QString &header : fileHeaders)
        there.insert(headerKey(header));
    return !headers.isEmpty() && std::all_of(headers.begin(), headers.end(), [&](const QString &header) {
        return there.contains(headerKey(header));
    });
}

void SavedMapping::addTo(ImportOptions &options) const
{
    const auto add = [](QMap<QString, QString> &to, const QMap<QString, QString> &from) {
        for (auto it = from.begin(); it != from.end(); ++it)
            if (!to.contains(it.key()))
                to.insert(it.key(), it.value());
    };
    add(options.mapping, columns);
    add(options.units, units);
    add(options.villages, villages);
    if (!kind.isEmpty() && (options.as.isEmpty() || options.as == u"auto"))
        options.as = kind;
    if (options.sheet.isEmpty())
        options.sheet = sheet;
    options.marksMeanYes = options.marksMeanYes || marksMeanYes;
}

SavedMapping SavedMapping::of(const QString &name, const ImportOptions &options, const FilePreview &file)
{
    SavedMapping out;
    out.name = name;
    out.kind = options.kinds.value(file.file, options.as);
    if (out.kind == u"auto")
        out.kind.clear();
    out.sheet = options.sheet;
    for (const auto &column : file.columns)
        out.headers.append(column.first);
    out.columns = options.mapping;
    out.units = options.units;
    out.villages = options.villages;
    out.marksMeanYes = options.marksMeanYes;
    return out;
}

QByteArray mappingToJson(const SavedMapping &mapping)
{
    QJsonObject out{{u"columns"_s, toObject(mapping.columns)}};
    const auto addText = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            out.insert(name, value);
    };
    addText(u"name"_s, mapping.name);
    addText(u"kind"_s, mapping.kind);
    addText(u"sheet"_s, mapping.sheet);
    out.insert(u"headers"_s, QJsonArray::fromStringList(mapping.headers));
    if (!mapping.units.isEmpty())
        out.insert(u"units"_s, toObject(mapping.units));
    if (!mapping.villages.isEmpty())
        out.insert(u"villages"_s, toObject(mapping.villages));
    if (mapping.marksMeanYes)
        out.insert(u"marks_mean_yes"_s, true);
    return QJsonDocument(out).toJson(QJsonDocument::Indented);
}

Result<SavedMapping> mappingFromJson(const QByteArray &bytes)
{
    QByteArray utf8 = bytes;
    if (utf8.startsWith("\xEF\xBB\xBF")) // spreadsheet people save it with an editor that adds the mark
        utf8 = utf8.mid(3);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &fault);
    const QJsonObject object = document.object();
    if (fault.error != QJsonParseError::NoError || object.isEmpty())
        return fail(wrong(fault.error == QJsonParseError::NoError ? u"no object"_s : fault.errorString()));
    SavedMapping out;
    out.columns = columnsOf(isShort(object) ? object : object["columns"_L1].toObject());
    if (!isShort(object)) {
        FFP_ASSIGN(out.name, text(object, "name"_L1));
        FFP_ASSIGN(out.kind, text(object, "kind"_L1));
        FFP_ASSIGN(out.sheet, text(object, "sheet"_L1));
        FFP_ASSIGN(out.units, texts(object["units"_L1], u"units"_s));
        FFP_ASSIGN(out.villages, texts(object["villages"_L1], u"villages"_s));
        for (const QJsonValue &header : object["headers"_L1].toArray()) {
            if (!isText(header))
                return fail(wrong(u"headers: no text"_s));
            out.headers.append(header.toString());
        }
        out.name = out.name.simplified().left(kLongestMappingName);
        out.marksMeanYes = object["marks_mean_yes"_L1].toBool();
    }
    FFP_TRY(check(out));
    return out;
}

Result<SavedMapping> readMappingFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
    const QByteArray bytes = file.read(kLargestMapping + 1);
    if (bytes.size() > kLargestMapping) {
        Error error = Error::onFile(ErrorKind::TooLarge, path);
        error.args = {QString::number(kLargestMapping)};
        return fail(std::move(error));
    }
    auto mapping = mappingFromJson(bytes);
    if (!mapping)
        mapping.error().subject.file = path;
    return mapping;
}

Result<> writeMappingFile(const SavedMapping &mapping, const QString &path)
{
    OutputFile output(path);
    FFP_TRY(output.begin());
    QFile file(output.temporaryPath());
    const QByteArray json = mappingToJson(mapping);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
        return fail(output.error(file.errorString()));
    file.close();
    return output.commit();
}

} // namespace ffp
