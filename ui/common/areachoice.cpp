// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/areachoice.h"

#include "core/services/registryservice.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace ffp::ui {

void listAreas(QComboBox *box, const std::vector<AreaCount> &areas, const AreaCode &wanted)
{
    const QSignalBlocker quiet(box);
    const QString area = wanted.isNull() ? box->currentData().toString() : wanted.toString();
    while (box->count() > 1)
        box->removeItem(box->count() - 1);
    for (const AreaCount &count : areas)
        box->addItem(count.name, count.area.toString());
    box->setCurrentIndex(qMax(0, box->findData(area)));
}

} // namespace ffp::ui
