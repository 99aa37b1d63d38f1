// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocument.h"
#include "tests/support/testsupport.h"
#include "ui/common/theme.h"
#include "ui/models/documenttablemodel.h"

#include <QAbstractItemModelTester>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestDocumentTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsPrinted()
    {
        DocumentTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const auto document = std::make_shared<const TableDocument>(sampleLedger(500));
        model.setDocument(document);
        QCOMPARE(model.rowCount(), 500);
        QCOMPARE(model.columnCount(), 14);
        // Forwards, backwards and far away give the cells of the document.
        for (const int row : {0, 127, 128, 499, 3, 256}) {
            FFP_VERIFY(document->rows->read(row, 1, [&](qsizetype, const TableRow &cells) -> Result<> {
                for (int column = 0; column < model.columnCount(); ++column)
                    if (model.index(row, column).data().toString()
                        != cellText(document->columns[size_t(column)], cells.cells[size_t(column)]))
                        return fail(ErrorKind::Internal, u"%1/%2"_s.arg(row).arg(column));
                return {};
            }));
        }
        model.setDocument(nullptr);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
    }
    void headsMarksAndSides()
    {
        DocumentTableModel model;
        model.setDocument(std::make_shared<const TableDocument>(sampleLedger(20)));
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"户主姓名"_s);
        QCOMPARE(model.headerData(9, Qt::Horizontal, Qt::DisplayRole).toString(), u"帮扶措施：内容"_s);
        QVERIFY(!model.headerData(14, Qt::Horizontal, Qt::DisplayRole).isValid());
        const int flag = 13;
        QCOMPARE(model.index(3, flag).data(Qt::ForegroundRole).value<QColor>(), colors().flag);
        QVERIFY(!model.index(4, flag).data(Qt::ForegroundRole).isValid());
        const auto side = [&](int column) {
            return Qt::Alignment(model.index(0, column).data(Qt::TextAlignmentRole).toInt())
                   & Qt::AlignHorizontal_Mask;
        };
        QCOMPARE(side(7), Qt::AlignRight); // money
        QCOMPARE(side(9), Qt::AlignLeft);  // text that wraps
        QCOMPARE(side(0), Qt::AlignHCenter);
    }
    /// Rows that cannot be read show as blanks, nothing breaks.
    void unreadableRows()
    {
        class Broken : public RowSource
        {
        public:
            qsizetype count() const override { return 3; }
            Result<> read(qsizetype, qsizetype, const Visitor &) const override
            {
                return fail(ErrorKind::Database);
            }
        };
        TableDocument document = sampleLedger(0);
        document.rows = std::make_shared<Broken>();
        DocumentTableModel model;
        model.setDocument(std::make_shared<const TableDocument>(document));
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!model.index(2, 2).data().isValid());
    }
};

QTEST_MAIN(TestDocumentTableModel)
#include "tst_documenttablemodel.moc"
