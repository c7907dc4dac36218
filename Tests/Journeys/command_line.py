"""What the command line prints follows the project's schemas, and its exit codes and messages are as told."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import jsonschema

program = sys.argv[1]
root = pathlib.Path(__file__).resolve().parents[2]
failures = []


def run(*arguments, stdin=None):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, cwd=root, input=stdin)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def expect(holds, what):
    print(("ok    " if holds else "WRONG ") + what)
    if not holds:
        failures.append(what)


def valid(text, schema):
    schema = json.loads((root / "docs" / schema).read_text())
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        jsonschema.validate(line, schema)
    return lines




def help_pages(command, path=()):
    """Every command's help page."""
    yield path, run("help", *path)[1]
    for below in command.get("subcommands", []):
        if below["commandName"] != "help":
            yield from help_pages(below, (*path, below["commandName"]))


pages = list(help_pages(json.loads(run("--experimental-dump-help")[1])["command"]))
expect(len(pages) > 30, f"{len(pages)} help pages")
for path, page in pages:
    english = re.findall(r"default|values|Usage|OPTIONS|<options>|Show |\(可选|\(默认", page)
    open_brackets = [line for line in re.findall(r"（[^（）]*", page) if "）" not in page[page.index(line):]]
    dangling = [line for line in page.splitlines() if line.rstrip().endswith(" -")]
    if english or open_brackets or dangling or page.count("（") != page.count("）"):
        expect(False, f"the help of {' '.join(path)} is Chinese throughout: {english} {open_brackets} {dangling}")
for wrong, told in [(["serve", "--lisen", "x"], "是不是 '--listen'"), (["org", "add", "甲", "--kind", "乙"], "可选："),
                    (["serve", "--log-format", "x"], "可选：'text'、'json'。"), (["report", "merge", "--name", "甲"], "缺少参数"),
                    (["report", "read", "--json=1", "x"], "不带值")]:
    code, out, err = run(*wrong)
    expect(code == 2 and told in err and not re.search(r"Error|Please| and | or |Did you", err), f"wrong use is told in Chinese: {told}")

examples = root / "Examples" / "reports"
code, out, err = run("report", "read", "--json", examples)
reports = valid(out, "report.schema.json")
files = sorted(p for p in examples.rglob("*") if p.is_file())
expect(code == 0 and len(reports) == len(files), f"all {len(files)} examples are read, one line each")
expect({r["source"]["format"] for r in reports} >= {"text", "html", "docx", "xlsx", "csv", "json"}, "every format is among them")

code, out, err = run("report", "check", "--json", examples)
expect(code == 1, "check of reports with errors exits 1")
valid(out, "report.schema.json")

own = pathlib.Path(os.environ.get("GONGKAI_REPORTS", root.parent / "shared" / "reports"))
if own.is_dir():
    code, out, err = run("report", "read", "--json", own)
    expect(code == 0 and len(valid(out, "report.schema.json")) == len(list(own.iterdir())), "the full reports follow the schema")

first = next(p for p in files if p.suffix == ".txt")
code, out, err = run("report", "read", "--json", "-", stdin=first.read_bytes())
expect(code == 0 and json.loads(out)["source"]["name"] == "-", "- is standard input")

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "空.txt").write_bytes(b"")
    (folder / "照片.docx").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    (folder / "好.txt").write_bytes(first.read_bytes())
    code, out, err = run("report", "read", "--json", folder)
    expect(code == 2 and len(out.splitlines()) == 1, "unreadable files exit 2, the others are still read")
    expect(len(err.strip().splitlines()) == 2 and "照片.docx" in err, "one line on standard error for each")

    (folder / "名单.csv").write_text("单位名称\n柳渡乡\n石桥镇\n从未报送镇\n")
    region = examples / "青溪县"
    year = [p for p in sorted(region.iterdir()) if "2022" in p.name]
    code, out, err = run("report", "merge", *year, "--name", "青溪县", "--expect", folder / "名单.csv", "--json")
    merged = valid(out, "merge.schema.json")[0]
    expect(code == 0 and merged["missing"] == ["从未报送镇"], "merge tells who is missing")
    for cell, parts in merged["contributions"].items():
        table, row, column = cell.split(".")
        if table == "requests":
            kinds = ["naturalPerson", "business", "research", "socialOrganization", "legalService", "otherOrganization", "total"]
            total = merged["requests"][row][kinds.index(column)]
            counted = [p["value"] for p in parts if isinstance(p["value"], int)]
            if total != (sum(counted) if counted else total):
                expect(False, f"{cell} is the sum of its contributions")
    tree = root / "Examples" / "organizations.csv"
    code, out, err = run("report", "merge", *year, "--name", "青溪县", "--organizations", tree, "--json")
    merged = valid(out, "merge.schema.json")[0]
    expect(code == 0 and merged["counted"] == 3 and [r["reason"] for r in merged["leftOut"]] == ["own"],
           "the county's own report is not added to those of its towns")
    expect(merged["requests"]["received"][6] == sum(p["value"] for p in merged["contributions"]["requests.received.total"])
           and merged["own"]["organization"] == "青溪县" and "requests.received.total" in merged["own"]["differing"],
           "and stands beside their sum")
    expect("县教育局" in merged["missing"] and "青溪县" not in merged["missing"] and "县河道管理站" not in merged["missing"],
           "who is missing is told by the list")
    code, out, err = run("report", "merge", *year, "--name", "青溪县", "--organizations", tree)
    expect("已计入 3 份报告" in out and "未计入 1 份" in out and "own-report" not in out, "merge says how many were added")
    code, out, err = run("report", "merge", *year, "--name", "青溪县", "--organizations", tree, "--verbose")
    expect("own-report" in out and "涉及单位：青溪县" in out, "and with --verbose what was found")
    (folder / "坏名单.csv").write_text("上级机构,名称,类别\n没有的县,石桥镇,乡镇街道\n")
    code, out, err = run("report", "merge", *year, "--name", "青溪县", "--organizations", folder / "坏名单.csv")
    expect(code == 2 and "第 2 行：上级机构「没有的县」不在名单中" in err, "a list with a hole is refused with its row")
    for ending in ["html", "docx", "xlsx", "csv", "json"]:
        out_file = folder / f"汇总.{ending}"
        code, out, err = run("report", "merge", *year, "--name", "青溪县", "--out", out_file)
        expect(code == 0 and out_file.stat().st_size > 500, f"merge writes .{ending}")
        expect(f"已写出 {out_file}" in out and len(out.splitlines()) < 40, f"merge to .{ending} is quiet: {len(out.splitlines())} lines")
    for ending in ["html", "docx"]:
        out_file = folder / f"整改单.{ending}"
        code, out, err = run("report", "check", *year, "--out", out_file)
        expect(code in (0, 1) and out_file.stat().st_size > 500, f"check writes .{ending}")

    # A page printed by a browser holds the figures of the page.
    if chromium := shutil.which("chromium"):
        page = examples / "青溪县" / "青溪县2022年.html"
        printed = folder / "打印.pdf"
        subprocess.run(
            [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser",
             f"--print-to-pdf={printed}", page.as_uri()], capture_output=True, timeout=120)
        figures = []
        for file in (page, printed):
            code, out, err = run("report", "read", "--json", file)
            report = json.loads(out)
            figures.append([report[table] for table in ("organization", "year", "proactive", "requests", "reviews")])
        expect(figures[0] == figures[1], "a page and its PDF hold equal figures")

    data = folder / "data"
    code, out, err = run("report", "import", region, "--data", data)
    again, out2, err2 = run("report", "import", region, "--data", data)
    expect(code == 0 and again == 0 and "新存 0 份" in out2, "the same files imported twice are kept once")

    # The tree of organizations: the list files those that reports named, and each change is told.
    people = root / "Examples" / "organizations.csv"

    def org(*arguments):
        return run("org", *arguments, "--data", data)

    code, out, err = org("import", people, "--dry-run")
    expect(code == 0 and "归入  石桥镇" in out and "将新增" in out, "org import --dry-run tells what would be done")
    expect("青溪县（县" not in org("list")[1], "a dry run does nothing")
    code, out, err = org("import", people)
    again, out2, err2 = org("import", people)
    expect(code == 0 and again == 0 and "都没有变化" in out2, "the same list imported twice changes nothing")
    code, out, err = org("list", "--json")
    tree = [json.loads(line) for line in out.splitlines()]
    expect(code == 0 and len(tree) == len({o["id"] for o in tree}) and not [o for o in tree if o["state"] == "unfiled"],
           "org list --json has each organization once, all of them filed")
    code, out, err = org("show", "石桥镇", "--json")
    town = json.loads(out)
    expect(code == 0 and town["reports"] > 0 and town["contact"]["phone"], "a town keeps the reports that it had")
    for ending in ("csv", "xlsx"):
        exported = folder / f"机构.{ending}"
        code, out, err = org("export", exported)
        expect(code == 0 and "都没有变化" in org("import", exported)[1], f"what org export writes as .{ending} reads back equal")
    code, out, err = org("add", "县体育局", "--kind", "工作部门", "--under", "青溪县", "--code", "qx09")
    expect(code == 0 and "已加入" in out, "org add")
    code, out, err = org("rename", "县教育局", "--to", "县教育体育局", "--since", "2021-07-01", "--basis", "青办发〔2021〕5号")
    expect(code == 0 and "县教育局（至 2021-06-30）" in org("show", "县教育局")[1], "a renamed one is found by its former name")
    code, out, err = org("merge", "县体育局", "--into", "县教育体育局", "--since", "2021-07-01")
    expect(code == 0 and "并入：县教育体育局" in org("show", "县体育局")[1], "org merge")
    code, out, err = org("move", "县河道管理站", "--under", "县农业农村局")
    expect(code == 0 and "县农业农村局" in org("show", "县河道管理站")[1], "org move")
    code, out, err = org("dissolve", "县农业农村局", "--since", "2021-07-01")
    expect(code == 2 and "县河道管理站" in err, "one with others below it is not dissolved")
    code, out, err = org("dissolve", "县河道管理站", "--since", "2021-07-01")
    expect(code == 0 and "县河道管理站" not in org("list")[1] and "已撤销" in org("list", "--all")[1], "org dissolve")
    (folder / "坏.csv").write_text("上级机构,名称,类别\n没有的局,甲科,科室\n,乙局,公司\n")
    code, out, err = org("import", folder / "坏.csv")
    expect(code == 2 and "第 2 行" in err and "第 3 行" in err and "甲科" not in org("list")[1],
           "a wrong list is told row by row and leaves nothing")
    for wrong in (["show", "没有的局"], ["add", "甲", "--kind", "公司"], ["move", "县教育体育局"], ["export", folder / "a.doc"]):
        expect(org(*wrong)[0] == 2, f"org {wrong[0]} used wrongly exits 2")

print(f"{len(failures)} failed" if failures else "all passed")
sys.exit(1 if failures else 0)
