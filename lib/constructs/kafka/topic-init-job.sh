#!/bin/bash
# Makes the topics of a cluster what the catalogue says: creates, adds partitions, corrects settings, and checks.
#
# All that is to be done is planned first. What cannot be done, or would lose records, is refused with the reason, and
# then nothing at all is changed. It may run again, and beside itself: only what a last look at the cluster shows counts.
#
# CATALOGUE    file, a topic in each line: name partitions replicas flags setting=value ...
#              flags: fixed-partitions, may-lose-history, with a comma between them, or -
# WORK_FOLDER  writable; and what topic-state.sh asks for
#
# Exit codes: 0 the cluster is as the catalogue says, 1 failed and worth another try, 2 refused.
set -euo pipefail
export LC_ALL=C
. "${BASH_SOURCE[0]%/*}/topic-state.sh"

declare -a catalogue todo refusals

is_override() {
  [[ " ${overrides[$1]:-} " == *" $2 "* ]]
}

# Whether records that are kept with the old value may go with the new one.
loses_history() {
  local setting=$1 old=$2 new=$3 policy
  case $setting in
    retention.ms | retention.bytes)
      if [[ $new == -1 ]]; then return 1; fi
      [[ $old == -1 ]] || ((new < old))
      ;;
    cleanup.policy)
      for policy in ${new//,/ }; do
        if [[ ,$old, != *,$policy,* ]]; then return 0; fi
      done
      return 1
      ;;
    *) return 1 ;;
  esac
}

plan_settings() {
  local topic=$1 flags=$2 pair setting wanted live changes=() own
  shift 2
  for pair in "$@"; do
    setting=${pair%%=*} wanted=${pair#*=} live=${live_settings[$topic $setting]-}
    if [[ $live == "$wanted" ]] && is_override "$topic" "$setting"; then continue; fi
    if [[ -n $live && $flags != *may-lose-history* ]] && loses_history "$setting" "$live" "$wanted"; then
      refusals+=("$topic: $setting must not go from $live to $wanted, records would be lost; allow it with mayLoseHistory")
    fi
    changes+=("$pair")
  done
  if ((${#changes[@]} > 0)); then todo+=("set_settings $topic ${changes[*]}"); fi
  for own in ${overrides[$topic]:-}; do
    if [[ " $* " != *" $own="* ]]; then
      note "$topic: keeps $own=${live_settings[$topic $own]}, which the catalogue does not know"
    fi
  done
}

plan_topic() {
  local topic=$1 partitions=$2 replicas=$3 flags=$4 live
  shift 4
  live=${live_partitions[$topic]-}
  if [[ -z $live ]]; then
    todo+=("create_topic $topic $partitions $replicas $*")
    return
  fi
  if ((live_replicas[$topic] != replicas)); then
    refusals+=("$topic: replicationFactor must stay ${live_replicas[$topic]}, got $replicas; reassign the replicas first")
  fi
  if ((live > partitions)); then
    refusals+=("$topic: partitions must be at least $live, got $partitions; a partition cannot be taken away")
  elif ((live < partitions)) && [[ $flags == *fixed-partitions* ]]; then
    refusals+=("$topic: partitions must stay $live, got $partitions; keys would move, see fixedPartitions")
  elif ((live < partitions)); then
    todo+=("add_partitions $topic $partitions")
  fi
  plan_settings "$topic" "$flags" "$@"
}

# Notes are for the first look only: the last one would repeat them.
note() {
  if [[ $quiet == no ]]; then echo "$1"; fi
}

plan() {
  local line fields
  todo=() refusals=()
  for line in "${catalogue[@]}"; do
    read -r -a fields <<<"$line"
    plan_topic "${fields[@]}"
  done
}

# A failure is only told: perhaps another run was faster, and the last look decides.
attempt() {
  local output
  if output=$("$@" 2>&1); then return; fi
  head -n 4 <<<"$output" | sed 's/^/  /'
  if [[ $output =~ InvalidConfigurationException|ConfigException|InvalidTopicException|PolicyViolationException ]]; then
    hopeless=yes
  fi
}

create_topic() {
  local topic=$1 partitions=$2 replicas=$3 pair settings=()
  shift 3
  for pair in "$@"; do settings+=(--config "$pair"); done
  echo "$topic: creating with $partitions partitions, $replicas replicas${*:+, $*}"
  attempt call kafka-topics.sh --create --if-not-exists --topic "$topic" --partitions "$partitions" \
    --replication-factor "$replicas" "${settings[@]}"
}

add_partitions() {
  local topic=$1 partitions=$2
  echo "$topic: raising partitions from ${live_partitions[$topic]} to $partitions"
  # The name is a regular expression here: a bare dot would take other topics along.
  attempt call kafka-topics.sh --alter --topic "${topic//./\\.}" --partitions "$partitions"
}

set_settings() {
  local topic=$1 pair setting
  shift
  for pair in "$@"; do
    setting=${pair%%=*}
    echo "$topic: setting $setting from ${live_settings[$topic $setting]:-the default} to ${pair#*=}"
  done
  # A file, since a comma on the command line would begin the next setting.
  printf '%s\n' "$@" >"$WORK_FOLDER/settings.properties"
  attempt call kafka-configs.sh --alter --entity-type topics --entity-name "$topic" \
    --add-config-file "$WORK_FOLDER/settings.properties"
}

refuse() {
  printf '%s\n' "${refusals[@]}"
  echo "${#refusals[@]} refused, $1"
  exit 2
}

quiet=no hopeless=no
mapfile -t catalogue < <(grep -v -E '^(#|$)' "$CATALOGUE")
write_client_config
wait_for_brokers
read_cluster
plan
if ((${#refusals[@]} > 0)); then refuse 'nothing is changed'; fi
if ((${#todo[@]} == 0)); then
  echo "topics as declared: ${#catalogue[@]}"
  exit 0
fi

for step in "${todo[@]}"; do
  read -r -a words <<<"$step"
  "${words[@]}"
done

quiet=yes
for try in 1 2 3 4 5; do
  read_cluster
  plan
  if ((${#refusals[@]} > 0)); then refuse 'another hand was at work'; fi
  if ((${#todo[@]} == 0)); then
    echo "topics now as declared: ${#catalogue[@]}"
    exit 0
  fi
  # A broker may be a moment behind the controllers.
  if ((try < 5)); then sleep 1; fi
done
printf 'still to be done: %s\n' "${todo[@]}"
if [[ $hopeless == yes ]]; then exit 2; fi
exit 1
