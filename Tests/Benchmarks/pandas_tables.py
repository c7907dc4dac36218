"""How many of a folder's pages a second pandas.read_html (lxml) takes the tables out of: `pandas_tables.py FOLDER SECONDS`.

The bytes are in memory before the clock starts, as they are for the program it stands beside.
"""
import io
import pathlib
import sys
import time

import pandas

pages = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]
seconds = float(sys.argv[2])
for page in pages[:20]:
    pandas.read_html(io.BytesIO(page), flavor="lxml", encoding="utf-8")
done = 0
start = time.perf_counter()
while time.perf_counter() - start < seconds:
    pandas.read_html(io.BytesIO(pages[done % len(pages)]), flavor="lxml", encoding="utf-8")
    done += 1
print(done / (time.perf_counter() - start))
