// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/jsonnode.h"

namespace ffp::rulereader {

/// What all parts of one file of rules are checked against.
struct Context {
    QStringList clauses; ///< ids of the pack; none in a file that packs share
    QDate start;         ///< values without a date hold from here
    std::vector<PackFault> &faults;
};

inline constexpr char kIdentifier[] = "[a-z][a-z0-9_]*";

bool codeExists(const QString &list, const QString &code);

/// Mark, clauses and source belong together: the policy is cited by clause, everything else by source.
PolicyMark readBasis(const JsonNode &node, const Context &context, QStringList *clauses, QString *source);

/// One parameter. Where `source` is given the entry need not say what it rests on: it is a local default with
/// that source.
PolicyParameter readParameter(const JsonNode &node, const Context &context, const QString &source = {});
void refuseRepeats(const std::vector<PolicyParameter> &parameters, const JsonNode &node);

EvidenceColumn readEvidence(const JsonNode &node);

/// Parameters of the pack that the rule names; `names` gets them.
void readUses(const JsonNode &node, const std::vector<PolicyParameter> &ofPack, PolicyRule &rule,
              QStringList &names);
/// Parameters of the rule alone.
void readOwnParameters(const JsonNode &node, const Context &context, const QString &source, PolicyRule &rule,
                       QStringList &names);
/// A name that the message may give, once in a rule.
void claimName(const JsonNode &node, const QString &name, QStringList &names);

/// The sentence of a rule: fields "{…}" must be evidence or parameters.
void readMessage(const JsonNode &node, PolicyRule &rule, const QStringList &names);

/// PolicyPackInvalid with all faults.
tl::unexpected<Error> refusal(const std::vector<PackFault> &faults, const QString &fileName);
/// The object in the file; a fault when it is none.
QJsonObject objectIn(const QByteArray &json, std::vector<PackFault> &faults);

} // namespace ffp::rulereader
