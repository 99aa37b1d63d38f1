// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/sources.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QtTest>

using namespace layout;

namespace {

const QString kResources = QStringLiteral(FFP_SOURCE_DIR "/resources/");

QStringList iconFiles()
{
    return QDir(kResources + QStringLiteral("icons")).entryList({QStringLiteral("*.svg")}, QDir::Files);
}

/// Share of the pixels that the picture touches, 0 to 1.
double inkOf(const QByteArray &svg, int side)
{
    QSvgRenderer renderer(svg);
    if (!renderer.isValid())
        return 0;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    int touched = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            touched += qAlpha(image.pixel(x, y)) > 60;
    return double(touched) / (side * side);
}

} // namespace

class TestResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileTravelsInTheProgram()
    {
        const auto qrc = textOf(kResources + QStringLiteral("ffp.qrc"));
        QVERIFY(qrc);
        const QStringList files = filesBelow(kResources,
                                             QDir(kResources)
                                                 .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                                                 .filter(QRegularExpression(
                                                     QStringLiteral("^(?!(linux|pictures)$)"))),
                                             {QStringLiteral("*")});
        QVERIFY(files.size() > iconFiles().size());
        for (const QString &file : files) {
            QVERIFY2(qrc->contains(QLatin1Char('>') + file + QLatin1String("</file>")), qPrintable(file));
            QVERIFY2(QFile::exists(QStringLiteral(":/ffp/") + file), qPrintable(file));
        }
    }

    void lineIconsAreOfOneStyle()
    {
        static const QRegularExpression style(QStringLiteral(
            "viewBox=\"0 0 24 24\">\\s*<g fill=\"none\" stroke=\"#37474f\" stroke-width=\"1.8\" "
            "stroke-linecap=\"round\" stroke-linejoin=\"round\">"));
        for (const QString &name : iconFiles()) {
            const auto svg = textOf(kResources + QStringLiteral("icons/") + name);
            QVERIFY2(svg, qPrintable(name));
            if (name == QLatin1String("fangfanpin.svg"))
                continue;
            QVERIFY2(style.match(*svg).hasMatch(), qPrintable(name));
            QVERIFY2(svg->count(QLatin1String("stroke=")) == 1, qPrintable(name));
        }
    }

    void iconsDrawSomethingButNotABlot()
    {
        for (const QString &name : iconFiles()) {
            QFile file(kResources + QStringLiteral("icons/") + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray svg = file.readAll();
            const bool application = name == QLatin1String("fangfanpin.svg");
            for (const int side : {16, 24, 48}) {
                const double ink = inkOf(svg, side);
                QVERIFY2(application ? ink > 0.8 : ink > 0.05 && ink < 0.6,
                         qPrintable(QStringLiteral("%1 at %2: %3").arg(name).arg(side).arg(ink)));
            }
        }
        QCOMPARE(inkOf("no picture", 16), 0.0);
    }

    void iconsOfTheMainActionsAreThere()
    {
        const QStringList there = iconFiles();
        for (const char *name :
             {"household", "member", "visit", "alert", "ledger", "import", "export", "search", "print",
              "undo", "redo", "lock", "settings", "backup", "area-tree", "help", "fangfanpin"})
            QVERIFY2(there.contains(QLatin1String(name) + QLatin1String(".svg")), name);
    }

    void packagesAreExplained()
    {
        const auto packages = textOf(QStringLiteral(FFP_SOURCE_DIR "/scripts/packages.txt"));
        const auto readme = textOf(QStringLiteral(FFP_SOURCE_DIR "/README.md"));
        QVERIFY(packages && readme);
        for (const QString &line : packages->split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            if (!line.startsWith(QLatin1Char('#')))
                QVERIFY2(readme->contains(QRegularExpression(
                             QStringLiteral("[| ,]%1[ ,|]").arg(QRegularExpression::escape(line)))),
                         qPrintable(line));
    }
};

QTEST_MAIN(TestResources)
#include "tst_resources.moc"
