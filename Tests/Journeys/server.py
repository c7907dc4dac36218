"""The server as a process: logs, limits on slow and large requests, TLS and its renewal, stopping."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

program = sys.argv[1]
failures = []


def check(what, holds, seen=""):
    print(("ok    " if holds else "FAIL  ") + what + ("" if holds else f": {seen!r}"))
    if not holds:
        failures.append(what)


class Server:
    """A running `gongkai serve` on a port of its own, with what it wrote."""

    def __init__(self, folder, *options):
        self.process = subprocess.Popen(
            [program, "serve", "--data", folder + "/data", "--listen", "127.0.0.1:0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        self.lines = []
        self.reader = threading.Thread(target=lambda: self.lines.extend(iter(self.process.stderr.readline, "")), daemon=True)
        self.reader.start()
        line = self.process.stdout.readline()
        found = re.search(r"(https?)://[\d.]+:(\d+)", line)
        if not found:
            self.process.wait()
            self.reader.join()
            sys.exit(f"the program did not start: {line}{''.join(self.lines)}")
        self.scheme, self.port = found[1], int(found[2])

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def stop(self, sig=signal.SIGTERM):
        self.process.send_signal(sig)
        code = self.process.wait(timeout=60)
        self.reader.join()
        return code

    def wait_for(self, word, seconds=20):
        """The first line of the log with a word, once it is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for line in list(self.lines):
                if word in line:
                    return line
            time.sleep(0.05)
        return None


@contextlib.contextmanager
def server(*options):
    with tempfile.TemporaryDirectory() as folder:
        running = Server(folder, *options)
        try:
            yield running
        finally:
            if running.process.poll() is None:
                running.stop()


def ask(connection, path="/health", headers="", method="GET"):
    connection.sendall(f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n".encode())
    return answer(connection)


def answer(connection):
    """Status, head and body; status 0 where the connection was closed instead."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = receive(connection)
        if not part:
            return 0, data.decode(errors="replace"), ""
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    text = head.decode()
    length = int((re.search(r"(?i)content-length: (\d+)", text) or [0, 0])[1])
    while len(body) < length:
        part = receive(connection)
        if not part:
            break
        body += part
    return int(text.split()[1]), text, body.decode(errors="replace")


def receive(connection):
    try:
        return connection.recv(65536)
    except (ConnectionResetError, BrokenPipeError):
        return b""


def is_closed(connection, seconds):
    """True if the other end closes within that time; what it still sends is read."""
    connection.settimeout(seconds)
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            if not receive(connection):
                return True
    except TimeoutError:
        pass
    return False


def logs():
    with server() as running:
        ask(running.connect())
        code = running.stop()
        check("SIGTERM ends the program with 0", code == 0, code)
        check("on this machine alone nothing warns of it", not any("没有加密" in line for line in running.lines), running.lines)
        english = [line for line in running.lines if not re.search(r"[一-鿿]", line)]
        check("at the usual level the log has no English line", not english, english)
    with server("--log-level", "error", "--listen", "0.0.0.0:0") as running:
        check("at level error there is no warning", not any("没有加密" in line for line in running.lines), running.lines)
        _, head, page = ask(running.connect(), "/desk/sign-in")
        token = re.search(r'name="token" value="([^"]+)"', page)[1]
        cookie = re.search(r"(?i)set-cookie: ([^;]+)", head)[1]
        form = f"token={token}&login=nobody&password=secret-word"
        refused = running.connect()
        refused.sendall(
            (f"POST /desk/sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: {len(form)}\r\n"
             f"Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}").encode())
        status, _, _ = answer(refused)
        line = running.wait_for("sign-in-refused")
        check("a failed sign-in is in the log at every level", status == 422 and line is not None, (status, running.lines))
        check("without what was typed", not any("nobody" in line or "secret-word" in line for line in running.lines), running.lines)
    with server("--listen", "0.0.0.0:0") as running:
        running.wait_for("没有加密")
        warnings = [line for line in running.lines if "没有加密" in line]
        check("who listens beyond this machine in plain is warned, once", len(warnings) == 1 and "0.0.0.0" in warnings[0], running.lines)
    with server("--log-format", "json", "--log-level", "info") as running:
        ask(running.connect(), "/reports?region=%E5%BC%A0%E4%B8%89")
        running.wait_for('"access"')
        check("SIGINT ends the program with 0", running.stop(signal.SIGINT) == 0)
        entries = [json.loads(line) for line in running.lines]
        access = [entry for entry in entries if entry["logger"] == "access"]
        check("a JSON line for each request", len(access) == 1 and access[0]["route"] == "/reports" and access[0]["status"] == 200, entries)
        check("no query in any line", not any("E5%BC" in line or "张三" in line for line in running.lines))


def limits():
    with server("--request-seconds", "2", "--log-level", "info") as running:
        slow = running.connect()
        slow.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")

        def drip():
            with contextlib.suppress(OSError):
                for _ in range(40):
                    time.sleep(0.25)
                    slow.sendall(b"X: a\r\n")

        threading.Thread(target=drip, daemon=True).start()
        check("a head that drips is cut off", is_closed(slow, 15))

        idle = running.connect()
        ask(idle)
        check("an idle connection is closed", is_closed(idle, 15))

        body = running.connect()
        body.sendall(b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 100000\r\n\r\n")

        def drip_body():
            with contextlib.suppress(OSError):
                for _ in range(60):
                    time.sleep(0.25)
                    body.sendall(b"a")

        threading.Thread(target=drip_body, daemon=True).start()
        check("a body that drips is cut off", is_closed(body, 20))
        check("and the security log says so", running.wait_for("slow-request") is not None, running.lines)

        deaf = running.connect()

        def ask_on():
            with contextlib.suppress(OSError):
                deaf.sendall(b"GET /reports HTTP/1.1\r\nHost: localhost\r\n\r\n" * 5_000)

        running.lines.clear()
        threading.Thread(target=ask_on, daemon=True).start()
        check("who asks and does not take the answers is cut off", running.wait_for("slow-request", 30) is not None, running.lines)
        deaf.close()

        large = running.connect()
        status, _, _ = ask(large, headers="X-Large: " + "a" * 40_000 + "\r\n")
        check("a head that is too large is refused", status in (0, 400, 431), status)
        many = running.connect()
        status, _, _ = ask(many, headers="".join(f"X-{n}: a\r\n" for n in range(200)))
        check("a head of too many fields is refused", status in (0, 400, 431), status)

        endless = running.connect()
        endless.sendall(b"POST /check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        chunk = b"100000\r\n" + b"a" * 0x100000 + b"\r\n"
        sent = 0
        with contextlib.suppress(OSError):
            endless.settimeout(30)
            while sent < 400:
                endless.sendall(chunk)
                sent += 1
        check("a body without end is cut off", sent < 120, f"{sent} MiB")

        check("the server goes on", ask(running.connect())[0] == 200)


def crowd():
    with server("--connections-per-address", "50", "--request-seconds", "60") as running:
        connections = [running.connect() for _ in range(80)]
        closed = set()
        end = time.monotonic() + 20
        while len(closed) < 30 and time.monotonic() < end:
            time.sleep(0.1)
            for number, connection in enumerate(connections):
                connection.setblocking(False)
                with contextlib.suppress(BlockingIOError):
                    if not receive(connection):
                        closed.add(number)
        check("of 80 connections of one address, 50 stay", len(closed) == 30, len(closed))
        check("and the security log says so", running.wait_for("too-many-connections") is not None, running.lines)
        for connection in connections:
            connection.close()
        # Once those are gone, there is room again.
        status = 0
        while status != 200 and time.monotonic() < end + 20:
            with contextlib.suppress(OSError):
                status = ask(running.connect())[0]
        check("when they are gone, there is room again", status == 200)


def stopping():
    with server("--grace", "30") as running:
        idle = running.connect()
        ask(idle)
        half = running.connect()
        half.sendall(b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 10\r\n\r\n12345")
        time.sleep(0.5)
        running.process.send_signal(signal.SIGTERM)
        check("an idle connection is closed at once when stopping", is_closed(idle, 10))
        check("the log says so in Chinese", "正在停止" in (running.wait_for("正在停止") or ""), running.lines)
        try:
            probe = socket.create_connection(("127.0.0.1", running.port), timeout=5)
            probe.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            refused = not receive(probe)
        except OSError:
            refused = True
        check("a new connection gets no answer any more", refused)
        half.sendall(b"67890")
        status, _, text = answer(half)
        check("an open request still gets its answer", status == 400 and "看不懂" in text, (status, text))
        check("then the program ends with 0", running.process.wait(timeout=20) == 0)
    with server("--grace", "1") as running:
        stuck = running.connect()
        stuck.sendall(b"POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 10\r\n\r\n1")
        time.sleep(0.5)
        began = time.monotonic()
        code = running.stop()
        check("a request that never ends does not keep the program", code == 0 and time.monotonic() - began < 15, (code, running.lines))


def openssl(folder, name):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
         f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder + "/site.key", "-out", folder + "/site.crt"],
        check=True, capture_output=True)


def over_tls(running, folder):
    context = ssl.create_default_context(cafile=folder + "/site.crt")
    return context.wrap_socket(running.connect(), server_hostname="127.0.0.1")


def tls():
    with tempfile.TemporaryDirectory() as folder:
        openssl(folder, "first")
        files = ["--tls-certificate", folder + "/site.crt", "--tls-key", folder + "/site.key"]
        with server(*files, "--request-seconds", "2") as running:
            check("the program tells an https address", running.scheme == "https")
            connection = over_tls(running, folder)
            status, head, _ = ask(connection, "/check")
            check("a page over TLS", status == 200 and connection.version() in ("TLSv1.2", "TLSv1.3"), (status, connection.version()))
            check("with HSTS", "strict-transport-security: max-age=31536000" in head.lower(), head)
            check("and cookies that stay on TLS and this host", "; Secure" in head and "; HttpOnly" in head and "__Host-form=" in head, head)
            if shutil.which("curl"):
                seen = subprocess.run(
                    ["curl", "-s", "--http2", "--cacert", folder + "/site.crt", "-o", os.devnull, "-w", "%{http_version} %{http_code}",
                     f"https://127.0.0.1:{running.port}/reports"], capture_output=True, text=True).stdout
                check("HTTP/2 for those who speak it", seen == "2 200", seen)
            for version, wanted in [("-tls1_1", False), ("-tls1_2", True)]:
                # Security level 0, so that it is the server that refuses.
                seen = subprocess.run(
                    ["openssl", "s_client", "-connect", f"127.0.0.1:{running.port}", version, "-cipher", "ALL:@SECLEVEL=0"],
                    input=b"", capture_output=True).stdout
                check(f"{version[1:]} is {'taken' if wanted else 'refused'}", (b"Cipher is (NONE)" not in seen) == wanted, seen[-300:])
            silent = running.connect()
            check("a handshake that does not begin is cut off", is_closed(silent, 15))
            before = ssl.get_server_certificate(("127.0.0.1", running.port))
            openssl(folder, "second")
            running.process.send_signal(signal.SIGHUP)
            running.wait_for("已换用新证书")
            after = ssl.get_server_certificate(("127.0.0.1", running.port))
            check("SIGHUP brings the renewed certificate", before != after and after.strip() == pathlib.Path(folder + "/site.crt").read_text().strip())
            ends = ssl.cert_time_to_seconds(subprocess.run(
                ["openssl", "x509", "-noout", "-enddate", "-in", folder + "/site.crt"], capture_output=True, text=True).stdout.strip()[9:])
            metrics = ask(over_tls(running, folder), "/metrics")[2]
            check("the metrics tell when it ends", f"certificate_expiry_timestamp_seconds {int(ends)}\n" in metrics, metrics[-300:])
            check("requests go on with it", ask(over_tls(running, folder))[0] == 200)
            pathlib.Path(folder + "/site.key").write_text("broken")
            running.process.send_signal(signal.SIGHUP)
            check("a broken renewal is told", running.wait_for("新证书不能用") is not None, running.lines)
            check("and the old certificate stays", ssl.get_server_certificate(("127.0.0.1", running.port)) == after)
            silent = running.connect()
            time.sleep(0.3)
            check("stopping does not wait for a handshake", running.stop() == 0)
        for options, word in [
            (["--tls-certificate", folder + "/none.crt", "--tls-key", folder + "/site.key"], "无法读取文件"),
            (["--tls-certificate", folder + "/site.crt", "--tls-key", folder + "/site.key"], "没有可用的 PEM 格式私钥"),
            (["--tls-certificate", folder + "/site.crt"], "必须同时给出"),
            (["--trusted-proxy", "10.0.0.0/99"], "trusted-proxy"),
        ]:
            seen = subprocess.run(
                [program, "serve", "--data", folder + "/data", "--listen", "127.0.0.1:0", *options], capture_output=True, text=True, timeout=60)
            check(f"told in Chinese: {word}", seen.returncode == 2 and word in seen.stderr, (seen.returncode, seen.stderr))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def refused(folder, *options):
    """Exit code and standard error of a site that does not start."""
    done = subprocess.run([program, "serve", "--data", folder + "/data", *options], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stderr


def listening():
    with server() as running, tempfile.TemporaryDirectory() as folder:
        code, seen = refused(folder, "--listen", f"127.0.0.1:{running.port}")
        check("a port that is taken is told in Chinese", code == 2 and f"127.0.0.1:{running.port} 已经有程序在监听" in seen, (code, seen))
        told = [line for line in seen.splitlines() if "anchor=" not in line]
        check("in one line, without an error of anchors", len(told) == 1 and "Cancellation" not in seen, seen)
        code, seen = refused(folder, "--listen", "8094")
        check("an address in another form is told the form", code == 2 and "'8094'" in seen and "如 127.0.0.1:8080" in seen, (code, seen))
        code, seen = refused(folder, "--listen", "192.0.2.1:8094")
        check("an address of another machine is told", code == 2 and "本机没有 192.0.2.1:8094" in seen, (code, seen))
        code, seen = refused(folder, "--redirect-http", "127.0.0.1:0")
        check("nothing is led to HTTPS where there is none", code == 2 and "--tls-certificate" in seen, (code, seen))


def plain():
    """Who types http:// before the address of a site with TLS."""
    with tempfile.TemporaryDirectory() as folder:
        openssl(folder, "site")
        (port, door) = (free_port(), free_port())
        with server("--listen", f"127.0.0.1:{port}", "--redirect-http", f"127.0.0.1:{door}",
                    "--tls-certificate", folder + "/site.crt", "--tls-key", folder + "/site.key") as running:
            line = running.wait_for("证书有效期至")
            check("at the start it is told how long the certificate is good", line and re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d（北京时间）", line), line)
            check("an end that is near is a warning", line and "警告" in line and "还有 1 天" in line, line)
            status, head, body = ask(running.connect())
            check("plain HTTP at the port of TLS is answered, not cut off", status == 400 and "https://" in body, (status, head, body))
            check("and TLS beside it goes on", ask(over_tls(running, folder))[0] == 200)

            def at_door(request):
                with socket.create_connection(("127.0.0.1", door), timeout=20) as connection:
                    connection.sendall(request.encode())
                    return answer(connection)

            status, head, _ = at_door("GET /reports?year=2022 HTTP/1.1\r\nHost: gk.example.gov.cn\r\n\r\n")
            target = re.search(r"(?i)location: (\S+)", head)
            check("the other door leads to the same page over HTTPS",
                  status == 301 and target and target[1] == f"https://gk.example.gov.cn:{port}/reports?year=2022", (status, head))
            for host in ("evil.example/path", "a@b", "gk.example\u0301", "[::1", "a b", ""):
                status, head, _ = at_door(f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")
                check(f"a Host that is none leads nowhere: {host!r}", status == 400 and "ocation" not in head, (status, head))
            status, head, _ = at_door("POST /desk/sign-in HTTP/1.1\r\nHost: gk.example.gov.cn\r\nContent-Length: 0\r\n\r\n")
            check("a form is not sent on", status == 400 and "ocation" not in head, (status, head))
            check("both doors are closed at the end", running.stop() == 0)


for part in (logs, limits, crowd, stopping, tls, listening, plain):
    print(f"-- {part.__name__}")
    part()
if failures:
    sys.exit(f"{len(failures)} failed")
