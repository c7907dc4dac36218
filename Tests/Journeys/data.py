"""backup, restore, verify and move by the command line: what they say, what they leave, how they end."""

import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

program = sys.argv[1]
root = pathlib.Path(__file__).resolve().parents[2]
examples = root / "Examples" / "reports"
failures = []


def run(*arguments, **environment):
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, cwd=root, text=True, env={**os.environ, **environment})
    return done.returncode, done.stdout, done.stderr


def expect(holds, what):
    print(("ok    " if holds else "WRONG ") + what)
    if not holds:
        failures.append(what)


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    data, backup = folder / "data", folder / "backup.tar.gz"
    code, out, _ = run("report", "import", examples, "--data", data)
    expect(code == 0, "the examples are imported")
    imported = out
    code, out, _ = run("verify", "--data", data)
    expect(code == 0 and "完好" in out, "verify finds all well")
    code, out, _ = run("backup", backup, "--data", data)
    expect(code == 0 and backup.exists(), "backup writes a file")
    expect(subprocess.run(["tar", "tzf", backup], capture_output=True, text=True).stdout.endswith("SHA256SUMS\n"), "tar reads it")
    code, _, err = run("backup", backup, "--data", data)
    expect(code == 2 and "已经存在" in err, "backup goes over no file")
    code, _, err = run("restore", backup, "--data", data)
    expect(code == 2 and "已有数据" in err, "restore goes over no data")
    code, _, _ = run("restore", backup, "--data", folder / "again")
    expect(code == 0, "restore into a new folder")
    (folder / "unpacked").mkdir()
    subprocess.run(["tar", "xzf", backup, "-C", folder / "unpacked"], check=True)
    sums = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder / "unpacked")
    expect(sums.returncode == 0, "the sums hold without the program, too")
    again = f"sqlite:{folder}/again/gongkai.sqlite"
    code, _, err = run("report", "import", examples, "--database", again)
    expect(code == 2 and "没有密钥文件" in err and not (folder / "again" / "key").exists(), "no new key is made for what another sealed")
    key = (data / "key").read_text().strip()
    expect((data / "key").stat().st_mode & 0o777 == 0o600, "the key is its owner's alone")
    code, out, _ = run("report", "import", examples, "--database", again, GONGKAI_KEY=key)
    expect(code == 0 and "新存 0 份" in out, "what was restored knows the files already")
    code, _, err = run("verify", "--data", data, "--database", "sqlite:x")
    expect(code == 2 and "只能写一个" in err, "--data and --database together are refused")
    code, _, err = run("verify", "--data", folder / "nowhere")
    expect(code == 2 and not (folder / "nowhere").exists(), "verify makes nothing where there is nothing")
    code, _, err = run("verify", "--database", "postgres://clerk:s3cret@127.0.0.1:1/gongkai")
    expect(code == 2 and "127.0.0.1:1" in err and "s3cret" not in err, "a server that is away is told without the password")
    code, _, err = run("verify", GONGKAI_DATABASE="mysql://clerk:s3cret@x/y")
    expect(code == 2 and "mysql" in err and "s3cret" not in err, "an address of another kind is refused")
    kept = sorted((folder / "again" / "files").rglob("*"))
    kept[-1].write_bytes(b"x")
    with sqlite3.connect(folder / "again" / "gongkai.sqlite") as other:
        other.execute("delete from report where id = 1")
    code, out, err = run("verify", "--data", folder / "again")
    expect(code == 1 and "已损坏" in err and "report_id" in err and "2 个问题" in out, "verify finds a spoiled file and a lost row")

    server = os.environ.get("GONGKAI_TEST_POSTGRES")
    if server:
        here = {"GONGKAI_DATABASE": server}
        code, out, err = run("move", "--from", f"sqlite:{data}/gongkai.sqlite", "--to", server)
        expect(code == 0 and "内容一致" in out and server not in out + err, "move to PostgreSQL")
        code, out, _ = run("verify", **here)
        expect(code == 0 and "完好" in out, "verify on PostgreSQL, by the environment")
        code, _, err = run("report", "import", examples, "--database", server)
        expect(code == 2 and "没有主密钥" in err, "a server needs the key in the environment")
        code, out, _ = run("report", "import", examples, "--database", server, GONGKAI_KEY=key)
        expect(code == 0 and "新存 0 份" in out, "what was moved knows the files already")
        code, _, err = run("move", "--from", f"sqlite:{data}/gongkai.sqlite", "--to", server)
        expect(code == 2 and "已有数据" in err, "move goes over no data")
        code, _, _ = run("backup", folder / "server.tar.gz", **here)
        expect(code == 0, "backup of PostgreSQL")
        code, _, _ = run("restore", folder / "server.tar.gz", "--data", folder / "home")
        expect(code == 0 and run("verify", "--data", folder / "home")[0] == 0, "restored on SQLite")
        code, out, _ = run("move", "--from", server, "--to", f"sqlite:{folder}/back.sqlite")
        _, first, _ = run("move", "--from", f"sqlite:{data}/gongkai.sqlite", "--to", f"sqlite:{folder}/side/a.sqlite")

        def tables(text):  # But for the record of events, which went on at each side.
            return {line for line in text.splitlines() if "\t" in line and line.split("\t")[0] not in
                    ("audit_event", "audit_head", "unrecorded_event")}

        expect(code == 0 and len(tables(out)) > 10 and tables(out) == tables(first), "there and back is the same")
        code, out, _ = run("audit", "list", **here, GONGKAI_KEY=key)
        expect(code == 0 and "site.moved" in out and "site.backedUp" in out, "move and backup are recorded")
    else:
        print("没有设置 GONGKAI_TEST_POSTGRES，没有在 PostgreSQL 上测试")

sys.exit(1 if failures else 0)
