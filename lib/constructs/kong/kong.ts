import { Construct } from 'constructs';
import { seconds } from '../../model/duration';
import { Bytes } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { ServingCertificate, CERTIFICATE_KEYS } from '../certificates/serving-certificate';
import { contentHash } from '../objects/content-hash';
import { yamlFile } from '../objects/yaml-file';
import { SecretKey } from '../pods/env';
import { scratch, secretFiles } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { ExternalSecret, ExternalSecretProps } from '../secrets/external-secret';
import { AddressPeer, Endpoint, INTERNET } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import {
  COUNTERS_PASSWORD,
  findKongProblems,
  KONG_PLUGINS,
  KongCounters,
  KongRules,
  renderKongConfig,
} from './kong-config';

/** Properties for `Kong`. */
export interface KongProps extends SinglePodProps {
  /** Reference of an image `kong`, 3.9: the last with a free licence. */
  readonly image: string;

  /** Pods, which share nothing but the counters. */
  readonly replicas: number;

  /** Processes that answer requests in each pod: as many as it may use cores. */
  readonly workers: number;
  readonly rules: KongRules;

  /** Where the secret of the tokens comes from. */
  readonly tokenSecret: Pick<ExternalSecretProps, 'store' | 'bundle'> & { readonly property: string };

  /** Redis that counts the requests, and its password. */
  readonly counters: KongCounters & { readonly server: Endpoint; readonly password: SecretKey };

  /** What it proves its name with, to clients that come by TLS. It is read at start. */
  readonly certificate: ServingCertificate;

  /** Services behind it, by the addresses of their pods. */
  readonly upstreams: readonly Endpoint[];

  /** Annotations of its Service, by which the cloud makes the load balancer. */
  readonly loadBalancer: Readonly<Record<string, string>>;

  /** Addresses of the nodes: the load balancer asks from there whether a pod is well. */
  readonly nodes: readonly AddressPeer[];

  /** Largest size of the folder of the running configuration. */
  readonly prefixSize: Bytes;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;
}

/** Ports of the containers and of the Service: the status page is of none but the scraper and the kubelet. */
export const KONG_PORTS = { http: 8000, https: 8443 } as const;

/** Port of the status page and of the metrics. */
export const KONG_STATUS_PORT = 8100;

const CONFIG_FOLDER = '/etc/kong-config';
const CONFIG_FILE = 'kong.yml';
const CERTIFICATE_FOLDER = '/etc/kong-tls';
const PREFIX = '/kong_prefix';

/** Seconds that a pod goes on answering after it was told to end, and that requests are then given. */
const DRAIN = { wait: 15, timeout: 10 } as const;

/**
 * A gateway without a database: its configuration is a file that each pod reads at its start.
 *
 * The file holds the secret of the tokens, which Kong can take from nowhere else, so it is a Secret that is written from
 * a template. The Secret's name follows from the template: a pod of a new configuration cannot start with the old one.
 * The administration interface listens nowhere.
 */
export class Kong extends StatelessWorkload {
  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: KongProps) {
    const { rules, tokenSecret, counters, upstreams, certificate, nodes } = props;
    const { property, store, bundle } = tokenSecret;
    const { host, port } = counters;
    const placeholder = `{{ .${property.replaceAll('-', '_')} }}`;
    const template = { [CONFIG_FILE]: yamlFile(renderKongConfig(rules, { host, port }, placeholder)) };
    const secretName = `${id}-config-${contentHash(template)}`;
    super(scope, id, workloadProps(props, secretName));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.metricsTargets = [{ workload: this, port: KONG_STATUS_PORT }];
    // Beside this workload, which starts after it.
    const secret = new ExternalSecret(scope, secretName, {
      namespace: props.namespace.name,
      store,
      bundle,
      properties: [property],
      template,
    });
    this.node.addDependency(secret, certificate);
    this.connectTo(counters.server);
    upstreams.forEach((upstream) => {
      this.connectTo(upstream);
    });
    [INTERNET, ...nodes].forEach((client) => {
      this.admit(client, { port: KONG_PORTS.http }, { port: KONG_PORTS.https });
    });
  }
}

function workloadProps(props: KongProps, secretName: string): StatelessWorkloadProps {
  const { certificate, privateKey } = CERTIFICATE_KEYS;
  const program = renderSinglePod(props, {
    component: 'gateway',
    name: 'kong',
    ports: { ...KONG_PORTS, status: KONG_STATUS_PORT },
    // Ready is who has a configuration; alive is who answers at all.
    check: { http: '/status', port: 'status' },
    checks: { readiness: { http: '/status/ready', port: 'status' } },
    preStop: ['kong', 'quit', `--wait=${DRAIN.wait}`, `--timeout=${DRAIN.timeout}`],
    env: {
      KONG_DATABASE: 'off',
      KONG_DECLARATIVE_CONFIG: `${CONFIG_FOLDER}/${CONFIG_FILE}`,
      KONG_PREFIX: PREFIX,
      KONG_PROXY_LISTEN: `0.0.0.0:${KONG_PORTS.http}, 0.0.0.0:${KONG_PORTS.https} http2 ssl`,
      KONG_STATUS_LISTEN: `0.0.0.0:${KONG_STATUS_PORT}`,
      KONG_ADMIN_LISTEN: 'off',
      KONG_ADMIN_GUI_LISTEN: 'off',
      KONG_SSL_CERT: `${CERTIFICATE_FOLDER}/${certificate}`,
      KONG_SSL_CERT_KEY: `${CERTIFICATE_FOLDER}/${privateKey}`,
      KONG_PLUGINS: KONG_PLUGINS.join(','),
      KONG_VAULTS: 'env',
      KONG_NGINX_WORKER_PROCESSES: String(props.workers),
      KONG_ANONYMOUS_REPORTS: 'off',
      KONG_PROXY_ACCESS_LOG: '/dev/stdout',
      KONG_PROXY_ERROR_LOG: '/dev/stderr',
      KONG_STATUS_ACCESS_LOG: 'off',
      KONG_STATUS_ERROR_LOG: '/dev/stderr',
      [COUNTERS_PASSWORD]: props.counters.password,
    },
    mounts: [
      secretFiles('config', CONFIG_FOLDER, secretName, [CONFIG_FILE]),
      secretFiles('certificate', CERTIFICATE_FOLDER, props.certificate.secretName, [certificate, privateKey]),
      scratch('prefix', PREFIX, props.prefixSize),
      scratch('tmp', '/tmp', props.scratch),
    ],
  });
  return {
    ...program,
    tier: 'public',
    scale: fixed(props.replicas),
    servicePorts: KONG_PORTS,
    loadBalancer: props.loadBalancer,
  };
}

function findProblems({ replicas, workers, rules, probes, terminationGrace }: KongProps): string[] {
  const problems = [...findTimingProblems(probes), ...findKongProblems(rules)];
  if (!Number.isInteger(replicas) || replicas < 1)
    problems.push(`replicas must be a whole number from 1, got ${replicas}`);
  if (!Number.isInteger(workers) || workers < 1) problems.push(`workers must be a whole number from 1, got ${workers}`);
  const drain = DRAIN.wait + DRAIN.timeout;
  if (seconds(terminationGrace) <= drain) {
    problems.push(`terminationGrace must be longer than the drain of ${drain}s, got ${terminationGrace}`);
  }
  return problems;
}
