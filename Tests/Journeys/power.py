"""Kills a writing program, and the server under it, at random moments during 1,000 writes on each engine: every write
that was acknowledged is there, none is half there."""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading

writer = sys.argv[1]
seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 32)
random.seed(seed)
print("seed", seed)
root = pathlib.Path(__file__).resolve().parents[2]
WRITES = 1000
KILLS = 25


def lines(*arguments):
    done = subprocess.run([writer, *arguments], capture_output=True, text=True, timeout=60)
    if done.returncode:
        sys.exit("the writer failed: " + done.stderr)
    return done.stdout.splitlines()


def run(name, address, folder, crash=None):
    """Writes, killing after so many acknowledgements each time, and checks after each kill."""
    rest = [str(folder)] if folder else []
    acknowledged, start, kills, crashes, lost = set(), 0, 0, 0, 0
    while len(acknowledged) < WRITES:
        goal = random.randint(1, 2 * WRITES // KILLS)
        program = subprocess.Popen(
            [writer, "write", address, str(start), *rest], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # A writer that hangs must not hang the test.
        alarm = threading.Timer(60, program.kill)
        alarm.start()
        seen = 0
        crashing = crash and kills % 8 == 3
        delay = random.random() * 0.004
        for line in program.stdout:
            word, number = line.split()
            if word == "ack":
                acknowledged.add(int(number))
                seen += 1
            else:
                lost += 1
            start = max(start, int(number) + 8)
            if seen == goal:
                if crashing:
                    crash()
                    crashes += 1
                    crashing = False
                    goal += 20
                else:
                    # Somewhere within the next writes, not right after one.
                    threading.Timer(delay, program.kill).start()
        program.wait()
        alarm.cancel()
        if program.returncode != -9:
            sys.exit(f"{name}: the writer ended by itself: " + program.stderr.read())
        if seen < goal:
            sys.exit(f"{name}: the writer hung after {seen} writes")
        kills += 1
        # Numbers that may have been written without word of it are not used again.
        start += 8
        if kills % 5 == 0:
            check(name, address, rest, acknowledged)
    check(name, address, rest, acknowledged)
    print(f"{name}: {len(acknowledged)} writes acknowledged, {kills} kills, {crashes} crashes of the server, {lost} unknown")


def check(name, address, rest, acknowledged):
    there = [line.split() for line in lines("check", address, "0", *rest)]
    half = [number for word, number in there if word == "half"]
    missing = acknowledged - {int(number) for word, number in there if word == "whole"}
    if half or missing:
        sys.exit(f"{name}: half there {half}, missing {sorted(missing)}")


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    run("SQLite", f"sqlite:{folder}/power.sqlite", folder / "files")

server = os.environ.get("GONGKAI_TEST_POSTGRES")
if server:
    place = os.environ["GONGKAI_TEST_POSTGRES_FOLDER"]
    crash = lambda: subprocess.run([root / "scripts" / "postgres.sh", "crash", place], check=True)
    run("PostgreSQL", server + "?reconnect=30", None, crash)
else:
    print("没有设置 GONGKAI_TEST_POSTGRES，没有在 PostgreSQL 上测试")
