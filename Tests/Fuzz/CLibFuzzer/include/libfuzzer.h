#pragma once
#include <stddef.h>
#include <stdint.h>
// Of libFuzzer's runtime, which the linker adds for -sanitize=fuzzer; it ships no header.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*testOneInput)(const uint8_t *bytes, size_t size));
