import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { k8s } from 'cdk8s-plus-27';
import { Duration, seconds } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { ElasticsearchAccess } from './elasticsearch-access';
import { CERTIFICATE_FOLDER, ELASTICSEARCH_PORT, READINESS_PORT, TRANSPORT_PORT } from './elasticsearch-config';
import { Env } from '../pods/env';
import { claimed, configFiles, Mount, scratch, secretFiles } from '../pods/mount';
import { Check, probesOf, Timings } from '../pods/probe';
import { CERTIFICATE_KEYS, ServingCertificate } from '../certificates/serving-certificate';

/** Properties of one node, whatever the number of its equals. */
export interface ElasticsearchNodeProps extends ElasticsearchAccess {
  /** Reference of an official image of Elasticsearch 8.4 or newer, which holds bash. */
  readonly image: string;

  /** Requests and limits. The heap follows from the memory limit: about half of it. */
  readonly resources: Resources;

  /** Largest size of each folder for configuration, logs of crashes and temporary files. */
  readonly scratch: Bytes;

  /** With it nodes prove who they are, to clients and to each other. Issue it for `Elasticsearch.dnsNames`. */
  readonly certificate: ServingCertificate;

  /** How often a node is asked; `startup` includes the opening of a large volume. */
  readonly probes: Timings;

  /** Time that a node goes on serving after it was told to end, so that no client is still sent to it. */
  readonly drain: Duration;
}

/** A node's place in its cluster. */
export interface ElasticsearchPlace {
  /** Name of the ConfigMap with the node's files and scripts. */
  readonly files: string;

  /** Name of the claim of its data. */
  readonly claim: string;

  /** Names of all nodes, the first one first. */
  readonly nodes: readonly string[];
}

const HOME = '/usr/share/elasticsearch';
const FILES_FOLDER = '/opt/elasticsearch';
const PASSWORDS_FOLDER = '/run/secrets/users';
const CONFIG_COPY = '/run/elasticsearch/config';

/** Scripts of a node, by their names in its ConfigMap. */
export const ELASTICSEARCH_SCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  ['init.sh', 'ready.sh'].map((name) => [name, readFileSync(join(__dirname, `elasticsearch-${name}`), 'utf8')]),
);

const nodeEnv: Env = {
  POD_NAME: { field: 'metadata.name' },
  FORMED_MARKER: `${HOME}/data/cluster-formed`,
};

/** Renders the container that fills the folder of the configuration. */
export function renderElasticsearchInit(props: ElasticsearchNodeProps, place: ElasticsearchPlace): ContainerProps {
  return {
    name: 'config',
    image: props.image,
    resources: props.resources,
    command: [`${FILES_FOLDER}/init.sh`],
    env: {
      ...nodeEnv,
      IMAGE_CONFIG: `${HOME}/config`,
      ES_PATH_CONF: CONFIG_COPY,
      FILES: FILES_FOLDER,
      PASSWORDS: PASSWORDS_FOLDER,
      INITIAL_MASTER_NODES: place.nodes.join(','),
    },
    mounts: [
      configFiles('files', FILES_FOLDER, place.files, true),
      passwordFiles(props.users),
      scratch('config', CONFIG_COPY, props.scratch),
      scratch('tmp', '/tmp', props.scratch),
      claimed(place.claim, `${HOME}/data`),
    ],
  };
}

/** Renders the node itself. */
export function renderElasticsearchNode(props: ElasticsearchNodeProps, place: ElasticsearchPlace): ContainerProps {
  const { certificate, probes, drain } = props;
  const listens: Check = { tcp: 'transport' };
  return {
    name: 'elasticsearch',
    image: props.image,
    resources: props.resources,
    env: {
      ...nodeEnv,
      READINESS_PORT: String(READINESS_PORT),
      // The same folder at each start of the container: the default is a new one, and none is removed.
      ES_TMPDIR: '/tmp',
    },
    ports: { https: ELASTICSEARCH_PORT, transport: TRANSPORT_PORT },
    preStop: ['/bin/sleep', String(seconds(drain))],
    // Whether it knows a master depends on other nodes, for whose failure it must not be restarted.
    probes: probesOf(probes, listens, { readiness: { exec: [`${FILES_FOLDER}/ready.sh`] } }),
    mounts: [
      configFiles('files', FILES_FOLDER, place.files, true),
      scratch('config', `${HOME}/config`, props.scratch),
      secretFiles(
        'certificate',
        `${HOME}/config/${CERTIFICATE_FOLDER}`,
        certificate.secretName,
        Object.values(CERTIFICATE_KEYS),
      ),
      claimed(place.claim, `${HOME}/data`),
      scratch('logs', `${HOME}/logs`, props.scratch),
      scratch('tmp', '/tmp', props.scratch),
    ],
  };
}

/** A file for each user with its password, whatever its Secret and key are called. */
function passwordFiles(users: ElasticsearchAccess['users']): Mount {
  const sources = Object.entries(users)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { password }]): k8s.VolumeProjection => {
      return { secret: { name: password.secret, items: [{ key: password.key, path }] } };
    });
  return {
    path: PASSWORDS_FOLDER,
    readOnly: true,
    volume: { name: 'passwords', projected: { defaultMode: 0o440, sources } },
  };
}
