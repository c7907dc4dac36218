#!/usr/bin/env bash
# Builds the fuzzer and runs each of its targets for FUZZ_SECONDS (60), FUZZ_JOBS (the cores) of them at a time.
# `run.sh TARGET…` runs only those. A crash, a broken invariant, a leak, an input that takes more than ten seconds or
# 1 GB fails the run; the input is kept in .build-fuzz/found. A PDF is text when the reader gets it: target text.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=${FUZZ_SCRATCH:-$root/.build-fuzz}
seconds=${FUZZ_SECONDS:-60}
longest=262144
jobs=${FUZZ_JOBS:-$(nproc)}
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(text html docx docx-part xlsx xlsx-part csv json)

swift build -c release --package-path "$here" --scratch-path "$scratch" --product fuzz || exit 1
fuzz="$scratch/release/fuzz"
mkdir -p "$scratch/found" "$scratch/log"

# Swift's backtracer can hang for minutes in a program that crashes on purpose.
export SWIFT_BACKTRACE=enable=no
# What the sanitizer holds back from reuse counts as memory.
export ASAN_OPTIONS=quarantine_size_mb=64

run() {
  local target=$1 seeds="$scratch/seeds/$1" corpus="$scratch/corpus/$1" log="$scratch/log/$1.log"
  rm -rf "$seeds"
  mkdir -p "$corpus"
  export FUZZ_TARGET=$target
  "$fuzz" --write-seeds "$root/Examples/reports" "$seeds" || return 1
  # A seed cut off is refused, and its target would fuzz the refusal.
  if [ -n "$(find "$seeds" -size +${longest}c)" ]; then
    echo "$target：有种子超过 $longest 字节" >&2
    return 1
  fi
  "$fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len="$longest" -use_value_profile=1 -print_final_stats=1 \
    -artifact_prefix="$scratch/found/$target-" "$corpus" "$seeds" >"$log" 2>&1
  local code=$?
  local runs
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  local peak
  peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")
  if [ $code -eq 0 ]; then
    echo "$target：通过，$runs 次，内存峰值 $peak MB"
  else
    echo "$target：失败（$code），记录在 $log"
    grep -E 'ERROR|SUMMARY|BROKEN|Fatal error|Test unit written' "$log" | tail -5
    return 1
  fi
}

failed=0
running=0
for target in "${targets[@]}"; do
  if [ "$running" -ge "$jobs" ]; then
    wait -n || failed=1
    running=$((running - 1))
  fi
  run "$target" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
  wait -n || failed=1
  running=$((running - 1))
done
exit $failed
