#!/bin/sh
# Registers Temporal namespaces, and raises what is less than it should be.
#
# NAMESPACES_FILE   a line for each namespace, its columns separated by tabs: name, retention in seconds, keep or lose
#                   (whether a shorter retention may delete histories), description
# WAIT_SECONDS      time in which all of it must have succeeded
# PAUSE_SECONDS     time between two questions
# CALL_SECONDS      time for one answer
# TEMPORAL_ADDRESS  host:port of the frontend, read by the tool itself
# HOME              a writable folder
#
# Exit code 0: every namespace is as given. 1: worth another try. 2: refused.
set -u

deadline=$(($(date +%s) + WAIT_SECONDS))
tab=$(printf '\t')
answer=
reason=
exit_code=0

say() { echo "namespace-registration-job.sh: $*"; }

give_up_when_late() {
  [ "$(date +%s)" -ge "$deadline" ] || return 0
  say "$1: gave up after $WAIT_SECONDS s"
  exit 1
}

# Runs the tool on operator commands: what it answers in $answer, why it failed in $reason.
client() {
  answer=$(temporal operator "$@" --command-timeout "${CALL_SECONDS}s" 2>"$HOME/complaint" </dev/null) && return 0
  # Without the time and the level of a log line.
  reason=$(tail -n 1 "$HOME/complaint" | sed 's/^time=[^ ]* level=[A-Z]* msg=//')
  return 1
}

because_of() {
  case $reason in
    *"$1"*) return 0 ;;
    *) return 1 ;;
  esac
}

# A frontend answers before it can do anything: this only says that it is worth asking.
wait_for_server() {
  until client cluster health && [ "$answer" = SERVING ]; do
    say "$TEMPORAL_ADDRESS: not yet: $reason"
    give_up_when_late "$TEMPORAL_ADDRESS"
    sleep "$PAUSE_SECONDS"
  done
}

# The first value of a field in the answer, whatever the spaces around it.
field() { echo "$answer" | sed -n "s/^ *\"$1\": *\"\\(.*\\)\",\\{0,1\\}\$/\\1/p" | head -n 1; }

# Reads the namespace. Fails where the server cannot say; that it is missing is an answer, too.
look_up() {
  is_registered=no
  if ! client namespace describe --namespace "$name" --output json; then
    because_of 'not found'
    return
  fi
  is_registered=yes
  its_description=$(field description)
  its_retention=$(field workflowExecutionRetentionTtl)
  its_retention=${its_retention%s}
  case $its_retention in
    '' | *[!0-9]*)
      reason='the answer has no retention in whole seconds'
      return 1
      ;;
  esac
}

has_description() { [ -z "$description" ] || [ "$its_description" = "$description" ]; }

create() {
  if client namespace create --namespace "$name" --retention "${retention}s" --description "$description"; then
    say "$name: registered, retention $retention s"
  elif because_of 'already exists'; then
    say "$name: already exists"
  else
    return 1
  fi
}

change() {
  client namespace update --namespace "$name" --retention "${retention}s" --description "$description" || return 1
  say "$name: updated, retention $its_retention s, now $retention s; description '$its_description', now '${description:-$its_description}'"
}

take() {
  if "$1"; then
    steps=$((steps + 1))
  else
    say "$name: not yet: $reason"
  fi
}

would_lose_history() { [ "$its_retention" -gt "$retention" ] && [ "$consent" != lose ]; }

# Reads, compares, creates or changes, and reads again until it is seen: frontends keep for a while what they know.
# Fails where it is refused.
converge() {
  steps=0
  while :; do
    if ! look_up; then
      say "$name: not yet: $reason"
    elif [ "$is_registered" = no ]; then
      take create
    elif would_lose_history; then
      say "$name: refused: retention is $its_retention s, and $retention s would delete histories; allow it by mayLoseHistory"
      return 1
    elif [ "$its_retention" -eq "$retention" ] && has_description; then
      [ "$steps" -gt 0 ] || say "$name: unchanged"
      return 0
    else
      take change
    fi
    give_up_when_late "$name"
    sleep "$PAUSE_SECONDS"
  done
}

wait_for_server
while IFS=$tab read -r name retention consent description; do
  converge || exit_code=2
done <"$NAMESPACES_FILE"
exit "$exit_code"
