import { containerText, editContainer, editPod, editPodUnenforced, podText } from './pod-text';
import { RuleCase } from './rule-case';

const also = ['pod-security/namespace-levels'];

/** What baseline forbids, and what restricted adds. */
export const podSecurityLevelCases: Readonly<Record<string, RuleCase>> = {
  'pod-security/admitted': {
    wrong: `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: restricted } }
---${podText('')}`,
    right: `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: baseline } }
---${podText('')}`,
    mutate: (bundle) => editContainer(bundle, ({ securityContext }) => delete securityContext.capabilities),
  },
  'pod-security/namespace-levels': {
    wrong: `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: strict } }
`,
    right: `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: restricted } }
`,
    mutate: (bundle) => editPodUnenforced(bundle, () => undefined),
  },
  'pod-security/privileged': {
    wrong: containerText('securityContext: { privileged: true }'),
    right: containerText('securityContext: { privileged: false }'),
    mutate: (bundle) => editContainer(bundle, ({ securityContext }) => (securityContext.privileged = true)),
  },
  'pod-security/host-namespaces': {
    wrong: podText('hostPID: true'),
    right: podText('hostPID: false'),
    mutate: (bundle) => editPod(bundle, (spec) => (spec.hostIPC = true)),
  },
  'pod-security/host-process': {
    wrong: podText('securityContext: { windowsOptions: { hostProcess: true } }'),
    right: podText('securityContext: { windowsOptions: { hostProcess: false } }'),
    mutate: (bundle) => editPod(bundle, (spec) => (spec.securityContext.windowsOptions = { hostProcess: true })),
  },
  'pod-security/host-path': {
    wrong: podText('volumes: [{ name: socket, hostPath: { path: /var/run/docker.sock } }]'),
    right: podText('volumes: [{ name: socket, emptyDir: {} }]'),
    mutate: (bundle) => editPod(bundle, (spec) => (spec.volumes = [{ name: 'logs', hostPath: { path: '/var/log' } }])),
    also: ['references/volume-mounted'],
  },
  'pod-security/host-ports': {
    wrong: containerText('ports: [{ containerPort: 8080, hostPort: 80 }]'),
    right: containerText('ports: [{ containerPort: 8080 }]'),
    mutate: (bundle) => editContainer(bundle, ({ ports }) => (ports[0].hostPort = 8001)),
  },
  'pod-security/added-capabilities': {
    wrong: containerText('securityContext: { capabilities: { add: [SYS_ADMIN] } }'),
    right: containerText('securityContext: { capabilities: { add: [CHOWN] } }'),
    mutate: (bundle) =>
      editContainer(bundle, ({ securityContext }) => (securityContext.capabilities.add = ['NET_ADMIN'])),
  },
  'pod-security/proc-mount': {
    wrong: containerText('securityContext: { procMount: Unmasked }'),
    right: containerText('securityContext: { procMount: Default }'),
    mutate: (bundle) => editContainer(bundle, ({ securityContext }) => (securityContext.procMount = 'Unmasked')),
  },
  'pod-security/probe-hosts': {
    wrong: containerText('livenessProbe: { tcpSocket: { port: 80, host: 10.0.0.1 } }'),
    right: containerText('livenessProbe: { tcpSocket: { port: 80 } }'),
    mutate: (bundle) => editContainer(bundle, ({ livenessProbe }) => (livenessProbe.httpGet.host = 'example.com')),
  },
  'pod-security/safe-sysctls': {
    wrong: podText('securityContext: { sysctls: [{ name: vm.max_map_count, value: "262144" }] }'),
    right: podText('securityContext: { sysctls: [{ name: net.ipv4.ip_unprivileged_port_start, value: "0" }] }'),
    mutate: (bundle) =>
      editPod(
        bundle,
        ({ securityContext }) => (securityContext.sysctls = [{ name: 'net.core.somaxconn', value: '9' }]),
      ),
  },
  'pod-security/app-armor': {
    wrong: podText('securityContext: { appArmorProfile: { type: Unconfined } }'),
    right: podText('securityContext: { appArmorProfile: { type: RuntimeDefault } }'),
    mutate: (bundle) =>
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.metadata.annotations['container.apparmor.security.beta.kubernetes.io/service'] = 'unconfined';
      }),
  },
  'pod-security/se-linux': {
    wrong: podText('securityContext: { seLinuxOptions: { type: spc_t } }'),
    right: podText('securityContext: { seLinuxOptions: { type: container_t, level: "s0:c1,c2" } }'),
    mutate: (bundle) => editPod(bundle, ({ securityContext }) => (securityContext.seLinuxOptions = { user: 'root_u' })),
  },
  'pod-security/seccomp-on': {
    wrong: podText('securityContext: { seccompProfile: { type: Unconfined } }'),
    right: podText('securityContext: { seccompProfile: { type: RuntimeDefault } }'),
    mutate: (bundle) => editPod(bundle, ({ securityContext }) => (securityContext.seccompProfile.type = 'Unconfined')),
  },
  'pod-security/volume-types': {
    wrong: podText('volumes: [{ name: share, nfs: { server: 10.0.0.1, path: / } }]'),
    right: podText('volumes: [{ name: share, persistentVolumeClaim: { claimName: share } }]'),
    mutate: (bundle) =>
      editPodUnenforced(bundle, (spec) => (spec.volumes = [{ name: 'nfs', nfs: { server: 'a', path: '/' } }])),
    also: [...also, 'references/volume-mounted'],
  },
  'pod-security/no-escalation': {
    wrong: containerText('securityContext: { allowPrivilegeEscalation: true }'),
    right: containerText('securityContext: { allowPrivilegeEscalation: false }'),
    mutate: (bundle) =>
      editPodUnenforced(bundle, ({ containers }) => delete containers[0].securityContext.allowPrivilegeEscalation),
    also,
  },
  'pod-security/non-root': {
    wrong: podText(''),
    right: podText('securityContext: { runAsNonRoot: true }'),
    mutate: (bundle) => editPodUnenforced(bundle, ({ securityContext }) => (securityContext.runAsNonRoot = false)),
    also,
  },
  'pod-security/no-root-user': {
    wrong: podText('securityContext: { runAsUser: 0 }'),
    right: podText('securityContext: { runAsUser: 1000 }'),
    mutate: (bundle) => editPodUnenforced(bundle, ({ securityContext }) => (securityContext.runAsUser = 0)),
    also,
  },
  'pod-security/seccomp': {
    wrong: podText(''),
    right: containerText('securityContext: { seccompProfile: { type: RuntimeDefault } }'),
    mutate: (bundle) => editPodUnenforced(bundle, ({ securityContext }) => delete securityContext.seccompProfile),
    also,
  },
  'pod-security/dropped-capabilities': {
    wrong: containerText('securityContext: { capabilities: { drop: [NET_RAW] } }'),
    right: containerText('securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }'),
    mutate: (bundle) =>
      editPodUnenforced(bundle, ({ containers }) => (containers[0].securityContext.capabilities.drop = ['CHOWN'])),
    also,
  },
};
