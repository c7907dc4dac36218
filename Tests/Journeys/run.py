"""Starts the program with the example reports in a folder of its own and runs the browser journeys against it."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
program = sys.argv[1]

password = "a demonstration only"
environment = dict(os.environ, GONGKAI_DEMO_PASSWORD=password)

with tempfile.TemporaryDirectory() as folder:
    server = subprocess.Popen(
        [program, "demo", "--data", folder + "/data", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True,
        env=environment)
    try:
        address = None
        for line in server.stdout:
            print(line, end="")
            if found := re.search(r"http://\S+", line):
                address = found.group().rstrip("/")
                break
        if address is None:
            sys.exit("the program did not tell its address")
        results = [
            subprocess.run([sys.executable, str(here / "portal.py"), address]).returncode,
            subprocess.run([sys.executable, str(here / "desk.py"), address, password]).returncode,
        ]
    finally:
        server.terminate()
        server.wait(timeout=30)

sys.exit(max(results))
