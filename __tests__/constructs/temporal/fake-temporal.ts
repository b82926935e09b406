import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderNamespaceTable, TemporalNamespaces } from '../../../lib/constructs/temporal/namespace-registration-job';
import { Sandbox } from '../sandbox';

const SCRIPT = join(__dirname, '../../../lib/constructs/temporal/namespace-registration-job.sh');

/** What the command line tool of Temporal says and does, as measured; each namespace is a file. */
const TEMPORAL = `
shift
echo "$*" >>"$SANDBOX/calls"
fail() { echo "time=2026-01-02T03:04:05.678 level=ERROR msg=$*" >&2; exit 1; }
option() { while [ $# -gt 1 ]; do [ "$1" = "$wanted" ] && echo "$2"; shift; done; }
name=$(wanted=--namespace option "$@") retention=$(wanted=--retention option "$@") description=$(wanted=--description option "$@")
file=$SANDBOX/namespaces/$name
# A fault is a number of calls that fail still, and what they say.
fault=$SANDBOX/faults/$1-$2
if [ -s "$fault" ]; then
  head -n 1 "$fault" >"$SANDBOX/said"
  sed -i 1d "$fault"
  fail "$(cat "$SANDBOX/said")"
fi
case "$1 $2" in
  'cluster health') echo SERVING ;;
  'namespace describe')
    [ -e "$file" ] || fail "unable to describe namespace $name: Namespace $name is not found."
    read -r seconds text <"$file"
    printf '{\\n  "namespaceInfo": {\\n    "name": "%s",\\n    "description": "%s"\\n  },\\n' "$name" "$text"
    printf '  "config": {\\n    "workflowExecutionRetentionTtl": "%ss"\\n  }\\n}\\n' "$seconds" ;;
  'namespace create')
    [ -e "$file" ] && fail "unable to create namespace $name: Namespace \\"$name\\" already exists."
    echo "\${retention%s} $description" >"$file"
    echo "Namespace $name successfully registered." ;;
  'namespace update')
    [ -e "$file" ] || fail "namespace update failed: Namespace $name is not found."
    read -r seconds text <"$file"
    echo "\${retention%s} \${description:-$text}" >"$file"
    echo "Namespace $name update succeeded." ;;
  *) fail "unknown command $*" ;;
esac
`;

/** A Temporal cluster that the registration script is run against. */
export class FakeTemporal {
  private readonly sandbox = new Sandbox();
  private runs = 0;

  constructor() {
    this.sandbox.stub('temporal', TEMPORAL);
    this.sandbox.write('namespaces/default', '86400 made by the server\n');
    this.sandbox.write('calls', '');
    // The image's shell is a plain POSIX one.
    this.sandbox.write('run.sh', 'exec sh "$SCRIPT"\n');
  }

  /** Has a namespace already. */
  public namespace(name: string, seconds: number, description = ''): this {
    this.sandbox.write(`namespaces/${name}`, `${seconds} ${description}\n`);
    return this;
  }

  /** Lets the next calls of a command fail, each with a message. */
  public fault(command: string, ...messages: readonly string[]): this {
    this.sandbox.write(`faults/${command.replace(' ', '-')}`, messages.map((message) => `${message}\n`).join(''));
    return this;
  }

  /** Runs the script to its end. */
  public run(namespaces: TemporalNamespaces, waitSeconds = 5) {
    const { code, output } = this.sandbox.run(this.sandbox.path('run.sh'), this.env(namespaces, waitSeconds));
    return { code, lines: output.split('\n').flatMap((line) => (line ? [line.replace(/^\S+\.sh: /, '')] : [])) };
  }

  /** Runs the script beside others, and gives its exit code. */
  public runBeside(namespaces: TemporalNamespaces): Promise<number | null> {
    const HOME = this.sandbox.path(`home-${(this.runs += 1)}`);
    mkdirSync(HOME);
    const PATH = `${this.sandbox.path('bin')}:${process.env['PATH'] ?? ''}`;
    const env = { ...this.env(namespaces, 5), HOME, PATH, SANDBOX: this.sandbox.folder };
    return new Promise((resolve) => spawn('sh', [SCRIPT], { env, stdio: 'ignore' }).on('close', resolve));
  }

  /** Retention and description of a namespace. */
  public state(name: string): string {
    return this.sandbox.read(`namespaces/${name}`).trim();
  }

  /** Commands that were called, and what for. */
  public calls(): string[] {
    const calls = this.sandbox.read('calls').split('\n').filter(Boolean);
    return calls.map((call) => /^\w+ \w+( --namespace \S+)?/.exec(call)?.[0] ?? call);
  }

  /** Commands that change something. */
  public changes(): string[] {
    return this.calls().filter((call) => /^namespace (create|update)/.test(call));
  }

  public remove(): void {
    this.sandbox.remove();
  }

  private env(namespaces: TemporalNamespaces, waitSeconds: number) {
    return {
      SCRIPT,
      NAMESPACES_FILE: this.sandbox.write('namespaces.tsv', renderNamespaceTable(namespaces)),
      HOME: this.sandbox.folder,
      TEMPORAL_ADDRESS: 'temporal-frontend:7233',
      WAIT_SECONDS: String(waitSeconds),
      PAUSE_SECONDS: '0.05',
      CALL_SECONDS: '1',
    };
  }
}
