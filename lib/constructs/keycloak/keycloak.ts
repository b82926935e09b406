import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { bytes } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { checksum, ConfigFiles } from '../objects/config-files';
import { PlatformNamespace } from '../platform-namespace';
import { Env, SecretKey } from '../pods/env';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { KEYCLOAK_PORTS, KeycloakPodProps, renderKeycloak, renderKeycloakBuild } from './keycloak-pod';
import { findRealmProblems, KeycloakRealm, realmFile, renderRealm } from './keycloak-realm';

/** Properties for `Keycloak`. */
export interface KeycloakProps extends Omit<KeycloakPodProps, 'url' | 'secretEnv'> {
  readonly namespace: PlatformNamespace;

  /** The realm that the first start imports. An edit reaches a running one by its administrator only. */
  readonly realm: KeycloakRealm;

  /** Secrets of the realm's clients, by the ids of the clients. */
  readonly clientSecrets: Readonly<Record<string, SecretKey>>;

  /** The database's server as somebody to connect to. */
  readonly server: Endpoint;

  /** Connections that the database's server leaves to clients. */
  readonly availableConnections: number;

  /** Domain of the Kubernetes cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time that a new pod must be ready before the next one is replaced. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed; longer than start-up. */
  readonly progressDeadline: Duration;
}

/** Least memory limit: what is not heap is as large as that of a small server. */
const LEAST_MEMORY = '1Gi';

/**
 * Keycloak with one realm, for clients inside the cluster: it hands out tokens, and its database keeps everything.
 *
 * Pods find each other by the database and share their sessions. Everybody calls it by the one address that tokens name.
 */
export class Keycloak extends StatelessWorkload {
  /** Address of the realm, which tokens name as their issuer. */
  public readonly issuer: string;

  /** The server's metrics, for a scraper that is to be admitted. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: KeycloakProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.issuer = `${urlOf(id, props)}/realms/${props.realm.name}`;
    this.metricsTargets = [{ workload: this, port: KEYCLOAK_PORTS.management }];
    const name = realmMap(id);
    new ConfigFiles(this, 'Realm', { namespace: props.namespace.name, name, data: files(props) });
    this.connectTo(props.server);
    if (props.replicas > 1) this.connectTo(this.peerEndpoint(KEYCLOAK_PORTS.cluster, KEYCLOAK_PORTS.failures));
  }

  /** The server as somebody to connect to. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [KEYCLOAK_PORTS.http] : ports));
  }
}

const realmMap = (name: string): string => `${name}-realm`;
const files = ({ realm }: KeycloakProps): Record<string, string> => ({ [realmFile(realm)]: renderRealm(realm) });

function urlOf(name: string, { namespace, clusterDomain }: KeycloakProps): string {
  return `http://${name}.${namespace.name}.svc.${clusterDomain}:${KEYCLOAK_PORTS.http}`;
}

function workloadProps(name: string, props: KeycloakProps): StatelessWorkloadProps {
  const { namespace, replicas, minReady, progressDeadline, user, terminationGrace, priorityClassName } = props;
  const pod: KeycloakPodProps = { ...props, url: urlOf(name, props), secretEnv: secretEnv(props) };
  return {
    namespace,
    component: 'identity',
    scale: fixed(replicas),
    minReady,
    progressDeadline,
    servicePorts: { http: KEYCLOAK_PORTS.http },
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      annotations: checksum(realmMap(name), files(props)),
      initContainers: renderKeycloakBuild(pod),
      containers: [renderKeycloak(pod, realmMap(name))],
    },
  };
}

function secretEnv({ realm, clientSecrets }: KeycloakProps): Env {
  const clients = Object.entries(realm.clients).flatMap(([id, { secretVariable }]) => {
    const secret = clientSecrets[id];
    return secret ? [[secretVariable, secret] as const] : [];
  });
  return Object.fromEntries(clients);
}

function findProblems(props: KeycloakProps): string[] {
  const { realm, clientSecrets, replicas, heapPercent, probes, resources, database, availableConnections } = props;
  const problems = [...findRealmProblems(realm), ...findTimingProblems(probes)];
  const ids = Object.keys(realm.clients);
  problems.push(
    ...ids
      .filter((id) => clientSecrets[id] === undefined)
      .map((id) => `clientSecrets must have one for every client of the realm, got none for ${id}`),
  );
  if (!Number.isInteger(replicas) || replicas < 1) {
    problems.push(`replicas must be a whole number from 1, got ${replicas}`);
  }
  if (!Number.isInteger(heapPercent) || heapPercent < 50 || heapPercent > 75) {
    problems.push(`heapPercent must be from 50 to 75, got ${heapPercent}; half of the memory is taken at start`);
  }
  if (bytes(resources.limits.memory) < bytes(LEAST_MEMORY)) {
    problems.push(`resources.limits.memory must be at least ${LEAST_MEMORY}, got ${resources.limits.memory}`);
  }
  const wanted = database.poolSize * (replicas + 1);
  if (wanted > availableConnections) {
    const cure = 'one pod more runs during a roll-out';
    problems.push(
      `database.poolSize of ${replicas + 1} pods must be at most ${availableConnections}, got ${wanted}; ${cure}`,
    );
  }
  return problems;
}
