// SPDX-License-Identifier: GPL-3.0-or-later
// Heads, winners and conflicts as functions of the set of ops (exchange.md §9.1, §9.2).
#include "core/log/fold.h"

#include "core/log/hlc.h"
#include "core/log/opcodec.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <random>
#include <set>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArrayList kFields = {"_void", "phone", "population_current"};

OpId idOf(quint32 number)
{
    OpId id{};
    // Spread: the order of ids must not follow the order of making.
    const quint32 mixed = number * 2654435761u;
    memcpy(id.data(), &mixed, sizeof mixed);
    memcpy(id.data() + 4, &number, sizeof number);
    return id;
}

/// One op of one record. The values of `set` go into a real payload.
FoldOp make(quint32 number, quint32 kind, quint64 hlc, const std::map<QByteArray, Value> &set)
{
    FoldOp op;
    op.n = number;
    op.id = idOf(number);
    op.kind = kind;
    op.hlc = hlc;
    op.area = AreaCode::fromString(u"341323114201"_s);
    op.type = "household";
    std::vector<SetItem> items;
    for (const auto &[name, value] : set)
        items.push_back({name, &value, false});
    if (!opcodec::encodePayload(Salt{}, items, {}, op.body))
        qFatal("payload");
    op.payload = opcodec::decodePayload(op.body).value();
    if (op.isEdit())
        for (const auto &[name, value] : set)
            op.fields.push_back(name);
    return op;
}

quint64 at(int ms, int counter = 0)
{
    return (quint64(ms) << 16) + quint64(counter);
}

/// Everything that foldOps() decided, by op id.
QStringList told(const Folded &folded, std::span<const FoldOp> ops)
{
    QStringList out;
    const auto name = [](const FoldOp *op) {
        return op ? QString::fromLatin1(view(op->id).toByteArray().left(8).toHex()) : u"-"_s;
    };
    out << u"create "_s + name(folded.create);
    for (const FoldOp &op : ops)
        out << u"eff %1 %2"_s.arg(name(&op)).arg(op.eff);
    for (const auto &[field, state] : folded.edited) {
        QStringList heads;
        for (const FoldOp *head : state.heads)
            heads << name(head);
        out << u"%1: %2 shown %3 values %4 since %5"_s
                   .arg(QString::fromLatin1(field), heads.join(u' '), name(state.shown))
                   .arg(state.values)
                   .arg(state.sinceMs);
    }
    out.sort();
    return out;
}

/// Three sites with clocks of their own write about one record, each knowing only some of the others' ops.
class Story
{
public:
    explicit Story(quint32 seed) : m_random(seed) {}

    std::vector<FoldOp> ops;

    void run()
    {
        std::array<std::set<size_t>, 3> known;
        const std::array<int, 3> skew = {0, 500'000, -300};
        for (int step = 0; step < 14; ++step) {
            const auto site = size_t(pick(3));
            if (pick(3) == 0) { // learns some of what there is
                for (size_t i = 0; i < ops.size(); ++i)
                    if (pick(2))
                        known[site].insert(i);
                continue;
            }
            // Stamps may be equal: then the id decides.
            write(known[site], at(1'000'000 + step / 2 + skew[site]));
            known[site].insert(ops.size() - 1);
        }
    }

    int pick(int n) { return static_cast<int>(m_random() % unsigned(n)); }
    void shuffle(std::vector<FoldOp> &list) { std::shuffle(list.begin(), list.end(), m_random); }

private:
    void write(const std::set<size_t> &known, quint64 hlc)
    {
        const auto number = quint32(ops.size() + 1);
        std::map<QByteArray, Value> set;
        for (const QByteArray &field : kFields)
            if (pick(2))
                set[field] = pick(4) ? Value(pick(3)) : Value(); // few values: equal ones meet
        std::vector<FoldOp> mine;
        for (const size_t i : known)
            mine.push_back(ops[i]);
        const Folded folded = foldOps(mine);
        if (!folded.create || pick(12) == 0) {
            FoldOp op = make(number, opkind::Create, hlc, set);
            if (pick(5) == 0)
                op.type = "thing_of_tomorrow";
            ops.push_back(std::move(op));
            return;
        }
        if (set.empty())
            set["phone"] = Value(pick(3));
        FoldOp op = make(number, pick(4) ? opkind::Edit : opkind::Resolve, hlc, set);
        for (const QByteArray &field : op.fields) {
            std::vector<OpId> heads;
            if (const auto it = folded.edited.find(field); it != folded.edited.end())
                for (const FoldOp *head : it->second.heads)
                    heads.push_back(head->id);
            else
                heads.push_back(folded.create->id);
            op.fpred.emplace_back(field, heads);
        }
        switch (pick(20)) {
        case 0: op.area = AreaCode::fromString(u"341323114202"_s); break;
        case 1: op.kind = 99; break;
        case 2:
            op.erased = true;
            op.payload = {};
            break;
        case 3: op.eff = eff::Beyond; break;
        default: break;
        }
        ops.push_back(std::move(op));
    }

    std::mt19937 m_random;
};

/// §9.2 word by word: an op is a head of a field iff it sets it, counts, and none that counts replaces it.
QString contradiction(const Folded &folded, std::span<const FoldOp> ops)
{
    const auto counts = [&](const FoldOp &op) {
        return &op == folded.create || (op.isEdit() && op.eff == eff::Effective);
    };
    for (const FoldOp &op : ops)
        if (op.kind == opkind::Create && op.type == "household" && op.eff != eff::Beyond
            && (!folded.create || op.before(*folded.create)))
            return u"an earlier create"_s;
    if (!folded.create)
        return {};
    for (const QByteArray &field : kFields) {
        std::set<const FoldOp *> heads;
        QByteArrayList values;
        for (const FoldOp &op : ops) {
            if (!counts(op) || !op.sets(field))
                continue;
            bool replaced = false;
            for (const FoldOp &other : ops) {
                const auto pred = other.predecessors(field);
                replaced |= counts(other) && other.isEdit() && other.sets(field)
                            && std::find(pred.begin(), pred.end(), op.id) != pred.end();
            }
            if (replaced)
                continue;
            heads.insert(&op);
            const QByteArray value = op.erased ? QByteArray("erased") : op.item(field).toByteArray();
            if (!values.contains(value))
                values << value;
        }
        const auto it = folded.edited.find(field);
        if (it == folded.edited.end()) {
            if (heads.size() > 1 || (heads.size() == 1 && *heads.begin() != folded.create))
                return u"heads left out: "_s + QString::fromLatin1(field);
            continue;
        }
        if (std::set<const FoldOp *>(it->second.heads.begin(), it->second.heads.end()) != heads)
            return u"other heads: "_s + QString::fromLatin1(field);
        if (it->second.values != values.size())
            return u"other number of values: "_s + QString::fromLatin1(field);
        for (const FoldOp *head : heads)
            if (!head->erased && (!it->second.shown || it->second.shown->before(*head)))
                return u"not the latest head is shown: "_s + QString::fromLatin1(field);
    }
    return {};
}

} // namespace

class TestFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderGivesTheSame()
    {
        const int runs = qEnvironmentVariableIsSet("FFP_HEAVY") ? 10'000 : 200;
        int conflicts = 0;
        int sameValues = 0;
        int furtherCreates = 0;
        for (int run = 0; run < runs; ++run) {
            Story story(quint32(run) * 7919 + 5);
            story.run();
            std::vector<FoldOp> ops = story.ops;
            const Folded first = foldOps(ops);
            const QStringList expected = told(first, ops);
            const QString wrong = contradiction(first, ops);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(run).arg(wrong)));
            for (const auto &[field, state] : first.edited) {
                conflicts += state.values > 1;
                sameValues += state.heads.size() > 1 && state.values == 1;
            }
            for (const FoldOp &op : ops)
                furtherCreates += op.eff == eff::FurtherCreate;
            for (int i = 0; i < 5; ++i) {
                std::vector<FoldOp> other = i % 2 ? story.ops : ops; // also with eff as it was computed
                story.shuffle(other);
                for (size_t n = 0; n < other.size(); ++n)
                    other[n].n = qint64(n) + 1;
                const Folded folded = foldOps(other);
                if (told(folded, other) != expected)
                    QFAIL(qPrintable(u"seed %1 depends on the order"_s.arg(run)));
            }
        }
        // The stories contain what they are about.
        QVERIFY(conflicts > runs / 10);
        QVERIFY(sameValues > runs / 20);
        QVERIFY(furtherCreates > runs / 20);
    }

    void onlyACreateHasNoEditedFields()
    {
        std::vector<FoldOp> ops = {make(1, opkind::Create, at(1), {{"phone", Value(1)}})};
        const Folded folded = foldOps(ops);
        QCOMPARE(folded.create, &ops[0]);
        QVERIFY(folded.edited.empty());
        QVERIFY(!shownItem(folded, "phone").isNull());
        QVERIFY(shownItem(folded, "population_current").isNull());
    }

    void earliestCreateCounts()
    {
        std::vector<FoldOp> ops = {make(1, opkind::Create, at(2), {}), make(2, opkind::Create, at(1, 9), {})};
        QCOMPARE(foldOps(ops).create, &ops[1]);
        QCOMPARE(ops[0].eff, int(eff::FurtherCreate));
        ops[1].hlc = at(2); // equal stamps: the smaller id
        QCOMPARE(foldOps(ops).create, ops[0].id < ops[1].id ? &ops[0] : &ops[1]);
    }

    void clockDecidesOnlyWhatIsShown()
    {
        std::vector<FoldOp> ops = {make(1, opkind::Create, at(100), {{"phone", Value(0)}}),
                                   make(2, opkind::Edit, at(900'000), {{"phone", Value(1)}}),
                                   make(3, opkind::Edit, at(101), {{"phone", Value(2)}})};
        ops[1].pred = {ops[0].id};
        ops[2].pred = {ops[0].id};
        Folded folded = foldOps(ops);
        QCOMPARE(folded.edited["phone"].heads, (std::vector<const FoldOp *>{&ops[2], &ops[1]}));
        QCOMPARE(folded.edited["phone"].shown, &ops[1]);
        QCOMPARE(folded.edited["phone"].values, 2);
        QCOMPARE(folded.edited["phone"].sinceMs, 900'000);
        ops[2].pred = {ops[0].id, ops[1].id}; // seen both: wins whatever the clocks say
        folded = foldOps(ops);
        QCOMPARE(folded.edited["phone"].heads, (std::vector<const FoldOp *>{&ops[2]}));
        QCOMPARE(folded.edited["phone"].values, 1);
    }

    void predOfOneFieldDoesNotReplaceInAnother()
    {
        std::vector<FoldOp> ops = {make(1, opkind::Create, at(1), {}),
                                   make(2, opkind::Edit, at(2),
                                        {{"phone", Value(1)}, {"population_current", Value(1)}}),
                                   make(3, opkind::Edit, at(3), {{"phone", Value(2)}})};
        ops[1].pred = {ops[0].id};
        ops[2].pred = {ops[1].id};
        const Folded folded = foldOps(ops);
        QCOMPARE(folded.edited.at("phone").heads.size(), size_t(1));
        QCOMPARE(folded.edited.at("population_current").heads, (std::vector<const FoldOp *>{&ops[1]}));
    }

    void foreignAndUnknownOpsReplaceNothing()
    {
        std::vector<FoldOp> ops = {make(1, opkind::Create, at(1), {{"phone", Value(1)}}),
                                   make(2, opkind::Edit, at(2), {{"phone", Value(2)}})};
        ops[1].pred = {ops[0].id};
        ops[1].area = AreaCode::fromString(u"341323114202"_s);
        QVERIFY(foldOps(ops).edited.empty());
        QCOMPARE(ops[1].eff, int(eff::Foreign));
        ops[1].area = ops[0].area;
        ops[1].kind = 99;
        QVERIFY(foldOps(ops).edited.empty());
        QCOMPARE(ops[1].eff, int(eff::Unknown));
        ops[1].kind = opkind::Edit;
        QCOMPARE(foldOps(ops).edited.size(), size_t(1)); // the verdict is computed anew
        QCOMPARE(ops[1].eff, int(eff::Effective));
        ops[1].eff = eff::Beyond; // the registry's verdict stays
        QVERIFY(foldOps(ops).edited.empty());
        QCOMPARE(ops[1].eff, int(eff::Beyond));
    }

    void erasedHeadNeverWins()
    {
        std::vector<FoldOp> ops = {make(1, opkind::Create, at(1), {}),
                                   make(2, opkind::Edit, at(2), {{"phone", Value(1)}}),
                                   make(3, opkind::Edit, at(3), {{"phone", Value(2)}})};
        ops[1].pred = ops[2].pred = {ops[0].id};
        ops[2].erased = true;
        const Folded folded = foldOps(ops);
        QCOMPARE(folded.edited.at("phone").shown, &ops[1]);
        QCOMPARE(folded.edited.at("phone").values, 2);
        ops[1].erased = true;
        QCOMPARE(foldOps(ops).edited.at("phone").shown, nullptr);
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
