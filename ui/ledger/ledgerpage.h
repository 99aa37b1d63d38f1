// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "ui/common/page.h"
#include "ui/ledger/ledgersource.h"

class QComboBox;
class QDateEdit;
class QTimer;

namespace ffp::ui {

class DocumentView;

/// Choose a ledger, an area and a day; see it, print it, save it. Masked unless somebody asks for more,
/// which is written to the access log.
/// Target::area chooses the area; args: "ledger" its id, "date" a QDate.
class LedgerPage : public Page
{
    Q_OBJECT

public:
    explicit LedgerPage(std::shared_ptr<LedgerSource> source, QWidget *parent = nullptr);
    ~LedgerPage() override;

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;

    DocumentView &view() { return *m_view; }
    bool isLoading() const { return m_loading; }
    /// Until the table is there or `ms` are over; for pictures and tests.
    bool waitUntilLoaded(int ms);
    LedgerRequest request() const;

Q_SIGNALS:
    void loaded();

private:
    QWidget *buildChoices();
    void load();
    struct Made { ///< by the worker
        std::shared_ptr<const TableDocument> printed;
        std::shared_ptr<const TableDocument> screen; ///< the same in the window's language
        TableTotals totals;                          ///< of the screen's
    };
    void take(Result<Made> result);
    void choosePrivacy();
    void showTotals(const Made &made);

    std::shared_ptr<LedgerSource> m_source;
    DocumentView *m_view;
    QComboBox *m_ledger;
    QComboBox *m_area;
    QDateEdit *m_date;
    QComboBox *m_privacy;
    QTimer *m_soon;
    std::shared_ptr<JobProgress> m_progress;
    LedgerRequest m_shown; ///< what the table holds
    int m_privacyBefore = 0;
    bool m_loading = false;
};

} // namespace ffp::ui
