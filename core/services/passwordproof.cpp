// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/passwordproof.h"

#include "core/trust/keyring.h"
#include "core/trust/keyslotstore.h"
#include "core/trust/logingate.h"

namespace ffp {

Result<SecretBytes> provenSeed(Session &session, const QString &password)
{
    Database &db = session.database();
    const OfficialId me = session.user().id;
    FFP_ASSIGN(const KeySlot slot, KeySlotStore(db).find(me));
    LoginGate gate(db);
    const qint64 now = session.clock().nowMs();
    FFP_TRY(gate.begin(me, now));
    Result<SecretBytes> seed = session.keyring().signingSeed(slot, password);
    if (!seed) {
        FFP_ASSIGN(const int wait, gate.secondsToWait(me, now));
        seed.error().args = {QString::number(wait)};
        return seed;
    }
    FFP_TRY(gate.succeeded(me));
    return seed;
}

} // namespace ffp
