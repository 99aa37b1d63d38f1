// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace ffp {

/// Characters of names that are taken for each other when a handwritten list is typed, by shape or as an old
/// and a simplified form. One declared list: what is not in it is not called alike by shape.
bool lookAlike(QChar a, QChar b);

} // namespace ffp
