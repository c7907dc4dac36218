#!/usr/bin/env bash
# Makes a Python environment in a folder and installs those of the named packages that are missing.
set -euo pipefail
folder=$1; shift
[ -x "$folder/bin/python" ] || python3 -m venv "$folder"
mark="$folder/.installed-$(echo "$*" | sha256sum | cut -c1-16)"
[ -e "$mark" ] && exit 0
"$folder/bin/pip" install --quiet --disable-pip-version-check "$@"
touch "$mark"
