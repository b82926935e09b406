import { Duration } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { ConfigFiles } from '../objects/config-files';
import { Env } from '../pods/env';
import { configFiles, Mount, secretFiles } from '../pods/mount';
import { PodProps } from '../pods/pod';
import { Check, Probes, probesOf, Timings } from '../pods/probe';
import { ELASTICSEARCH_CA_FOLDER, TemporalConfigProps } from './temporal-config';
import { renderHealthCheck, TEMPORAL_METRICS_PORT, TEMPORAL_PORTS, TemporalRole } from './temporal-roles';

/** What a pod of any role needs. */
export interface TemporalPodProps extends Pick<TemporalConfigProps, 'persistence' | 'visibility'> {
  readonly image: string;
  readonly resources: Resources;
  readonly user: number;
  readonly probes: Timings;
  readonly terminationGrace: Duration;
  readonly priorityClassName: string;
}

const CONFIG_FOLDER = '/etc/temporal/files';

/** Renders the pod of one role: the server itself without the image's shell script, which only renders its own file. */
export function renderTemporalPod(role: TemporalRole, props: TemporalPodProps, files: ConfigFiles): PodProps {
  const { image, resources, user, terminationGrace, priorityClassName, probes } = props;
  const { grpc, membership, http } = TEMPORAL_PORTS[role];
  return {
    user,
    group: user,
    terminationGrace,
    priorityClassName,
    annotations: files.checksum,
    containers: [
      {
        name: role,
        image,
        resources,
        command: ['temporal-server'],
        args: ['--config-file', `${CONFIG_FOLDER}/config.yaml`, '--allow-no-auth', 'start', '--service', role],
        env: renderEnv(props),
        ports: { grpc, membership, ...(http !== undefined && { http }), metrics: TEMPORAL_METRICS_PORT },
        probes: renderProbes(role, probes),
        mounts: [configFiles('files', CONFIG_FOLDER, files.name), ...renderCa(props)],
      },
    ],
  };
}

function renderEnv({ persistence, visibility }: TemporalPodProps): Env {
  return {
    CONFIG_FOLDER,
    POD_IP: { field: 'status.podIP' },
    BIND_IP: '0.0.0.0',
    SQL_PASSWORD: persistence.password,
    ...(visibility.kind === 'elasticsearch' && { ELASTICSEARCH_PASSWORD: visibility.password }),
  };
}

function renderCa({ visibility }: TemporalPodProps): Mount[] {
  if (visibility.kind === 'postgres') return [];
  const { secret, key } = visibility.ca;
  return [secretFiles('elasticsearch-ca', ELASTICSEARCH_CA_FOLDER, secret, [key])];
}

function renderProbes(role: TemporalRole, timings: Timings): Probes {
  const health = renderHealthCheck(role);
  // A worker answers only when a frontend has answered it, and must not be restarted for the frontend's sake.
  const alive: Check = role === 'worker' ? { http: '/metrics', port: 'metrics' } : health;
  return probesOf(timings, alive, { readiness: health });
}
