// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/domain/field.h"

#include <QVariantMap>

#include <optional>

namespace ffp::ui {

/// A field of a household, or of something that hangs on it, that another page leads to and why.
struct FieldWish {
    FieldRef field;
    RecordId member; ///< whose field it is; null = that of the household or of its newest entry
    QString notice;  ///< the sentence to show

    /// Target args "field" ("member.id_no"), "member", "notice"; nothing when there is no such field.
    static std::optional<FieldWish> from(const QVariantMap &args);
    /// The tab that has it.
    QString tab() const;
};

} // namespace ffp::ui
