# shellcheck shell=bash
# What topic-init-job.sh knows of the cluster, and how it asks. To be sourced.
#
# BOOTSTRAP_SERVERS  host:port
# BROKERS            number of brokers that must answer
# WAIT_SECONDS       time that they are waited for
# CALL_TIMEOUT_MS    time for one request
# CLIENT_CONFIG      properties of clients, where the cluster wants more than an address; else unset
# WORK_FOLDER        writable

call() {
  "$1" --bootstrap-server "$BOOTSTRAP_SERVERS" --command-config "$WORK_FOLDER/client.properties" "${@:2}"
}

write_client_config() {
  # Both: a shorter time for the whole than for one request is refused by the client.
  printf '%s=%s\n' default.api.timeout.ms "$CALL_TIMEOUT_MS" request.timeout.ms "$CALL_TIMEOUT_MS" \
    >"$WORK_FOLDER/client.properties"
  if [[ -n ${CLIENT_CONFIG:-} ]]; then cat "$CLIENT_CONFIG" >>"$WORK_FOLDER/client.properties"; fi
}

wait_for_brokers() {
  local deadline=$((SECONDS + WAIT_SECONDS)) answering
  while true; do
    # A broker that is known but does not answer is followed by an error in place of the parenthesis.
    if ! answering=$(call kafka-broker-api-versions.sh 2>"$WORK_FOLDER/wait.log" | grep -c -E '\) -> \($'); then
      answering=${answering:-0}
    fi
    if ((answering >= BROKERS)); then break; fi
    if ((SECONDS >= deadline)); then
      tail -n 5 "$WORK_FOLDER/wait.log"
      echo "$BROKERS brokers must answer at $BOOTSTRAP_SERVERS within $WAIT_SECONDS s, got $answering"
      exit 1
    fi
    sleep 1
  done
  echo "$answering brokers answer"
}

declare -A live_partitions live_replicas live_settings overrides

# Two calls for all topics together: each starts a JVM. Fails where a topic came or went between two steps of a tool.
try_read_cluster() {
  local output topic partitions replicas origin setting value
  live_partitions=() live_replicas=() live_settings=() overrides=()

  if ! output=$(call kafka-topics.sh --describe --exclude-internal); then
    echo "topics cannot be read: $output"
    return 1
  fi
  while read -r topic partitions replicas; do
    live_partitions[$topic]=$partitions
    live_replicas[$topic]=$replicas
  done < <(awk -F '\t' '/^Topic: / {
    sub("Topic: ", "", $1); sub("PartitionCount: ", "", $3); sub("ReplicationFactor: ", "", $4); print $1, $3, $4
  }' <<<"$output")

  if ! output=$(call kafka-configs.sh --describe --all --entity-type topics); then
    echo "settings cannot be read: $output"
    return 1
  fi
  # What is set on the topic itself, and what is in force of the settings that decide how long records live.
  while read -r topic origin setting value; do
    if [[ $origin == topic ]]; then overrides[$topic]+=" $setting"; fi
    live_settings[$topic $setting]=$value
  done < <(awk '/^All configs for topic / { topic = $5 } /^  / {
    line = substr($0, 3); split($1, pair, "=")
    value = substr(line, length(pair[1]) + 2); sub(/ sensitive=.*/, "", value)
    own = line ~ /synonyms=\{DYNAMIC_TOPIC_CONFIG:/
    if (own || pair[1] ~ /^(retention\.(ms|bytes)|cleanup\.policy)$/) print topic, own ? "topic" : "cluster", pair[1], value
  }' <<<"$output")
}

read_cluster() {
  local try
  for try in 1 2 3; do
    if try_read_cluster; then return; fi
    sleep 1
  done
  exit 1
}
