import { containersOf, PlacedContainer } from '../views/pods';
import { baselineRule, Breach } from './control';

/** No container is as good as root on its node. */
export const privileged = baselineRule({
  name: 'privileged',
  title: 'No container is privileged',
  why: 'It has every device and capability of the node: whoever gets into it owns the node.',
  cure: 'remove it, and add the one capability that is needed',
  sources: ['L01'],
  *find(pod) {
    for (const { at, container } of containersOf(pod)) {
      if (container.securityContext?.privileged !== true) continue;
      const message = `container '${container.name}' must not be privileged, got true`;
      yield { at: [...at, 'securityContext', 'privileged'], message };
    }
  },
});

/** No container takes a port of its node. */
export const hostPorts = baselineRule({
  name: 'host-ports',
  title: 'No container takes a port of its node',
  why: 'Two pods cannot share a node, and the port is open to whoever reaches the node, past every Service.',
  cure: 'remove it, and use a Service',
  sources: ['L15'],
  *find(pod) {
    for (const { at, container } of containersOf(pod)) {
      for (const [position, { hostPort = 0 }] of (container.ports ?? []).entries()) {
        if (hostPort === 0) continue;
        const message = `container '${container.name}' must not take a port of the node, got hostPort ${hostPort}`;
        yield { at: [...at, 'ports', position, 'hostPort'], message };
      }
    }
  },
});

/** What a container runtime grants anyway, and the level baseline lets pods name. */
const COMMON_CAPABILITIES: readonly string[] = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

/** Nobody gets more than a container runtime grants. */
export const addedCapabilities = baselineRule({
  name: 'added-capabilities',
  title: 'No container gets capabilities beyond the common ones',
  why: 'NET_ADMIN, NET_RAW, SYS_ADMIN or SYS_PTRACE lead out of the container.',
  cure: 'remove it',
  sources: ['L08'],
  *find(pod) {
    for (const { at, container } of containersOf(pod)) {
      for (const [position, name] of (container.securityContext?.capabilities?.add ?? []).entries()) {
        if (COMMON_CAPABILITIES.includes(name)) continue;
        const message = `container '${container.name}' must add no dangerous capability, got ${name}`;
        yield { at: [...at, 'securityContext', 'capabilities', 'add', position], message };
      }
    }
  },
});

/** /proc stays masked. */
export const procMount = baselineRule({
  name: 'proc-mount',
  title: '/proc is masked in every container',
  why: 'Unmasked, it shows and changes parameters of the kernel of the node.',
  cure: 'remove it',
  sources: ['L12'],
  *find(pod) {
    // In a user namespace of its own, root of the pod is nobody on the node.
    if (pod.spec.hostUsers === false) return;
    for (const { at, container } of containersOf(pod)) {
      const { procMount: mount = 'Default' } = container.securityContext ?? {};
      if (mount === 'Default') continue;
      const message = `procMount of container '${container.name}' must be Default, got ${String(mount)}`;
      yield { at: [...at, 'securityContext', 'procMount'], message };
    }
  },
});

/** The kubelet asks the pod, not somebody else. */
export const probeHosts = baselineRule({
  name: 'probe-hosts',
  title: 'Probes and hooks ask the pod itself',
  why: 'The kubelet calls any address that stands there from the node, past every NetworkPolicy; Kubernetes 1.34 refuses it.',
  cure: 'remove host; a name for virtual hosts is the header Host in httpHeaders',
  sources: ['L19'],
  *find(pod) {
    // In the network of the node an address is the node's own.
    if (pod.spec.hostNetwork === true) return;
    for (const placed of containersOf(pod)) yield* findProbeHosts(placed);
  },
});

interface Handler {
  readonly httpGet?: { readonly host?: string };
  readonly tcpSocket?: { readonly host?: string };
}

function* findProbeHosts({ at, container }: PlacedContainer): Iterable<Breach> {
  const { livenessProbe, readinessProbe, startupProbe } = container;
  const { preStop, postStart } = (container.lifecycle ?? {}) as Readonly<Record<string, Handler | undefined>>;
  const handlers: readonly (readonly [readonly string[], Handler | undefined])[] = [
    [['livenessProbe'], livenessProbe],
    [['readinessProbe'], readinessProbe],
    [['startupProbe'], startupProbe],
    [['lifecycle', 'preStop'], preStop],
    [['lifecycle', 'postStart'], postStart],
  ];
  for (const [steps, handler] of handlers) {
    for (const action of ['httpGet', 'tcpSocket'] as const) {
      const host = handler?.[action]?.host ?? '';
      if (host === '') continue;
      const message = `${steps.at(-1) ?? ''} of container '${container.name}' must name no host, got '${host}'`;
      yield { at: [...at, ...steps, action, 'host'], message };
    }
  }
}
