import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderTopicCatalogue, Topics } from '../../../lib/constructs/kafka/topic-catalogue';
import { Outcome, Sandbox } from '../sandbox';

/** Reads what all of Kafka's tools are given, and lets a test fail one of them or do something in between. */
const PROLOGUE = `
tool=\${0##*/} action= topic= partitions= replicas= file= settings=()
while (($# > 0)); do
  case $1 in
    --describe | --create | --alter) action=\${1#--} ;;
    --topic | --entity-name) topic=$2; shift ;;
    --partitions) partitions=$2; shift ;;
    --replication-factor) replicas=$2; shift ;;
    --config) settings+=("$2"); shift ;;
    --add-config-file) file=$2; shift ;;
    --command-config) cp "$2" "$SANDBOX/client"; shift ;;
    --bootstrap-server | --entity-type) shift ;;
    --if-not-exists | --exclude-internal | --all) ;;
    *) echo "unknown option $1"; exit 1 ;;
  esac
  shift
done
echo "$tool $action $topic $partitions" | sed 's/ *$//' >>"$SANDBOX/calls"
hook=$SANDBOX/hooks/$tool-$action
if [[ -f $hook ]]; then bash "$hook" || exit 1; fi
cd "$SANDBOX/topics"
shopt -s nullglob
`;

const TOPICS = `${PROLOGUE}
case $action in
  describe)
    for name in *; do
      printf 'Topic: %s\\tTopicId: x\\tPartitionCount: %s\\tReplicationFactor: %s\\tConfigs: a=1,b=2\\n' \\
        "$name" "$(cat "$name/partitions")" "$(cat "$name/replicas")"
      printf '\\tTopic: %s\\tPartition: 0\\tLeader: 1\\tReplicas: 1\\tIsr: 1\\n' "$name"
    done ;;
  create)
    if [[ -d $topic ]]; then exit 0; fi
    mkdir "$topic"
    echo "$partitions" >"$topic/partitions"
    echo "$replicas" >"$topic/replicas"
    if ((\${#settings[@]} > 0)); then printf '%s\\n' "\${settings[@]}" >"$topic/settings"; fi ;;
  alter)
    for name in *; do
      if [[ ! $name =~ ^($topic)$ ]]; then continue; fi
      now=$(cat "$name/partitions")
      if ((partitions <= now)); then
        echo "Error while executing topic command : Topic already has $now partition(s)."
        exit 1
      fi
      echo "$partitions" >"$name/partitions"
    done ;;
esac`;

const CONFIGS = `${PROLOGUE}
case $action in
  describe)
    for name in *; do
      echo "All configs for topic $name are:"
      declare -A values=([retention.ms]=604800000 [retention.bytes]=-1 [cleanup.policy]=delete [flush.ms]=9)
      declare -A synonyms=([retention.bytes]=DEFAULT_CONFIG:log.retention.bytes=-1)
      while IFS== read -r key value; do
        values[$key]=$value synonyms[$key]="DYNAMIC_TOPIC_CONFIG:$key=$value, DEFAULT_CONFIG:log.$key=1"
      done < <(cat "$name/settings" 2>/dev/null)
      for key in "\${!values[@]}"; do
        echo "  $key=\${values[$key]} sensitive=false synonyms={\${synonyms[$key]-}}"
      done
      unset values synonyms
    done ;;
  alter)
    while IFS== read -r key value; do
      touch "$topic/settings"
      sed -i "/^$key=/d" "$topic/settings"
      echo "$key=$value" >>"$topic/settings"
    done <"$file" ;;
esac`;

const BROKERS = `${PROLOGUE}
for ((id = 1; id <= $(cat "$SANDBOX/brokers"); id++)); do
  printf 'b%s:9092 (id: %s rack: null isFenced: false) -> (\\n\\tProduce(0): 0 to 13 [usable: 13],\\n)\\n' $id $id
done
echo 'b9:9092 (id: 9 rack: null isFenced: false) -> ERROR: org.apache.kafka.common.errors.DisconnectException'`;

/** Kafka's tools over topics that are folders, with the output of the real ones. */
export class FakeKafka {
  private readonly sandbox = new Sandbox();

  constructor(brokers = 3) {
    this.sandbox.stub('kafka-topics.sh', TOPICS);
    this.sandbox.stub('kafka-configs.sh', CONFIGS);
    this.sandbox.stub('kafka-broker-api-versions.sh', BROKERS);
    this.sandbox.stub('sleep', 'exit 0');
    this.sandbox.write('brokers', String(brokers));
    this.sandbox.write('work/.keep', '');
    this.sandbox.write('calls', '');
    mkdirSync(this.sandbox.path('topics'));
  }

  /** A topic that is there already. */
  public topic(name: string, partitions: number, replicas: number, settings: readonly string[] = []): this {
    this.sandbox.write(`topics/${name}/partitions`, `${partitions}\n`);
    this.sandbox.write(`topics/${name}/replicas`, `${replicas}\n`);
    this.sandbox.write(`topics/${name}/settings`, settings.map((line) => `${line}\n`).join(''));
    return this;
  }

  /** Something that happens before a tool does its work: `kafka-topics.sh-create`. It fails the tool if it fails. */
  public before(call: string, script: string): this {
    this.sandbox.write(`hooks/${call}`, script);
    return this;
  }

  /** Runs the script over a catalogue. */
  public run(topics: Topics, env: Readonly<Record<string, string>> = {}): Outcome & { lines: string[] } {
    const outcome = this.sandbox.run(join(__dirname, '../../../lib/constructs/kafka/topic-init-job.sh'), {
      BOOTSTRAP_SERVERS: 'kafka:9092',
      BROKERS: '3',
      CATALOGUE: this.sandbox.write('topics.txt', renderTopicCatalogue(topics)),
      WAIT_SECONDS: '0',
      CALL_TIMEOUT_MS: '5000',
      WORK_FOLDER: this.sandbox.path('work'),
      ...env,
    });
    return { ...outcome, lines: outcome.output.trimEnd().split('\n') };
  }

  /** Calls that change something, so far. */
  public changes(): string[] {
    return this.calls().filter((call) => / (create|alter) /.test(call));
  }

  public calls(): string[] {
    return this.sandbox.read('calls').trim().split('\n');
  }

  /** A topic as it is now: partitions, replicas, settings. */
  public state(name: string): string[] {
    const read = (file: string) => (this.sandbox.has(file) ? this.sandbox.read(file).trim().split('\n') : []);
    const files = ['partitions', 'replicas', 'settings'].map((file) => `topics/${name}/${file}`);
    return files.flatMap(read).filter((line) => line !== '');
  }

  /** A file of the sandbox. */
  public write(name: string, content: string): string {
    return this.sandbox.write(name, content);
  }

  public read(name: string): string {
    return this.sandbox.read(name);
  }

  public remove(): void {
    this.sandbox.remove();
  }
}
