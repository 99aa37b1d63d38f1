#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's main job by command line, on one township's files as other software exported them.

    scripts/demo.py [--lang zh_CN|en] [--site-only]

Writes to ./demo-output/ and prints what it does. --site-only makes the township's file (unless it is there)
and stops: scripts/start opens the window on it. All people of the sample files are invented, so the
password of the demo need not be secret."""
import argparse
import collections
import glob
import json
import os
import shutil
import subprocess
import sys

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
SAMPLE = "tests/data/register-sample"
TODAY = "2026-10-31"  # the day of the sample files
MONTH = "2026-10"
PASSWORD = "Demo-2026-yanshi"
os.environ["FFP_PASSWORD"] = PASSWORD

parser = argparse.ArgumentParser(description="The main job by command line on the sample township.")
parser.add_argument("--lang", choices=["zh_CN", "en"], default="zh_CN")
parser.add_argument("--site-only", action="store_true")
parser.add_argument("--bin", default="build/release/bin", help="folder of the programs")
parser.add_argument("--out", default="demo-output", help="folder of the results, emptied first")
options = parser.parse_args()
FFP = f"{options.bin}/ffp"
WINDOW = f"{options.bin}/fangfanpin"
OUT = options.out
DB = f"{OUT}/township.ffp"


def say(text):
    print(text, flush=True)
    with open(f"{OUT}/log.txt", "a", encoding="utf-8") as file:
        file.write(text + "\n")


def ffp(*words):
    """The JSON answer of a command; 1 means done, with findings to read."""
    run = subprocess.run([FFP, *words, "--db", DB, "--user", "demo", "--today", TODAY, "--lang", options.lang, "--json"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if run.returncode > 1 or not run.stdout.strip():
        sys.exit(f"scripts/demo.py: 'ffp {' '.join(words)}' ended with {run.returncode}: {run.stderr.strip()}")
    return json.loads(run.stdout)


def make_site():
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    say(f"1. 建立虞姬镇数据文件 · A new site file for the township: {DB}")
    made = subprocess.run([FFP, "init", "--db", DB, "--level", "township", "--area", "341323114000", "--name",
                           "虞姬镇扶贫工作站", "--admin", "demo", "--today", TODAY, "--lang", options.lang],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if made.returncode:
        sys.exit(f"scripts/demo.py: 'ffp init' ended with {made.returncode}: {made.stderr.strip()}")


def import_samples():
    say("2. 导入其他软件导出的文件 · Import files that other software exported")
    for path in sorted(glob.glob(f"{SAMPLE}/[a-g]-*") + glob.glob(f"{SAMPLE}/f[0-9]-*")):
        name = os.path.basename(path)
        report = f"{OUT}/set-aside/{os.path.splitext(name)[0]}.csv"
        os.makedirs(os.path.dirname(report), exist_ok=True)
        one = ffp("import", path, "--report", report)["files"][0]
        if one["compared"]:
            say(f"   {name}: {one['rows']} 行 rows, 在台账 {one['matched']} 人 in the register, "
                f"不在 {one['unmatched']} 人 not in it, {one['set_aside']} 搁置 set aside")
            continue
        say(f"   {name}: {one['rows']} 行 rows, {one['imported']} 导入 imported, {one['unchanged']} 未变 unchanged, "
            f"{one['set_aside']} 搁置 set aside, {len(one['findings'])} 条提示 findings")


def check():
    answer = ffp("check", "--month", MONTH)
    with open(f"{OUT}/alerts.json", "w", encoding="utf-8") as file:
        json.dump(answer, file, ensure_ascii=False, indent=1)
    return answer


def main_job():
    households = ffp("household", "list", "--limit", "1")
    say(f"3. 台账共 {households['total']} 户 · The register holds {households['total']} households")
    for text in ("王", "wjg", "虞姬村"):
        found = ffp("search", text, "--limit", "5")
        names = "、".join(f"{hit['name']}（{hit['matched_by']}）" for hit in found["hits"]) or "–"
        say(f"4. 搜索 search “{text}”: {names}")

    alerts = check()
    rules = collections.Counter(alert["rule"] for alert in alerts["alerts"])
    say(f"5. 十月排查 {alerts['evaluated']} 户，预警 {len(alerts['alerts'])} 条（{OUT}/alerts.json） · "
        f"Month-end check: {len(alerts['alerts'])} red flags, each with rule, clause and the values that raised it")
    for rule, count in sorted(rules.items()):
        example = next(alert for alert in alerts["alerts"] if alert["rule"] == rule)
        shown = "，".join(f"{key} {value}" for key, value in example["values"].items())
        say(f"   {rule} × {count}  {example['clause']}  例 such as: {shown}")

    # Somebody whom nobody has contacted this month: the visit closes that alert.
    waiting = [alert for alert in alerts["alerts"] if alert["rule"] == "RF-25"] or alerts["alerts"]
    household = waiting[0]["household"] if waiting else households["households"][0]["id"]
    ffp("visit", "add", household, "--date", TODAY, "--by", "demo", "--mode", "home")
    say("6. 记一次入户走访（无变化） · One home visit entered, nothing changed")
    again = check()["counts"]
    say(f"7. 再次排查：保留 {again['kept']} 条，关闭 {again['closed']} 条 · "
        f"The check once more: {again['kept']} red flags kept, {again['closed']} closed")

    for ledger, title in (("edge-ledger", "边缘户台账"), ("monitored-ledger", "脱贫监测户台账")):
        for suffix in ("pdf", "xlsx"):
            answer = ffp("ledger", ledger, "--out", f"{OUT}/{ledger}.{suffix}", "--date", TODAY)
        say(f"8. {title}：{answer['rows']} 行 rows, {OUT}/{ledger}.pdf, .xlsx")

    copy = ffp("backup", "--out", f"{OUT}/backup.ffp")
    checked = ffp("verify", "--full")
    if not checked["ok"]:
        sys.exit(f"scripts/demo.py: verify found faults: {json.dumps(checked['faults'], ensure_ascii=False)}")
    say(f"9. 备份 {copy['bytes']} 字节，全库校验无错误 · Backup made, whole file verified: no fault")

    shots = f"{OUT}/shots"
    drawn = subprocess.run([WINDOW, "--db", DB, "--user", "demo", "--shots", shots, "--lang", options.lang, "--today", TODAY],
                           env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.DEVNULL,
                           stderr=subprocess.PIPE, text=True, check=False)
    pictures = glob.glob(f"{shots}/*.png")
    if drawn.returncode or not pictures:
        sys.exit(f"scripts/demo.py: --shots ended with {drawn.returncode}, {len(pictures)} pictures: {drawn.stderr.strip()}")
    say(f"10. 界面截图 {len(pictures)} 张（{shots}/） · {len(pictures)} pictures of the window")
    say(f"全部结果在 {OUT}/ · Everything lies in {OUT}/")


if not (options.site_only and os.path.exists(DB)):
    make_site()
    import_samples()
    if options.site_only:
        check()
if not options.site_only:
    main_job()
print(f"演示账号 demo，密码 {PASSWORD} · Log in as demo with password {PASSWORD}")
