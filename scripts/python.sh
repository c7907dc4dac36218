#!/usr/bin/env bash
# Makes a Python environment in a folder and installs those of the named packages that are missing.
set -euo pipefail
folder=$1; shift
[ -x "$folder/bin/python" ] || python3 -m venv "$folder"
mark="$folder/.installed-$(echo "$*" | sha256sum | cut -c1-16)"
[ -e "$mark" ] && exit 0
for package in "$@"; do
  case $package in
    # Only its axe.min.js is used; the browser driver that it asks for is not.
    axe-playwright-python*) "$folder/bin/pip" install --quiet --disable-pip-version-check --no-deps "$package" ;;
    *) "$folder/bin/pip" install --quiet --disable-pip-version-check "$package" ;;
  esac
done
touch "$mark"
