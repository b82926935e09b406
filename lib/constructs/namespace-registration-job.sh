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
exit_code=0

say() { echo "namespace-registration-job.sh: $*"; }

is_late() { [ "$(date +%s)" -ge "$deadline" ]; }

give_up() {
  say "$1: gave up after $WAIT_SECONDS s"
  exit 1
}

# Runs the tool on operator commands: what it answers in $answer, what it complains of in a file.
client() {
  answer=$(temporal operator "$@" --command-timeout "${CALL_SECONDS}s" 2>"$HOME/complaint" </dev/null)
}

# The reason alone, without the time and level of a log line.
complaint() { tail -n 1 "$HOME/complaint" | sed 's/^time=[^ ]* level=[A-Z]* msg=//'; }

complains_of() { grep -q -i "$1" "$HOME/complaint"; }

# A frontend answers before it can do anything: this only says that it is worth to ask.
wait_for_server() {
  until client cluster health && [ "$answer" = SERVING ]; do
    say "$TEMPORAL_ADDRESS: not yet: $(complaint)"
    is_late && give_up "$TEMPORAL_ADDRESS"
    sleep "$PAUSE_SECONDS"
  done
}

# The first value of a field in the answer, whatever the spaces around it.
field() { echo "$answer" | sed -n "s/^ *\"$1\": *\"\\(.*\\)\",\\{0,1\\}\$/\\1/p" | head -n 1; }

# Reads a namespace into $is_registered, $its_retention and $its_description. Fails if the server cannot say.
look_up() {
  is_registered=no
  its_retention=
  its_description=
  if client namespace describe --namespace "$1" --output json; then
    is_registered=yes
    its_retention=$(field workflowExecutionRetentionTtl)
    its_retention=${its_retention%s}
    its_description=$(field description)
    case $its_retention in
      '' | *[!0-9]*)
        say "$1: the answer has no retention in whole seconds"
        return 1
        ;;
    esac
  else
    complains_of 'not found'
  fi
}

# Makes one step towards what is wanted; says nothing where there is nothing to do. 3: refused.
step() {
  if [ "$is_registered" = no ]; then
    client namespace create --namespace "$name" --retention "${retention}s" --description "$description" ||
      complains_of 'already exists' || return 1
    say "$name: registered, retention $retention s"
  elif [ "$its_retention" -gt "$retention" ] && [ "$consent" != lose ]; then
    say "$name: refused: retention is $its_retention s, and $retention s would delete histories; allow it by mayLoseHistory"
    return 3
  else
    client namespace update --namespace "$name" --retention "${retention}s" --description "$description" || return 1
    say "$name: updated, retention $its_retention s, now $retention s; description '$its_description', now '${description:-$its_description}'"
  fi
}

is_as_wanted() {
  [ "$is_registered" = yes ] && [ "$its_retention" -eq "$retention" ] || return 1
  [ -z "$description" ] || [ "$its_description" = "$description" ]
}

# Reads, compares, makes a step, and reads again until the step is seen: frontends keep what they know for a while.
converge() {
  steps=0
  while :; do
    if look_up "$name"; then
      if is_as_wanted; then
        [ "$steps" -gt 0 ] || say "$name: unchanged"
        return 0
      fi
      step
      case $? in
        0) steps=$((steps + 1)) ;;
        3) return 2 ;;
        *) say "$name: not yet: $(complaint)" ;;
      esac
    else
      say "$name: not yet: $(complaint)"
    fi
    is_late && give_up "$name"
    sleep "$PAUSE_SECONDS"
  done
}

wait_for_server
while IFS=$tab read -r name retention consent description; do
  converge || exit_code=2
done <"$NAMESPACES_FILE"
exit "$exit_code"
