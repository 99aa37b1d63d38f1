// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/ruleconnection.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <string>
#include <vector>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Functions that a rule may call: pure, and without a way to the outside.
constexpr const char *kFunctions[] = {"abs",       "avg",          "coalesce", "count",     "date",
                                      "glob",      "group_concat", "ifnull",   "iif",       "instr",
                                      "julianday", "length",       "like",     "lower",     "max",
                                      "min",       "nullif",       "printf",   "format",    "replace",
                                      "round",     "strftime",     "substr",   "substring", "sum",
                                      "total",     "trim",         "upper"};

constexpr int kProgressSteps = 20'000; ///< virtual machine steps between two looks at the clock: below 1 ms

struct StatementGuard {
    sqlite3_stmt *stmt = nullptr;
    ~StatementGuard() { sqlite3_finalize(stmt); }
};

Error invalid(const QString &why)
{
    Error error = Error::of(ErrorKind::PolicyPackInvalid, why);
    error.args = {QString(), why};
    return error;
}

void bindValue(sqlite3_stmt *stmt, int index, const RuleValue &value)
{
    if (const qint64 *number = std::get_if<qint64>(&value)) {
        sqlite3_bind_int64(stmt, index, *number);
    } else if (const QString *text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        sqlite3_bind_text(stmt, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_null(stmt, index);
    }
}

} // namespace

bool RuleRow::isNull(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_NULL;
}

bool RuleRow::isInteger(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_INTEGER;
}

qint64 RuleRow::integer(int column) const
{
    return sqlite3_column_int64(m_stmt, column);
}

QString RuleRow::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_stmt, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_stmt, column));
}

struct RuleConnection::Private {
    sqlite3 *db = nullptr;
    Opener opener;
    bool restricted = false;
    std::set<std::string> views;
    std::set<std::string> temporary; ///< tables that prepare() made
    std::map<QString, sqlite3_stmt *> appends;
    std::map<std::string, Function> functions; ///< of define()

    // State of the statement that runs; one at a time.
    std::optional<Error> failure; ///< what the opener or the authorizer said
    const Progress *progress = nullptr;
    QElapsedTimer timer;
    int limitMs = 0;
    bool outOfTime = false;

    ~Private()
    {
        for (const auto &[table, stmt] : appends)
            sqlite3_finalize(stmt);
        sqlite3_close(db);
    }

    Error error(const QString &what) const
    {
        if (failure)
            return *failure;
        return Error::of(ErrorKind::Database, what + u": "_s + QString::fromUtf8(sqlite3_errmsg(db)));
    }

    bool isView(const char *name) const
    {
        return name && views.count(QByteArray(name).toLower().toStdString()) != 0;
    }

    int authorize(int action, const char *first, const char *second, const char *inner) const
    {
        if (!restricted)
            return SQLITE_OK;
        switch (action) {
        case SQLITE_SELECT: return SQLITE_OK;
        case SQLITE_READ:
            // A join that needs a row but no column of it is reported without the view it stands in.
            if (second[0] == '\0' && temporary.count(first) != 0) // never named by the rule itself: compile()
                return SQLITE_OK;
            return isView(first) || isView(inner) ? SQLITE_OK : SQLITE_DENY;
        case SQLITE_FUNCTION: {
            const bool plain = std::any_of(std::begin(kFunctions), std::end(kFunctions),
                                           [second](const char *f) { return std::strcmp(f, second) == 0; });
            const bool ours = std::strcmp(second, "ffp_open") == 0 || functions.count(second) != 0;
            return plain || (isView(inner) && ours) ? SQLITE_OK : SQLITE_DENY;
        }
        default: return SQLITE_DENY;
        }
    }

    static int onAuthorize(void *self, int action, const char *first, const char *second, const char *,
                           const char *inner)
    {
        return static_cast<const Private *>(self)->authorize(action, first, second, inner);
    }

    static int onProgress(void *data)
    {
        auto *self = static_cast<Private *>(data);
        if (self->progress && self->progress->cancelled())
            return 1;
        self->outOfTime = self->limitMs > 0 && self->timer.hasExpired(self->limitMs);
        return self->outOfTime ? 1 : 0;
    }

    /// ffp_open(type, column, record, sealed)
    static void onOpen(sqlite3_context *context, int, sqlite3_value **args)
    {
        auto *self = static_cast<Private *>(sqlite3_user_data(context));
        const auto bytes = [](sqlite3_value *value) {
            const void *data = sqlite3_value_blob(value);
            return QByteArrayView(static_cast<const char *>(data), sqlite3_value_bytes(value));
        };
        const auto text = [](sqlite3_value *value) {
            return reinterpret_cast<const char *>(sqlite3_value_text(value));
        };
        const auto opened = self->opener(text(args[0]), text(args[1]), bytes(args[2]), bytes(args[3]));
        if (!opened) {
            self->failure = opened.error();
            sqlite3_result_error(context, "cannot be opened", -1);
            return;
        }
        const QByteArray utf8 = opened->toUtf8();
        sqlite3_result_text(context, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    }

    static void onFunction(sqlite3_context *context, int count, sqlite3_value **args)
    {
        const auto &function = *static_cast<const Function *>(sqlite3_user_data(context));
        std::vector<QString> texts(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (const auto *utf8 = reinterpret_cast<const char *>(sqlite3_value_text(args[i])))
                texts[i] = QString::fromUtf8(utf8, sqlite3_value_bytes(args[i]));
        const QString result = function(texts);
        if (result.isNull())
            return sqlite3_result_null(context);
        const QByteArray utf8 = result.toUtf8();
        sqlite3_result_text(context, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    }

    Result<sqlite3_stmt *> compile(const QString &sql)
    {
        static const QRegularExpression clock(
            u"'now'|\\bcurrent_(date|time|timestamp)\\b|\\b(date|julianday)\\s*\\(\\s*\\)|\\bstrftime\\s*\\(\\s*'[^']*'\\s*\\)"_s,
            QRegularExpression::CaseInsensitiveOption);
        if (clock.match(sql).hasMatch())
            return fail(invalid(u"depends on the clock; use the parameters of the month"_s));
        // The authorizer knows by the name of the innermost view that a table is read through it: a common
        // table expression could carry the name of a view.
        static const QRegularExpression with(u"\\bwith\\b"_s, QRegularExpression::CaseInsensitiveOption);
        if (with.match(sql).hasMatch())
            return fail(invalid(u"WITH is not allowed; use a subquery"_s));
        static const QRegularExpression word(u"\\w+"_s, QRegularExpression::UseUnicodePropertiesOption);
        for (auto words = word.globalMatch(sql); words.hasNext();)
            if (const QString name = words.next().captured();
                temporary.count(name.toLower().toStdString()) != 0)
                return fail(invalid(u"no such view: "_s + name));
        failure.reset();
        const QByteArray utf8 = sql.toUtf8();
        sqlite3_stmt *stmt = nullptr;
        const char *tail = nullptr;
        if (sqlite3_prepare_v2(db, utf8.constData(), int(utf8.size()), &stmt, &tail) != SQLITE_OK) {
            const QString why = QString::fromUtf8(sqlite3_errmsg(db));
            sqlite3_finalize(stmt);
            return fail(invalid(why));
        }
        StatementGuard guard{stmt};
        // A second statement, or a comment that hides one, is refused by compiling what is left.
        sqlite3_stmt *rest = nullptr;
        const int restResult = sqlite3_prepare_v2(db, tail, -1, &rest, nullptr);
        const bool single = restResult == SQLITE_OK && !rest;
        sqlite3_finalize(rest);
        if (!stmt || !single || sqlite3_column_count(stmt) == 0 || !sqlite3_stmt_readonly(stmt)
            || sqlite3_stmt_isexplain(stmt) != 0)
            return fail(invalid(u"must be exactly one SELECT"_s));
        for (int i = 1; i <= sqlite3_bind_parameter_count(stmt); ++i) {
            const char *name = sqlite3_bind_parameter_name(stmt, i);
            if (!name || name[0] != ':')
                return fail(invalid(u"parameters must have names (:name)"_s));
        }
        guard.stmt = nullptr;
        return stmt;
    }
};

RuleConnection::RuleConnection(std::unique_ptr<Private> p) : d(std::move(p)) {}
RuleConnection::~RuleConnection() = default;

Result<std::unique_ptr<RuleConnection>> RuleConnection::open(const QString &path, Opener opener)
{
    auto p = std::make_unique<Private>();
    p->opener = std::move(opener);
    const QByteArray utf8 = path.toUtf8();
    if (sqlite3_open_v2(utf8.constData(), &p->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK) {
        Error error = p->error(u"open"_s);
        error.kind = ErrorKind::FileUnreadable;
        error.subject.file = path;
        return fail(error);
    }
    sqlite3_busy_timeout(p->db, 5000);
    sqlite3_db_config(p->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_create_function_v2(p->db, "ffp_open", 4, SQLITE_UTF8, p.get(), &Private::onOpen, nullptr, nullptr,
                               nullptr);
    sqlite3_set_authorizer(p->db, &Private::onAuthorize, p.get());
    sqlite3_progress_handler(p->db, kProgressSteps, &Private::onProgress, p.get());
    std::unique_ptr<RuleConnection> connection(new RuleConnection(std::move(p)));
    FFP_TRY(connection->prepare(u"PRAGMA temp_store = MEMORY"_s));
    FFP_TRY(connection->prepare(u"PRAGMA cache_size = -65536"_s));
    // One read transaction: all rules of a month see the same facts.
    FFP_TRY(connection->prepare(u"BEGIN"_s));
    return connection;
}

Result<> RuleConnection::define(const QString &name, int arguments, Function function)
{
    const auto [known, added] = d->functions.emplace(name.toStdString(), std::move(function));
    if (!added
        || sqlite3_create_function_v2(d->db, known->first.c_str(), arguments,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC, &known->second,
                                      &Private::onFunction, nullptr, nullptr, nullptr)
               != SQLITE_OK)
        return fail(d->error(u"define"_s));
    return {};
}

Result<> RuleConnection::prepare(const QString &sql, const RuleValues &values, const Progress *progress)
{
    d->failure.reset();
    StatementGuard guard;
    const QByteArray utf8 = sql.toUtf8();
    if (sqlite3_prepare_v2(d->db, utf8.constData(), int(utf8.size()), &guard.stmt, nullptr) != SQLITE_OK)
        return fail(d->error(sql.left(60)));
    for (const auto &[name, value] : values) {
        const int index = sqlite3_bind_parameter_index(guard.stmt, (u':' + name).toUtf8().constData());
        if (index > 0)
            bindValue(guard.stmt, index, value);
    }
    d->progress = progress;
    int result = SQLITE_ROW;
    while (result == SQLITE_ROW)
        result = sqlite3_step(guard.stmt);
    d->progress = nullptr;
    if (result == SQLITE_INTERRUPT)
        return fail(ErrorKind::Cancelled);
    if (result != SQLITE_DONE)
        return fail(d->error(sql.left(60)));
    return {};
}

void RuleConnection::restrict(const QStringList &views)
{
    for (const QString &view : views)
        d->views.insert(view.toStdString());
    StatementGuard guard;
    if (sqlite3_prepare_v2(d->db, "SELECT name FROM sqlite_temp_schema WHERE type = 'table'", -1, &guard.stmt,
                           nullptr)
        == SQLITE_OK)
        while (sqlite3_step(guard.stmt) == SQLITE_ROW)
            d->temporary.insert(reinterpret_cast<const char *>(sqlite3_column_text(guard.stmt, 0)));
    d->restricted = true;
}

Result<RuleConnection::Shape> RuleConnection::check(const QString &sql) const
{
    FFP_ASSIGN(sqlite3_stmt * compiled, d->compile(sql));
    const StatementGuard guard{compiled};
    Shape shape;
    for (int i = 0; i < sqlite3_column_count(compiled); ++i)
        shape.columns.append(QString::fromUtf8(sqlite3_column_name(compiled, i)));
    for (int i = 1; i <= sqlite3_bind_parameter_count(compiled); ++i)
        shape.parameters.append(QString::fromUtf8(sqlite3_bind_parameter_name(compiled, i) + 1));
    return shape;
}

Result<> RuleConnection::select(const QString &sql, const RuleValues &values, const Progress &progress,
                                const std::function<bool(const RuleRow &)> &use, int limitMs) const
{
    FFP_ASSIGN(sqlite3_stmt * compiled, d->compile(sql));
    const StatementGuard guard{compiled};
    for (const auto &[name, value] : values) {
        const int index = sqlite3_bind_parameter_index(compiled, (u':' + name).toUtf8().constData());
        if (index > 0)
            bindValue(compiled, index, value);
    }
    d->progress = &progress;
    d->limitMs = limitMs;
    d->outOfTime = false;
    d->timer.start();
    int result = SQLITE_ROW;
    const RuleRow row(compiled);
    while ((result = sqlite3_step(compiled)) == SQLITE_ROW)
        if (!use(row))
            break;
    d->progress = nullptr;
    d->limitMs = 0;
    if (result == SQLITE_ROW || result == SQLITE_DONE)
        return {};
    if (result == SQLITE_INTERRUPT) {
        if (d->outOfTime)
            return fail(invalid(u"took longer than %1 ms"_s.arg(limitMs)));
        return fail(ErrorKind::Cancelled);
    }
    return fail(d->error(u"rule"_s));
}

Result<> RuleConnection::append(const QString &table, const std::vector<RuleValue> &row)
{
    sqlite3_stmt *&stmt = d->appends[table];
    if (!stmt) {
        const bool restricted = std::exchange(d->restricted, false);
        const QString marks = QString(u"?,"_s).repeated(qsizetype(row.size())).chopped(1);
        const QByteArray sql = u"INSERT OR IGNORE INTO temp.%1 VALUES(%2)"_s.arg(table, marks).toUtf8();
        const int result = sqlite3_prepare_v2(d->db, sql.constData(), int(sql.size()), &stmt, nullptr);
        d->restricted = restricted;
        if (result != SQLITE_OK)
            return fail(d->error(u"append"_s));
    }
    for (std::size_t i = 0; i < row.size(); ++i)
        bindValue(stmt, int(i + 1), row[i]);
    const int result = sqlite3_step(stmt);
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    return result == SQLITE_DONE ? Result<>() : fail(d->error(u"append"_s));
}

Result<> RuleConnection::clear(const QString &table)
{
    const bool restricted = std::exchange(d->restricted, false);
    const auto result = prepare(u"DELETE FROM temp.%1"_s.arg(table));
    d->restricted = restricted;
    return result;
}

} // namespace ffp
