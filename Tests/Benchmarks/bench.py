"""Measures the program beside pandas and libxml2 and prints one table: `bench.py BENCHMARK GONGKAI PYTHON FOLDER`.

All works take turns, round after round, so that a busy machine slows all of them; the best round of each counts, and
the spread says how far to trust it.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time

benchmark, gongkai, python, folder = sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4])
here = pathlib.Path(__file__).parent
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
SECONDS = os.environ.get("BENCH_SECONDS", "1")
REPORTS = int(os.environ.get("BENCH_REPORTS", "300"))
SIZES = [int(n) for n in os.environ.get("BENCH_FILES", "1000,10000,40000").split(",")]
FORMATS = ["text", "html", "docx", "xlsx", "csv", "json"]
CORES = sorted(os.sched_getaffinity(0))


def pinned(cores, *command):
    return ["taskset", "-c", ",".join(map(str, CORES[:cores])), *map(str, command)]


def rate(cores, *command):
    return float(subprocess.run(pinned(cores, *command), check=True, capture_output=True, text=True).stdout)


def works():
    """Every work by (name, format, cores), and how to take its rate once."""
    cores = [1, len(CORES)] if len(CORES) > 1 else [1]
    for name in FORMATS:
        for count in cores:
            yield ("read+check", name, count), lambda name=name, count=count: rate(
                count, benchmark, "rate", "check", folder / name, SECONDS, count)
    yield ("libxml2", "html", 1), lambda: rate(1, benchmark, "rate", "parse", folder / "html", SECONDS, 1)
    yield ("pandas", "html", 1), lambda: rate(1, python, here / "pandas_tables.py", folder / "html", SECONDS)


def rates():
    rounds = {}
    for number in range(ROUNDS):
        for key, take in works():
            rounds.setdefault(key, []).append(take())
        print(f"第 {number + 1} 轮，共 {ROUNDS} 轮", file=sys.stderr)
    return rounds


def whole(count, cores):
    """The whole program over a folder of that many files: seconds, and the peak of resident memory in MB."""
    many = folder / "many"
    shutil.rmtree(many, ignore_errors=True)
    originals = [sorted((folder / name).iterdir()) for name in ("text", "html")]
    for number in range(count):
        region = many / f"{number // 1000:02}"
        region.mkdir(parents=True, exist_ok=True)
        files = originals[number % 2]
        original = files[number // 2 % len(files)]
        os.link(original, region / f"{number:05}{original.suffix}")
    start = time.perf_counter()
    process = subprocess.Popen(
        pinned(cores, gongkai, "report", "check", "--json", many), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    lines = 0
    while chunk := process.stdout.read(1 << 20):
        lines += chunk.count(b"\n")
    message = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    # 1 says that errors were found in the reports, as there should be.
    if os.waitstatus_to_exitcode(status) not in (0, 1) or lines != count:
        sys.exit(f"gongkai：{lines} 行，应为 {count} 行。{message}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main():
    for name in FORMATS:
        shutil.rmtree(folder / name, ignore_errors=True)
        subprocess.run([benchmark, "write", name, folder / name, str(REPORTS)], check=True)
    rounds = rates()
    best = {key: max(values) for key, values in rounds.items()}
    print(f"\n每秒读取并检查的报告数（{REPORTS} 份各不相同，字节已在内存；{ROUNDS} 轮取最好一轮，括号内为最差一轮）\n")
    print("| 工作 | 格式 | 平均字节 | 一个核 | 全部核 | 倍数 |\n| --- | --- | ---: | ---: | ---: | ---: |")
    for name in FORMATS:
        files = list((folder / name).iterdir())
        size = sum(f.stat().st_size for f in files) // len(files)
        key = ("read+check", name, 1)
        one = f"{best[key]:.0f}（{min(rounds[key]):.0f}）"
        key = ("read+check", name, len(CORES))
        both = f"{best[key]:.0f}（{min(rounds[key]):.0f}）" if len(CORES) > 1 else "—"
        factor = f"{best[key] / best['read+check', name, 1]:.2f}" if len(CORES) > 1 else "—"
        print(f"| 读取并检查 | {name} | {size} | {one} | {both} | {factor} |")
    for name, what in (("libxml2", "libxml2 只解析"), ("pandas", "pandas.read_html 只取表格")):
        key = (name, "html", 1)
        print(f"| {what} | html | | {best[key]:.0f}（{min(rounds[key]):.0f}） | | |")
    html = best["read+check", "html", 1]
    print(f"\n文本，一个核：每秒 {best['read+check', 'text', 1]:.0f} 份（目标 2500）")
    print(f"HTML：是 pandas 的 {html / best['pandas', 'html', 1]:.1f} 倍（目标 6），用时是 libxml2 的 {best['libxml2', 'html', 1] / html:.2f} 倍（目标至多 2）")
    due = max(rate(1, benchmark, "due", SECONDS) for _ in range(ROUNDS))
    print(f"答复期限，一个核：每秒 {due:.0f} 个（目标 1000000；不列出逐日说明）")
    print(f"\n整个程序：gongkai report check --json 文件夹（文本和 HTML 各半，{len(CORES)} 个核）\n")
    print("| 文件 | 秒 | 每秒 | 内存峰值 MB |\n| ---: | ---: | ---: | ---: |")
    for count in SIZES:
        seconds, memory = whole(count, len(CORES))
        print(f"| {count} | {seconds:.1f} | {count / seconds:.0f} | {memory:.0f} |", flush=True)


main()
