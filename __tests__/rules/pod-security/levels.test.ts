import { judge } from './judge-by-name';
import { deployment } from '../pod';

const POD = 'spec.template.spec';
const ONE = `${POD}.containers[0]`;
const AT = `${ONE}.securityContext`;

test.each([
  ['host-namespaces', { hostNetwork: true }, {}, `${POD}.hostNetwork: hostNetwork must not be set, got true`],
  [
    'host-path',
    { volumes: [{ name: 'run', hostPath: { path: '/run' } }] },
    {},
    `${POD}.volumes[0].hostPath: volume 'run' must not be a folder of the node, got hostPath '/run'`,
  ],
  [
    'host-process',
    {},
    { securityContext: { windowsOptions: { hostProcess: true } } },
    `${AT}.windowsOptions.hostProcess: container 'api' must not be a host process, got true`,
  ],
  [
    'safe-sysctls',
    { securityContext: { sysctls: [{ name: 'vm.swappiness', value: '0' }] } },
    {},
    `${POD}.securityContext.sysctls[0].name: sysctl must be one that stays within the pod, got 'vm.swappiness'`,
  ],
  [
    'app-armor',
    { securityContext: { appArmorProfile: { type: 'Unconfined' } } },
    {},
    `${POD}.securityContext.appArmorProfile.type: AppArmor of the pod must be on, got Unconfined`,
  ],
  [
    'se-linux',
    {},
    { securityContext: { seLinuxOptions: { type: 'spc_t', role: 'r' } } },
    [
      `${AT}.seLinuxOptions.type: SELinux type of container 'api' must be one of containers, got 'spc_t'`,
      `${AT}.seLinuxOptions.role: SELinux role of container 'api' must not be set, got 'r'`,
    ],
  ],
  [
    'seccomp-on',
    {},
    { securityContext: { seccompProfile: { type: 'Unconfined' } } },
    `${AT}.seccompProfile.type: seccomp of container 'api' must be on, got Unconfined`,
  ],
  [
    'privileged',
    {},
    { securityContext: { privileged: true } },
    `${AT}.privileged: container 'api' must not be privileged, got true`,
  ],
  [
    'host-ports',
    {},
    { ports: [{ containerPort: 1 }, { containerPort: 2, hostPort: 3 }] },
    `${ONE}.ports[1].hostPort: container 'api' must not take a port of the node, got hostPort 3`,
  ],
  [
    'added-capabilities',
    {},
    { securityContext: { capabilities: { add: ['KILL', 'SYS_PTRACE'] } } },
    `${AT}.capabilities.add[1]: container 'api' must add no dangerous capability, got SYS_PTRACE`,
  ],
  [
    'proc-mount',
    {},
    { securityContext: { procMount: 'Unmasked' } },
    `${AT}.procMount: procMount of container 'api' must be Default, got Unmasked`,
  ],
  [
    'probe-hosts',
    {},
    { lifecycle: { postStart: { httpGet: { port: 80, host: 'b' } } } },
    `${ONE}.lifecycle.postStart.httpGet.host: postStart of container 'api' must name no host, got 'b'`,
  ],
  [
    'volume-types',
    { volumes: [{ name: 'x', awsElasticBlockStore: { volumeID: 'v' } }] },
    {},
    `${POD}.volumes[0].awsElasticBlockStore: volume 'x' must come from a claim, an object or memory, got awsElasticBlockStore`,
  ],
  ['no-escalation', {}, {}, `${ONE}: container 'api' must set allowPrivilegeEscalation to false, got none`],
  [
    'non-root',
    { securityContext: { runAsNonRoot: true } },
    { securityContext: { runAsNonRoot: false } },
    `${AT}.runAsNonRoot: container 'api' must set runAsNonRoot to true, got false`,
  ],
  [
    'no-root-user',
    { securityContext: { runAsUser: 0 } },
    {},
    `${POD}.securityContext.runAsUser: runAsUser of the pod must not be root, got 0`,
  ],
  ['seccomp', {}, {}, `${ONE}: container 'api' must have a seccomp profile, got none`],
  [
    'dropped-capabilities',
    {},
    { securityContext: { capabilities: { drop: ['NET_RAW'], add: ['CHOWN'] } } },
    [
      `${AT}.capabilities.drop: container 'api' must drop all capabilities, got NET_RAW`,
      `${AT}.capabilities.add[0]: container 'api' must add no capability but NET_BIND_SERVICE, got CHOWN`,
    ],
  ],
])('%s names the field and the value', (name, spec, container, message) => {
  expect(judge(name, deployment(spec, container))).toEqual([message].flat());
});

test('init containers are judged like others', () => {
  const initContainers = [
    { name: 'chown', image: 'busybox:1.37', securityContext: { privileged: true, runAsUser: 0 } },
  ];
  expect(judge('privileged', deployment({ initContainers }))).toEqual([
    `${POD}.initContainers[0].securityContext.privileged: container 'chown' must not be privileged, got true`,
  ]);
  expect(judge('no-root-user', deployment({ initContainers }))).toHaveLength(1);
});

test('pods of Windows are not asked for what Linux has', () => {
  const pod = deployment({ os: { name: 'windows' } });
  expect(
    ['no-escalation', 'seccomp', 'dropped-capabilities', 'read-only-root'].flatMap((name) => judge(name, pod)),
  ).toEqual([]);
});

test.each([
  ['app-armor', { securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'x' } } }, {}],
  ['safe-sysctls', { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_keepalive_time', value: '60' }] } }, {}],
  ['proc-mount', { hostUsers: false }, { securityContext: { procMount: 'Unmasked' } }],
  ['host-ports', {}, { ports: [{ containerPort: 80, hostPort: 0 }] }],
  [
    'probe-hosts',
    {},
    { livenessProbe: { httpGet: { port: 80, host: '', httpHeaders: [{ name: 'Host', value: 'b' }] } } },
  ],
  ['non-root', {}, { securityContext: { runAsNonRoot: true } }],
  ['seccomp', {}, { securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'x' } } }],
  [
    'volume-types',
    {
      volumes: [
        { name: 'x', csi: { driver: 'd' } },
        { name: 'y', ephemeral: {} },
      ],
    },
    {},
  ],
])('%s: not found', (name, spec, container) => {
  expect(judge(name, deployment(spec, container))).toEqual([]);
});

test('probes of a pod in the network of its node name the node', () => {
  const container = { livenessProbe: { httpGet: { port: 9099, host: 'localhost' } } };
  expect(judge('probe-hosts', deployment({ hostNetwork: true }, container))).toEqual([]);
});
