import { k8s } from 'cdk8s-plus-27';
import { canonicalResources, Resources } from '../../model/quantity';
import { Env, renderEnv } from './env';
import { Mount } from './mount';
import { Probes, renderProbe } from './probe';

/** Properties of one container. */
export interface ContainerProps {
  readonly name: string;

  /** Image reference with an exact tag or a digest. */
  readonly image: string;

  /** Requests and limits; there are no defaults. */
  readonly resources: Resources;

  /** @default - the image's entrypoint */
  readonly command?: readonly string[];

  /** @default - the image's arguments */
  readonly args?: readonly string[];

  /** @default - none */
  readonly env?: Env;

  /**
   * Names of ConfigMaps whose keys all become variables.
   *
   * @default - none
   */
  readonly envFrom?: readonly string[];

  /**
   * Ports that the container listens on, by name (15 characters at most).
   *
   * @default - none
   */
  readonly ports?: Readonly<Record<string, number>>;

  /** @default - none, as for a container that ends */
  readonly probes?: Probes;

  /** @default - none: the root file system is read-only */
  readonly mounts?: readonly Mount[];

  /**
   * Command that runs before the program is told to end.
   *
   * @default - none
   */
  readonly preStop?: readonly string[];
}

/** Renders a container that Pod Security's restricted profile admits, with a read-only root file system. */
export function renderContainer(props: ContainerProps): k8s.Container {
  const { name, image, command, args, env = {}, envFrom = [], ports = {}, probes, mounts = [], preStop } = props;
  const { requests, limits } = canonicalResources(props.resources);
  return {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    ...(command && { command: [...command] }),
    ...(args && { args: [...args] }),
    ...unlessEmpty('env', renderEnv(env)),
    ...unlessEmpty(
      'envFrom',
      envFrom.map((configMap) => ({ configMapRef: { name: configMap } })),
    ),
    ...unlessEmpty('ports', renderPorts(ports)),
    ...(probes && {
      startupProbe: renderProbe(probes.startup),
      readinessProbe: renderProbe(probes.readiness),
      livenessProbe: renderProbe(probes.liveness),
    }),
    ...(preStop && { lifecycle: { preStop: { exec: { command: [...preStop] } } } }),
    resources: { requests: quantities(requests), limits: quantities(limits) },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    ...unlessEmpty('volumeMounts', mounts.map(renderMount)),
  };
}

function renderPorts(ports: Readonly<Record<string, number>>): k8s.ContainerPort[] {
  return Object.entries(ports).map(([name, containerPort]) => ({ name, containerPort, protocol: 'TCP' }));
}

function renderMount({ volume, path, subPath, readOnly }: Mount): k8s.VolumeMount {
  const options = { ...(subPath !== undefined && { subPath }), ...(readOnly && { readOnly }) };
  return { name: volume.name, mountPath: path, ...options };
}

function quantities(amounts: Resources['requests']) {
  return { cpu: k8s.Quantity.fromString(amounts.cpu), memory: k8s.Quantity.fromString(amounts.memory) };
}

function unlessEmpty<K extends string, T>(key: K, list: T[]): { [P in K]?: T[] } {
  return (list.length === 0 ? {} : { [key]: list }) as { [P in K]?: T[] };
}
