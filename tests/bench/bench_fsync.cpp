// SPDX-License-Identifier: GPL-3.0-or-later
// Floor of G9: append 4 KiB and fsync, over and over. usage: bench_fsync FOLDER [TIMES]
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>
#include <QTemporaryFile>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int times = argc > 2 ? std::max(1, std::atoi(argv[2])) : 200;
    QTemporaryFile file(QString::fromLocal8Bit(argc > 1 ? argv[1] : ".") + u"/fsync-XXXXXX"_s);
    if (!file.open()) {
        std::fputs("bench_fsync: cannot write there\n", stderr);
        return 3;
    }
    const QByteArray page(4096, 'x');
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        file.write(page);
        file.flush();
        if (::fsync(file.handle()) != 0)
            return 3;
        took.push_back(bench::milliseconds(timer));
    }
    return bench::print({{"ms"_L1, bench::median(took)}, {"times"_L1, times}});
}
