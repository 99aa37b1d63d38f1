// SPDX-License-Identifier: GPL-3.0-or-later
// Times the quality rules over a site file and gives the yardstick: the same SQL for the sqlite3 shell, over
// a copy in which nothing is encrypted. The checks of numbers, which SQL cannot do, are stand-ins there that
// read the text and give something of the same form. usage: bench_quality FILE.ffp PLAIN.db [USER] password
// from FFP_PASSWORD; PLAIN.db is made anew
#include "core/analysis/qualitycheck.h"
#include "core/analysis/qualityviews.h"
#include "core/analysis/rulecheck.h"
#include "core/analysis/viewsql.h"
#include "core/db/query.h"
#include "core/log/logcipher.h"
#include "core/services/policyservice.h"
#include "core/services/qualityservice.h"
#include "core/services/session.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStandardPaths>

#include <sqlite3.h>

using namespace bench;
using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Quiet : Progress {
    void report(const char *, qint64, qint64) override {}
    bool cancelled() const override { return false; }
};

int failed(const QString &what)
{
    std::fprintf(stderr, "bench_quality: %s\n", qPrintable(what));
    return 1;
}

QString literal(const RuleValue &value)
{
    if (const qint64 *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const QString *text = std::get_if<QString>(&value))
        return u'\'' + QString(*text).replace(u'\'', u"''"_s) + u'\'';
    return u"NULL"_s;
}

/// The shell has no functions of ours and no parameters.
QString forShell(QString sql, const RuleValues &values)
{
    static const QRegularExpression open(
        u"ffp_open\\('\\w+',\\s*'\\w+',\\s*(\\(SELECT[^()]*\\)|[\\w.]+),\\s*([\\w.]+)\\)"_s);
    sql.replace(open, u"\\2"_s);
    static const QRegularExpression number(u"ffp_number\\(([\\w.]+)\\)"_s);
    sql.replace(
        number,
        u"(printf('%02d-m00', length(\\1)) || substr(\\1, 7, 4) || '-' || substr(\\1, 11, 2) || '-'"
        " || substr(\\1, 13, 2) || '1' || substr(\\1, 15, 4) || printf('%-20s', substr(\\1, 1, 17)))"_s);
    static const QRegularExpression mark(u"ffp_mark\\(([\\w.]+)\\)"_s);
    sql.replace(mark, u"substr(\\1, 1, 17)"_s);
    static const QRegularExpression phone(u"ffp_phone\\(([\\w.]+)\\)"_s);
    sql.replace(phone, u"('mobile  ' || substr(\\1, 8) || \\1)"_s);
    static const QRegularExpression account(u"ffp_account\\(([\\w.]+)\\)"_s);
    sql.replace(account, u"('      ' || substr(\\1, 1, 4) || \\1)"_s);
    for (const auto &[name, value] : values) {
        const QRegularExpression parameter(u':' + name + u"\\b"_s);
        sql.replace(parameter, literal(value));
    }
    return sql;
}

/// Copies every table that the views read, S-columns as plain text.
Result<> copyPlain(const Session &session, const QString &path)
{
    QFile::remove(path);
    Database &db = session.database();
    auto *handle = static_cast<sqlite3 *>(nullptr);
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK)
        return fail(ErrorKind::Database, u"open"_s);
    const auto close = qScopeGuard([handle] { sqlite3_close(handle); });
    const auto run = [handle](const QString &sql) -> Result<> {
        if (sqlite3_exec(handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return fail(ErrorKind::Database,
                        QString::fromUtf8(sqlite3_errmsg(handle)) + u": "_s + sql.left(80));
        return {};
    };
    sqlite3_create_function_v2(
        handle, "plain", 4, SQLITE_UTF8, const_cast<LogCipher *>(&session.cipher()),
        [](sqlite3_context *context, int, sqlite3_value **args) {
            const auto *cipher = static_cast<const LogCipher *>(sqlite3_user_data(context));
            const auto bytes = [](sqlite3_value *value) {
                return QByteArray(static_cast<const char *>(sqlite3_value_blob(value)),
                                  sqlite3_value_bytes(value));
            };
            const auto opened = cipher->open(RecordId::fromBytes(bytes(args[2])), bytes(args[0]).constData(),
                                             bytes(args[1]).constData(), bytes(args[3]));
            if (opened && sqlite3_value_type(args[3]) != SQLITE_NULL)
                sqlite3_result_text(context, opened->constData(), int(opened->size()), SQLITE_TRANSIENT);
        },
        nullptr, nullptr, nullptr);
    FFP_TRY(run(u"ATTACH '%1' AS site; BEGIN"_s.arg(session.path())));
    FFP_TRY(run(
        u"CREATE TABLE record AS SELECT * FROM site.record; CREATE UNIQUE INDEX record_rid ON record(rid)"_s));
    for (const EntityDef &entity : entities()) {
        const QString table = QString::fromLatin1(entity.table);
        FFP_ASSIGN(const auto made, queryText(db, u"SELECT sql FROM sqlite_schema WHERE name = ?"_s, table));
        QString create = made.value_or(QString());
        FFP_TRY(run(create.replace(u" BLOB"_s, u" TEXT"_s).replace(u") STRICT"_s, u")"_s)));
        QStringList columns;
        Query query(db, u"SELECT name FROM pragma_table_info(?) ORDER BY cid"_s);
        FFP_TRY(query.run(table));
        while (true) {
            FFP_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            const QString name = query.text(0);
            const FieldDef *field = fieldById(entity.entity, name.toStdString());
            columns
                << (field && field->sensitivity == Sensitivity::S
                        ? u"plain('%1', '%2', (SELECT rec FROM site.record r WHERE r.rid = t.rid), t.\"%2\")"_s
                              .arg(QLatin1String(entity.id), name)
                        : u"t.\"%1\""_s.arg(name));
        }
        FFP_TRY(
            run(u"INSERT INTO main.\"%1\" SELECT %2 FROM site.\"%1\" t"_s.arg(table, columns.join(u", "_s))));
        Query indexes(
            db, u"SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"_s);
        FFP_TRY(indexes.run(table));
        while (true) {
            FFP_ASSIGN(const bool row, indexes.next());
            if (!row)
                break;
            FFP_TRY(run(indexes.text(0)));
        }
    }
    return run(u"COMMIT"_s);
}

QString shellScript(const PolicyPack &pack, QDate day)
{
    const RuleValues dates = dayValues(day);
    QString script = u".output /dev/null\nPRAGMA temp_store = MEMORY;\nPRAGMA cache_size = -65536;\n"_s;
    const QStringList statements = ruleViewStatements() + qualityViewStatements();
    for (const QString &statement : statements)
        script += forShell(statement, dates) + u";\n"_s;
    for (const PolicyRule &rule : pack.qualityRules()) {
        if (!rule.evaluate)
            continue;
        RuleValues values = dates;
        for (const auto &[id, value] : pack.ruleValues(rule, day))
            values[id] = sqlValue(*pack.ruleParameter(rule, id), value);
        script += forShell(rule.sql, values) + u";\n"_s;
    }
    return script;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return failed(u"usage: bench_quality FILE.ffp PLAIN.db [USER]"_s);
    const QDate day(2026, 10, 31);
    const SystemClock clock(day);
    const auto session = Session::open(arguments[1], arguments.value(3, u"bench"_s),
                                       qEnvironmentVariable("FFP_PASSWORD"), clock);
    if (!session)
        return failed(session.error().detail);
    const auto pack = PolicyService(**session).pack();
    if (!pack)
        return failed(pack.error().detail);
    if (const auto copied = copyPlain(**session, arguments[2]); !copied)
        return failed(copied.error().detail);

    Quiet progress;
    QJsonObject out;
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        timer.start();
        const QualityCheck check((*session)->path(), (*session)->cipher(), (*session)->divisions());
        const auto found = check.run(*pack, day, {}, {}, progress);
        if (!found)
            return failed(found.error().detail);
        times.push_back(milliseconds(timer));
        qint64 findings = 0;
        for (const QualityOutcome &outcome : found->outcomes)
            findings += qint64(outcome.firings.size());
        out["findings"_L1] = findings;
        out["rules"_L1] = qint64(found->outcomes.size());
    }
    out["ms"_L1] = median(times);
    QElapsedTimer timer;
    timer.start();
    const auto whole = QualityService(**session).run({}, progress);
    if (!whole)
        return failed(whole.error().detail);
    out["service_ms"_L1] = milliseconds(timer);
    out["rss_kib"_L1] = memoryKib("VmHWM");
    QFile script(arguments[2] + u".sql"_s);
    if (!script.open(QIODevice::WriteOnly) || script.write(shellScript(*pack, day).toUtf8()) < 0)
        return failed(u"cannot write the script"_s);
    out["script"_L1] = script.fileName();
    return print(out);
}
