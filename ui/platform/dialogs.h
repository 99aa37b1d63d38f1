// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class QWidget;

namespace ffp::ui {

/// A question with named answers. The first answer is the default, the last one is what Esc gives.
struct Question {
    QString title;
    QString text;
    QString detail;
    QStringList answers;
    bool warning = false;
};

/// Seam for modal choosers and questions: windows ask through dialogs(), tests put their own in place.
class Dialogs
{
public:
    virtual ~Dialogs() = default;
    /// All paths are empty when the user cancelled.
    virtual QString openFile(QWidget *parent, const QString &title, const QString &folder,
                             const QString &filter);
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &folder,
                                  const QString &filter);
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &path,
                             const QString &filter);
    /// Index of the chosen answer.
    virtual int ask(QWidget *parent, const Question &question);
};

Dialogs &dialogs();
/// Asks whether input that is not saved may be given up.
bool mayGiveUp(QWidget *parent);
/// Null brings the real ones back.
void replaceDialogs(std::unique_ptr<Dialogs> replacement);

} // namespace ffp::ui
