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


def two_days():
    """Dispatched decides whether the office was in time, served from when the remedies run."""
    both = answer(
        "deadline", "--received", "2026-05-07", "--dispatched", "2026-06-01", "--served", "2026-06-08", "--outcome", "unableNotHeld")
    dues = {d["kind"]: d["due"] for d in both["deadlines"]}
    assert (dues["reply"], dues["review"], dues["lawsuit"]) == ("2026-06-03", "2026-08-07", "2026-12-08"), dues
    assert both["isLate"] is False and both["findings"] == [], both
    assert answer("deadline", "--received", "2026-05-07")["isLate"] is None
    assert answer("deadline", "--received", "2026-05-07", "--dispatched", "2026-06-04")["isLate"] is True
    # Received alone: in time by the due day, unknown behind it, judged where it was handed over.
    assert answer("deadline", "--received", "2026-05-07", "--served", "2026-06-03")["isLate"] is False
    unknown = answer("deadline", "--received", "2026-05-07", "--served", "2026-06-08")
    assert unknown["isLate"] is None and [f["id"] for f in unknown["findings"]] == ["dispatch-unknown"], unknown
    assert set(unknown["findings"][0]) == {"id", "message", "basis"} and unknown["findings"][0]["basis"], unknown
    assert answer("deadline", "--received", "2026-05-07", "--served", "2026-06-08", "--method", "direct")["isLate"] is True


def late_acts():
    def reply(*words):
        found = answer("deadline", *words)
        return next((d for d in found["deadlines"] if d["kind"] == "reply"), None), [f["id"] for f in found["findings"]], found["isLate"]
    told = ("--received", "2020-01-20", "--extended", "20", "--extension-told")
    due, ids, late = reply(*told, "2020-03-10", "--dispatched", "2020-03-20")
    assert (due["due"], ids, late) == ("2020-02-25", ["extension-late"], True), (due, ids, late)
    assert reply(*told, "2020-02-25")[0]["due"] == "2020-03-24"
    due, ids, _ = reply("--received", "2020-03-02", "--supplement-asked", "2020-03-25", "--supplement-received", "2020-03-30")
    assert (due["due"], due["alternative"], ids) == ("2020-03-30", "2020-04-27", ["supplement-notice-late"]), (due, ids)
    asked = answer(
        "deadline", "--received", "2020-03-02", "--supplement-asked", "2020-03-10", "--supplement-notice-received", "2020-03-16")
    assert [d["due"] for d in asked["deadlines"] if d["kind"] == "supplement"] == ["2020-04-07"], asked
    named = answer("deadline", "--received", "2020-03-02", "--supplement-asked", "2020-03-10", "--supplement-until", "2020-03-28")
    assert [d["due"] for d in named["deadlines"] if d["kind"] == "supplement"] == ["2020-03-28"], named
    for option in ("--consulted", "--joint", "--asked-body"):
        assert reply("--received", "2020-03-02", option, "2020-03-09..2020-03-20")[0]["due"] == "2020-04-13", option
    assert reply("--received", "2020-03-02", "--consulted", "2020-03-09..2020-03-20", "--skip-day-of-asking")[0]["due"] == "2020-04-14"
    # Silence of a joint maker is cut at fifteen working days, that of another body stops the clock.
    assert reply("--received", "2020-03-02", "--joint", "2020-03-09..")[0]["due"] == "2020-04-21"
    assert reply("--received", "2020-03-02", "--asked-body", "2020-03-09..")[0] is None
    assert reply("--received", "2020-03-02", "--consulted", "2020-03-09/2020-03-12..")[0]["due"] == "2020-04-24"
    for wrong in (
        ["--extension-told", "2020-03-10"], ["--supplement-notice-received", "2020-03-10"], ["--supplement-until", "2020-03-10"],
        ["--dispatched", "2020-03-10", "--served", "2020-03-09"], ["--consulted", "2020-03-09/2020-03-06.."],
        ["--outcome", "granted", "--article", "36.1.1", "--article", "37"], ["--outcome", "granted", "--earlier-disclosed"],
    ):
        status, _, err = run("deadline", "--received", "2020-03-02", *wrong)
        assert status == 2 and err, (wrong, status, err)


def remedies():
    def remedy(*words):
        return answer("remedy", *words)
    assert remedy("--outcome", "granted", "--on", "2026-03-02")["route"] == "reviewOrLawsuit"
    repeated = ("--outcome", "declinedRepeated", "--article", "36.1.6", "--on", "2026-03-02")
    assert remedy(*repeated)["route"] == "reviewOrLawsuit"
    closed = remedy(*repeated, "--earlier-disclosed")
    assert (closed["route"], closed["court"], closed["lawsuit"]) == ("reviewOnly", None, None), closed
    query = ("--outcome", "refusedAdministrativeQuery", "--on", "2025-05-20")
    assert remedy(*query)["lastFilingDay"] == "2025-05-31"
    assert remedy(*query, "--filed", "2025-05-31")["route"] == "reviewOrLawsuit"
    assert remedy(*query, "--filed", "2025-06-01")["route"] == "reviewOnly"
    for body, reviewer in (
        ("subdistrictOffice", "设立该派出机关的人民政府"), ("outpost", "本级人民政府"), ("authorizedOrganization", "管理该组织的人民政府"),
    ):
        found = remedy("--outcome", "unableNotHeld", "--on", "2026-03-02", "--body", body)
        assert reviewer in found["reviewBody"] and "基层人民法院" in found["court"], found
    refused = remedy("--outcome", "refusedStateSecret", "--on", "2026-03-02")
    assert any("第二十三条第一款第（四）项" in source for source in refused["sources"]), refused
    mixed = remedy(
        "--outcome", "refusedProcessInformation", "--article", "16.2", "--outcome", "unableNotHeld", "--article", "36.1.5", "--on", "2026-03-02")
    assert [part["route"] for part in mixed["parts"]] == ["reviewFirst", "reviewOrLawsuit"], mixed
    assert "不属于本机关负责公开" in mixed["parts"][1]["wording"] and "经检索" not in mixed["parts"][1]["wording"], mixed
    assert remedy("--outcome", "correction", "--on", "2026-03-02")["letter"] == "更正答复书"
    assert remedy("--outcome", "withdrawn", "--on", "2026-03-02")["route"] == "none"
    for wrong in (["--filed", "2026-03-01"], ["--body", "town"], ["--article", "36.1.4", "--article", "37"]):
        status, _, err = run("remedy", "--outcome", "unableNotHeld", "--on", "2026-03-02", *wrong)
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


for step in (every_day_agrees, ten_thousand_additions_agree, deadlines, two_days, late_acts, remedies, the_others):
    step()
    print(f"law: {step.__name__.replace('_', ' ')}")
