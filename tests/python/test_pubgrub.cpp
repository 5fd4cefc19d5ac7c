// SPDX-License-Identifier: GPL-3.0-or-later
#include "pubgrub_world.h"

#include <QTest>

#include <ctime>

using namespace dosirak;
using namespace dosirak::python::pubgrub;
using namespace Qt::StringLiterals;

namespace {

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

/// Whether every term of the incompatibility holds for a choice.
bool violates(const Incompatibility &incompatibility, const std::vector<std::optional<Rank>> &choice)
{
    for (const Term &term : incompatibility.terms) {
        const auto &chosen = choice[term.package];
        if (!term.set.has(chosen ? *chosen : term.set.absent()))
            return false;
    }
    return true;
}

/// The facts from outside below a derived incompatibility.
void collectFacts(const Solver &solver, IncompatibilityId id, std::set<IncompatibilityId> &seen,
                  std::vector<const Incompatibility *> &facts)
{
    if (!seen.insert(id).second)
        return;
    const Incompatibility &incompatibility = solver.incompatibility(id);
    if (incompatibility.cause != Cause::Derived)
        facts.push_back(&incompatibility);
    for (const IncompatibilityId cause : incompatibility.causes)
        collectFacts(solver, cause, seen, facts);
}

/// Whether some choice of all packages, valid or not, violates none of the facts.
bool someChoiceEscapes(const World &world, const std::vector<const Incompatibility *> &facts)
{
    std::vector<std::optional<Rank>> choice(world.versions.size());
    const std::function<bool(std::size_t)> walk = [&](std::size_t p) {
        if (p == choice.size()) {
            for (const Incompatibility *fact : facts)
                if (violates(*fact, choice))
                    return false;
            return true;
        }
        choice[p].reset();
        if (walk(p + 1))
            return true;
        for (Rank v = 0; v < world.versions[p]; ++v) {
            choice[p] = v;
            if (walk(p + 1))
                return true;
        }
        return false;
    };
    return walk(0);
}

std::set<Rank> randomSet(std::mt19937 &random, std::size_t versions)
{
    std::set<Rank> set;
    const Rank a = random() % versions;
    const Rank b = random() % versions;
    if (random() % 4 == 0)
        return {a, b};
    for (Rank v = std::min(a, b); v <= std::max(a, b); ++v)
        set.insert(v);
    if (random() % 25 == 0)
        set.clear();
    return set;
}

World randomWorld(unsigned seed)
{
    std::mt19937 random(seed);
    World world;
    const std::size_t packages = 3 + random() % 4;
    for (std::size_t p = 0; p < packages; ++p)
        world.versions.push_back(1 + random() % 4);
    if (random() % 2 == 0) {
        world.extras[PackageId(packages)] = PackageId(random() % packages);
        world.versions.push_back(world.versions[world.extras[PackageId(packages)]]);
    }
    std::map<std::pair<PackageId, Rank>, std::vector<World::Need>> table;
    for (PackageId p = 0; p < world.versions.size(); ++p)
        for (Rank v = 0; v < world.versions[p]; ++v) {
            if (random() % 15 == 0)
                world.broken.insert({p, v});
            for (std::size_t n = random() % 4; n > 0; --n) {
                const auto q = PackageId(random() % world.versions.size());
                table[{p, v}].push_back({q, randomSet(random, world.versions[q])});
            }
        }
    world.needs = [table](PackageId p, Rank v) {
        const auto found = table.find({p, v});
        return found == table.end() ? std::vector<World::Need>{} : found->second;
    };
    for (std::size_t n = 1 + random() % 3; n > 0; --n) {
        const auto q = PackageId(random() % world.versions.size());
        world.asks.push_back({q, randomSet(random, world.versions[q])});
    }
    return world;
}

} // namespace

class TestPubgrub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTryingAll_data();
    void agreesWithTryingAll();
    void answers_data();
    void answers();
    void hardCases_data();
    void hardCases();
    void stopsOnRequest();
    void stopsAtEveryMoment();
    void saysTheSameTwice();
    void setsCountTheirBits();
};

void TestPubgrub::agreesWithTryingAll_data()
{
    QTest::addColumn<unsigned>("first");
    for (unsigned block = 0; block < 10; ++block)
        QTest::newRow(qPrintable(u"random worlds, block %1"_s.arg(block))) << block * 200 + 1;
}

void TestPubgrub::agreesWithTryingAll()
{
    QFETCH(unsigned, first);
    int solvable = 0;
    for (unsigned seed = first; seed < first + 200; ++seed) {
        World world = randomWorld(seed);
        Solver solver(world);
        world.fill(solver);
        const auto outcome = solver.solve({});
        QVERIFY(outcome);
        const auto answers = world.allAnswers();
        const QByteArray where = "seed " + QByteArray::number(seed);
        QVERIFY2(outcome->solved == !answers.empty(), where.constData());
        if (outcome->solved) {
            ++solvable;
            QVERIFY2(world.holds(outcome->selected), where.constData());
        } else {
            std::set<IncompatibilityId> seen;
            std::vector<const Incompatibility *> facts;
            collectFacts(solver, outcome->failure, seen, facts);
            QVERIFY2(solver.incompatibility(outcome->failure).terms.empty(), where.constData());
            QVERIFY2(!someChoiceEscapes(world, facts), (where + ": the derivation does not prove the failure").constData());
        }
        for (IncompatibilityId id = 0; outcome->solved && id < 1; ++id)
            for (const auto &answer : answers)
                QVERIFY2(!violates(solver.incompatibility(id), answer), where.constData());
    }
    QVERIFY(solvable > 20);
    QVERIFY(solvable < 180);
}

void TestPubgrub::answers_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QList<int>>("selected"); // -1: not selected; empty: no solution
    QTest::newRow("the newest version is taken") << 0 << QList<int>{2, 1};
    QTest::newRow("an older one when the newest contradicts a direct requirement") << 1 << QList<int>{1, 0};
    QTest::newRow("nothing that nobody needs is selected") << 2 << QList<int>{0, -1};
    QTest::newRow("an extra is of its package's version") << 3 << QList<int>{1, 1, 0};
    QTest::newRow("an extra whose only fitting version is gone") << 4 << QList<int>{};
    QTest::newRow("a package that asks for another version of itself is not taken") << 5 << QList<int>{1};
    QTest::newRow("a version that cannot be had is passed over") << 6 << QList<int>{0};
    QTest::newRow("a circle of needs is no contradiction") << 7 << QList<int>{1, 1};
    QTest::newRow("asking for no version at all") << 8 << QList<int>{};
}

void TestPubgrub::answers()
{
    QFETCH(int, which);
    QFETCH(QList<int>, selected);
    World world;
    world.needs = [](PackageId, Rank) { return std::vector<World::Need>{}; };
    switch (which) {
    case 0: // 0 needs 1
        world.versions = {3, 2};
        world.asks = {{0, ranks(0, 2)}};
        world.needs = [](PackageId p, Rank) { return p == 0 ? std::vector<World::Need>{{1, ranks(0, 1)}} : std::vector<World::Need>{}; };
        break;
    case 1: // the newest 0 needs the newest 1, but the user wants the old 1
        world.versions = {3, 2};
        world.asks = {{0, ranks(0, 2)}, {1, {0}}};
        world.needs = [](PackageId p, Rank v) {
            return p == 0 ? std::vector<World::Need>{{1, v == 2 ? std::set<Rank>{1} : std::set<Rank>{0}}} : std::vector<World::Need>{};
        };
        break;
    case 2: // only the newest 0 needs 1, and the user does not want that one
        world.versions = {2, 1};
        world.asks = {{0, {0}}};
        world.needs = [](PackageId p, Rank v) { return p == 0 && v == 1 ? std::vector<World::Need>{{1, {0}}} : std::vector<World::Need>{}; };
        break;
    case 3: // 1 is 0's extra; its newest version needs a version of 2 that is not asked for
        world.versions = {3, 3, 2};
        world.extras = {{1, 0}};
        world.asks = {{1, ranks(0, 2)}, {2, {0}}};
        world.needs = [](PackageId p, Rank v) { return p == 1 ? std::vector<World::Need>{{2, {v == 2 ? Rank(1) : Rank(0)}}} : std::vector<World::Need>{}; };
        break;
    case 4:
        world.versions = {2, 2};
        world.extras = {{1, 0}};
        world.asks = {{1, {1}}, {0, {0}}};
        break;
    case 5:
        world.versions = {3};
        world.asks = {{0, ranks(0, 2)}};
        world.needs = [](PackageId, Rank v) { return v == 2 ? std::vector<World::Need>{{0, {0}}} : std::vector<World::Need>{{0, {v}}}; };
        break;
    case 6:
        world.versions = {2};
        world.asks = {{0, ranks(0, 1)}};
        world.broken = {{0, 1}};
        break;
    case 7:
        world.versions = {2, 2};
        world.asks = {{0, ranks(0, 1)}};
        world.needs = [](PackageId p, Rank v) { return std::vector<World::Need>{{p == 0 ? 1U : 0U, {v}}}; };
        break;
    default:
        world.versions = {2};
        world.asks = {{0, {}}};
        break;
    }
    Solver solver(world);
    world.fill(solver);
    const auto outcome = solver.solve({});
    QVERIFY(outcome);
    QCOMPARE(outcome->solved, !selected.isEmpty());
    QList<int> actual;
    for (const auto &choice : outcome->selected)
        actual.append(choice ? int(*choice) : -1);
    QCOMPARE(actual, selected);
}

void TestPubgrub::hardCases_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("solvable");
    QTest::newRow("two histories pinned to two halves of a third that never meet") << 0 << false;
    QTest::newRow("a diagonal through three histories with one exit at the oldest") << 1 << true;
    QTest::newRow("windows on shared packages, moved by one each version") << 2 << true;
    QTest::newRow("every version of ten packages wants its own version of one more, and they agree only at the end") << 3 << true;
    QTest::newRow("an extra pinned on the other side of its package's history") << 4 << false;
    QTest::newRow("a long chain that breaks at its far end for all but the oldest") << 5 << true;
    QTest::newRow("windows that follow the versions, with strays") << 6 << true;
    QTest::newRow("the same with windows too small, and the oldest cannot be had") << 7 << false;
}

void TestPubgrub::hardCases()
{
    QFETCH(int, which);
    QFETCH(bool, solvable);
    constexpr Rank n = 2000;
    World world;
    std::mt19937 random(7);
    std::map<std::pair<PackageId, Rank>, std::vector<World::Need>> table;
    switch (which) {
    case 0:
        world.versions = {n, n, 2 * n};
        world.asks = {{0, ranks(0, n - 1)}, {1, ranks(0, n - 1)}};
        world.needs = [](PackageId p, Rank v) {
            return p == 2 ? std::vector<World::Need>{} : std::vector<World::Need>{{2, {p == 0 ? v : n + v}}};
        };
        break;
    case 1: // 0 needs 1 of its own rank, 1 needs 2 of its own rank, 2 needs 0 one older: only the oldest meet
        world.versions = {n, n, n};
        world.asks = {{0, ranks(0, n - 1)}};
        world.needs = [](PackageId p, Rank v) {
            return std::vector<World::Need>{{(p + 1) % 3, {p == 2 && v > 0 ? v - 1 : v}}};
        };
        break;
    case 2:
        for (int p = 0; p < 12; ++p)
            world.versions.push_back(n);
        world.asks = {{0, ranks(0, n - 1)}, {1, ranks(0, n - 1)}, {2, ranks(0, n - 1)}};
        world.needs = [](PackageId p, Rank v) {
            std::vector<World::Need> needs;
            for (PackageId q = p + 1; q < 12 && q < p + 4; ++q) {
                const Rank shift = (p * 37 + q * 11) % 50;
                const Rank top = v > shift ? v - shift : 0;
                needs.push_back({q, ranks(top > 30 ? top - 30 : 0, top)});
            }
            return needs;
        };
        break;
    case 3:
        for (int p = 0; p < 11; ++p)
            world.versions.push_back(n);
        for (PackageId p = 0; p < 10; ++p)
            world.asks.push_back({p, ranks(0, n - 1)});
        world.needs = [](PackageId p, Rank v) {
            return p == 10 ? std::vector<World::Need>{} : std::vector<World::Need>{{10, {v < 3 ? v : (v * (2 * p + 3) + p) % n}}};
        };
        break;
    case 4:
        world.versions = {n, n, n};
        world.extras = {{1, 0}};
        world.asks = {{2, ranks(0, n - 1)}, {1, ranks(n / 2, n - 1)}};
        world.needs = [](PackageId p, Rank v) {
            return p == 2 ? std::vector<World::Need>{{0, {v / 2 == n / 2 ? v / 2 - 1 : v / 2}}} : std::vector<World::Need>{};
        };
        break;
    case 5:
        for (int p = 0; p < 40; ++p)
            world.versions.push_back(200);
        world.asks = {{0, ranks(0, 199)}};
        world.needs = [](PackageId p, Rank v) {
            if (p == 39)
                return std::vector<World::Need>{{0, v == 0 ? ranks(0, 199) : std::set<Rank>{}}};
            return std::vector<World::Need>{{p + 1, ranks(0, v)}};
        };
        break;
    default: // windows that move with the version, as releases do, with strays; 7: the windows are too small
        for (int p = 0; p < 30; ++p)
            world.versions.push_back(n);
        for (PackageId p = 0; p < 5; ++p)
            world.asks.push_back({p, ranks(0, n - 1)});
        for (PackageId p = 0; p < 30; ++p)
            for (Rank v = 0; v < n; ++v)
                for (PackageId k = 1; k <= 3; ++k) {
                    const PackageId q = p + 1 + (p * 5 + k * k * 3) % 7;
                    const Rank stray = random() % (which == 6 ? 200 : 60);
                    const Rank low = v > stray ? v - stray : 0;
                    if (q < 30)
                        table[{p, v}].push_back({q, ranks(low, std::min(low + (which == 6 ? 200 : 5), n - 1))});
                }
        if (which == 7)
            for (Rank v = 0; v < 60; ++v)
                for (PackageId p = 0; p < 30; ++p)
                    world.broken.insert({p, v});
        // What a release asks for changes every tenth time only.
        world.needs = [&table](PackageId p, Rank v) { return table[{p, v - v % 10}]; };
        break;
    }
    Solver solver(world);
    world.fill(solver);
    const double start = cpuSeconds();
    const auto outcome = solver.solve({});
    const double took = cpuSeconds() - start;
    QVERIFY(outcome);
    qInfo("%.3f s, %d decisions, %d conflicts", took, solver.statistics().decisions, solver.statistics().conflicts);
    QCOMPARE(outcome->solved, solvable);
    if (outcome->solved)
        QVERIFY(world.holds(outcome->selected));
#ifdef __SANITIZE_ADDRESS__
    const double limit = 10;
#else
    const double limit = 1;
#endif
    QVERIFY2(took < limit, qPrintable(u"%1 s of CPU"_s.arg(took)));
}

void TestPubgrub::stopsOnRequest()
{
    World world;
    std::stop_source source;
    world.versions = {2000, 2000};
    world.asks = {{0, ranks(0, 1999)}};
    world.needs = [&](PackageId p, Rank v) {
        if (v == 1990)
            source.request_stop();
        return p == 0 ? std::vector<World::Need>{{1, {v}}} : std::vector<World::Need>{{0, {v == 0 ? 0 : v - 1}}};
    };
    Solver solver(world);
    world.fill(solver);
    const auto outcome = solver.solve(source.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QVERIFY(world.expanded < 100);
}

/// Asked to stop while it learns of its first version, its second, …: it never goes on to another one.
void TestPubgrub::stopsAtEveryMoment()
{
    int stopped = 0;
    for (unsigned seed = 9000; seed < 9060; ++seed) {
        World whole = randomWorld(seed);
        Solver first(whole);
        whole.fill(first);
        const auto answer = first.solve({});
        QVERIFY(answer);
        for (int moment = 1; moment <= whole.expanded; ++moment) {
            World world = randomWorld(seed);
            std::stop_source source;
            int seen = 0;
            world.needs = [needs = world.needs, &source, &seen, moment](PackageId p, Rank v) {
                if (++seen == moment)
                    source.request_stop();
                return needs(p, v);
            };
            Solver solver(world);
            world.fill(solver);
            const auto outcome = solver.solve(source.get_token());
            if (outcome) {
                QVERIFY(seen < moment);
                continue;
            }
            QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
            QCOMPARE(seen, moment);
            ++stopped;
        }
    }
    QVERIFY(stopped > 100);
}

void TestPubgrub::saysTheSameTwice()
{
    for (unsigned seed = 5000; seed < 5050; ++seed) {
        std::vector<std::optional<Rank>> answers[2];
        for (auto &answer : answers) {
            World world = randomWorld(seed);
            Solver solver(world);
            world.fill(solver);
            const auto outcome = solver.solve({});
            QVERIFY(outcome);
            answer = outcome->selected;
        }
        QCOMPARE(answers[0], answers[1]);
    }
}

void TestPubgrub::setsCountTheirBits()
{
    for (const std::size_t versions : {std::size_t(0), std::size_t(1), std::size_t(62), std::size_t(63), std::size_t(64),
                                       std::size_t(127), std::size_t(2000)}) {
        const ChoiceSet full = ChoiceSet::full(versions);
        QVERIFY(full.isFull());
        QCOMPARE(full.count(), versions + 1);
        QCOMPARE(full.countVersions(), versions);
        QCOMPARE(full.newest(), std::ptrdiff_t(versions) - 1);
        QVERIFY(full.inverted().empty());
        std::size_t seen = 0;
        full.forEachVersion([&seen](std::size_t rank) { QCOMPARE(rank, seen++); });
        QCOMPARE(seen, versions);
    }
}

QTEST_GUILESS_MAIN(TestPubgrub)
#include "test_pubgrub.moc"
