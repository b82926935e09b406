import { ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, distOf, find, pods } from './read-dist';
import { nameOf, waveOf } from '../objects';

const containersOf = (spec: Any): Any[] => [...(spec.initContainers ?? []), ...spec.containers];

/** Readers of ConfigMaps and Secrets: `[owner, kind, name]`. */
function references(spec: Any): [kind: string, name: string][] {
  const volumes: [string, string][] = (spec.volumes ?? []).flatMap(({ configMap, secret, projected }: Any) => [
    ...(configMap ? [['ConfigMap', configMap.name]] : []),
    ...(secret ? [['Secret', secret.secretName]] : []),
    ...(projected?.sources ?? []).map((source: Any) => ['Secret', source.secret.name]),
  ]);
  const variables: [string, string][] = containersOf(spec).flatMap(({ env = [], envFrom = [] }) => [
    ...envFrom.map(({ configMapRef }: Any) => ['ConfigMap', configMapRef.name]),
    ...env.filter(({ valueFrom }: Any) => valueFrom?.secretKeyRef).map(({ valueFrom }: Any) => ['Secret', valueFrom.secretKeyRef.name]),
  ]);
  return [...volumes, ...variables];
}

/** Who makes the Secrets of a namespace, by name. */
function producers(environment: (typeof ENVIRONMENTS)[number]): Map<string, Any> {
  const secrets = all(environment, 'ExternalSecret').map((object) => [`${object.metadata.namespace}/${object.spec.target.name}`, object] as const);
  const certificates = all(environment, 'Certificate').map((object) => [`${object.metadata.namespace}/${object.spec.secretName}`, object] as const);
  return new Map([...secrets, ...certificates]);
}

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('every file holds objects of one component, and no object stands in two files', () => {
    const names = distOf(environment).map(({ object }) => nameOf(object));
    expect(names.length).toBeGreaterThan(150);
    expect(new Set(names).size).toBe(names.length);
  });

  test('every container asks for and is given CPU and memory', () => {
    for (const { spec } of pods(environment)) {
      for (const { resources } of containersOf(spec)) {
        expect(Object.keys({ ...resources.requests, ...resources.limits }).sort()).toEqual(['cpu', 'memory']);
        expect(Object.keys(resources).sort()).toEqual(['limits', 'requests']);
      }
    }
  });

  test('every image has an exact tag', () => {
    for (const { spec } of pods(environment)) {
      for (const { image } of containersOf(spec)) expect(image).toMatch(/^[a-z0-9.]+\/[a-z0-9._/-]+:v?\d[\w.-]*$/);
    }
  });

  test('every pod passes the restricted profile, with a read-only root file system', () => {
    for (const { spec } of pods(environment)) {
      expect(spec).toMatchObject({ automountServiceAccountToken: expect.any(Boolean), enableServiceLinks: false });
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(spec.securityContext.runAsUser).toBeGreaterThan(0);
      for (const { securityContext } of containersOf(spec)) {
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        });
      }
    }
  });

  test('everything that runs for long is asked for start, readiness and life; a Job is not, whoever starts it', () => {
    for (const { owner, spec } of pods(environment)) {
      const probes = spec.containers.map((container: Any) => Object.keys(container).filter((key) => key.endsWith('Probe')).length);
      expect([nameOf(owner), ...probes]).toEqual([nameOf(owner), ...probes.map(() => (owner.kind.endsWith('Job') ? 0 : 3))]);
    }
  });

  test('a probe asks a port that the container declares', () => {
    for (const { spec } of pods(environment)) {
      for (const container of spec.containers) {
        const names = (container.ports ?? []).flatMap(({ name, containerPort }: Any) => [name, containerPort]);
        for (const probe of [container.startupProbe, container.readinessProbe, container.livenessProbe]) {
          const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
          expect([undefined, ...names]).toContain(port);
        }
      }
    }
  });

  test('two pods or more have exactly one budget, which lets one go; a single pod has none', () => {
    const budgets = all(environment, 'PodDisruptionBudget');
    for (const { owner } of pods(environment).filter(({ owner: { kind } }) => !kind.endsWith('Job'))) {
      const scaler = all(environment, 'HorizontalPodAutoscaler').find(({ spec }) => spec.scaleTargetRef.name === owner.metadata.name);
      const least = owner.spec.replicas ?? scaler?.spec.minReplicas;
      const own = budgets.filter(({ metadata, spec }) => {
        const [[key, value] = ['', '']] = Object.entries(spec.selector.matchLabels);
        return metadata.namespace === owner.metadata.namespace && owner.spec.template.metadata.labels[key] === value;
      });
      expect([nameOf(owner), own.length]).toEqual([nameOf(owner), least > 1 ? 1 : 0]);
      own.forEach(({ spec }) => expect(spec.maxUnavailable).toBe(1));
    }
  });

  test('every autoscaler has a target that does not say how many pods it has', () => {
    for (const { spec } of all(environment, 'HorizontalPodAutoscaler')) {
      expect(find(environment, spec.scaleTargetRef.kind, spec.scaleTargetRef.name).spec).not.toHaveProperty('replicas');
    }
  });

  test('every Service selects pods that declare the ports it leads to', () => {
    for (const { metadata, spec } of all(environment, 'Service')) {
      const selected = pods(environment).filter(
        ({ owner, metadata: { labels } }) =>
          owner.metadata.namespace === metadata.namespace &&
          Object.entries(spec.selector).every(([key, value]) => labels[key] === value),
      );
      expect([metadata.name, selected.length]).toEqual([metadata.name, 1]);
      const names = selected.flatMap((pod) => pod.spec.containers.flatMap(({ ports = [] }: Any) => ports.map(({ name }: Any) => name)));
      spec.ports.forEach(({ targetPort }: Any) => expect(names).toContain(targetPort));
    }
  });

  test('every pod has one policy of its own that closes both directions and lets it resolve names', () => {
    for (const { owner, metadata } of pods(environment)) {
      const policies = all(environment, 'NetworkPolicy').filter(
        (policy) =>
          policy.metadata.namespace === owner.metadata.namespace &&
          policy.spec.podSelector.matchLabels?.['app.kubernetes.io/name'] === metadata.labels['app.kubernetes.io/name'],
      );
      expect([nameOf(owner), policies.length]).toEqual([nameOf(owner), 1]);
      expect(policies[0]?.spec.policyTypes).toEqual(['Ingress', 'Egress']);
      const dns = policies[0]?.spec.egress.find(({ to }: Any) => to[0].podSelector?.matchLabels['k8s-app'] === 'kube-dns');
      expect(dns.ports).toEqual([
        { port: 53, protocol: 'TCP' },
        { port: 53, protocol: 'UDP' },
      ]);
    }
  });

  test('every ConfigMap, Secret and account that a pod names is made in its namespace, Secrets in an earlier wave', () => {
    const secrets = producers(environment);
    const made = new Set(distOf(environment).map(({ object }) => nameOf(object)));
    for (const { owner, spec } of pods(environment)) {
      const { namespace } = owner.metadata;
      expect(made).toContain(`ServiceAccount ${namespace}/${spec.serviceAccountName}`);
      const names = references(spec).map(([kind, name]) => ({ kind, name, producer: secrets.get(`${namespace}/${name}`) }));
      const configMaps = names.filter(({ kind }) => kind === 'ConfigMap').map(({ name }) => `ConfigMap ${namespace}/${name}`);
      expect(configMaps.filter((name) => !made.has(name))).toEqual([]);
      const late = names.filter(({ kind, producer }) => kind === 'Secret' && !(producer && waveOf(producer) < waveOf(owner)));
      expect(late).toEqual([]);
    }
  });

  test('every volume is mounted and every mount has its volume', () => {
    for (const { owner, spec } of pods(environment)) {
      const declared = [
        ...(spec.volumes ?? []).map(({ name }: Any) => name),
        ...(owner.spec.volumeClaimTemplates ?? []).map(({ metadata }: Any) => metadata.name),
      ];
      const mounted = containersOf(spec).flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }: Any) => name));
      expect([...new Set(mounted)].sort()).toEqual([...new Set(declared)].sort());
    }
  });

  test('every pod rolls when a ConfigMap that it reads changes, unless it reads it again by itself', () => {
    const reloads = ({ spec }: Any) => containersOf(spec).some(({ args = [] }) => args.includes('--config.auto-reload'));
    expect(pods(environment).filter(reloads).map(({ owner }) => owner.metadata.name)).toEqual(['prometheus']);
    const started = pods(environment).filter(({ owner: { kind } }) => !kind.endsWith('Job'));
    for (const { owner, metadata, spec } of started.filter((pod) => !reloads(pod))) {
      const read = references(spec).filter(([kind]) => kind === 'ConfigMap');
      const checksums = Object.keys(metadata.annotations ?? {}).filter((key) => key.startsWith('checksum/'));
      const expected = [...new Set(read.map(([, name]) => `checksum/${name}`))];
      expect([nameOf(owner), ...checksums.sort()]).toEqual([nameOf(owner), ...expected.sort()]);
    }
  });

  test('every Job is named by its content, bounded, never deleted by time, and no hook', () => {
    const jobs = all(environment, 'Job');
    expect(jobs.filter(({ metadata }) => metadata.labels['app.kubernetes.io/part-of'] === 'wms')).toHaveLength(5);
    for (const { metadata, spec } of jobs) {
      expect(metadata.name).toMatch(/-[0-9a-f]{8}$/);
      expect(spec).toMatchObject({ backoffLimit: expect.any(Number), activeDeadlineSeconds: expect.any(Number) });
      expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
      expect(Object.keys(metadata.annotations).filter((key) => key.includes('hook'))).toEqual([]);
    }
  });

  test('quantities are written as the API server stores them', () => {
    const quantities = pods(environment).flatMap(({ spec }) =>
      containersOf(spec).flatMap(({ resources }) => [...Object.values(resources.requests), ...Object.values(resources.limits)]),
    );
    quantities.forEach((quantity) => expect(quantity).not.toMatch(/^\d*000m$|^(?:1024|2048|4096)(?:Ki|Mi|Gi)$|\./));
  });

  test('every object leads back to the row it comes from', () => {
    for (const { file, object } of distOf(environment)) {
      expect(object.metadata.annotations['platform-manifests/source']).toMatch(/^lib\/\S+ \S+$/);
      expect(object.metadata.labels['app.kubernetes.io/part-of']).toBe(file.split('/')[1]);
    }
  });
});
