"""What `make install` lays out: the program, its unit, settings, examples and manuals; and what `make uninstall` leaves."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program = os.path.abspath(sys.argv[1])
root = pathlib.Path(__file__).resolve().parents[2]
failures = []


def expect(holds, what, seen=""):
    print(("ok    " if holds else "WRONG ") + what + ("" if holds else f": {seen}"))
    if not holds:
        failures.append(what)


def run(*command, cwd=root, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=cwd, timeout=600, **options)


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    stage = folder / "stage"
    make = ["make", "--no-print-directory"]
    done = run(*make, "install", f"DESTDIR={stage}", "PREFIX=/opt/office", f"PROGRAM={program}")
    expect(done.returncode == 0, "make install with a binary that is there", done.stderr)
    home, settings = stage / "opt/office", stage / "etc/gongkai/gongkai.env"
    installed = home / "bin/gongkai"
    expect(installed.stat().st_mode & 0o777 == 0o755 and installed.stat().st_size < os.path.getsize(program), "the program is there, stripped")
    expect(settings.stat().st_mode & 0o777 == 0o640, "the settings may hold a key: not for everybody")
    unit = (home / "lib/systemd/system/gongkai.service").read_text()
    expect("@" not in re.sub(r"@(system-service|privileged|resources)", "", unit), "no place is left open in the unit", unit)
    expect("ExecStart=/opt/office/bin/gongkai serve" in unit and "EnvironmentFile=-/etc/gongkai/gongkai.env" in unit,
           "the unit starts the installed program with those settings", unit)
    expect("/etc/gongkai 0750" in (home / "lib/tmpfiles.d/gongkai.conf").read_text(), "so do tmpfiles and sysusers")
    for manual in ("operations.md", "permissions.md", "README.zh-CN.md", "tls.conf"):
        expect((home / "share/doc/gongkai" / manual).is_file(), f"{manual} is installed")
    options = re.search(r'^GONGKAI_OPTIONS="(.*)"$', settings.read_text(), re.M)[1].split()
    seen = run(installed, "serve", "--data", folder / "data", *options, "--listen", "8080", cwd=folder)
    expect("'8080'" in seen.stderr, "every option of the settings is one that serve knows", seen.stderr)

    if shutil.which("systemd-analyze"):
        # The program where the unit says, for the time of the check; other units of the machine are not looked at.
        shutil.copytree(stage / "opt", folder / "opt", symlinks=True)
        for name in ("gongkai.service", "gongkai-backup.service", "gongkai-backup.timer"):
            text = (home / "lib/systemd/system" / name).read_text()
            (folder / name).write_text(text.replace("/opt/office", str(folder / "opt/office")))
        copy = folder / "gongkai.service"
        done = run("systemd-analyze", "verify", "--man=no", copy, folder / "gongkai-backup.timer")
        told = [line for line in done.stderr.splitlines() if "gongkai" in line]
        expect(done.returncode == 0 and not told, "systemd-analyze verify finds nothing", done.stderr)
        done = run("systemd-analyze", "security", "--offline=true", "--threshold=20", copy)
        expect(done.returncode == 0, "its exposure is 2.0 at most", done.stdout[-400:])
    else:
        print("没有 systemd-analyze，没有检查服务单元")

    # The demonstration, from a folder that has nothing to do with the source code.
    demo = subprocess.Popen([installed, "demo", "--data", folder / "demo", "--listen", "127.0.0.1:0"], cwd=folder, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    lines = []
    for line in demo.stdout:
        lines.append(line)
        if "网站已启动" in line:
            break
    demo.terminate()
    demo.wait(timeout=60)
    expect(f"已从 {home}/share/gongkai/examples 导入" in "".join(lines), "gongkai demo finds the installed examples, and says so", lines)
    seen = run(shutil.copy(installed, folder / "alone"), "demo", "--data", folder / "none", cwd=folder)
    expect(seen.returncode == 2 and "--examples" in seen.stderr and not (folder / "none").exists(), "without any it says what to do", seen.stderr)

    settings.write_text("# mine\n")
    run(*make, "install", f"DESTDIR={stage}", "PREFIX=/opt/office", f"PROGRAM={program}")
    expect(settings.read_text() == "# mine\n", "an upgrade leaves the settings alone")
    run(*make, "uninstall", f"DESTDIR={stage}", "PREFIX=/opt/office")
    left = sorted(str(path.relative_to(stage)) for path in stage.rglob("*") if path.is_file())
    expect(left == ["etc/gongkai/gongkai.env"], "make uninstall leaves nothing but the settings", left)

print(f"{len(failures)} failed" if failures else "all passed")
sys.exit(1 if failures else 0)
