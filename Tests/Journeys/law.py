"""`law.py GONGKAI`: the command line's law beside an independent calendar, and its answers' forms."""
import bisect
import datetime
import json
import random
import subprocess
import sys

import chinese_calendar

gongkai = sys.argv[1]
FIRST, LAST = datetime.date(2019, 1, 1), datetime.date(2026, 12, 31)
DAYS = [FIRST + datetime.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def run(*words, text=None):
    done = subprocess.run([gongkai, "law", *words], input=text, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def answer(*words, code=0):
    status, out, err = run(*words, "--json")
    assert status == code, (words, status, out, err)
    return json.loads(out)


def lines(pairs):
    status, out, err = run("workdays", "-", "--json", text="".join(f"{a} {b}\n" for a, b in pairs))
    assert status == 0, err
    return [json.loads(line) for line in out.splitlines()]


def every_day_agrees():
    for day, got in zip(DAYS, lines((day, day) for day in DAYS), strict=True):
        assert got["workdays"] == int(chinese_calendar.is_workday(day)), (day, got)


def ten_thousand_additions_agree():
    seed = random.randrange(1 << 32)
    numbers = random.Random(seed)
    workdays = [day for day in DAYS if chinese_calendar.is_workday(day)]
    expected = []
    while len(expected) < 10_000:
        day, count = numbers.choice(DAYS), numbers.randint(1, 120)
        place = bisect.bisect_right(workdays, day) + count - 1
        if place < len(workdays):
            expected.append((day, count, workdays[place]))
    got = lines((day, f"+{count}") for day, count, _ in expected)
    for (day, count, due), found in zip(expected, got, strict=True):
        assert found["day"] == str(due), (seed, day, count, due, found)


def deadlines():
    reply = answer("deadline", "--received", "2020-01-20")["deadlines"][1]
    assert (reply["kind"], reply["due"], reply["articles"], reply["counted"]) == ("reply", "2020-02-25", ["33.2"], 20), reply
    assert reply["days"][0] == {"day": "2020-01-21", "counts": True, "ordinal": 1}
    assert {"day": "2020-01-25", "counts": False, "reason": "春节"} in reply["days"]
    # A deadline beyond the calendar has no day and says why; the others are given, and the exit tells.
    late = answer("deadline", "--received", "2026-12-04", code=2)["deadlines"]
    assert late[0]["due"] == "2026-12-15" and late[1]["due"] is None and "2027" in late[1]["error"]
    kinds = [d["kind"] for d in answer("deadline", "--received", "2020-03-02", "--supplement-asked", "2020-03-05")["deadlines"]]
    assert kinds == ["supplementNotice", "supplement"], kinds
    for wrong in (
        ["--received", "2019-05-14"], ["--received", "2020-02-30"], [], ["--received", "2020-03-02", "--extended", "21"],
        ["--received", "2020-03-02", "--served", "2020-03-01"], ["--received", "2020-03-02", "--supplement-received", "2020-03-09"],
    ):
        status, _, err = run("deadline", *wrong)
        assert status == 2 and err, (wrong, status, err)


def the_others():
    assert answer("fee", "--items", "12") == {
        "total": 200, "bands": [
            {"from": 1, "to": 10, "count": 10, "rate": 0, "sum": 0}, {"from": 11, "to": 30, "count": 2, "rate": 100, "sum": 200}]}
    assert run("fee", "--items", "1", "--pages", "1")[0] == 2
    article = answer("article", "33")
    assert article["article"] == 33 and article["since"] == "2019-05-15"
    assert run("article", "57")[0] == 2
    remedy = answer("remedy", "--outcome", "refusedInternalAffairs", "--on", "2024-01-01")
    assert (remedy["route"], remedy["reviewDays"], remedy["lawsuit"]) == ("reviewFirst", 60, "15 days after review"), remedy
    assert answer("remedy", "--outcome", "noReply", "--on", "2026-07-01")["confirmed"] is False
    assert answer("identity", "11010119900307771X", code=1)["valid"] is False


for step in (every_day_agrees, ten_thousand_additions_agree, deadlines, the_others):
    step()
    print(f"law: {step.__name__.replace('_', ' ')}")
