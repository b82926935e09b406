import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { findAccessProblems, renderRoles, renderUsers } from './elasticsearch-access';
import { ELASTICSEARCH_PORT, LOGGING_OPTIONS, renderElasticsearchYaml, TRANSPORT_PORT } from './elasticsearch-config';
import {
  ELASTICSEARCH_SCRIPTS,
  ElasticsearchNodeProps,
  renderElasticsearchInit,
  renderElasticsearchNode,
} from './elasticsearch-node';
import { Endpoint } from '../workloads/endpoint';
import { SecretKey } from '../pods/env';
import { PlatformNamespace } from '../platform-namespace';
import { findTimingProblems } from '../pods/probe';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';

/** Elasticsearch as its clients see it, wherever it runs. */
export interface ElasticsearchServer {
  /** Address of the REST interface: `https://elasticsearch.temporal.svc.cluster.local:9200`. */
  readonly url: string;

  /** Certificate of the authority that clients trust, in PEM. */
  readonly authority: SecretKey;

  /** What a client connects to. */
  endpoint(): Endpoint;
}

/** Properties for `Elasticsearch`. */
export interface ElasticsearchProps extends ElasticsearchNodeProps {
  readonly namespace: PlatformNamespace;

  /** Number of nodes, all of which vote and hold data: 1, or an odd number. */
  readonly nodes: number;

  /** Name by which nodes refuse to join another cluster. */
  readonly clusterName: string;

  /** Domain of the Kubernetes cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;

  /** Size of each node's volume. */
  readonly storage: Bytes;
  readonly storageClassName: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group that mounted volumes belong to. */
  readonly group: number;

  /** Time from the request to end until the kill, longer than `drain`. */
  readonly terminationGrace: Duration;

  /** Time that a node must be ready before the next one is replaced: the copies that it holds catch up meanwhile. */
  readonly minReady: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;
}

/**
 * An Elasticsearch cluster with TLS and users, whose nodes are equals.
 *
 * How it forms: only the first node may found a cluster, with a majority of all that are declared, and only until it has
 * been a member of one; the mark of that lies on its volume. `cluster.initial_master_nodes` thus leaves by itself, a
 * cluster of one grows to three, and a node that lost its volume joins the others. One case remains: a majority that
 * loses its volumes at once, the first node among them, forms a new and empty cluster.
 *
 * Users and roles are files of each node, written when its pod starts; no built-in user is left whose password somebody
 * would have to set. A renewed certificate is noticed by the nodes themselves.
 */
export class Elasticsearch extends StatefulWorkload implements ElasticsearchServer {
  /** Names by which clients and nodes call an instance named `name`. */
  public static dnsNames(name: string, namespace: string, clusterDomain: string): string[] {
    const domain = `${namespace}.svc.${clusterDomain}`;
    const short = [name, `${name}.${namespace}`, `${name}.${namespace}.svc`];
    return [...short, `${name}.${domain}`, `*.${headlessName(name)}.${domain}`, 'localhost'];
  }

  public readonly url: string;
  public readonly authority: SecretKey;

  constructor(scope: Construct, id: string, props: ElasticsearchProps) {
    const files = renderFiles(id, props);
    super(scope, id, workloadProps(id, props, files));
    this.node.addValidation({ validate: () => findProblems(id, props) });
    this.node.addDependency(props.certificate);
    this.url = `https://${serviceHost(id, props)}:${ELASTICSEARCH_PORT}`;
    this.authority = props.certificate.authorityCertificate;
    new ConfigFiles(this, 'Files', { namespace: props.namespace.name, name: id, data: files });
    if (props.nodes > 1) this.connectTo(this.peerEndpoint(TRANSPORT_PORT));
  }

  /** The REST interface, for clients. They start after the cluster. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [ELASTICSEARCH_PORT] : ports));
  }
}

const headlessName = (name: string): string => `${name}-headless`;

function serviceHost(service: string, { namespace, clusterDomain }: ElasticsearchProps): string {
  return `${service}.${namespace.name}.svc.${clusterDomain}`;
}

function renderFiles(name: string, props: ElasticsearchProps): Readonly<Record<string, string>> {
  const { clusterName, roles, users } = props;
  return {
    ...ELASTICSEARCH_SCRIPTS,
    'elasticsearch.yml': renderElasticsearchYaml({ clusterName, seedHost: serviceHost(headlessName(name), props) }),
    'roles.yml': renderRoles(roles),
    'logging.options': LOGGING_OPTIONS,
    users: renderUsers(users),
  };
}

function workloadProps(
  name: string,
  props: ElasticsearchProps,
  files: Readonly<Record<string, string>>,
): StatefulWorkloadProps {
  const { namespace, storage, storageClassName, minReady, user, group } = props;
  const nodes = Array.from({ length: props.nodes }, (_, index) => `${name}-${index}`);
  const place = { files: name, claim: 'data', nodes };
  return {
    namespace,
    component: 'search',
    replicas: nodes.length,
    headlessService: headlessName(name),
    ports: { https: ELASTICSEARCH_PORT, transport: TRANSPORT_PORT },
    service: { name, ports: { https: ELASTICSEARCH_PORT } },
    claims: [{ name: place.claim, size: storage, storageClassName }],
    minReady,
    pod: {
      user,
      group,
      terminationGrace: props.terminationGrace,
      priorityClassName: props.priorityClassName,
      annotations: checksum(name, files),
      initContainers: [renderElasticsearchInit(props, place)],
      containers: [renderElasticsearchNode(props, place)],
    },
  };
}

function findProblems(name: string, props: ElasticsearchProps): string[] {
  const { nodes, certificate, drain, terminationGrace, probes } = props;
  const problems = [...findAccessProblems(props), ...findTimingProblems(probes)];
  if (!Number.isInteger(nodes) || nodes < 1 || nodes % 2 === 0) {
    problems.push(`nodes must be 1 or an odd number, so that a majority survives the loss of one, got ${nodes}`);
  }
  const host = serviceHost(name, props);
  if (!certificate.dnsNames.includes(host)) {
    problems.push(
      `certificate must name ${host}, got ${certificate.dnsNames.join(', ')}; issue it for Elasticsearch.dnsNames`,
    );
  }
  if (seconds(drain) >= seconds(terminationGrace)) {
    problems.push(`drain must be shorter than terminationGrace ${terminationGrace}, got ${drain}`);
  }
  return problems;
}
