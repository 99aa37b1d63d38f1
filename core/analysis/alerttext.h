// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"

#include <QByteArray>

#include <vector>

namespace ffp {

/// The evidence of an alert in words.
struct AlertText {
    QString message;                                 ///< the sentence of the rule, filled in
    std::vector<std::pair<QString, QString>> values; ///< label → value, thresholds last
    bool masked = false;                             ///< S-class values were replaced by ***
};

/// Masked is for lists, copies and logs; Plain for who was permitted to see S-class values.
enum class AlertSight { Masked, Plain };

/// `evidence` as Firing::evidence. Blank values read "—". A rule that the pack does not have any more (or
/// evidence that is no JSON) gives the raw names and values, never nothing.
AlertText alertText(const PolicyPack &pack, const QString &rule, const QByteArray &evidence, bool chinese,
                    AlertSight sight = AlertSight::Masked);

} // namespace ffp
