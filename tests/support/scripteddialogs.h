// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/platform/dialogs.h"

namespace ffp::test {

/// Answers that a test decided on; asks nobody.
class ScriptedDialogs : public ui::Dialogs
{
public:
    QString path;        ///< for every file chooser; empty = cancelled
    int answer = 0;      ///< for every question
    QString offeredPath; ///< what the last save chooser offered
    int questions = 0;

    QString openFile(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    QStringList openFiles(QWidget *, const QString &, const QString &, const QString &) override
    {
        return path.isEmpty() ? QStringList() : QStringList{path};
    }
    QString saveFile(QWidget *, const QString &, const QString &offered, const QString &) override
    {
        offeredPath = offered;
        return path;
    }
    int ask(QWidget *, const ui::Question &) override
    {
        ++questions;
        return answer;
    }

    /// Puts one in place until the end of the program or replaceDialogs(nullptr).
    static ScriptedDialogs &install()
    {
        auto dialogs = std::make_unique<ScriptedDialogs>();
        ScriptedDialogs &placed = *dialogs;
        ui::replaceDialogs(std::move(dialogs));
        return placed;
    }
};

} // namespace ffp::test
