import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { SecretKey } from '../pods/env';
import { secretFiles } from '../pods/mount';
import { Endpoint } from '../workloads/endpoint';
import { SCRIPT_FOLDER, ScriptJob, ScriptJobProps } from '../workloads/script-job';

/** A request that puts something as it is declared, however often it is sent. */
export interface SetupRequest {
  readonly method: 'PUT' | 'POST';

  /** Path below the server's address: `/_ilm/policy/logs`. */
  readonly path: string;

  /** Body, sent as JSON. */
  readonly body: object;
}

/** Properties for `ElasticSetupJob`. */
export interface ElasticSetupJobProps extends ScriptJobProps {
  /** Reference of an image `elasticsearch`, which holds curl. */
  readonly image: string;

  /** The server as somebody to connect to. */
  readonly server: Endpoint;

  /** Address of the REST interface, without a path. */
  readonly url: string;

  /**
   * Certificate of the authority that signed the server's, in PEM.
   *
   * @default - none, for a server without TLS
   */
  readonly authority?: SecretKey;

  /** Name of the user who asks. */
  readonly userName: string;

  /** Password of the user: letters and digits. */
  readonly password: SecretKey;

  /** Requests, sent one after the other. */
  readonly requests: readonly SetupRequest[];
}

const SCRIPT = 'elastic-setup-job.sh';
const AUTHORITY_FOLDER = '/etc/elasticsearch-authority';
const script = readFileSync(join(__dirname, SCRIPT), 'utf8');

/** A Job that puts policies, templates or data views into Elasticsearch or Kibana, and runs again when one changes. */
export class ElasticSetupJob extends ScriptJob {
  constructor(scope: Construct, id: string, props: ElasticSetupJobProps) {
    const { url, authority, userName, password, requests } = props;
    super(scope, id, props, {
      name: SCRIPT,
      shell: 'bash',
      files: { [SCRIPT]: script, ...renderRequests(requests) },
      env: {
        FOLDER: SCRIPT_FOLDER,
        URL: url,
        USER_NAME: userName,
        USER_PASSWORD: password,
        AUTHORITY_FILE: authority ? `${AUTHORITY_FOLDER}/${authority.key}` : '',
      },
      mounts: authority ? [secretFiles('authority', AUTHORITY_FOLDER, authority.secret, [authority.key])] : [],
    });
    this.node.addValidation({ validate: () => findProblems(props) });
    this.connectTo(props.server);
  }
}

function renderRequests(requests: readonly SetupRequest[]): Readonly<Record<string, string>> {
  const bodies = requests.map(({ method, path, body }, index) => {
    const file = `request-${String(index + 1).padStart(2, '0')}.json`;
    return { file, line: `${method} ${path} ${file}\n`, text: `${JSON.stringify(body, null, 2)}\n` };
  });
  return {
    requests: bodies.map(({ line }) => line).join(''),
    ...Object.fromEntries(bodies.map(({ file, text }) => [file, text])),
  };
}

function findProblems({ requests }: ElasticSetupJobProps): string[] {
  if (requests.length === 0) return ['requests must be at least one, got none'];
  return requests
    .filter(({ path }) => !/^\/\S*$/.test(path))
    .map(({ path }) => `requests must have a path that begins with a slash and holds no space, got '${path}'`);
}
