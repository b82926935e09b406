#!/bin/bash
# Starts one node: adds what is its own to the shared configuration, formats an empty volume, becomes the server.
#
# POD_NAME           ends in the pod's ordinal: kafka-broker-2
# NODE_ID_BASE       node id of ordinal 0
# ADVERTISED_DOMAIN  what follows the pod's name in its host name
# ADVERTISED_LISTENERS
#                    its listeners and their ports: CLIENT:9092 REPLICATION:9091
# CLUSTER_ID         id that all nodes of the cluster share
# CONFIG_FOLDER      holds server.properties
# WORK_FOLDER        writable
# CERTIFICATE_FOLDER, KEYSTORE_FOLDER
#                    tls.key and tls.crt, and a folder in memory for the one file that the server wants of both; unset
#                    where clients speak PLAINTEXT
# SERVER_HEAP_OPTS, SERVER_LOG4J_OPTS, SERVER_OPTS
#                    options of the server's JVM. Kafka's own names for them are set for the server alone: a tool that
#                    somebody runs in this pod would take the server's memory, log format and metrics port
set -euo pipefail

ordinal=${POD_NAME##*-}
if [[ ! $ordinal =~ ^[0-9]+$ ]]; then
  echo "POD_NAME must end in an ordinal, got $POD_NAME" >&2
  exit 1
fi

host=$POD_NAME.$ADVERTISED_DOMAIN
advertised=()
for listener in $ADVERTISED_LISTENERS; do
  advertised+=("${listener%%:*}://$host:${listener#*:}")
done

config=$WORK_FOLDER/server.properties
{
  cat "$CONFIG_FOLDER/server.properties"
  echo "node.id=$((NODE_ID_BASE + ordinal))"
  # Controllers, too: the leader tells brokers where it is, and would otherwise guess its own name.
  (IFS=, && echo "advertised.listeners=${advertised[*]}")
} >"$config"

if [[ -n ${KEYSTORE_FOLDER:-} ]]; then
  if ! grep -q -e '-----BEGIN PRIVATE KEY-----' "$CERTIFICATE_FOLDER/tls.key"; then
    echo "tls.key must be a PKCS #8 key in PEM, got $(head -n 1 "$CERTIFICATE_FOLDER/tls.key")" >&2
    exit 1
  fi
  (umask 077 && cat "$CERTIFICATE_FOLDER/tls.key" "$CERTIFICATE_FOLDER/tls.crt" >"$KEYSTORE_FOLDER/keystore.pem")
fi

# A volume of another cluster or node is no longer empty: the server then refuses to start, and nothing is lost.
kafka-storage.sh format --ignore-formatted --cluster-id "$CLUSTER_ID" --config "$config"

export KAFKA_HEAP_OPTS=$SERVER_HEAP_OPTS
export KAFKA_LOG4J_OPTS=$SERVER_LOG4J_OPTS
export KAFKA_OPTS=$SERVER_OPTS
# Without -loggc, which fills up to a gigabyte of scratch space.
export EXTRA_ARGS='-name kafkaServer'
exec kafka-server-start.sh "$config"
