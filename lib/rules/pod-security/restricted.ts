import { containersOf, PodTemplate } from '../views/pods';
import { Breach, contextsOf, Control, isWindows } from './control';

/** Volumes that hold only what the pod is given. `hostPath` is forbidden by the level baseline already. */
const VOLUME_TYPES: readonly string[] = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'hostPath', 'image'],
  ...['persistentVolumeClaim', 'projected', 'secret'],
];

const volumeTypes: Control = {
  name: 'volume-types',
  title: 'Volumes come from claims, objects or memory',
  why: 'Storage that a pod names by its address is reached past every claim, class and quota.',
  cure: 'use a PersistentVolumeClaim',
  sources: ['L17'],
  *find({ at, spec }) {
    for (const [position, volume] of (spec.volumes ?? []).entries()) {
      const type = Object.keys(volume).find((key) => key !== 'name' && !VOLUME_TYPES.includes(key));
      if (type === undefined) continue;
      const message = `volume '${volume.name}' must come from a claim, an object or memory, got ${type}`;
      yield { at: [...at, 'volumes', position, type], message };
    }
  },
};

const noEscalation: Control = {
  name: 'no-escalation',
  title: 'No process gets more rights than its parent',
  why: 'A setuid program in the image makes anyone in the container root.',
  cure: 'set allowPrivilegeEscalation: false on the container',
  sources: ['L02'],
  *find(pod) {
    if (isWindows(pod)) return;
    for (const { at, container } of containersOf(pod)) {
      const { allowPrivilegeEscalation: got } = container.securityContext ?? {};
      if (got === false) continue;
      const message = `container '${container.name}' must set allowPrivilegeEscalation to false, got ${got ?? 'none'}`;
      yield { at: got === undefined ? at : [...at, 'securityContext', 'allowPrivilegeEscalation'], message };
    }
  },
};

const nonRoot: Control = {
  name: 'non-root',
  title: 'Containers run as somebody else than root',
  why: 'Root in the container is root on the node once there is a way out of it.',
  cure: 'set runAsNonRoot: true and a numeric runAsUser in the securityContext of the pod',
  sources: ['L03'],
  *find(pod) {
    const own = pod.spec.securityContext?.runAsNonRoot;
    for (const { at, container } of containersOf(pod)) {
      const stated = container.securityContext?.runAsNonRoot;
      if ((stated ?? own) === true) continue;
      const message = `container '${container.name}' must set runAsNonRoot to true, got ${stated ?? own ?? 'none'}`;
      yield { at: stated === undefined ? at : [...at, 'securityContext', 'runAsNonRoot'], message };
    }
  },
};

const noRootUser: Control = {
  name: 'no-root-user',
  title: 'No container is given the user 0',
  why: 'Root in the container is root on the node once there is a way out of it.',
  cure: 'name a user of the image; fsGroup makes volumes writable for it',
  sources: ['L04'],
  *find(pod) {
    for (const { at, who, context } of contextsOf(pod)) {
      if (context.runAsUser !== 0) continue;
      yield { at: [...at, 'runAsUser'], message: `runAsUser of ${who} must not be root, got 0` };
    }
  },
};

const seccomp: Control = {
  name: 'seccomp',
  title: 'Every container has a seccomp profile',
  why: 'Without one, Kubernetes leaves every system call of the kernel open.',
  cure: 'set seccompProfile: { type: RuntimeDefault } in the securityContext of the pod',
  sources: ['L09'],
  find: findNoSeccomp,
};

function* findNoSeccomp(pod: PodTemplate): Iterable<Breach> {
  if (isWindows(pod) || pod.spec.securityContext?.seccompProfile?.type !== undefined) return;
  for (const { at, container } of containersOf(pod)) {
    if (container.securityContext?.seccompProfile?.type !== undefined) continue;
    yield { at, message: `container '${container.name}' must have a seccomp profile, got none` };
  }
}

const droppedCapabilities: Control = {
  name: 'dropped-capabilities',
  title: 'Containers drop every capability, and add at most NET_BIND_SERVICE',
  why: 'A container runtime grants fourteen of them, which hardly a program needs and attacks use.',
  cure: 'set capabilities: { drop: [ALL] } on the container',
  sources: ['L07', 'L08'],
  find: findKeptCapabilities,
};

const COMMON = /^(AUDIT_WRITE|CHOWN|DAC_OVERRIDE|FOWNER|FSETID|KILL|MKNOD|SETFCAP|SETGID|SETPCAP|SETUID|SYS_CHROOT)$/;

function* findKeptCapabilities(pod: PodTemplate): Iterable<Breach> {
  if (isWindows(pod)) return;
  for (const { at, container } of containersOf(pod)) {
    const { add = [], drop = [] } = container.securityContext?.capabilities ?? {};
    const field = [...at, 'securityContext', 'capabilities'];
    if (!drop.includes('ALL')) {
      const got = drop.length === 0 ? 'none' : drop.join(', ');
      const message = `container '${container.name}' must drop all capabilities, got ${got}`;
      yield { at: drop.length === 0 ? at : [...field, 'drop'], message };
    }
    for (const [position, name] of add.entries()) {
      if (!COMMON.test(name)) continue;
      const message = `container '${container.name}' must add no capability but NET_BIND_SERVICE, got ${name}`;
      yield { at: [...field, 'add', position], message };
    }
  }
}

/** What the level restricted asks for beyond baseline. */
export const restrictedControls: readonly Control[] = [
  volumeTypes,
  noEscalation,
  nonRoot,
  noRootUser,
  seccomp,
  droppedCapabilities,
];
