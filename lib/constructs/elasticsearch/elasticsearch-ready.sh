#!/bin/bash
# Whether this Elasticsearch node knows a master: its readiness port is open exactly as long as it does.
#
# The first answer is also when a cluster has formed, which the node must never do again: see elasticsearch-init.sh.
#
# READINESS_PORT  `readiness.port` of the node
# FORMED_MARKER   file to leave behind, on the volume
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/$READINESS_PORT"
# A full volume must not take a node out that still answers.
[[ -e $FORMED_MARKER ]] || : >"$FORMED_MARKER" || true
