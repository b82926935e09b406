import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Bytes, bytes, Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { yamlFile } from '../objects/yaml-file';
import { PlatformNamespace } from '../platform-namespace';
import { claimed, configFiles, Mount, scratch, secretFiles } from '../pods/mount';
import { findTimingProblems, probesOf, Timings } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';
import { ElasticsearchServer } from '../elasticsearch/elasticsearch';
import { findPipelineProblems, LogstashPipeline } from './logstash-pipeline';

/** Properties for `Logstash`. */
export interface LogstashProps extends LogstashPipeline {
  readonly namespace: PlatformNamespace;

  /** Reference of an image `logstash`, of the version of Elasticsearch. */
  readonly image: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group that the mounted volume belongs to. */
  readonly group: number;
  readonly resources: Resources;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Cluster that it writes to. */
  readonly elasticsearch: ElasticsearchServer;

  /** Largest size of the queue of events on the disk, which holds them while the cluster is away. */
  readonly queue: Bytes;

  /** Size of the volume, larger than the queue. */
  readonly storage: Bytes;
  readonly storageClassName: string;

  /** Largest size of each folder for temporary files. */
  readonly scratch: Bytes;

  /** How often the server is asked; `startup` includes the JVM and the pipeline. */
  readonly probes: Timings;

  /** Time that a new pod must be ready before the roll-out counts as done. */
  readonly minReady: Duration;

  /** Time from the request to end until the kill, in which what is on the way is written. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;
}

/** Port of the server's own interface: figures in JSON, for the kubelet. */
export const LOGSTASH_API_PORT = 9600;

const CLAIM = 'data';
const HOME = '/usr/share/logstash';
const SETTINGS = 'logstash.yml';
const PIPELINE = 'logstash.conf';
const AUTHORITY_FOLDER = '/etc/elasticsearch-authority';

/** One Logstash with one pipeline, whose queue stands on a volume: a restart loses no event that was taken. */
export class Logstash extends StatefulWorkload {
  /** `<name>.<namespace>.svc.<domain>`. */
  public readonly host: string;

  constructor(scope: Construct, id: string, props: LogstashProps) {
    const data = { [SETTINGS]: renderSettings(props), [PIPELINE]: props.pipeline };
    super(scope, id, workloadProps(id, props, data));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Files', { namespace: props.namespace.name, name: id, data });
    this.host = `${id}.${props.namespace.name}.svc.${props.clusterDomain}`;
    this.connectTo(props.elasticsearch.endpoint());
  }

  /** Who sends events to an input. A sender starts whether or not they are taken. */
  public inputEndpoint(port: number): Endpoint {
    return this.peerEndpoint(port);
  }
}

function renderSettings({ queue }: LogstashProps): string {
  return yamlFile({
    'api.http.host': '0.0.0.0',
    'api.http.port': LOGSTASH_API_PORT,
    // Events keep the fields that the pipeline gives them.
    'pipeline.ecs_compatibility': 'disabled',
    'queue.type': 'persisted',
    'queue.max_bytes': `${Math.floor(bytes(queue) / 1024 ** 2)}mb`,
    'log.format': 'json',
    'xpack.monitoring.enabled': false,
  });
}

/** A file of the ConfigMap in a folder that holds others of the image. */
function fileMount(volume: string, path: string, configMap: string, file: string): Mount {
  return { ...configFiles(volume, path, configMap), subPath: file };
}

function workloadProps(
  name: string,
  props: LogstashProps,
  data: Readonly<Record<string, string>>,
): StatefulWorkloadProps {
  const { namespace, storage, storageClassName, minReady, user, group, terminationGrace, priorityClassName } = props;
  const { image, resources, probes, inputs, elasticsearch } = props;
  const { authority, url } = elasticsearch;
  return {
    namespace,
    component: 'log-pipeline',
    replicas: 1,
    headlessService: `${name}-headless`,
    ports: { ...inputs, api: LOGSTASH_API_PORT },
    service: { name, ports: inputs },
    minReady,
    claims: [{ name: CLAIM, size: storage, storageClassName }],
    pod: {
      user,
      group,
      terminationGrace,
      priorityClassName,
      annotations: checksum(name, data),
      containers: [
        {
          name: 'logstash',
          image,
          resources,
          env: {
            LS_JAVA_OPTS: renderHeap(props),
            ELASTICSEARCH_URL: url,
            ELASTICSEARCH_AUTHORITY: `${AUTHORITY_FOLDER}/${authority.key}`,
            ...props.env,
          },
          ports: { ...inputs, api: LOGSTASH_API_PORT },
          probes: probesOf(probes, { http: '/', port: 'api' }),
          mounts: [
            claimed(CLAIM, `${HOME}/data`),
            fileMount('settings', `${HOME}/config/${SETTINGS}`, name, SETTINGS),
            // The whole folder: the image has a pipeline of its own in it.
            { ...configFiles('pipeline', `${HOME}/pipeline`, name), volume: pipelineVolume(name) },
            secretFiles('authority', AUTHORITY_FOLDER, authority.secret, [authority.key]),
            scratch('logs', `${HOME}/logs`, props.scratch),
            scratch('tmp', '/tmp', props.scratch),
          ],
        },
      ],
    },
  };
}

function pipelineVolume(configMap: string): Mount['volume'] {
  const items = [{ key: PIPELINE, path: PIPELINE }];
  return { name: 'pipeline', configMap: { name: configMap, defaultMode: 0o444, items } };
}

function renderHeap({ resources, heapPercent }: LogstashProps): string {
  const mebibytes = Math.floor((bytes(resources.limits.memory) * heapPercent) / 100 / 1024 ** 2);
  return `-Xms${mebibytes}m -Xmx${mebibytes}m`;
}

function findProblems(props: LogstashProps): string[] {
  const { probes, heapPercent, queue, storage } = props;
  const problems = [...findTimingProblems(probes), ...findPipelineProblems(props)];
  if (!Number.isInteger(heapPercent) || heapPercent < 1 || heapPercent > 75) {
    problems.push(`heapPercent must be from 1 to 75, got ${heapPercent}; the rest of the memory is not heap`);
  }
  if (bytes(queue) >= bytes(storage)) {
    problems.push(`queue must be smaller than the volume of ${storage}, got ${queue}`);
  }
  return problems;
}
