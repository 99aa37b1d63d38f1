// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace ffp {

/// Subjects of errors in one word.
inline Subject aboutField(QString entity, QString field)
{
    Subject subject;
    subject.entity = std::move(entity);
    subject.field = std::move(field);
    return subject;
}
/// `key` is never an S-class value.
inline Subject aboutKey(QString entity, QString key)
{
    Subject subject;
    subject.entity = std::move(entity);
    subject.key = std::move(key);
    return subject;
}

} // namespace ffp
