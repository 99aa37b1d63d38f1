// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestOutputFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
    }

private Q_SLOTS:
    void replacesInOneStep()
    {
        const QString path = m_folder.filePath(u"台账.pdf"_s);
        write(path, "old");
        {
            OutputFile output(path);
            FFP_VERIFY(output.begin());
            QVERIFY(output.temporaryPath().endsWith(u".pdf"_s));
            write(output.temporaryPath(), "new");
            QCOMPARE(read(path), QByteArray("old"));
            FFP_VERIFY(output.commit());
        }
        QCOMPARE(read(path), QByteArray("new"));
        QCOMPARE(files(), QStringList{u"台账.pdf"_s});
        QVERIFY((QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == 0);
        QFile::remove(path);
    }
    void leavesNothingBehind()
    {
        {
            OutputFile output(m_folder.filePath(u"x.csv"_s));
            FFP_VERIFY(output.begin());
            QCOMPARE(files().size(), 1);
        }
        QVERIFY(files().isEmpty());
    }
    void saysWhenItCannot()
    {
        OutputFile nowhere(m_folder.filePath(u"no/folder/x.csv"_s));
        const auto result = nowhere.begin();
        FFP_VERIFY_ERROR(result, ErrorKind::FileUnwritable);
        QCOMPARE(result.error().subject.file, m_folder.filePath(u"no/folder/x.csv"_s));

        QVERIFY(QDir(m_folder.path()).mkdir(u"taken"_s));
        OutputFile taken(m_folder.filePath(u"taken"_s)); // a folder has the name
        FFP_VERIFY(taken.begin());
        FFP_VERIFY_ERROR(taken.commit(), ErrorKind::FileUnwritable);
    }
};

QTEST_APPLESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
