// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"

#include <QDialog>

class QComboBox;

namespace ffp::ui {

/// A chain as a picture: one box per step from top to bottom, with who does it and what it asks for, arrows
/// onwards, and back where it may be returned.
class ChainPicture : public QWidget
{
    Q_OBJECT

public:
    explicit ChainPicture(QWidget *parent = nullptr) : QWidget(parent) {}
    /// `state`: the step that is waited for, marked; may be empty.
    void setChain(const Chain &chain, const QString &state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chain m_chain;
    QString m_state;
};

/// The chains of a policy pack, one at a time.
class ChainDialog : public QDialog
{
    Q_OBJECT

public:
    ChainDialog(const PolicyPack &pack, const QString &type, QWidget *parent = nullptr);
    QComboBox &types() { return *m_types; }
    ChainPicture &picture() { return *m_picture; }

private:
    QComboBox *m_types;
    ChainPicture *m_picture;
};

} // namespace ffp::ui
