// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/checkservice.h"
#include "core/services/visitservice.h"
#include "ui/common/page.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace ffp::ui {

class DraftKeeper;
class MessageBar;
class VisitPanel;
class VisitSheet;

/// Entry of one visit. Target: record or rid, sequence (the list it was opened from: after saving, the next
/// household is offered).
///
/// "Nothing changed" takes two keys: 0 and Enter. 1 to 5 choose the mode of contact, A to I what changed, as
/// long as the keyboard is not in a text. Keys that are faster than the loading are not lost. What is typed
/// is kept as a draft of the household until it is saved or thrown away.
class VisitPage : public Page
{
    Q_OBJECT

public:
    explicit VisitPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    bool mayLeave() override;
    void save() override;
    void step(int by) override;
    bool hasUnsavedInput() const override { return m_dirty; }

    VisitSheet &sheet() { return *m_sheet; }
    DraftKeeper &drafts() { return *m_drafts; }
    /// True between saving and going on to another household.
    bool isDone() const;
    const VisitForm &form() const { return m_form; }

Q_SIGNALS:
    /// Everything of the household is on the screen.
    void shown();
    void saved();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Loaded {
        VisitForm form;
        std::optional<VisitDraft> draft;
        std::vector<Alert> alerts; ///< open ones
    };
    QWidget *buildHead();
    QWidget *buildForm();
    QWidget *buildFooter();
    QWidget *buildDone();
    void load();
    void showLoaded(Loaded loaded);
    void showHead();
    void edited();
    void add(const NewVisit &visit);
    void refused(const Error &error);
    void showDone();
    void nameNext();
    qint64 neighbour(int by) const;
    void goTo(qint64 rid);
    /// False when the key means nothing here.
    bool takeKey(int key, const QString &text);
    void discardDraft();
    void reveal(RecordId record, FieldRef field);
    void revealLast();

    PageContext m_context;
    RecordId m_id;
    qint64 m_rid = 0;
    std::vector<qint64> m_sequence;
    VisitForm m_form;
    quint64 m_generation = 0;
    bool m_loading = false;
    std::optional<Target> m_openAfter; ///< asked for while a visit was being saved
    bool m_saving = false;
    bool m_dirty = false;
    std::vector<std::pair<int, QString>> m_earlyKeys; ///< pressed while loading

    DraftKeeper *m_drafts;
    QStackedWidget *m_stack;
    QLabel *m_name;
    QLabel *m_place;
    QLabel *m_position;
    QPushButton *m_previous;
    QPushButton *m_next;
    MessageBar *m_message;
    VisitPanel *m_panel;
    QScrollArea *m_scroll;
    VisitSheet *m_sheet;
    QPushButton *m_discard;
    QPushButton *m_save;
    QLabel *m_doneText;
    QPushButton *m_goOn;
    QPushButton *m_back;
};

} // namespace ffp::ui
