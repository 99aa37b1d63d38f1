// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/attachmenttab.h"

#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/scans.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/household/recordtab.h"
#include "ui/printing/pictureprint.h"

#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPrinter>
#include <QUrl>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestAttachmentTab : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;
    test::TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<AttachmentTab> m_tab;
    RecordId m_household;
    QList<Error> m_errors;

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_site.dir().filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }
    template <class Act>
    void wait(void (AttachmentTab::*answer)(), Act act)
    {
        QSignalSpy spy(m_tab.get(), answer);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    QStringList titles()
    {
        QStringList out;
        for (const Record &one : m_tab->table().records())
            out << one[attachment::f("title")].toText();
        out.sort();
        return out;
    }
    /// Added, and on the screen.
    template <class Act>
    void add(Act act)
    {
        QSignalSpy spy(m_tab.get(), &AttachmentTab::recorded);
        QSignalSpy loaded(m_tab.get(), &AttachmentTab::loaded);
        act();
        QVERIFY(QTest::qWaitFor([&] { return !spy.isEmpty() && !loaded.isEmpty(); }, kLongMs));
    }

private Q_SLOTS:
    void init()
    {
        if (!m_settings)
            m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        static int number = 100;
        const auto made = RegistryService(m_site.session())
                              .addHousehold(AreaCode::fromString(u"341323114201"_s),
                                            {{household::f("household_no"),
                                              Value(u"3413231140000%1"_s.arg(++number))}},
                                            {{member::f("name"), Value(u"朱甲"_s)}});
        FFP_VERIFY(made);
        m_household = *made;
        m_errors.clear();
        m_tab = std::make_unique<AttachmentTab>(PageContext{m_site.session(), *m_settings});
        connect(m_tab.get(), &AttachmentTab::refused, this,
                [this](const Error &error) { m_errors << error; });
        m_tab->setChangeEnabled(true);
        wait(&AttachmentTab::loaded, [this] { m_tab->setHousehold(m_household); });
    }

    void filesByDropAndByPaste()
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(write(u"房屋.jpg"_s, test::scan("JPG"))),
                       QUrl::fromLocalFile(write(u"合同.pdf"_s, test::scannedPdf())),
                       QUrl::fromLocalFile(write(u"名单.png"_s, "no picture"))});
        add([&] {
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_tab.get(), &enter); // Qt drops where the drag came in
            QVERIFY(enter.isAccepted());
            QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_tab.get(), &drop);
        });
        QCOMPARE(titles(), (QStringList{u"合同"_s, u"房屋"_s})); // the third is none, the others are in
        QCOMPARE(m_errors.size(), 1);
        QMimeData clipboard;
        clipboard.setImageData(QImage::fromData(test::scan("PNG", 90)));
        add([&] { QVERIFY(m_tab->take(clipboard)); });
        QCOMPARE(titles().size(), 3);
        QVERIFY(m_tab->roomText().contains(u"2048"_s));
        const QMimeData nothing;
        QVERIFY(!m_tab->take(nothing));
    }

    void lookedAtSavedAndTakenOut()
    {
        add([&] { m_tab->addFiles({write(u"房屋2.jpg"_s, test::scan("JPG", 17))}); });
        QCOMPARE(titles().size(), 1);
        QSignalSpy shown(m_tab.get(), &AttachmentTab::pictureShown);
        m_tab->openCurrent();
        QVERIFY(!shown.isEmpty() || shown.wait(kLongMs));
        auto *window = shown.first().first().value<QWidget *>();
        QCOMPARE(window->findChild<QLabel *>()->pixmap().size(), QSize(40, 30));
        window->close();

        test::ScriptedDialogs::install().path = m_site.dir().filePath(u"kopie.jpg"_s);
        wait(&AttachmentTab::recorded, [this] { m_tab->saveCurrent(); });
        replaceDialogs(nullptr);
        QFile copy(m_site.dir().filePath(u"kopie.jpg"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), test::scan("JPG", 17));
    }

    void aPdfIsNotDrawnHere()
    {
        add([&] { m_tab->addFiles({write(u"合同3.pdf"_s, test::scannedPdf() + "\n")}); });
        QSignalSpy notice(m_tab.get(), &AttachmentTab::notice);
        m_tab->openCurrent();
        QCOMPARE(notice.size(), 1);
    }

    void nothingIsAddedToAHouseholdThatIsGone()
    {
        m_tab->setChangeEnabled(false);
        QMimeData clipboard;
        clipboard.setImageData(QImage::fromData(test::scan("PNG")));
        QVERIFY(!m_tab->take(clipboard));
    }

    void picturesArePrintedOnOnePage()
    {
        const QString pdf = m_site.dir().filePath(u"print.pdf"_s);
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(pdf);
        FFP_VERIFY(printPicture(printer, QImage::fromData(test::scan("JPG")), u"房屋"_s));
        QVERIFY(QFile(pdf).size() > 1000);
        QPrinter another(QPrinter::HighResolution);
        another.setOutputFormat(QPrinter::PdfFormat);
        another.setOutputFileName(m_site.dir().filePath(u"none.pdf"_s));
        FFP_VERIFY_ERROR(printPicture(another, QImage(), u"房屋"_s), ErrorKind::PrintFailed);
    }
};

QTEST_MAIN(TestAttachmentTab)
#include "tst_attachmenttab.moc"
