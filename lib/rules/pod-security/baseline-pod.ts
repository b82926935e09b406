import { PodTemplate } from '../views/pods';
import { baselineRule, Breach, contextsOf } from './control';

const WHY_NODE = 'Whoever gets into the container gets to the node, and from there to every pod on it.';

/** No pod shares what the node keeps to itself. */
export const hostNamespaces = baselineRule({
  name: 'host-namespaces',
  title: 'No pod shares the network, processes or memory of its node',
  why: 'It reads the traffic and signals the processes of the node, and no NetworkPolicy holds it.',
  cure: 'remove the field',
  sources: ['L14'],
  *find({ at, spec }) {
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
      if (spec[field] === true) yield { at: [...at, field], message: `${field} must not be set, got true` };
    }
  },
});

/** No Windows container is a process of the node. */
export const hostProcess = baselineRule({
  name: 'host-process',
  title: 'No Windows container is a process of its node',
  why: WHY_NODE,
  cure: 'remove the field',
  sources: ['L18'],
  *find(pod) {
    for (const { at, who, context } of contextsOf(pod)) {
      const options = context.windowsOptions as { readonly hostProcess?: boolean } | undefined;
      if (options?.hostProcess !== true) continue;
      yield { at: [...at, 'windowsOptions', 'hostProcess'], message: `${who} must not be a host process, got true` };
    }
  },
});

/** No pod reads folders of the node. */
export const hostPath = baselineRule({
  name: 'host-path',
  title: 'No volume is a folder of the node',
  why: `${WHY_NODE} The socket of the container runtime is as good as root.`,
  cure: 'use a claim, an emptyDir or a ConfigMap',
  sources: ['L16'],
  *find({ at, spec }) {
    for (const [position, { name, hostPath: folder }] of (spec.volumes ?? []).entries()) {
      if (folder === undefined) continue;
      const message = `volume '${name}' must not be a folder of the node, got hostPath '${folder.path}'`;
      yield { at: [...at, 'volumes', position, 'hostPath'], message };
    }
  },
});

/** Kernel parameters that stay within the pod. Source: Pod Security Standards, with those of later versions. */
const SAFE_SYSCTLS: readonly string[] = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

/** A pod sets only kernel parameters that concern nobody else. */
export const safeSysctls = baselineRule({
  name: 'safe-sysctls',
  title: 'A pod sets only kernel parameters of its own',
  why: 'The kubelet refuses any other (SysctlForbidden), unless the node allows it: then all pods of the node have it.',
  cure: 'set it on the nodes',
  sources: ['L13', 'V26'],
  *find({ at, spec }) {
    const sysctls = (spec.securityContext?.sysctls ?? []) as readonly { readonly name: string }[];
    for (const [position, { name }] of sysctls.entries()) {
      if (SAFE_SYSCTLS.includes(name)) continue;
      const field = [...at, 'securityContext', 'sysctls', position, 'name'];
      yield { at: field, message: `sysctl must be one that stays within the pod, got '${name}'` };
    }
  },
});

const APPARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** Nobody runs without AppArmor. */
export const appArmor = baselineRule({
  name: 'app-armor',
  title: 'AppArmor is not switched off',
  why: WHY_NODE,
  cure: 'remove it: RuntimeDefault is the default',
  sources: ['L10'],
  find: findUnconfined,
});

function* findUnconfined(pod: PodTemplate): Iterable<Breach> {
  for (const { at, who, context } of contextsOf(pod)) {
    const { type } = (context.appArmorProfile ?? {}) as { readonly type?: string };
    if (type !== 'Unconfined') continue;
    yield { at: [...at, 'appArmorProfile', 'type'], message: `AppArmor of ${who} must be on, got ${type}` };
  }
  for (const [key, value] of Object.entries(pod.annotations)) {
    if (!key.startsWith(APPARMOR_ANNOTATION)) continue;
    if (value === '' || value === 'runtime/default' || value.startsWith('localhost/')) continue;
    const who = `container '${key.slice(APPARMOR_ANNOTATION.length)}'`;
    const at = [...pod.templateAt, 'metadata', 'annotations', key];
    yield { at, message: `AppArmor of ${who} must be on, got '${value}'` };
  }
}

const SELINUX_TYPES: readonly string[] = [
  '',
  'container_engine_t',
  'container_init_t',
  'container_kvm_t',
  'container_t',
];

/** Nobody leaves the SELinux domain of containers. */
export const seLinux = baselineRule({
  name: 'se-linux',
  title: 'Everybody stays in the SELinux types of containers',
  why: WHY_NODE,
  cure: 'remove it',
  sources: ['L11'],
  *find(pod) {
    for (const { at, who, context } of contextsOf(pod)) {
      const options = (context.seLinuxOptions ?? {}) as Readonly<Record<string, string | undefined>>;
      const { type = '', user = '', role = '' } = options;
      const field = (name: string) => [...at, 'seLinuxOptions', name];
      if (!SELINUX_TYPES.includes(type)) {
        yield { at: field('type'), message: `SELinux type of ${who} must be one of containers, got '${type}'` };
      }
      if (user !== '') yield { at: field('user'), message: `SELinux user of ${who} must not be set, got '${user}'` };
      if (role !== '') yield { at: field('role'), message: `SELinux role of ${who} must not be set, got '${role}'` };
    }
  },
});

/** Nobody runs with every system call. */
export const seccompOn = baselineRule({
  name: 'seccomp-on',
  title: 'Seccomp is not switched off',
  why: 'Every system call of the kernel is open, among them those that containers are broken out of with.',
  cure: 'set it to RuntimeDefault',
  sources: ['L09'],
  *find(pod) {
    for (const { at, who, context } of contextsOf(pod)) {
      if (context.seccompProfile?.type !== 'Unconfined') continue;
      yield { at: [...at, 'seccompProfile', 'type'], message: `seccomp of ${who} must be on, got Unconfined` };
    }
  },
});
