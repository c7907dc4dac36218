"""What the command line prints follows the project's schemas, and its exit codes and messages are as told."""

import json
import os
import pathlib
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
    for ending in ["html", "docx", "xlsx", "csv", "json"]:
        out_file = folder / f"汇总.{ending}"
        code, out, err = run("report", "merge", *year, "--name", "青溪县", "--out", out_file)
        expect(code == 0 and out_file.stat().st_size > 500, f"merge writes .{ending}")
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

print(f"{len(failures)} failed" if failures else "all passed")
sys.exit(1 if failures else 0)
