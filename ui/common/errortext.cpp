// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"

#include "ui/common/casetext.h"
#include "ui/common/fieldtext.h"
#include "ui/common/reasontext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ffp::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ErrorText", text);
}

/// Words of the entity and field that the error is about, or what the code calls them.
QString fieldWords(const Subject &subject)
{
    const EntityDef *entity = entityById(subject.entity.toLatin1().toStdString());
    const FieldDef *field = entity ? fieldById(entity->entity, subject.field.toLatin1().toStdString())
                                   : nullptr;
    if (!field)
        return subject.field;
    return fieldLabel(*field);
}

QString entityWords(const Subject &subject)
{
    const EntityDef *entity = entityById(subject.entity.toLatin1().toStdString());
    if (!entity)
        return subject.entity;
    return entityLabel(*entity);
}

/// Name of the file, and the place in it as far as it is known.
QString fileName(const Subject &subject)
{
    const QString name = QFileInfo(subject.file).fileName();
    if (!subject.sheet.isEmpty() && subject.row > 0)
        return say(QT_TRANSLATE_NOOP("ErrorText", "%1 (sheet %2, row %3)"))
            .arg(name, subject.sheet, QString::number(subject.row));
    if (!subject.sheet.isEmpty())
        return say(QT_TRANSLATE_NOOP("ErrorText", "%1 (sheet %2)")).arg(name, subject.sheet);
    if (subject.row > 0)
        return say(QT_TRANSLATE_NOOP("ErrorText", "%1 (row %2)")).arg(name, QString::number(subject.row));
    return name;
}

QString arg(const Error &error, qsizetype index)
{
    return error.args.value(index);
}

/// What is no record of the register, but can be asked for all the same.
constexpr std::pair<const char *, const char *> kThings[] = {
    {"change", QT_TRANSLATE_NOOP("ErrorText", "Change")},
    {"ledger", QT_TRANSLATE_NOOP("ErrorText", "Ledger")},
    {"user", QT_TRANSLATE_NOOP("ErrorText", "User")},
    {"import", QT_TRANSLATE_NOOP("ErrorText", "Import")},
    {"policy", QT_TRANSLATE_NOOP("ErrorText", "Policy pack")},
    {"quality", QT_TRANSLATE_NOOP("ErrorText", "Data-quality rule")},
    {"merge", QT_TRANSLATE_NOOP("ErrorText", "Merge of households")},
    {"mapping", QT_TRANSLATE_NOOP("ErrorText", "Column mapping")},
};

QString thingWords(const Subject &subject)
{
    for (const auto &[code, text] : kThings)
        if (subject.entity == QLatin1String(code))
            return say(text);
    return entityWords(subject);
}

QString notFound(const Error &e)
{
    const bool change = e.subject.entity == QLatin1String("change");
    if (change && e.subject.key.isEmpty())
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "There is no change of yours to take back or put back; please look at "
                                     "the list of changes."));
    const QString what = thingWords(e.subject);
    if (what.isEmpty())
        return say(
            QT_TRANSLATE_NOOP("ErrorText", "Nothing was found for this; please check what was entered."));
    if (e.subject.key.isEmpty())
        return say(QT_TRANSLATE_NOOP("ErrorText", "%1 was not found; please refresh the list and try again."))
            .arg(what);
    return say(QT_TRANSLATE_NOOP("ErrorText", "%1 %2 was not found; please check the number."))
        .arg(what, e.subject.key);
}

QString checkMonth(const Error &e)
{
    if (e.args.isEmpty())
        return say(
            QT_TRANSLATE_NOOP("ErrorText",
                              "This month has not begun yet; please check this month or an earlier one."));
    return say(QT_TRANSLATE_NOOP("ErrorText",
                                 "The month %1 was checked already, and checks go forward only; please check "
                                 "%1 or a later month."))
        .arg(e.args.first());
}

/// A reason within a sentence: some are sentences of their own.
QString innerReason(const QString &reason)
{
    QString words = reasonText(reason);
    if (words.endsWith(u'。') || words.endsWith(u'.'))
        words.chop(1);
    return words;
}

QString reasons(const Error &e)
{
    QStringList words;
    for (const QString &reason : e.args)
        words << innerReason(reason);
    return words.join(QStringLiteral("; "));
}

/// What stops rows from the clipboard as a whole (core/services/pasteservice.h).
QString pasteFault(const Error &e)
{
    if (e.subject.field == QLatin1String("rows"))
        return say(
            QT_TRANSLATE_NOOP("ErrorText",
                              "There are no rows to paste; please copy them in the spreadsheet first."));
    if (e.subject.field == QLatin1String("household_no"))
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The household has no number of the national system yet, by which rows "
                                     "are known; please enter it first."));
    return say(
        QT_TRANSLATE_NOOP("ErrorText", "Some rows have errors; please correct them or take them out."));
}

QString invalidValue(const Error &e)
{
    if (e.subject.entity == QLatin1String("paste"))
        return pasteFault(e);
    if (e.subject.entity == QLatin1String("import") && e.subject.field == QLatin1String("reason")
        && arg(e, 0) == QLatin1String("required"))
        return say(
            QT_TRANSLATE_NOOP("ErrorText",
                              "Please give a reason for the values that you chose; nothing was imported."));
    if (e.subject.entity == QLatin1String("import") && e.subject.field == QLatin1String("reason"))
        return say(QT_TRANSLATE_NOOP("ErrorText", "Please give the reason without anybody's number in it."));
    if (e.subject.field == QLatin1String("mapping_name"))
        return say(
            QT_TRANSLATE_NOOP("ErrorText",
                              "Please give the mapping a short name, such as that of the sender, without "
                              "anybody's number in it."));
    const QString field = fieldWords(e.subject);
    if (field.isEmpty() && !e.args.isEmpty())
        return say(QT_TRANSLATE_NOOP("ErrorText", "Please correct what is not right: %1.")).arg(reasons(e));
    if (arg(e, 0).isEmpty())
        return say(QT_TRANSLATE_NOOP("ErrorText", "\"%1\" does not accept this value; please correct it."))
            .arg(field);
    return say(QT_TRANSLATE_NOOP("ErrorText", "\"%1\" does not accept this value (%2); please correct it."))
        .arg(field, innerReason(arg(e, 0).section(QStringLiteral(": "), -1)));
}

QString wrongPassword(const Error &e)
{
    const int seconds = arg(e, 0).toInt();
    if (arg(e, 1) == QLatin1String("early"))
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "Too many wrong passwords; please wait %1 seconds and try again then."))
            .arg(seconds);
    if (seconds <= 0)
        return say(QT_TRANSLATE_NOOP("ErrorText", "Wrong password; please try again."));
    return say(QT_TRANSLATE_NOOP("ErrorText", "Wrong password; please try again in %1 seconds."))
        .arg(seconds);
}

/// "household ID: phone" (core/log/undo.h) in words; what is no field of ours stays as it is.
QString blocker(const QString &fact)
{
    Subject subject;
    subject.entity = fact.section(QLatin1Char(' '), 0, 0);
    subject.field = fact.section(QLatin1String(": "), 1);
    const QString entity = entityWords(subject);
    if (entity == subject.entity)
        return fact;
    return QStringLiteral("%1 · %2").arg(entity, fieldWords(subject));
}

QString blocked(const Error &e)
{
    // Of the change itself, core/log/undo.h knows only that another one took it back.
    static const QString change = QStringLiteral("change ");
    if (e.args.size() == 1 && e.args.first().startsWith(change))
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "This was taken back already (change %1); there is nothing left to do."))
            .arg(e.args.first().mid(change.size()));
    QStringList facts;
    for (const QString &fact : e.args)
        facts << blocker(fact);
    facts.removeDuplicates();
    return say(QT_TRANSLATE_NOOP("ErrorText",
                                 "This cannot be taken back because newer entries rest on it (%1); please "
                                 "take those back first."))
        .arg(facts.join(QStringLiteral("; ")));
}

QString ruleBroken(const Error &e)
{
    if (e.subject.entity == QLatin1String("quality"))
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "%1 has to be put right; only findings to answer and hints can be "
                                     "accepted with a reason."))
            .arg(arg(e, 0));
    if (arg(e, 1).isEmpty())
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "A rule does not permit this (%1); please check what was entered."))
            .arg(reasonText(arg(e, 0)));
    if (!arg(e, 2).isEmpty()) // the rule in words, in both languages
        return say(QT_TRANSLATE_NOOP("ErrorText", "%1 (rule %2, %3); please choose what the policy permits."))
            .arg(arg(e, windowLanguage() == Language::Chinese ? 2 : 3), arg(e, 0), arg(e, 1));
    if (e.subject.entity == QLatin1String("flag"))
        return say(QT_TRANSLATE_NOOP(
                       "ErrorText", "\"%1\" is missing, which the policy asks for (rule %2, %3); please fill "
                                    "it in."))
            .arg(fieldWords(e.subject), arg(e, 0), arg(e, 1));
    return say(QT_TRANSLATE_NOOP(
                   "ErrorText",
                   "The policy does not permit this (rule %1, %2); please check what was entered."))
        .arg(arg(e, 0), arg(e, 1));
}

/// One sentence for each entry of a column mapping that cannot be right
/// (core/services/import/mappingcheck.h).
QString mappingEntries(const Error &e)
{
    QStringList sentences;
    if (e.subject.field == QLatin1String("mapping"))
        for (qsizetype i = 0; i + 1 < e.args.size(); i += 2)
            sentences
                << say(QT_TRANSLATE_NOOP("ErrorText",
                                         "The mapping of the column \"%1\" names the field \"%2\", which "
                                         "does not exist; please take one that \"ffp import fields\" lists."))
                       .arg(e.args[i], e.args[i + 1]);
    else
        for (const QString &header : e.args)
            sentences << say(QT_TRANSLATE_NOOP("ErrorText",
                                               "The mapping names the column \"%1\", which the file does not "
                                               "have; please write the header as it stands in the file."))
                             .arg(header);
    return sentences.join(windowLanguage() == Language::Chinese ? QString() : QStringLiteral(" "));
}

QString newSite(const Error &e)
{
    if (e.subject.field == QLatin1String("area"))
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The division code does not fit the level; please give the code of 12 "
                                     "digits of a division of that level."));
    if (e.subject.field == QLatin1String("name"))
        return say(QT_TRANSLATE_NOOP("ErrorText", "The name of the office is missing; please enter it."));
    return say(
        QT_TRANSLATE_NOOP("ErrorText", "The log-in name of the administrator is missing; please enter it."));
}

QString invalidArgument(const Error &e)
{
    if (e.subject.entity == QLatin1String("check"))
        return checkMonth(e);
    if (e.subject.entity == QLatin1String("site"))
        return newSite(e);
    if (e.subject.entity == QLatin1String("import") && e.subject.field == QLatin1String("map"))
        return say(QT_TRANSLATE_NOOP(
                       "ErrorText", "%1 is no column mapping; please take a JSON file of headers and fields, "
                                    "such as \"ffp import mapping export\" writes."))
            .arg(fileName(e.subject));
    if (e.args.isEmpty())
        return say(QT_TRANSLATE_NOOP("ErrorText", "This entry cannot be right; please correct it."));
    if (e.subject.entity == QLatin1String("import"))
        return mappingEntries(e);
    return say(QT_TRANSLATE_NOOP("ErrorText", "This entry cannot be right (%1); please correct it."))
        .arg(e.subject.field.isEmpty() ? reasons(e) : e.subject.field + QStringLiteral(": ") + reasons(e));
}

} // namespace

QString errorText(const Error &e)
{
    const QString file = fileName(e.subject);
    if (isCaseRefusal(e))
        return caseRefusal(e);
    switch (e.kind) {
    case ErrorKind::Cancelled:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "Cancelled; nothing was changed, start again when you are ready."));
    case ErrorKind::Busy:
        return say(QT_TRANSLATE_NOOP(
            "ErrorText", "The program is still writing something else; please wait a moment and try again."));
    case ErrorKind::InvalidArgument: return invalidArgument(e);
    case ErrorKind::NotFound: return notFound(e);
    case ErrorKind::InvalidValue: return invalidValue(e);
    case ErrorKind::RuleBroken: return ruleBroken(e);
    case ErrorKind::NotAllowed:
        return say(QT_TRANSLATE_NOOP(
            "ErrorText", "You are not permitted to do this; please ask the administrator of this office."));
    case ErrorKind::WrongPassword: return wrongPassword(e);
    case ErrorKind::WeakPassword:
        return say(QT_TRANSLATE_NOOP(
            "ErrorText",
            "This password is too easy to guess; please take at least 8 characters that are not common."));
    case ErrorKind::Locked:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The data is locked; please enter your password first."));
    case ErrorKind::AlreadyOpen: // M63
        return say(QT_TRANSLATE_NOOP("ErrorText", "Already open in another window; please switch to it."));
    case ErrorKind::AlreadyExists:
        if (!file.isEmpty())
            return say(QT_TRANSLATE_NOOP("ErrorText",
                                         "The file %1 exists already; please choose another name."))
                .arg(file);
        return say(QT_TRANSLATE_NOOP("ErrorText", "This exists already; please choose another name."));
    case ErrorKind::NewerVersion: // M64
        // What the error knows is the version of the tables, which says nothing to a person.
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "Saved by a newer version of the program; please install the newest "
                                     "version and open it there."));
    case ErrorKind::NotOurFile: // after M11
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "This is not a data file of this program; please choose another."));
    case ErrorKind::Damaged: // M65, M10
        if (arg(e, 0).toInt() > 0)
            return say(QT_TRANSLATE_NOOP("ErrorText",
                                         "The check found %1 problems; please use \"rebuild\", and restore a "
                                         "backup if it remains."))
                .arg(arg(e, 0));
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The file is incomplete or damaged; please restore the latest backup."));
    case ErrorKind::RemovableDrive: // M62
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "Please copy the data file to the local disk; do not use it on a stick "
                                     "or share."));
    case ErrorKind::DiskFull: // M22
        if (arg(e, 0).isEmpty())
            return say(
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Disk full, nothing changed; please free some space and try again."));
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "Disk full, nothing changed; please free %1 MB and try again."))
            .arg(arg(e, 0));
    case ErrorKind::FileUnreadable:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The file %1 cannot be read; please check that it is there "
                                                  "and that you may open it."))
            .arg(file);
    case ErrorKind::FileUnwritable:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The file %1 cannot be written; please choose another folder or close "
                                     "the program that holds it."))
            .arg(file);
    case ErrorKind::NotAWorkbook:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "%1 is not a table; please choose an xlsx, xls, ods or csv file."))
            .arg(file);
    case ErrorKind::PasswordProtected:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "%1 is protected with a password; please save it without one and try "
                                     "again."))
            .arg(file);
    case ErrorKind::TruncatedFile:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "%1 is incomplete; please copy it again from where it came from."))
            .arg(file);
    case ErrorKind::TooLarge:
        if (arg(e, 1) == QLatin1String("expansion") || arg(e, 0).isEmpty())
            return say(QT_TRANSLATE_NOOP("ErrorText",
                                         "%1 unpacks to far more than a table holds and was not read; please "
                                         "save it anew in a spreadsheet program."))
                .arg(file);
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "%1 is larger than permitted (%2); please split it and try again."))
            .arg(file, arg(e, 0));
    case ErrorKind::WrongEncoding:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The characters of %1 cannot be read; please save it as UTF-8 or "
                                     "GB18030 and try again."))
            .arg(file);
    case ErrorKind::UnknownFileKind:
        if (arg(e, 0) == QLatin1String("villages"))
            return say(QT_TRANSLATE_NOOP("ErrorText",
                                         "%1 lists villages, one a row; the register holds households and "
                                         "persons and has no place for figures of villages, so nothing of it "
                                         "was read: please choose a list of households or persons."))
                .arg(file);
        return say(QT_TRANSLATE_NOOP(
                       "ErrorText", "No known header row was found in the first 10 rows of %1; please choose "
                                    "the kind of file by hand."))
            .arg(file);
    case ErrorKind::MissingColumn:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The column \"%1\" is missing in %2; please add it or match the columns "
                                     "by hand."))
            .arg(arg(e, 0).isEmpty() ? fieldWords(e.subject) : arg(e, 0), file);
    case ErrorKind::PolicyPackInvalid:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The policy pack %1 is not valid at %2 (%3); please correct it or use "
                                     "the one that came with the program."))
            .arg(file, arg(e, 0), arg(e, 1));
    case ErrorKind::PrintFailed:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The pages could not be made (%1); please check the Chinese fonts and "
                                     "try again."))
            .arg(arg(e, 0).isEmpty() ? e.detail : arg(e, 0));
    case ErrorKind::Blocked: return blocked(e);
    case ErrorKind::BackupFailed: // M24
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "The automatic backup failed, so nothing was done; please check the "
                                     "backup folder."));
    case ErrorKind::Conflict:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "Somebody else has changed this since you opened it; please look at the "
                                     "new values and enter yours again."));
    case ErrorKind::Database:
        return say(
            QT_TRANSLATE_NOOP("ErrorText",
                              "The data file refused the change, nothing was changed; please try again "
                              "and verify the data if it remains."));
    case ErrorKind::Internal: break;
    }
    return say(QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside the program (%1); please report "
                                              "it with this code."))
        .arg(QLatin1String(errorCode(e.kind)));
}

} // namespace ffp::ui
