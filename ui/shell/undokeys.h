// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ffp::ui {

/// Text fields of Qt keep Ctrl+Z and Ctrl+Y for themselves even when nothing was typed in them. This lets the
/// window have the key then, so that what was saved last can be taken back from any field.
class UndoKeys : public QObject
{
    Q_OBJECT

public:
    /// Watches all fields of the program while it lives.
    explicit UndoKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ffp::ui
