#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image (Ubuntu 22.04 or a Debian).
set -euo pipefail
umask 022
source="${AUTOGRADER_SOURCE:-${AUTOGRADER_ROOT:-/autograder}/source}"
cd "$source"
export DEBIAN_FRONTEND=noninteractive

say() { printf 'setup: %s\n' "$*"; }
is_new_enough() { "$1" -e 'process.exit(parseInt(process.versions.node, 10) >= 20 ? 0 : 1)' 2>/dev/null; }
install() {
  command -v apt-get >/dev/null || { say "install $* yourself: this is not Debian or Ubuntu"; return 1; }
  apt-get update -q && apt-get install -q -y --no-install-recommends "$@"
}

# Node 20 or newer: from the package, installed already, or from NodeSource's signed packages.
node="$source/node/bin/node"
if ! is_new_enough "$node"; then
  node=node
  if ! is_new_enough node; then
    say 'installing Node 22'
    install ca-certificates curl gnupg
    mkdir -p /etc/apt/keyrings
    curl -fsSL https://deb.nodesource.com/gpgkey/nodesource-repo.gpg.key | gpg --dearmor --yes -o /etc/apt/keyrings/nodesource.gpg
    echo 'deb [signed-by=/etc/apt/keyrings/nodesource.gpg] https://deb.nodesource.com/node_22.x nodistro main' \
      >/etc/apt/sources.list.d/nodesource.list
    install nodejs
  fi
fi
say "Node $("$node" --version)"

# Limits and another user for submissions' processes; namespaces if the container allows them.
command -v setpriv >/dev/null && command -v prlimit >/dev/null || install util-linux
command -v bwrap >/dev/null || install bubblewrap || say 'no bubblewrap: submissions run as another user instead'

# The compiler, unless it is in the package.
[ -d grader/node_modules ] || (cd grader && npm ci --omit=dev --ignore-scripts --no-audit --no-fund)

# Only root may read the checks. Submissions run as another user, who only needs Node and child/.
chmod -R go-rwx grader
chmod go-w . child
"$node" grader/main.js --prepare
say 'done'
