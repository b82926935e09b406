import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { containers, podTemplates } from '../views/pods';
import { isWindows } from './control';

/** Nobody changes the programs of a running container. */
export const readOnlyRoot: Rule = {
  id: 'pod-security/read-only-root',
  title: 'The files of an image stay as they are',
  severity: 'warning',
  why: 'Whoever gets in can replace programs, and what is written beside volumes fills the disk of the node.',
  cure: 'set readOnlyRootFilesystem: true, and mount an emptyDir where it writes',
  sources: ['L06'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      const { readOnlyRootFilesystem: got } = container.securityContext ?? {};
      if (got === true || isWindows(pod)) continue;
      yield {
        subject: pod.owner,
        at: got === undefined ? at : [...at, 'securityContext', 'readOnlyRootFilesystem'],
        message: `container '${container.name}' must set readOnlyRootFilesystem to true, got ${got ?? 'none'}`,
      };
    }
  },
};

/** The kubelet can tell that the user is not root. */
export const numericUser: Rule = {
  id: 'pod-security/numeric-user',
  title: 'Who must not be root has a number',
  severity: 'warning',
  why: 'Where the image names its user, the kubelet cannot tell: CreateContainerConfigError, and the pod never starts.',
  cure: 'set runAsUser to the number that the user has in the image',
  sources: ['V30', 'kubernetes/kubernetes#56503'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      const own = pod.spec.securityContext ?? {};
      const { runAsNonRoot = own.runAsNonRoot, runAsUser = own.runAsUser } = container.securityContext ?? {};
      if (runAsNonRoot !== true || runAsUser !== undefined || isWindows(pod)) continue;
      const message = `container '${container.name}' must have a numeric runAsUser beside runAsNonRoot, got none`;
      yield { subject: pod.owner, at, message };
    }
  },
};

/** Nobody logs in to a container from outside. */
export const noSsh: Rule = {
  id: 'pod-security/no-ssh',
  title: 'No container lets people log in',
  severity: 'warning',
  why: 'A login is a second way in, which RBAC and audit logs of the cluster know nothing of.',
  cure: 'remove the port; use kubectl exec',
  sources: ['L22'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      for (const [position, { containerPort, protocol = 'TCP' }] of (container.ports ?? []).entries()) {
        if (containerPort !== 22 || protocol !== 'TCP') continue;
        const message = `container '${container.name}' must not listen for SSH, got containerPort 22`;
        yield { subject: pod.owner, at: [...at, 'ports', position, 'containerPort'], message };
      }
    }
  },
};

/** Names mean the same in every pod. */
export const noHostAliases: Rule = {
  id: 'pod-security/no-host-aliases',
  title: 'Names are resolved by DNS alone',
  severity: 'warning',
  why: 'The pod keeps calling an address that has moved, and nobody sees it in DNS.',
  cure: 'use a Service, of type ExternalName or with an EndpointSlice',
  sources: ['L20'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { owner, at, spec } of index.view(podTemplates)) {
      const aliases = (spec.hostAliases ?? []) as readonly { readonly ip: string; readonly hostnames?: string[] }[];
      for (const [position, { ip, hostnames = [] }] of aliases.entries()) {
        const message = `a pod must not keep addresses of its own, got ${ip} for ${hostnames.join(', ')}`;
        yield { subject: owner, at: [...at, 'hostAliases', position], message };
      }
    }
  },
};
