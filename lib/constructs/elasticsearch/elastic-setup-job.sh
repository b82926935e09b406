#!/bin/bash
# Sends requests to the REST interface of Elasticsearch or Kibana, which put things as they are declared: each may be
# repeated.
#
# URL             begin of every address: https://elasticsearch:9200
# USER_NAME, USER_PASSWORD
#                 who asks
# AUTHORITY_FILE  certificate of the authority that signed the server's; empty for a server without TLS
# WAIT_SECONDS    time in which all of it must have succeeded
# PAUSE_SECONDS   time between two tries
# CALL_SECONDS    time for one answer
# FOLDER          folder with `requests`: a method, a path and the file of a body a line
#
# Exit code 0: every request was answered with success. 1: worth another try. 2: refused.
set -euo pipefail

deadline=$((SECONDS + WAIT_SECONDS))
answer=${HOME:-/tmp}/answer
code=

say() { echo "elastic-setup-job.sh: $*"; }

# The password goes by standard input: arguments can be seen by others.
send() {
  local -a trust=()
  [[ -z $AUTHORITY_FILE ]] || trust=(--cacert "$AUTHORITY_FILE")
  : >"$answer"
  code=$(printf 'user = "%s:%s"\n' "$USER_NAME" "$USER_PASSWORD" |
    curl --config - --silent --max-time "$CALL_SECONDS" "${trust[@]}" --output "$answer" --write-out '%{http_code}' \
      --request "$1" --header 'content-type: application/json' --header 'kbn-xsrf: setup' \
      --data-binary "@$FOLDER/$3" "$URL$2") || code=${code:-000}
}

while read -r method path body; do
  until send "$method" "$path" "$body" && [[ $code == 2* ]]; do
    # A request that the server understood and does not take is not taken the next time. Users come with a restart.
    if [[ $code == 4* && $code != 401 && $code != 408 && $code != 429 ]]; then
      say "$method $path: refused with $code: $(head -c 500 "$answer")"
      exit 2
    fi
    say "$method $path: not yet: $code"
    if ((SECONDS >= deadline)); then
      say "$method $path: gave up after $WAIT_SECONDS s"
      exit 1
    fi
    sleep "$PAUSE_SECONDS"
  done
  say "$method $path: done"
done <"$FOLDER/requests"
