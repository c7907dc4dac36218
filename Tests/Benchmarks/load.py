"""What a crowd and hostile uploads leave of a running server. A measurement: it prints figures and asserts nothing.

    python3 Tests/Benchmarks/load.py .build/release/gongkai [SECONDS]

60 readers ask for the largest report that can be uploaded, again and again; 8 uploads of files made to be slow are sent to the
public check, each from an address of its own; a clerk uploads reports at the desk; strangers add up a region, look at a body's
years and search by name, with another question each time. Beside them /health and some pages are asked once a second, by a process of its
own: the readers' share of Python's lock would be measured else.
"""

import http.client
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from urllib.parse import quote, urlencode

program = sys.argv[1]
seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 60
READERS, LIMIT, TEXT = 60, 16 << 20, 4 << 20
PAGES = ["/health", "/", "/reports", "/years/2021", "/deadlines", "/check", "/ready"]
CLERK, PASSWORD = "127.0.2.2", "correct horse battery"
TITLE = "青溪县2021年政府信息公开工作年度报告\n一、总体情况\n"


def cells(size):
    """A page of tables with as many cells and as much text as the limits let in, padded to a size with what shows nothing."""
    row = "<tr>" + "<td>公开12件</td>" * 40 + "</tr>\n"
    page = "<html><body><p>" + TITLE.replace("\n", "</p><p>") + "</p><table>" + row * (99_000 // 40) + "</table>"
    page += "<p>" + "附" * 900_000 + "</p></body></html>"
    return page.encode() + b"<!--" + b"x" * (size - len(page.encode()) - 7) + b"-->"


def lines(size):
    line = "本年度新收政府信息公开申请12件，予以公开3件，部分公开2件，不予公开5件，结转下年度2件；"
    count = min(99_000, size // (len(line.encode()) + 1))
    return (TITLE + "\n".join([line] * count)).encode()


def hostile():
    """Files that once made the reader quadratic, overflow, or slow for each cell."""
    room, text = LIMIT - 4_096, TEXT - 4_096
    yield (TITLE + "收到申请1件，" * (text // 22)).encode()[:text]
    yield (TITLE + "收到申请8件，分为" + "9999999999999件" * (text // 17) + "。").encode()[:text]
    yield cells(room)
    yield lines(text)
    yield (TITLE + "一、本年新收政府信息公开申请数量\t1\t2\t3\n" * (text // 80)).encode()[:text]
    yield ("<table>" + "<tr><td rowspan=9 colspan=9>结果</td></tr>" * (room // 60) + "</table>").encode()[:room]
    yield ("<b>" * 30_000 + TITLE + "</b>" * 30_000 + "公" * (text // 3)).encode()[:room]
    yield (TITLE + "〇一二三四五六七八九十百千万亿" * (text // 46)).encode()[:text]


def ask(path, timeout=30, source=None, body=None, headers={}):
    """Status and seconds of one request; status 0 where there was no answer."""
    began = time.monotonic()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout, source_address=source and (source, 0))
        connection.request("POST" if body else "GET", path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, time.monotonic() - began, text, answer.headers
    except (OSError, http.client.HTTPException):
        return 0, time.monotonic() - began, b"", {}


def program_says(*arguments):
    return subprocess.run([program, *arguments, "--data", folder + "/data"], check=True, capture_output=True, text=True).stdout


def together(tasks):
    """Runs each function with its arguments on a thread of its own until the end."""
    threads = [threading.Thread(target=work, args=arguments) for work, *arguments in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def read_again(kept):
    while time.monotonic() < end:
        status, taken, text, _ = ask(f"/reports/{largest}", timeout=120)
        kept.append((status, taken))


def token(page):
    found = re.search(rb'name="token" value="([^"]+)"', page)
    return found and found[1].decode()


def cookies(headers):
    return "; ".join(line.split(";")[0] for line in headers.get_all("Set-Cookie") or [])


def send(path, source, cookie, token, files):
    """Posts files in a form."""
    boundary = "----load"
    body = f'--{boundary}\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token}\r\n'.encode()
    for name, file in files:
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode() + file + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    return ask(path, timeout=120, source=source, body=body,
               headers={"Cookie": cookie, "Content-Type": f"multipart/form-data; boundary={boundary}"})


def upload_again(number, file, kept):
    source = f"127.0.0.{number + 2}"
    while time.monotonic() < end:
        _, _, page, headers = ask("/check", source=source)
        if not token(page):
            kept.append((0, 0))
            continue
        status, taken, *_ = send("/check", source, cookies(headers), token(page), [(f"a{number}", file)])
        kept.append((status, taken))
        if status == 503:
            time.sleep(1)


def post(path, cookie, fields):
    return ask(path, body=urlencode(fields).encode(), source=CLERK,
               headers={"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})


def signed_in():
    """The cookie of the clerk, who chooses a password by a one-time link."""
    link = "/link/" + re.search(r"/link/([0-9a-f]{64})", program_says("user", "link", "wenyuan"))[1]
    _, _, page, headers = ask(link, source=CLERK)
    status, *_ = post(link, cookies(headers), {"token": token(page), "password": PASSWORD, "again": PASSWORD})
    _, _, page, headers = ask("/desk/sign-in", source=CLERK)
    status, _, _, headers = post("/desk/sign-in", cookies(headers), {"token": token(page), "login": "wenyuan", "password": PASSWORD})
    return cookies(headers)


def upload_at_desk(kept):
    cookie = signed_in()
    number = 0
    while time.monotonic() < end:
        page = ask("/desk/reports/new", source=CLERK, headers={"Cookie": cookie})[2]
        if not token(page):
            kept.append((0, 0))
            time.sleep(1)
            continue
        number += 1
        files = [(f"{number}-{part}.txt", (TITLE.replace("2021", str(2008 + part)) + f"收到申请{number}件。").encode()) for part in range(5)]
        status, taken, *_ = send("/desk/reports/new", CLERK, cookie, token(page), files)
        kept.append((status, taken))
        time.sleep(2)


def question(number):
    """A page that has to be made: no two of the questions are the same."""
    return ("/merge?region=" + quote("青溪县") + f"&year={2000 + number % 100}", f"/organizations/{number % 2 + 1}",
            "/reports?q=" + quote("青溪") + f"&page={number % 500 + 1}",
            "/figures?year=2021&cell=requests.received.total&region=" + quote("青溪县") + f"&page={number % 500 + 1}")[number % 4]


def ask_anew(number, kept):
    while time.monotonic() < end:
        status, taken, *_ = ask(question(number), timeout=120, source=f"127.0.1.{number % 250 + 2}")
        kept.append((status, taken))
        number += 8
        if status == 503:
            time.sleep(1)


def probe(path, kept):
    while time.monotonic() < end:
        status, taken, *_ = ask(path)
        kept.append((status, taken))
        time.sleep(max(0, 1 - taken))


def crowd(out):
    os.nice(39)  # Readers have machines of their own: what they take of this one is not the server's doing.
    kept = []
    together([(read_again, kept)] * READERS)
    out.put({"largest report": kept})


def strangers(out):
    os.nice(39)
    kept = []
    together([(upload_again, number, file, kept) for number, file in enumerate(hostile())])
    out.put({"uploads": kept})


def clerk(out):
    os.nice(39)
    kept = []
    together([(upload_at_desk, kept)])
    out.put({"desk uploads": kept})


def curious(out):
    os.nice(39)
    kept = []
    together([(ask_anew, number, kept) for number in range(8)])
    out.put({"questions": kept})


def watch(out):
    kept = {path: [] for path in PAGES}
    together([(probe, path, kept[path]) for path in PAGES])
    out.put(kept)


def memory(kept):
    while time.monotonic() < end:
        with open(f"/proc/{server.pid}/status") as file:
            kept.append(int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) >> 10)
        time.sleep(0.2)


def tell(name, kept):
    times = sorted(taken for _, taken, *_ in kept)
    if not times:
        print(f"{name:24}no answer")
        return
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))] * 1000
    states = {}
    for status, *_ in kept:
        states[status] = states.get(status, 0) + 1
    print(f"{name:24}{len(times):6}  p50 {at(.5):9.1f} ms  p99 {at(.99):9.1f} ms  most {times[-1] * 1000:9.1f} ms  {states}")


with tempfile.TemporaryDirectory() as folder:
    os.makedirs(folder + "/in/青溪县")
    for name, file in (("largest.html", cells(LIMIT - 4_096)), ("lines.txt", lines(TEXT - 4_096))):
        with open(f"{folder}/in/青溪县/{name}", "wb") as out:
            out.write(file)
    program_says("report", "import", folder + "/in")
    program_says("org", "add", "青溪县", "--kind", "县")
    program_says("user", "add", "wenyuan", "--name", "文员")
    program_says("user", "give", "wenyuan", "--role", "informationClerk", "--organization", "青溪县")
    server = subprocess.Popen([program, "serve", "--data", folder + "/data", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.DEVNULL)
    port = int(re.search(r":(\d+)/", server.stdout.readline())[1])
    sizes = {number: len(ask(f"/reports/{number}", timeout=120)[2]) for number in (1, 2)}
    largest = max(sizes, key=sizes.get)
    print(f"the largest page: {sizes[largest]} bytes")
    resident = []
    end = time.monotonic() + seconds
    results = multiprocessing.Queue()
    parts = [multiprocessing.Process(target=part, args=(results,)) for part in (watch, crowd, strangers, curious, clerk)]
    for part in parts:
        part.start()
    memory(resident)
    kept = {}
    for part in parts:
        kept |= results.get()
    for part in parts:
        part.join()
    for name in PAGES + ["largest report", "uploads", "questions", "desk uploads"]:
        tell(name, kept[name])
    print(f"resident memory: most {max(resident)} MiB, at the end {resident[-1]} MiB")
    began = time.monotonic()
    server.terminate()
    server.wait(timeout=120)
    print(f"stopped after {time.monotonic() - began:.1f} s")
