// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/keyring.h"

#include "core/trust/kdfpolicy.h"

namespace ffp {

namespace {

constexpr qsizetype kKeySize = 32;

tl::unexpected<Error> locked()
{
    return fail(ErrorKind::Locked);
}

} // namespace

QByteArray Keyring::slotAd(const char *purpose, const OfficialId &owner) const
{
    return QByteArray(purpose) + m_dbId.toBytes() + owner.toBytes();
}

void Keyring::create()
{
    const std::lock_guard guard(m_mutex);
    m_keys = std::make_shared<const SiteKeys>(SecretBytes::random(kKeySize));
}

Result<KeySlot> Keyring::makeSlot(const OfficialId &owner, const QString &password,
                                  const SecretBytes &signSeed) const
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> site, keys());
    KeySlot slot{owner, crypto::random<16>(), KdfPolicy::slotCost(), {}, {}};
    FFP_ASSIGN(const SecretBytes kek, crypto::passwordKey(password, slot.salt, slot.cost));
    slot.wrapped = site->wrapDek(kek, slotAd("slot", owner));
    slot.signWrapped = crypto::wrap(kek.data(), slotAd("sign", owner), signSeed);
    return slot;
}

Result<Keyring::Opened> Keyring::openSlot(const KeySlot &slot, const QString &password) const
{
    FFP_ASSIGN(const SecretBytes kek, crypto::passwordKey(password, slot.salt, slot.cost));
    Opened opened;
    if (!crypto::unwrap(kek.data(), slotAd("slot", slot.owner), slot.wrapped, opened.dek))
        return fail(ErrorKind::WrongPassword);
    if (!crypto::unwrap(kek.data(), slotAd("sign", slot.owner), slot.signWrapped, opened.signSeed)
        || opened.dek.size() != kKeySize || opened.signSeed.size() != kKeySize)
        return fail(ErrorKind::Damaged, QStringLiteral("key slot"));
    return opened;
}

Result<SecretBytes> Keyring::signingSeed(const KeySlot &slot, const QString &password) const
{
    FFP_ASSIGN(Opened opened, openSlot(slot, password));
    return std::move(opened.signSeed);
}

Result<> Keyring::unlock(const KeySlot &slot, const QString &password)
{
    FFP_ASSIGN(const Opened opened, openSlot(slot, password));
    auto site = std::make_shared<const SiteKeys>(opened.dek);
    auto official = std::make_shared<const crypto::SignKeys>(crypto::signKeys(opened.signSeed));
    const std::lock_guard guard(m_mutex);
    m_keys = std::move(site);
    m_official = std::move(official);
    return {};
}

void Keyring::lock()
{
    const std::lock_guard guard(m_mutex);
    m_keys.reset();
    m_official.reset();
}

bool Keyring::isLocked() const
{
    const std::lock_guard guard(m_mutex);
    return !m_keys;
}

Result<std::shared_ptr<const SiteKeys>> Keyring::keys() const
{
    const std::lock_guard guard(m_mutex);
    if (!m_keys)
        return locked();
    return m_keys;
}

void Keyring::setOfficial(const SecretBytes &signSeed)
{
    auto official = std::make_shared<const crypto::SignKeys>(crypto::signKeys(signSeed));
    const std::lock_guard guard(m_mutex);
    m_official = std::move(official);
}

Result<Signature> Keyring::signAsOfficial(const char *tag, QByteArrayView x) const
{
    std::shared_ptr<const crypto::SignKeys> official;
    {
        const std::lock_guard guard(m_mutex);
        official = m_official;
    }
    if (!official)
        return locked();
    return crypto::sign(official->secret, tag, x);
}

Result<PublicKey> Keyring::officialKey() const
{
    const std::lock_guard guard(m_mutex);
    if (!m_official)
        return locked();
    return m_official->pub;
}

} // namespace ffp
