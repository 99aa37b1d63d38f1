// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/common/busydialog.h"
#include "ui/shell/sitedoor.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

class MessageBar;

/// First run: level and area of the office, its name (proposed), the administrator and where the file shall
/// lie. One page, keyboard only, under a minute.
class NewSiteDialog : public BusyDialog
{
    Q_OBJECT

public:
    NewSiteDialog(SiteDoor &door, Settings &settings, QWidget *parent = nullptr);
    ~NewSiteDialog() override;

    std::unique_ptr<Session> takeSession();
    AreaPicker &areaPicker() { return *m_area; }

    /// "虞姬镇扶贫工作站", after the level; the 村委会 of official division names is cut off.
    static QString proposedName(AreaLevel level, const QString &areaName);

    /// What "Set up" does.
    void create();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeInputs();
    QGridLayout *makeGrid();
    void setOrder();
    void connectInputs();
    void areaChosen();
    void updateAction() override;
    void browse();
    void chooseDivisions();
    QString proposedPath(const QString &name) const;

    SiteDoor &m_door;
    Settings &m_settings;
    QComboBox *m_level;
    AreaPicker *m_area;
    QLineEdit *m_name;
    QLineEdit *m_admin;
    QLineEdit *m_realName;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QLabel *m_strength;
    QLabel *m_same;
    QLineEdit *m_path;
    MessageBar *m_message;
    QPushButton *m_divisions;
    QPushButton *m_browse;
    QPushButton *m_create;
    QPushButton *m_cancel;
    std::unique_ptr<Session> m_session;
};

} // namespace ffp::ui
