"""Starts the program with the example reports in a folder of its own and runs the browser journeys against it."""

import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
program = sys.argv[1]

with tempfile.TemporaryDirectory() as folder:
    server = subprocess.Popen(
        [program, "demo", "--data", folder + "/data", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        address = None
        for line in server.stdout:
            print(line, end="")
            if found := re.search(r"http://\S+", line):
                address = found.group().rstrip("/")
                break
        if address is None:
            sys.exit("the program did not tell its address")
        result = subprocess.run([sys.executable, str(here / "portal.py"), address])
    finally:
        server.terminate()
        server.wait(timeout=30)

sys.exit(result.returncode)
