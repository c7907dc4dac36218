"""backup, restore, verify and move by the command line: what they say, what they leave, how they end."""

import contextlib
import io
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
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


def leaves(command, path=()):
    """Each command that does something, with its own options, as the program itself tells them."""
    for below in command.get("subcommands", []):
        if below["commandName"] != "help":
            yield from leaves(below, (*path, below["commandName"]))
    if not command.get("subcommands"):
        yield path, command.get("arguments", [])


def in_the_wrong_folder(folder):
    """Whoever names no data, or the wrong place, gets an error and no second office."""
    code, out, _ = run("--experimental-dump-help")
    expect(code == 0, "the program lists its own commands")
    # What an office begins with; all others want one that is there. `move` and `restore` make only their target.
    begin = {("serve",), ("demo",), ("report", "import"), ("org", "import")}
    extra = {("org", "move"): ["--under", "甲"]}
    values = {"文件": "none.csv", "名称": "甲", "类别": "县", "账号": "clerk", "角色": "信息员", "姓名": "甲", "日期": "2026-01-01", "机构": "甲"}
    asked = 0
    for path, arguments in leaves(json.loads(out)["command"]):
        names = {name["name"] for argument in arguments for name in argument.get("names", [])}
        if "data" not in names or path in begin or path == ("restore",):
            continue
        line = list(path)
        for argument in arguments:
            if argument["isOptional"]:
                continue
            if argument["kind"] == "option":
                line.append("--" + argument["preferredName"]["name"])
            line.append(values[argument["valueName"]])
        line += extra.get(path, [])
        asked += 1
        place = folder / "wrong"
        code, _, err = run(*line, "--data", place)
        expect(code == 2 and "没有数据库文件" in err and str(place) in err and "--data" in err and not place.exists(),
               f"{' '.join(path)} makes nothing where there is nothing")
        server = os.environ.get("GONGKAI_TEST_POSTGRES")
        if server and path == ("org", "list"):
            code, _, err = run(*line, "--database", server, GONGKAI_KEY="A" * 43 + "=")
            expect(code == 2 and "还没有数据" in err, "nor on a server")
    expect(asked >= 15, f"{asked} commands were asked")
    (folder / "empty").mkdir()
    code, _, err = run("org", "import", root / "Examples" / "organizations.csv", "--dry-run", "--data", folder / "empty")
    expect(code == 2 and not list((folder / "empty").iterdir()), "a dry run makes nothing either")
    code, _, err = run("demo", "--data", folder / "wrong", "--examples", folder / "nowhere")
    expect(code == 2 and "--examples" in err and not (folder / "wrong").exists(), "a demonstration without examples makes nothing")


@contextlib.contextmanager
def served(*options, **environment):
    """A site that runs."""
    site = subprocess.Popen([program, "serve", *map(str, options), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL, text=True, env={**os.environ, **environment})
    try:
        expect("网站已启动" in site.stdout.readline(), "the site runs")
        yield site
    finally:
        if site.poll() is None:
            site.terminate()
        site.wait(timeout=60)
        site.stdout.close()


def while_it_is_served(folder, data, backup):
    """What needs data at rest is refused while a site works on them."""
    source, target = f"sqlite:{data}/gongkai.sqlite", f"sqlite:{folder}/moved/gongkai.sqlite"
    with served("--data", data) as site:
        code, _, err = run("move", "--from", source, "--to", target)
        expect(code == 2 and "网站正在使用" in err and not (folder / "moved").exists(), "move refuses a source that is served")
        code, _, err = run("key", "rotate", "--data", data)
        expect(code == 2 and "网站正在使用" in err, "so does key rotate")
        code, _, err = run("restore", backup, "--data", data)
        expect(code == 2 and "网站正在使用" in err, "and restore into it")
        code, _, _ = run("backup", folder / "beside.tar.gz", "--data", data)
        expect(code == 0, "backup works beside the site")
        code, _, _ = run("org", "list", "--data", data)
        expect(code == 0, "so do the commands of every day")
        with served("--data", data):
            pass
        site.send_signal(signal.SIGKILL)
        site.wait(timeout=60)
        code, out, _ = run("move", "--from", source, "--to", target)
        expect(code == 0 and "内容一致" in out and len(out.splitlines()) == 1, "a site that was killed is in nobody's way")
    shutil.rmtree(folder / "moved")
    if server := os.environ.get("GONGKAI_TEST_POSTGRES"):
        key = {"GONGKAI_DATABASE": server, "GONGKAI_KEY": (data / "key").read_text().strip()}
        with served(**key) as site:
            code, _, err = run("move", "--from", server, "--to", target)
            expect(code == 2 and "网站正在使用" in err, "move refuses a served server, too")
            site.send_signal(signal.SIGKILL)
            site.wait(timeout=60)
            code, _, err = run("move", "--from", server, "--to", target)
            expect(code == 0, "and takes it when the site was killed")
        shutil.rmtree(folder / "moved")


with tempfile.TemporaryDirectory() as folder:
    in_the_wrong_folder(pathlib.Path(folder))

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    data, backup = folder / "data", folder / "backup.tar.gz"
    code, out, _ = run("report", "import", examples, "--data", data)
    expect(code == 0, "the examples are imported")
    imported = out
    code, out, _ = run("verify", "--data", data)
    expect(code == 0 and "完好" in out, "verify finds all well")
    code, out, err = run("backup", backup, "--data", data)
    expect(code == 0 and backup.exists() and "已用主密钥签名" in out and "不在备份里" in err, "backup writes a file and says that the key is not in it")
    expect(subprocess.run(["tar", "tzf", backup], capture_output=True, text=True).stdout.endswith("SHA256SUMS\n"), "tar reads it")
    code, _, err = run("backup", backup, "--data", data)
    expect(code == 2 and "已经存在" in err, "backup goes over no file")
    code, _, err = run("restore", backup, "--data", data)
    expect(code == 2 and "已有数据" in err, "restore goes over no data")
    code, _, err = run("restore", backup, "--data", folder / "again")
    expect(code == 2 and "没有主密钥" in err and "--key" in err and not (folder / "again").exists(), "a signed backup is proven, or not restored")
    code, _, err = run("restore", backup, "--data", folder / "again", "--key", folder / "none")
    expect(code == 2 and "没有密钥文件" in err and not (folder / "none").exists(), "no key is made for a restoration")
    code, out, _ = run("restore", backup, "--data", folder / "again", "--key", data / "key")
    expect(code == 0 and "签名已核对" in out, "restore into a new folder")
    with tarfile.open(folder / "evil.tar.gz", "w:gz", format=tarfile.GNU_FORMAT) as archive:
        entry = tarfile.TarInfo("../\u0301evil.sh")
        entry.size = 7
        archive.addfile(entry, io.BytesIO(b"escaped"))
    code, _, err = run("restore", folder / "evil.tar.gz", "--data", folder / "out" / "data", "--unsigned")
    expect(code == 2 and "不合规的文件名" in err and not (folder / "out").exists(), "a name that leads out leaves nothing anywhere")
    foreign = folder / "foreign" / "青溪县"
    foreign.mkdir(parents=True)
    (foreign / "key.txt").symlink_to(data / "key")
    (foreign / "passwd.txt").symlink_to("/etc/passwd")
    os.mkfifo(foreign / "fifo.txt")
    code, out, err = run("report", "import", foreign.parent, "--data", folder / "imported")
    expect(code == 0 and "新存 0 份" in out and "有 3 项不是普通文件" in err and "key.txt（链接）" in err and "fifo.txt（管道）" in err,
           "links and pipes in a folder are left out and named")
    code, out, err = run("report", "check", foreign / "fifo.txt")
    expect(code == 2 and "是管道" in err, "a pipe by its name is refused at once")
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
    expect(len(err.splitlines()) == 1 and err.count("127.0.0.1:1") == 1 and "没有数据库在应答" in err and "？" not in err,
           "in one Chinese sentence")
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
        code, _, err = run("backup", folder / "unsigned.tar.gz", **here)
        expect(code == 0 and "没有签名" in err, "backup of PostgreSQL without the key says that it is not signed")
        code, _, err = run("restore", folder / "unsigned.tar.gz", "--data", folder / "home", GONGKAI_KEY=key)
        expect(code == 2 and "--unsigned" in err and not (folder / "home").exists(), "an unsigned backup is refused")
        code, _, err = run("restore", folder / "unsigned.tar.gz", "--data", folder / "home", "--unsigned")
        expect(code == 0 and run("verify", "--data", folder / "home")[0] == 0, "restored on SQLite")
        code, _, _ = run("backup", folder / "server.tar.gz", **here, GONGKAI_KEY=key)
        code, out, _ = run("restore", folder / "server.tar.gz", "--data", folder / "signed", GONGKAI_KEY=key)
        expect(code == 0 and "签名已核对" in out, "a signed backup of PostgreSQL is proven")
        code, out, _ = run("move", "--verbose", "--from", server, "--to", f"sqlite:{folder}/back.sqlite")
        _, first, _ = run("move", "--verbose", "--from", f"sqlite:{data}/gongkai.sqlite", "--to", f"sqlite:{folder}/side/a.sqlite")

        def tables(text):  # But for the record of events, which went on at each side.
            return {line for line in text.splitlines() if "\t" in line and line.split("\t")[0] not in
                    ("audit_event", "audit_head", "unrecorded_event")}

        expect(code == 0 and len(tables(out)) > 10 and tables(out) == tables(first), "there and back is the same")
        code, out, _ = run("audit", "list", **here, GONGKAI_KEY=key)
        expect(code == 0 and "site.moved" in out and "site.backedUp" in out, "move and backup are recorded")
    else:
        print("没有设置 GONGKAI_TEST_POSTGRES，没有在 PostgreSQL 上测试")
    while_it_is_served(folder, data, backup)

sys.exit(1 if failures else 0)
