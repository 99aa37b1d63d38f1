// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"
#include "core/services/registryservice.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ffp::cli {

/// Records as JSON (field id → text) and as lines (label: text), from the field tables.
struct RecordText {
    Language language = Language::Chinese;
    bool masked = true;

    QString value(const FieldDef &field, const Value &value) const;
    QJsonObject json(const Record &record) const;
    QJsonArray json(const std::vector<Record> &records) const;
    QJsonObject json(const HistoryEntry &entry) const;
    QString heading(const Record &record) const;
    QStringList lines(const Record &record, const QString &indent) const;
    QString line(const HistoryEntry &entry) const;
};

} // namespace ffp::cli
