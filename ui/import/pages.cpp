// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/pages.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "ui/common/fieldtext.h"
#include "ui/common/tableview.h"
#include "ui/import/columnsdialog.h"
#include "ui/import/heldrowsdialog.h"
#include "ui/import/importpage.h"
#include "ui/import/importpreview.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QTabWidget>
#include <QTemporaryDir>

namespace ffp::ui {
namespace {

/// Invented people, with some of the faults that real lists have: a wrong check digit, a number that Excel
/// has rounded, blanks in a name.
constexpr auto kSampleList = u8"虞姬镇脱贫人口名单,,,,,,,\n"
                             u8"乡镇,行政村,户编号,姓名,证件号码,与户主关系,人数,户类型\n"
                             u8"虞姬镇,田万村,3413231149000001,张三,341323197001019013,户主,2,脱贫户\n"
                             u8"虞姬镇,田万村,3413231149000001,李四,341323197202029024,配偶,2,脱贫户\n"
                             u8"虞姬镇,凌巷村,3413231149000002,王  五,341323198003039039,户主,3,脱贫户\n"
                             u8"虞姬镇,凌巷村,3413231149000002,赵六,3.41323E+17,配偶,3,脱贫户\n"
                             u8"虞姬镇,凌巷村,3413231149000002,王小五,341323201005059054,之子,3,脱贫户\n";

/// A list that a village made itself: no header of it is known.
constexpr char8_t kUnknownList[] = u8"田万村摸底表\n"
                                   u8"户,谁,号,家里关系,村子\n"
                                   u8"3413231149000001,张三,341323197001019013,户主,田万村\n"
                                   u8"3413231149000001,李四,341323197202029023,配偶,田万村\n";

/// A list of invented people that says other things than the register; one value was typed here.
FilePreview changedList(qint64 nowMs)
{
    FilePreview file;
    file.file = QStringLiteral("脱贫人口名单_20261031.xlsx");
    file.kind = QStringLiteral("registered");
    file.sheet = QStringLiteral("脱贫人口名单");
    file.rows = 42;
    file.imported = 3;
    file.unchanged = 39;
    const auto add = [&](qint64 row, const QString &person, FieldRef field, Value before, Value after) {
        ImportDifference one;
        one.row = row;
        one.header = fieldLabel(fieldDef(field));
        one.field = field;
        one.household = QStringLiteral("341323114900000%1").arg(row % 10);
        one.person = person;
        one.before = std::move(before);
        one.after = std::move(after);
        one.verb = QStringLiteral("import");
        one.atMs = nowMs - 30 * 86'400'000LL;
        file.differences.push_back(one);
    };
    const auto text = [](const QString &value) { return Value(value); };
    add(4, QStringLiteral("张三"), member::f("skills"), text(QStringLiteral("木工")),
        text(QStringLiteral("瓦工")));
    add(7, QStringLiteral("李四"), member::f("work_months"), Value(8), Value(6));
    add(7, QStringLiteral("李四"), member::f("phone"), text(QStringLiteral("13900000001")),
        text(QStringLiteral("13900000009")));
    add(9, {}, household::f("address"), text(QStringLiteral("田万村东头1号")),
        text(QStringLiteral("田万村")));
    ImportDifference &typed = file.differences[1];
    typed.verb = QStringLiteral("member.edit");
    typed.by = QStringLiteral("周海");
    typed.imported = Value(6);
    file.differences[3].side = Side::Register;
    return file;
}

} // namespace

std::vector<PageEntry> importPages(const PageContext &context)
{
    PageEntry entry;
    entry.id = pages::kImport;
    entry.title = QCoreApplication::translate("ImportPages", "Import");
    entry.icon = "import";
    entry.make = [context] { return new ImportPage(context); };
    return {entry};
}

std::vector<ShotEntry> importShots(const PageContext &context)
{
    std::vector<ShotEntry> shots;
    const Target target = Target::to(pages::kImport);
    shots.push_back({QStringLiteral("import"), target, {}, {}});
    auto folder = std::make_shared<QTemporaryDir>();
    QFile list(folder->filePath(QStringLiteral("脱贫人口名单（虞姬镇）.csv")));
    if (!list.open(QIODevice::WriteOnly) || list.write(reinterpret_cast<const char *>(kSampleList)) < 0)
        return shots;
    // Read for the picture, never written to the register.
    shots.push_back(
        {QStringLiteral("import-preview"),
         target,
         [folder, path = list.fileName()](Page &page) { static_cast<ImportPage &>(page).read({path}); },
         {}});
    for (const auto &[name, tab] : {std::pair("import-rows", 1), std::pair("import-columns", 2)})
        shots.push_back(
            {QLatin1String(name),
             target,
             [folder, tab](Page &page) { static_cast<ImportPage &>(page).tabs().setCurrentIndex(tab); },
             {}});
    shots.push_back(
        {QStringLiteral("import-fields"),
         {},
         {},
         [&session = context.session, folder, path = list.fileName()](QWidget *parent) -> QWidget * {
             SilentProgress progress;
             const auto read = ImportService(session).preview({path}, {}, progress);
             return new ColumnsDialog(read ? read->front() : FilePreview(), {}, parent);
         }});
    shots.push_back(
        {QStringLiteral("import-differences"),
         {},
         {},
         [nowMs = context.session.clock().nowMs()](QWidget *parent) -> QWidget * {
             auto *preview = new ImportPreview(parent);
             preview->setWindowFlag(Qt::Window);
             preview->setFiles(std::make_shared<const std::vector<FilePreview>>(1, changedList(nowMs)), {});
             preview->setDone(false);
             preview->tabs().setCurrentWidget(&preview->differences());
             preview->resize(1100, 520);
             preview->differences().table().selectRow(1);
             return preview;
         }});
    QFile unknown(folder->filePath(QStringLiteral("摸底表.csv")));
    if (!unknown.open(QIODevice::WriteOnly)
        || unknown.write(reinterpret_cast<const char *>(kUnknownList)) < 0)
        return shots;
    shots.push_back(
        {QStringLiteral("import-unknown"),
         target,
         [folder, path = unknown.fileName()](Page &page) { static_cast<ImportPage &>(page).read({path}); },
         {}});
    shots.push_back({QStringLiteral("import-unknown-fields"),
                     {},
                     {},
                     [folder, path = unknown.fileName()](QWidget *parent) -> QWidget * {
                         SilentProgress progress;
                         const auto seen = ImportService::look(path, {}, progress);
                         ColumnsDialog::Choices choices;
                         choices.kindIsFree = true;
                         auto *dialog = new ColumnsDialog(seen.value_or(FilePreview()), choices, parent);
                         dialog->kinds()->setCurrentIndex(
                             dialog->kinds()->findData(QStringLiteral("registered")));
                         return dialog;
                     }});
    shots.push_back({QStringLiteral("import-held"), {}, {}, [&session = context.session](QWidget *parent) {
                         return new HeldRowsDialog(session, parent);
                     }});
    return shots;
}

} // namespace ffp::ui
