// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/policy/policytypes.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace ffp {

/// Something that must hold before a step can be passed: a hard validation of domain.md §11. What is looked
/// at is one of a closed list of tests (core/services/chaintests.h); where it applies, how it is called and
/// what it rests on is the pack's.
struct ChainCondition {
    QString id;   ///< "HV-02"
    QString test; ///< id of the test
    LocalText title;
    PolicyMark mark = PolicyMark::LocalDefault;
    QStringList clauses;
    QString source;
};

/// One step of a chain (domain.md §9, §10).
struct ChainStep {
    enum class Act {
        Work,    ///< not signed: what it leaves behind is asked for at the next signed step
        Submit,  ///< a report from below
        Approve, ///< a judgement on what was submitted: by another official, with the password again
        Record,  ///< a fact entered: an entry into another system, the decision of an office above
    };
    struct Limit {
        QString parameter; ///< integer of the pack: days; blank = no limit
        QString from;      ///< key of the step whose end begins it; empty = opening of the matter
        bool working = false;
    };

    QString key;
    LocalText title;
    LocalText actor; ///< who, in the words of the policy
    Act act = Act::Work;
    std::vector<AreaLevel> levels; ///< of the officials who may sign it here
    /// Office above that decided, when its decision is only recorded here (never made up: number and date).
    std::optional<AreaLevel> outside;
    QStringList evidence; ///< what must be there, made since the matter began: see core/services/chaintests.h
    QStringList record;   ///< fields of entity `step` that must be filled
    QStringList asks;     ///< further fields that may be
    QString form;         ///< "F-22" of forms.md
    std::vector<Limit> limits;
    bool rejects = false;
    QStringList returnsTo;  ///< keys of signed steps, the usual one first
    QStringList conditions; ///< ids
    /// Field of the case ("case.status") or household ("household.exit_class") → value; "@month" and "@date"
    /// are those of the record, "@x" is field x of it.
    std::map<QString, QString> sets;
    PolicyMark mark = PolicyMark::LocalDefault;
    QStringList clauses;
    QString source;

    bool isSigned() const { return act != Act::Work; }
};

/// The way of one kind of matter from its opening to its end.
struct Chain {
    QString id; ///< "identify-edge"
    LocalText title;
    QString monitorClass; ///< CL-18 of the case that it makes or ends; empty: no case
    bool opensCase = false;
    std::vector<ChainStep> steps;
    /// Values as ChainStep::sets when it is opened, first submitted, rejected.
    std::map<QString, QString> onOpen;
    std::map<QString, QString> onSubmit;
    std::map<QString, QString> onReject;
    PolicyMark mark = PolicyMark::LocalDefault;
    QStringList clauses;
    QString source;

    const ChainStep *step(const QString &key) const;
    /// The first step that is signed: the state of a matter that was just opened.
    const ChainStep &first() const;
    /// The signed step after this one; nullptr at the end.
    const ChainStep *next(const QString &key) const;
    /// Steps without a signature right before the signed one.
    std::vector<const ChainStep *> workBefore(const QString &key) const;
};

/// States that are not the key of the step that is waited for.
inline constexpr char kStateDone[] = "done";
inline constexpr char kStateRejected[] = "rejected";

const char *chainActCode(ChainStep::Act act);

} // namespace ffp
