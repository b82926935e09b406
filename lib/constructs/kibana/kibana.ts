import { Construct } from 'constructs';
import { Bytes, bytes } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { yamlFile } from '../objects/yaml-file';
import { SecretKey } from '../pods/env';
import { configFiles, scratch, secretFiles } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { ElasticsearchServer } from '../elasticsearch/elasticsearch';
import { Endpoint } from '../workloads/endpoint';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** Properties for `Kibana`. */
export interface KibanaProps extends SinglePodProps {
  /** Reference of an image `kibana`, of the version of Elasticsearch. */
  readonly image: string;

  /** Cluster that it shows, and keeps its own objects in. */
  readonly elasticsearch: ElasticsearchServer;

  /** Name of a user of the cluster who holds the role `kibana_system`, and no other's: `elastic` is refused. */
  readonly userName: string;
  readonly password: SecretKey;

  /** Keys of at least 32 characters that it encrypts with: sessions, objects, reports. They never change. */
  readonly encryption: Readonly<Record<'security' | 'objects' | 'reporting', SecretKey>>;

  /** Address that people see, without a slash at its end. */
  readonly publicUrl: string;

  /** Heap of Node.js, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Largest size of each folder that it writes. */
  readonly scratch: Bytes;
}

/** Port that the pages are served on. */
export const KIBANA_PORT = 5601;

const HOME = '/usr/share/kibana';
const SETTINGS = 'kibana.yml';
const AUTHORITY_FOLDER = '/etc/elasticsearch-authority';

/**
 * Kibana, in one pod that keeps nothing: its objects stand in the cluster. People log in as users of the cluster.
 *
 * Secrets reach its settings by variables of names that it does not know: those that it knows it would pass on as
 * arguments, which others can see.
 */
export class Kibana extends StatelessWorkload {
  /** Address of the pages and of the REST interface, in the cluster. */
  public readonly url: string;

  constructor(scope: Construct, id: string, props: KibanaProps & { readonly clusterDomain: string }) {
    const data = { [SETTINGS]: renderSettings(props) };
    super(scope, id, workloadProps(id, props, data));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.url = `http://${id}.${props.namespace.name}.svc.${props.clusterDomain}:${KIBANA_PORT}`;
    new ConfigFiles(this, 'Config', { namespace: props.namespace.name, name: id, data });
    this.connectTo(props.elasticsearch.endpoint());
  }

  /** The pages as somebody to connect to. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [KIBANA_PORT] : ports));
  }
}

function renderSettings({ elasticsearch, userName, publicUrl }: KibanaProps): string {
  return yamlFile({
    'server.host': '0.0.0.0',
    'server.port': KIBANA_PORT,
    'server.publicBaseUrl': publicUrl,
    'server.shutdownTimeout': '5s',
    'elasticsearch.hosts': [elasticsearch.url],
    'elasticsearch.username': userName,
    'elasticsearch.password': '${SYSTEM_PASSWORD}',
    'elasticsearch.ssl.certificateAuthorities': [`${AUTHORITY_FOLDER}/${elasticsearch.authority.key}`],
    'elasticsearch.ssl.verificationMode': 'full',
    'xpack.security.encryptionKey': '${SECURITY_KEY}',
    'xpack.encryptedSavedObjects.encryptionKey': '${OBJECTS_KEY}',
    'xpack.reporting.encryptionKey': '${REPORTING_KEY}',
    'telemetry.enabled': false,
    'newsfeed.enabled': false,
    'xpack.fleet.agents.enabled': false,
    'logging.root.appenders': ['console'],
    'logging.appenders.console': { type: 'console', layout: { type: 'json' } },
  });
}

function workloadProps(
  name: string,
  props: KibanaProps,
  data: Readonly<Record<string, string>>,
): StatelessWorkloadProps {
  const { password, encryption, elasticsearch, resources, heapPercent } = props;
  const { authority } = elasticsearch;
  const heap = Math.floor((bytes(resources.limits.memory) * heapPercent) / 100 / 1024 ** 2);
  return renderSinglePod(props, {
    component: 'web',
    name: 'kibana',
    annotations: checksum(name, data),
    ports: { http: KIBANA_PORT },
    // It answers 503 while the cluster is away, and must not be restarted for that.
    check: { http: '/api/status', port: 'http' },
    checks: { startup: { tcp: 'http' }, liveness: { tcp: 'http' } },
    env: {
      NODE_OPTIONS: `--max-old-space-size=${heap}`,
      SYSTEM_PASSWORD: password,
      SECURITY_KEY: encryption.security,
      OBJECTS_KEY: encryption.objects,
      REPORTING_KEY: encryption.reporting,
    },
    mounts: [
      { ...configFiles('config', `${HOME}/config/${SETTINGS}`, name), subPath: SETTINGS },
      secretFiles('authority', AUTHORITY_FOLDER, authority.secret, [authority.key]),
      scratch('data', `${HOME}/data`, props.scratch),
      scratch('logs', `${HOME}/logs`, props.scratch),
      scratch('plugins', `${HOME}/plugins`, props.scratch),
      scratch('tmp', '/tmp', props.scratch),
    ],
  });
}

function findProblems({ probes, heapPercent, userName, publicUrl }: KibanaProps): string[] {
  const problems = findTimingProblems(probes);
  if (!Number.isInteger(heapPercent) || heapPercent < 1 || heapPercent > 75) {
    problems.push(`heapPercent must be from 1 to 75, got ${heapPercent}; the rest of the memory is not heap`);
  }
  if (userName === 'elastic')
    problems.push("userName must hold the role kibana_system, got 'elastic'; Kibana refuses it");
  if (!/^https?:\/\/[^/]+$/.test(publicUrl)) {
    problems.push(`publicUrl must be an address without a path, got '${publicUrl}'`);
  }
  return problems;
}
