import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Duration, milliseconds, seconds } from '../../model/duration';
import { Bytes, bytes, Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { Endpoint } from '../workloads/endpoint';
import { configFiles, scratch, secretFiles } from '../pods/mount';
import { PlatformNamespace } from '../platform-namespace';
import { JobTries } from '../workloads/job-spec';
import { PreparationJob, PreparationJobProps } from '../workloads/preparation-job';
import { KAFKA_AUTHORITY_FOLDER } from './kafka-credentials';
import { findTopicProblems, renderTopicCatalogue, Topics } from './topic-catalogue';

/** Properties for `TopicInitJob`. */
export interface TopicInitJobProps extends JobTries {
  readonly namespace: PlatformNamespace;

  /** Reference of the image that the brokers run: its tools are of the same version. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;

  /** The brokers. The Job runs after they are healthy. */
  readonly endpoint: Endpoint;

  /** Host and port that clients start from. */
  readonly bootstrapServers: string;

  /** Brokers of the cluster: all must answer before anything is created. */
  readonly brokers: number;

  /** All topics that shall exist. A topic that is taken from here stays in the cluster until a person deletes it. */
  readonly topics: Topics;

  /** Requests and limits; the limit of memory is at least 512Mi, for a JVM with a heap of 256Mi. */
  readonly resources: Resources;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;

  /** Time that the brokers are waited for, in each try; shorter than `deadline`. */
  readonly waitLimit: Duration;

  /** Time for one request to the brokers. */
  readonly callTimeout: Duration;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /**
   * Names a Secret whose key `client.properties` says how clients of this cluster identify themselves.
   *
   * @default - none: an address is enough
   */
  readonly clientSecret?: string;

  /**
   * Key of a Secret with the certificate of the brokers' authority, in PEM: `client.properties` finds it under its own
   * name in `KAFKA_AUTHORITY_FOLDER`.
   *
   * @default - none
   */
  readonly authority?: SecretKey;
}

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');
const SCRIPTS = {
  'topic-init-job.sh': read('topic-init-job.sh'),
  'topic-state.sh': read('topic-state.sh'),
};
const CONFIG_FOLDER = '/etc/kafka-topics';
const CLIENT_FOLDER = '/etc/kafka-client';
const WORK_FOLDER = '/tmp';

/** Memory that one of Kafka's tools needs. */
const TOOL_MEMORY: Bytes = '512Mi';

/**
 * A Job that makes the topics of a cluster what a catalogue says, and runs again when the catalogue changes.
 *
 * It creates topics, adds partitions, and sets what is declared. It refuses, and then changes nothing: fewer partitions,
 * another replication factor, and what would lose records. Settings and topics that it does not know it leaves alone.
 */
export class TopicInitJob extends PreparationJob {
  constructor(scope: Construct, id: string, props: TopicInitJobProps) {
    const files = { ...SCRIPTS, 'topics.txt': renderTopicCatalogue(props.topics) };
    super(scope, id, jobProps(id, props, files));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Files', { namespace: props.namespace.name, name: id, data: files });
    this.connectTo(props.endpoint);
  }
}

function jobProps(
  name: string,
  props: TopicInitJobProps,
  files: Readonly<Record<string, string>>,
): PreparationJobProps {
  const { namespace, user, terminationGrace, priorityClassName, backoffLimit, deadline } = props;
  return {
    namespace,
    component: 'preparation',
    backoffLimit,
    deadline,
    content: files,
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      annotations: checksum(name, files),
      containers: [renderTool(name, props)],
    },
  };
}

function renderTool(name: string, props: TopicInitJobProps): ContainerProps {
  const { image, resources, clientSecret, authority, bootstrapServers, brokers, waitLimit, callTimeout } = props;
  return {
    name: 'topics',
    image,
    resources,
    command: ['bash', `${CONFIG_FOLDER}/topic-init-job.sh`],
    env: {
      BOOTSTRAP_SERVERS: bootstrapServers,
      BROKERS: String(brokers),
      CATALOGUE: `${CONFIG_FOLDER}/topics.txt`,
      WAIT_SECONDS: String(seconds(waitLimit)),
      CALL_TIMEOUT_MS: String(milliseconds(callTimeout)),
      ...(clientSecret !== undefined && { CLIENT_CONFIG: `${CLIENT_FOLDER}/client.properties` }),
      WORK_FOLDER,
      PATH: '/opt/kafka/bin:/opt/java/openjdk/bin:/usr/local/bin:/usr/bin:/bin',
    },
    mounts: [
      configFiles('files', CONFIG_FOLDER, name),
      scratch('tmp', WORK_FOLDER, props.scratch),
      ...(clientSecret === undefined
        ? []
        : [secretFiles('client', CLIENT_FOLDER, clientSecret, ['client.properties'])]),
      ...(authority ? [secretFiles('authority', KAFKA_AUTHORITY_FOLDER, authority.secret, [authority.key])] : []),
    ],
  };
}

function findProblems({ topics, brokers, resources, waitLimit, deadline }: TopicInitJobProps): string[] {
  const problems = findTopicProblems(topics, brokers);
  const memory = resources.limits.memory;
  if (bytes(memory) < bytes(TOOL_MEMORY)) {
    problems.push(`resources.limits.memory must be at least ${TOOL_MEMORY}, got ${memory}`);
  }
  if (seconds(waitLimit) >= seconds(deadline)) {
    problems.push(`waitLimit must be shorter than deadline ${deadline}, got ${waitLimit}`);
  }
  return problems;
}
