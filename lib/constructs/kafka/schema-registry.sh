#!/bin/sh
# Starts the registry with its settings and the address of its pod, by which the others pass writes on to it.
#
# CONFIG_FOLDER  folder of schema-registry.properties
# WORK_FOLDER    folder that may be written to
# POD_IP         address of this pod
# Exit codes: 1 where the settings cannot be read; else that of the registry.
set -eu

file="$WORK_FOLDER/schema-registry.properties"
cp "$CONFIG_FOLDER/schema-registry.properties" "$file"
chmod u+w "$file"
printf 'host.name=%s\n' "$POD_IP" >> "$file"
exec schema-registry-start "$file"
