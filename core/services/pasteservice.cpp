// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/pasteservice.h"

#include "core/base/about.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/fieldcheck.h"
#include "core/services/import/office.h"
#include "core/services/import/pasteguess.h"
#include "core/store/recordstore.h"
#include "core/tables/pastedtext.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

imports::Kind kindOf(Paste::Into into)
{
    return into == Paste::Into::Members ? imports::Kind::Registered : imports::Kind::Visits;
}

Error notNow(const QString &field, const QStringList &args = {})
{
    return {ErrorKind::InvalidValue, aboutField(u"paste"_s, field), args, {}};
}

/// The household is known: nothing of it is pasted.
bool isOfHousehold(const QString &id)
{
    return !id.startsWith(u"member.") && !id.startsWith(u"visit.");
}

/// What the household and the person who pastes tell of each row.
FieldValues known(const Session &session, const Paste &paste, const QString &number)
{
    FieldValues out{{household::f("household_no"), Value(number)}};
    if (paste.into == Paste::Into::Visits && !paste.fields.contains(imports::idOfField(visit::f("people"))))
        out.emplace_back(visit::f("people"), Value(session.user().shownName()));
    return out;
}

} // namespace

struct PasteService::Private {
    explicit Private(Session &session) : session(session) {}

    Session &session;
    std::optional<imports::ImportRun> run;
    bool hasErrors = true;
};

PasteService::PasteService(Session &session) : d(std::make_unique<Private>(session)) {}
PasteService::~PasteService() = default;

std::vector<ImportTarget> PasteService::targets(Paste::Into into)
{
    std::vector<ImportTarget> out = imports::targetsOf(imports::kindDef(kindOf(into)));
    std::erase_if(out, [](const ImportTarget &one) { return isOfHousehold(one.id); });
    for (ImportTarget &one : out)
        one.required = one.required && one.id != imports::idOfField(visit::f("people"));
    return out;
}

Result<Paste> PasteService::read(const QString &text, Paste::Into into, RecordId household, QDate today)
{
    FFP_ASSIGN(QList<QStringList> rows, rowsOfPaste(text));
    imports::PasteGuess guess = imports::guessColumns(kindOf(into), rows, today);
    if (guess.header)
        rows.removeFirst();
    if (rows.isEmpty())
        return fail(notNow(u"rows"_s));
    for (QString &id : guess.fields)
        if (isOfHousehold(id))
            id.clear();
    return Paste{into, household, std::move(guess.fields), std::move(rows)};
}

Result<FilePreview> PasteService::preview(const Paste &paste, Progress &progress)
{
    if (d->session.isLocked())
        return fail(ErrorKind::Locked);
    d->hasErrors = true;
    QStringList missing;
    for (const ImportTarget &target : targets(paste.into))
        if (target.required && !paste.fields.contains(target.id))
            missing << target.chinese;
    if (!missing.isEmpty()) {
        Error error = Error::of(ErrorKind::MissingColumn);
        error.args = missing;
        return fail(std::move(error));
    }
    FFP_ASSIGN(const Record household,
               RecordStore(d->session.database(), d->session.cipher()).record(paste.household));
    const QString number = household[household::f("household_no")].toText();
    if (number.isEmpty())
        return fail(notNow(u"household_no"_s));

    ImportOptions options;
    options.as = QString::fromLatin1(imports::kindCode(kindOf(paste.into)));
    QStringList header;
    for (qsizetype i = 0; i < paste.fields.size(); ++i) {
        header << u"列%1"_s.arg(i + 1);
        options.mapping.insert(header.last(), paste.fields[i]);
    }
    QStringList constants;
    for (const auto &[field, value] : known(d->session, paste, number)) {
        header << u"列%1"_s.arg(header.size() + 1);
        options.mapping.insert(header.last(), imports::idOfField(field));
        constants << value.toText();
    }
    QList<QStringList> table{header};
    for (QStringList row : paste.rows) {
        row.resize(paste.fields.size());
        table << row + constants;
    }
    FFP_ASSIGN(Workbook workbook, workbookOf(table));
    d->run.emplace(imports::officeOf(d->session));
    FFP_ASSIGN(FilePreview out, d->run->previewPart(u"粘贴"_s, std::move(workbook), options, progress));
    for (ImportFinding &finding : out.findings)
        finding.row = std::max<qint64>(0, finding.row - 1); // the header row is ours
    for (ImportDifference &difference : out.differences)
        --difference.row;
    d->hasErrors = out.setAside > 0;
    return out;
}

Result<ImportResult> PasteService::apply(Progress &progress)
{
    FFP_TRY(mayWrite(d->session));
    if (!d->run || d->hasErrors)
        return fail(notNow(u"errors"_s));
    d->hasErrors = true; // once
    ImportResult result;
    FFP_ASSIGN(result.files, d->run->apply(progress));
    result.batch = result.files.front().batch;
    return result;
}

} // namespace ffp
