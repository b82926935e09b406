#!/bin/sh
# Makes the index in which Temporal looks for workflows, and raises its mappings to the version of the tool.
#
# INDEX           name of the index
# WAIT_SECONDS    time in which all of it must have succeeded
# PAUSE_SECONDS   time between two tries
# CALL_SECONDS    time for one call
# ES_SERVER, ES_USER, ES_PWD, ES_TLS, ES_TLS_CA_FILE
#                 read by the tool itself
#
# Exit code 0: the index has the mappings. 1: worth another try.
set -u

deadline=$(($(date +%s) + WAIT_SECONDS))
step=
words=

say() { echo "temporal-index-job.sh: $*"; }

tool() {
  step=$1
  words=$(timeout "$CALL_SECONDS" temporal-elasticsearch-tool "$@" 2>&1)
}

# Each step may be repeated: the template and the mappings are put as they are, an index that exists is left alone.
# setup-schema is not among them: it would change settings of the whole Elasticsearch cluster.
converge() {
  tool ping &&
    tool update-schema &&
    tool create-index --index "$INDEX" &&
    tool update-schema --index "$INDEX"
}

until converge; do
  say "$INDEX: not yet: $step: $(echo "$words" | tail -n 1)"
  if [ "$(date +%s)" -ge "$deadline" ]; then
    say "$INDEX: gave up after $WAIT_SECONDS s"
    exit 1
  fi
  sleep "$PAUSE_SECONDS"
done
say "$INDEX: the index has the mappings of the tool"
