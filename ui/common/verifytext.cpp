// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/verifytext.h"

#include "ui/common/fieldtext.h"

#include <QCoreApplication>

#include <array>

namespace ffp::ui {

namespace {

struct FaultWords {
    const char *code;
    const char *words;
};

// What can be computed anew is told apart from what only a backup holds.
constexpr std::array kWords{
    FaultWords{"tail",
               QT_TRANSLATE_NOOP("VerifyText",
                                 "This file is older than the one this PC worked with last (an old or "
                                 "restored copy); please go on with the newer file.")},
    FaultWords{"projection",
               QT_TRANSLATE_NOOP("VerifyText", "A row differs from the log; please rebuild the tables.")},
    FaultWords{"tables",
               QT_TRANSLATE_NOOP("VerifyText", "The tables could not be compared with the log; please "
                                               "rebuild the tables.")},
    FaultWords{"registry",
               QT_TRANSLATE_NOOP("VerifyText", "The list of users and sites differs from the log; please "
                                               "rebuild the tables.")},
    FaultWords{"attachment",
               QT_TRANSLATE_NOOP("VerifyText", "An attachment is damaged; please attach it again or "
                                               "restore a backup.")},
    FaultWords{"schema",
               QT_TRANSLATE_NOOP("VerifyText", "The structure of the file was changed by another program; "
                                               "please restore a backup.")},
    FaultWords{"sqlite",
               QT_TRANSLATE_NOOP("VerifyText", "Pages of the file are damaged; please restore a backup and "
                                               "check the disk.")},
    FaultWords{"key",
               QT_TRANSLATE_NOOP("VerifyText", "A key or a user's way in is missing or was changed; please "
                                               "restore a backup.")},
    FaultWords{"signature",
               QT_TRANSLATE_NOOP("VerifyText", "A decision is not signed by the person it names; please "
                                               "restore a backup and tell the county office.")},
};
constexpr const char *kLog = QT_TRANSLATE_NOOP("VerifyText",
                                               "An entry of the log was changed or is missing; please "
                                               "restore a backup and tell the county office.");

constexpr std::pair<const char *, const char *> kPlaces[] = {
    {"op", QT_TRANSLATE_NOOP("VerifyText", "entry")},
    {"stream", QT_TRANSLATE_NOOP("VerifyText", "series of entries")},
    {"change", QT_TRANSLATE_NOOP("VerifyText", "change")},
    {"keyslot", QT_TRANSLATE_NOOP("VerifyText", "log-in")},
};

} // namespace

QString verifyText(const Fault &fault)
{
    const char *words = kLog;
    for (const FaultWords &one : kWords)
        if (fault.code == QLatin1String(one.code))
            words = one.words;
    return QCoreApplication::translate("VerifyText", words);
}

QString verifyPlace(const Fault &fault)
{
    const QString kind = fault.where.section(u' ', 0, 0);
    const QString rest = fault.where.mid(kind.size());
    for (const EntityDef &entity : entities())
        if (kind == QLatin1String(entity.id))
            return entityLabel(entity) + rest;
    for (const auto &[name, words] : kPlaces)
        if (kind == QLatin1String(name))
            return QCoreApplication::translate("VerifyText", words) + rest;
    return fault.where;
}

} // namespace ffp::ui
