// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/registry.h"
#include "tests/support/testsupport.h"

#include <algorithm>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

template <class IdType>
IdType newId()
{
    return IdType(crypto::random<16>());
}

constexpr quint32 kRoot = 16, kEnrol = 17, kJoin = 18, kAccept = 19, kRotate = 20, kIncarnation = 21,
                  kOfficial = 22, kEnd = 23;

/// A county with its root, and what is needed to enrol townships below it.
struct Site {
    SiteId id = newId<SiteId>();
    Incarnation inc = newId<Incarnation>();
    crypto::SignKeys sign = crypto::signKeys(SecretBytes::random(32));
    crypto::BoxKeys box = crypto::boxKeys(SecretBytes::random(32));
    crypto::SignKeys invite = crypto::signKeys(SecretBytes::random(32));
};

struct World {
    crypto::SignKeys rootKeys = crypto::signKeys(SecretBytes::random(32));
    KeyId rootId = crypto::keyId(rootKeys.pub);
    Site county;
    Site township;
    quint64 hlc = 0;
    std::vector<RegistryOp> ops;

    RegistryOp make(quint32 kind, const std::array<unsigned char, 16> &rec, const RegistryMap &map,
                    const crypto::SignKeys &key, Incarnation inc, qint64 seq)
    {
        RegistryOp op;
        op.kind = kind;
        op.rec = rec;
        op.reg = map.encode();
        op.inc = inc;
        op.seq = seq;
        op.hlc = ++hlc;
        op.id = crypto::hash("test", op.reg + QByteArray::number(hlc));
        op.signer = crypto::keyId(key.pub);
        op.signature = crypto::sign(key.secret, kRegistryTag, view(op.id));
        return op;
    }
    Hash add(RegistryOp op)
    {
        ops.push_back(op);
        return op.id;
    }
    Incarnation rootInc() const { return Incarnation(rootId); }

    RegistryOp rootOp()
    {
        return make(kRoot, rootId,
                    RegistryMap()
                        .text(regkey::RootName, u"县"_s)
                        .text(regkey::RootArea, u"341323000000"_s)
                        .bytes(regkey::RootSignPub, view(rootKeys.pub))
                        .bytes(regkey::RootBoxPub, view(county.box.pub)),
                    rootKeys, rootInc(), 1);
    }
    RegistryOp enrolOp(const Site &site, const char *area, int level, bool mayEnrol,
                       const crypto::SignKeys &by, Incarnation inc)
    {
        return make(kEnrol, site.id.bytes(),
                    RegistryMap()
                        .text(regkey::EnrolName, u"单位"_s)
                        .text(regkey::EnrolArea, QString::fromLatin1(area))
                        .integer(regkey::EnrolLevel, level)
                        .boolean(regkey::EnrolMayEnrol, mayEnrol)
                        .bytes(regkey::EnrolInviteSign, view(site.invite.pub))
                        .bytes(regkey::EnrolInviteBox, view(site.box.pub))
                        .integer(regkey::EnrolRole, 1),
                    by, inc, 2);
    }
    RegistryOp joinOp(const Site &site, qint64 seq = 1)
    {
        return make(kJoin, site.id.bytes(),
                    RegistryMap()
                        .bytes(regkey::JoinSignPub, view(site.sign.pub))
                        .bytes(regkey::JoinBoxPub, view(site.box.pub))
                        .bytes(regkey::JoinPop,
                               view(crypto::sign(site.sign.secret, kPopTag,
                                                 popOfSite(site.id, site.sign.pub, site.box.pub))))
                        .bytes(regkey::JoinInc, view(site.inc.bytes())),
                    site.invite, site.inc, seq);
    }
    RegistryOp acceptOp(const Site &site, const crypto::SignKeys &by, Incarnation inc)
    {
        return make(kAccept, site.id.bytes(),
                    RegistryMap().bytes(regkey::AcceptKey, view(crypto::keyId(site.sign.pub))), by, inc, 3);
    }
    RegistryOp officialOp(OfficialId id, const crypto::SignKeys &own, const Site &at,
                          const crypto::SignKeys &by, Incarnation inc, const QString &role = u"admin"_s)
    {
        return make(kOfficial, id.bytes(),
                    RegistryMap()
                        .text(regkey::OfficialName, u"王小明"_s)
                        .bytes(regkey::OfficialSite, view(at.id.bytes()))
                        .bytes(regkey::OfficialSignPub, view(own.pub))
                        .bytes(regkey::OfficialPop,
                               view(crypto::sign(own.secret, kPopTag, popOfOfficial(id, own.pub))))
                        .text(regkey::OfficialLogin, u"wang"_s)
                        .text(regkey::OfficialRole, role),
                    by, inc, 4);
    }
    void foundCounty()
    {
        add(rootOp());
        add(enrolOp(county, "341323000000", 3, true, rootKeys, rootInc()));
        add(joinOp(county));
        add(acceptOp(county, rootKeys, rootInc()));
    }
    void enrolTownship()
    {
        add(enrolOp(township, "341323114000", 4, false, county.sign, county.inc));
        add(joinOp(township));
        add(acceptOp(township, county.sign, county.inc));
    }
    Registry fold() const { return Registry::fold(ops, rootKeys.pub); }
    bool addEntitled(RegistryOp op)
    {
        const Hash id = add(std::move(op));
        return fold().isEntitled(id);
    }
};

} // namespace

class TestRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maps();
    void founding();
    void orderDoesNotMatter();
    void anchorDecides();
    void forgedSignatures();
    void joinNeedsAccept();
    void inviteUsedTwice();
    void enrolRights_data();
    void enrolRights();
    void officials();
    void officialsOfOthers();
    void ends();
    void newIncarnation();
    void unknownStage();
};

void TestRegistry::maps()
{
    RegistryMap map;
    map.text(33, u"admin"_s).integer(3, 4).bytes(4, "ab").boolean(5, true);
    auto back = RegistryMap::decode(map.encode());
    QVERIFY(back);
    QCOMPARE(back->text(33), u"admin"_s);
    QCOMPARE(back->integer(3), std::optional<qint64>(4));
    QCOMPARE(back->bytes(4), QByteArray("ab"));
    QVERIFY(back->boolean(5) && !back->boolean(6));
    QVERIFY(back->text(3).isEmpty() && back->bytes(33).isEmpty() && !back->integer(99));
    QVERIFY(!RegistryMap::decode(QByteArray::fromHex("a2020001 00")));
    QVERIFY(!RegistryMap::decode("x"));
    QVERIFY(!RegistryMap::decode(QByteArray::fromHex("a1616100"))); // a text key
}

void TestRegistry::founding()
{
    World world;
    world.foundCounty();
    world.enrolTownship();
    const Registry registry = world.fold();
    QVERIFY(registry.hasRoot());
    for (const RegistryOp &op : world.ops)
        QVERIFY2(registry.isEntitled(op.id), QByteArray::number(op.kind).constData());
    QCOMPARE(registry.sites().size(), 2U);
    const SiteEntry &township = registry.sites().at(world.township.id);
    QVERIFY(township.accepted);
    QCOMPARE(township.area.toString(), u"341323114000"_s);
    QCOMPARE(township.signPub, world.township.sign.pub);
    QCOMPARE(registry.incarnations().at(world.county.inc).site, world.county.id);
}

void TestRegistry::orderDoesNotMatter()
{
    World world;
    world.foundCounty();
    world.enrolTownship();
    const OfficialId id = newId<OfficialId>();
    const crypto::SignKeys key = crypto::signKeys(SecretBytes::random(32));
    world.add(
        world.officialOp(id, key, world.township, world.township.sign, world.township.inc, u"viewer"_s));
    world.add(world.officialOp(id, key, world.township, world.county.sign, world.county.inc, u"approver"_s));
    std::vector<RegistryOp> shuffled = world.ops;
    for (int round = 0; round < 50; ++round) {
        std::rotate(shuffled.begin(), shuffled.begin() + 1 + round % 5, shuffled.end());
        std::swap(shuffled[0], shuffled[size_t(round) % shuffled.size()]);
        const Registry registry = Registry::fold(shuffled, world.rootKeys.pub);
        for (const RegistryOp &op : world.ops)
            QVERIFY(registry.isEntitled(op.id));
        QCOMPARE(registry.officials().at(id).role, u"approver"_s);
        QVERIFY(registry.officials().at(id).named);
    }
}

void TestRegistry::anchorDecides()
{
    World world;
    world.foundCounty();
    const Registry registry = Registry::fold(world.ops, crypto::signKeys(SecretBytes::random(32)).pub);
    QVERIFY(!registry.hasRoot());
    QVERIFY(registry.sites().empty());
}

void TestRegistry::forgedSignatures()
{
    World honest;
    honest.foundCounty();
    honest.enrolTownship();
    for (size_t i = 0; i < honest.ops.size(); ++i) {
        std::vector<RegistryOp> ops = honest.ops;
        ops[i].signature[3] ^= 1;
        const Registry registry = Registry::fold(ops, honest.rootKeys.pub);
        QVERIFY(!registry.isEntitled(ops[i].id));
    }
}

void TestRegistry::joinNeedsAccept()
{
    World world;
    world.foundCounty();
    world.add(world.enrolOp(world.township, "341323114000", 4, false, world.county.sign, world.county.inc));
    world.add(world.joinOp(world.township));
    QVERIFY(!world.fold().sites().at(world.township.id).accepted);
    // What it signs before that is not entitled.
    const Hash early = world.add(world.officialOp(newId<OfficialId>(),
                                                  crypto::signKeys(SecretBytes::random(32)), world.township,
                                                  world.township.sign, world.township.inc));
    QVERIFY(!world.fold().isEntitled(early));
    // It cannot accept itself; its enroller can.
    const Hash own = world.add(world.acceptOp(world.township, world.township.sign, world.township.inc));
    QVERIFY(!world.fold().isEntitled(own));
    world.add(world.acceptOp(world.township, world.county.sign, world.county.inc));
    QVERIFY(world.fold().sites().at(world.township.id).accepted);
    QVERIFY(world.fold().isEntitled(early));
}

/// M52: two keys for one invite; the one named by an accept is valid, without that neither.
void TestRegistry::inviteUsedTwice()
{
    World world;
    world.foundCounty();
    world.add(world.enrolOp(world.township, "341323114000", 4, false, world.county.sign, world.county.inc));
    world.add(world.joinOp(world.township));
    Site thief;
    thief.id = world.township.id;
    thief.invite.pub = world.township.invite.pub;
    thief.invite.secret = world.township.invite.secret.clone();
    world.add(world.joinOp(thief));
    QVERIFY(!world.fold().sites().at(world.township.id).accepted);
    world.add(world.acceptOp(world.township, world.county.sign, world.county.inc));
    QCOMPARE(world.fold().sites().at(world.township.id).signPub, world.township.sign.pub);
    world.add(world.acceptOp(thief, world.county.sign, world.county.inc));
    QVERIFY(!world.fold().sites().at(world.township.id).accepted);
}

void TestRegistry::enrolRights_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("fine");
    QTest::newRow("township below") << u"341323114000"_s << 4 << true;
    QTest::newRow("village below") << u"341323114201"_s << 5 << true;
    QTest::newRow("own level") << u"341323000000"_s << 3 << false;
    QTest::newRow("other county's township") << u"341322114000"_s << 4 << false;
    QTest::newRow("level and area disagree") << u"341323114000"_s << 5 << false;
    QTest::newRow("above") << u"340000000000"_s << 1 << false;
    QTest::newRow("no area") << u"34"_s << 4 << false;
}

void TestRegistry::enrolRights()
{
    QFETCH(QString, area);
    QFETCH(int, level);
    QFETCH(bool, fine);
    World world;
    world.foundCounty();
    const Hash id = world.add(world.enrolOp(world.township, area.toLatin1().constData(), level, false,
                                            world.county.sign, world.county.inc));
    QCOMPARE(world.fold().isEntitled(id), fine);
    if (!fine)
        return;
    // Without may_enrol the township cannot go on.
    world.add(world.joinOp(world.township));
    world.add(world.acceptOp(world.township, world.county.sign, world.county.inc));
    Site village;
    const Hash further = world.add(
        world.enrolOp(village, "341323114201", 5, false, world.township.sign, world.township.inc));
    QVERIFY(!world.fold().isEntitled(further));
}

void TestRegistry::officials()
{
    World world;
    world.foundCounty();
    world.enrolTownship();
    const OfficialId id = newId<OfficialId>();
    const crypto::SignKeys key = crypto::signKeys(SecretBytes::random(32));
    world.add(
        world.officialOp(id, key, world.township, world.township.sign, world.township.inc, u"reporter"_s));
    const OfficialEntry self = world.fold().officials().at(id);
    QCOMPARE(self.name, u"王小明"_s);
    QCOMPARE(self.login, u"wang"_s);
    QCOMPARE(self.role, u"reporter"_s);
    QVERIFY(!self.named);
    world.add(world.officialOp(id, key, world.township, world.county.sign, world.county.inc, u"approver"_s));
    QVERIFY(world.fold().officials().at(id).named);
    QCOMPARE(world.fold().officials().at(id).role, u"approver"_s);
    // A later self entry with the same key stays named, with a new key it does not.
    world.add(
        world.officialOp(id, key, world.township, world.township.sign, world.township.inc, u"viewer"_s));
    QVERIFY(world.fold().officials().at(id).named);
    QCOMPARE(world.fold().officials().at(id).role, u"viewer"_s);
    world.add(world.officialOp(id, crypto::signKeys(SecretBytes::random(32)), world.township,
                               world.township.sign, world.township.inc));
    QVERIFY(!world.fold().officials().at(id).named);
}

void TestRegistry::officialsOfOthers()
{
    World world;
    world.foundCounty();
    world.enrolTownship();
    const crypto::SignKeys key = crypto::signKeys(SecretBytes::random(32));
    // The township cannot name people of the county.
    const Hash upward = world.add(
        world.officialOp(newId<OfficialId>(), key, world.county, world.township.sign, world.township.inc));
    QVERIFY(!world.fold().isEntitled(upward));
    // A site's key used in another site's stream.
    const Hash foreign = world.add(
        world.officialOp(newId<OfficialId>(), key, world.township, world.township.sign, world.county.inc));
    QVERIFY(!world.fold().isEntitled(foreign));
    // Proof of possession made by another key.
    RegistryOp stolen = world.officialOp(newId<OfficialId>(), key, world.township, world.township.sign,
                                         world.township.inc);
    RegistryMap map = *RegistryMap::decode(stolen.reg);
    map.bytes(regkey::OfficialSignPub, view(crypto::signKeys(SecretBytes::random(32)).pub));
    const Hash without = world.add(
        world.make(kOfficial, stolen.rec, map, world.township.sign, world.township.inc, 9));
    QVERIFY(!world.fold().isEntitled(without));
}

void TestRegistry::ends()
{
    World world;
    world.foundCounty();
    world.enrolTownship();
    const OfficialId id = newId<OfficialId>();
    const crypto::SignKeys key = crypto::signKeys(SecretBytes::random(32));
    world.add(world.officialOp(id, key, world.township, world.township.sign, world.township.inc));
    const auto endOp = [&](OfficialId who, const KeyId &which, const Site &by) {
        return world.make(kEnd, who.bytes(), RegistryMap().bytes(regkey::EndKey, view(which)), by.sign,
                          by.inc, 5);
    };
    QVERIFY(!world.addEntitled(
        endOp(newId<OfficialId>(), crypto::keyId(key.pub), world.township))); // another person's
    QVERIFY(!world.addEntitled(endOp(id, KeyId{}, world.township)));
    QVERIFY(!world.fold().officials().at(id).ended);
    world.add(endOp(id, crypto::keyId(key.pub), world.township));
    QVERIFY(world.fold().officials().at(id).ended);
    QVERIFY(world.fold().keys().at(crypto::keyId(key.pub)).state == KeyEntry::State::Ended);
    // With a new key the person works again.
    world.add(world.officialOp(id, crypto::signKeys(SecretBytes::random(32)), world.township,
                               world.township.sign, world.township.inc));
    QVERIFY(!world.fold().officials().at(id).ended);
}

void TestRegistry::newIncarnation()
{
    World world;
    world.foundCounty();
    const auto incOp = [&](Incarnation inc, Incarnation stream, qint64 seq, int reason) {
        return world.make(kIncarnation, world.county.id.bytes(),
                          RegistryMap()
                              .bytes(regkey::IncarnationInc, view(inc.bytes()))
                              .bytes(regkey::IncarnationPrior, view(world.county.inc.bytes()))
                              .integer(regkey::IncarnationReason, reason),
                          world.county.sign, stream, seq);
    };
    const Incarnation next = newId<Incarnation>();
    QVERIFY(!world.addEntitled(incOp(next, world.county.inc, 1, 1)));
    QVERIFY(!world.addEntitled(incOp(next, next, 2, 1)));
    QVERIFY(!world.addEntitled(incOp(next, next, 1, 0)));
    QVERIFY(!world.addEntitled(incOp(next, next, 1, 5)));
    QVERIFY(world.addEntitled(incOp(next, next, 1, 1)));
    QCOMPARE(world.fold().incarnations().at(next).prior, world.county.inc);
    // The site may write registry ops in it.
    QVERIFY(world.addEntitled(world.officialOp(newId<OfficialId>(), crypto::signKeys(SecretBytes::random(32)),
                                               world.county, world.county.sign, next)));
}

void TestRegistry::unknownStage()
{
    World world;
    world.foundCounty();
    QVERIFY(!world.addEntitled(
        world.make(kRotate, world.county.id.bytes(), RegistryMap(), world.county.sign, world.county.inc, 6)));
    RegistryOp broken = world.rootOp();
    broken.reg = "not cbor";
    QVERIFY(!world.addEntitled(broken));
}

QTEST_APPLESS_MAIN(TestRegistry)
#include "tst_registry.moc"
