// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/attachmentservice.h"
#include "ui/common/page.h"

class QLabel;
class QMimeData;
class QPushButton;

namespace ffp::ui {

class RecordTab;

/// 附件 of a household: scans and photos by file, dragged or pasted; to look at, save, print, and take out
/// when they were a mistake. Reads and writes in the background.
class AttachmentTab : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentTab(const PageContext &context, QWidget *parent = nullptr);

    /// Null clears it.
    void setHousehold(RecordId household);
    void setChangeEnabled(bool enabled);
    RecordTab &table() { return *m_table; }
    QString roomText() const;
    /// Files, or a picture of the clipboard; false when there is none.
    bool take(const QMimeData &mime);
    void addFiles(const QStringList &paths);
    void openCurrent();
    void saveCurrent();
    void printCurrent();
    void voidCurrent();

Q_SIGNALS:
    /// The list is on the screen.
    void loaded();
    /// Something was recorded, or why not.
    void recorded();
    void refused(const ffp::Error &error);
    void notice(ffp::ui::NoticeKind kind, const QString &text);
    /// A picture is open.
    void pictureShown(QWidget *window);
    /// The row was activated; its fields can be edited.
    void editWanted(const ffp::Record &record);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Source = std::function<Result<NewAttachment>()>;
    QWidget *makeButtons();
    void load();
    void add(std::vector<Source> sources);
    /// Reads the content of the chosen entry, which the access log notes, and hands it on with its entry.
    void withContent(std::function<void(const Record &, const QByteArray &)> use);
    void showPicture(const Record &entry, const QByteArray &content);
    void updateButtons();

    PageContext m_context;
    RecordId m_household;
    RecordTab *m_table;
    QLabel *m_room;
    QPushButton *m_add = nullptr;
    QPushButton *m_paste = nullptr;
    std::vector<QPushButton *> m_ofRow;
    QPushButton *m_void = nullptr;
    quint64 m_generation = 0;
    bool m_enabled = false;
    bool m_busy = false;
};

} // namespace ffp::ui
