# Sourced by the scripts beside this folder: installs what is missing on Debian 12.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$0: $*"; exit 69; }

# need_packages NAME...: installs the Debian packages that are not there.
need_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "needs the Debian packages ${missing[*]}; there is no apt-get here to install them"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "needs the Debian packages ${missing[*]}; run this as root, install sudo, or have them installed"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  run_quietly "${as_root[@]}" apt-get update -qq || fail "apt-get update failed; see above"
  run_quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" ||
    fail "the packages ${missing[*]} could not be installed; see above"
}

# run_quietly COMMAND...: shows what the command prints on a terminal, and elsewhere only if it fails.
run_quietly() {
  if [ -t 2 ]; then
    "$@" >&2
    return
  fi
  local output
  output=$("$@" 2>&1) || { local status=$?; say "$output"; return $status; }
}

# need_swift: finds a Swift 6.2 or newer toolchain.
need_swift() {
  local folder version
  for folder in "" /opt/swift/usr/bin /usr/local/swift/usr/bin "$HOME/.local/share/swiftly/bin"; do
    if [ -z "$folder" ] || [ -x "$folder/swift" ]; then
      PATH="${folder:+$folder:}$PATH"
      command -v swift >/dev/null && break
    fi
  done
  command -v swift >/dev/null ||
    fail "there is no Swift toolchain on the PATH; install Swift 6.3 from https://www.swift.org/install/linux and try again"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  [ "$(printf '%s\n6.2\n' "$version" | sort -V | head -n 1)" = 6.2 ] ||
    fail "Swift $version is too old; jurat is written for Swift 6.3"
}

# What jurat is built from and runs with. The fonts stand for the fourteen that a PDF need not hold:
# without them, text is drawn with letters of other widths and no check mark is drawn at all.
need_build_tools() {
  need_packages ca-certificates git pkg-config libpoppler-glib-dev libtesseract-dev libleptonica-dev \
    libtiff-dev libqpdf-dev libzbar-dev libsqlite3-dev tesseract-ocr-eng fonts-urw-base35 poppler-data
  need_swift
}

# need_test_tools: independent judges of what jurat writes; those from PyPI in a folder of their own.
need_test_tools() {
  need_packages chromium python3 python3-venv qpdf libxml2-utils poppler-utils faketime
  local tools=.build/test-tools
  if ! "$tools/bin/python3" -c 'import bagit, dateutil, jsonschema' 2>/dev/null; then
    say "installing bagit, jsonschema and python-dateutil into $tools"
    python3 -m venv "$tools" && "$tools/bin/pip" install -q bagit==1.9.0 jsonschema==4.26.0 python-dateutil==2.9.0.post0 ||
      fail "the Python packages for the tests could not be installed; see above"
  fi
  # Of this package only the script for browsers is used; it would bring a browser of its own.
  if [ ! -f "$tools/axe.min.js" ]; then
    "$tools/bin/pip" install -q --no-deps axe-playwright-python==0.1.8 &&
      cp "$tools"/lib/python3*/site-packages/axe_playwright_python/axe.min.js "$tools/axe.min.js" ||
      fail "axe could not be installed; see above"
  fi
  PATH="$PWD/$tools/bin:$PATH"
}
