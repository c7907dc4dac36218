#!/usr/bin/env bash
# Builds the benchmark in release and prints one table: `run.sh FOLDER-OF-GONGKAI PYTHON-WITH-PANDAS`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=${BENCH_SCRATCH:-$root/.build-bench}
gongkai=$(realpath "$1")/gongkai
python=$2
swift build -c release --package-path "$here" --scratch-path "$scratch" --product benchmark
folder=$(mktemp -d "$scratch/files.XXXXXX")
trap 'rm -rf "$folder"' EXIT
"$python" "$here/bench.py" "$scratch/release/benchmark" "$gongkai" "$python" "$folder"
