# Sourced by the other scripts: installs the system packages that the build needs.
#
# Debian and Ubuntu only; elsewhere, or without the right to install, it says what is missing and
# stops. `LOGIC_SKIP_PACKAGES=1` trusts that the libraries are there (other distributions).

packages=(libz3-dev libcadical-dev libsqlite3-dev libcurl4-openssl-dev zlib1g-dev)

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' \
      || echo "$package"
  done
}

require_toolchain() {
  if ! command -v swift >/dev/null 2>&1; then
    echo "logic: no Swift toolchain found; install Swift 6.2 or later from https://swift.org/install" >&2
    exit 70
  fi
}

require_packages() {
  [ "${LOGIC_SKIP_PACKAGES:-0}" = 1 ] && return
  if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "logic: not a Debian or Ubuntu system; install the development files of Z3, CaDiCaL," >&2
    echo "       SQLite, libcurl and zlib by hand, then set LOGIC_SKIP_PACKAGES=1" >&2
    exit 70
  fi
  local missing
  missing=$(missing_packages)
  [ -z "$missing" ] && return
  local become=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "logic: these packages are missing and neither root rights nor sudo are at hand:" >&2
      echo "       $(echo $missing)" >&2
      echo "       ask an administrator for: apt-get install $(echo $missing)" >&2
      exit 70
    fi
    become=(sudo)
  fi
  echo "logic: installing $(echo $missing)" >&2
  {
    "${become[@]}" apt-get update -qq \
      && DEBIAN_FRONTEND=noninteractive "${become[@]}" apt-get install -y -qq $missing
  } >&2 || {
    echo "logic: could not install: $(echo $missing)" >&2
    exit 70
  }
}
