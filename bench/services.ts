import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../lib/constructs/component';
import { ConfigFiles } from '../lib/constructs/objects/config-files';
import { Microservice } from '../lib/constructs/workloads/microservice';
import { PlatformNamespace } from '../lib/constructs/platform-namespace';
import { between } from '../lib/model/scale';
import { EnvironmentApp } from '../lib/synth/environment-app';

/** A way to turn constructs into files. */
export type Synthesizer = 'stock' | 'own';

const CHECK = { path: '/health', period: '5s', timeout: '3s', failures: 3 } as const;
const RESOURCES = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } } as const;
const PACE = { window: '300s', percent: 100, period: '15s' } as const;

/** Synthesizes a number of services, each with seven objects and a call to the next one, in three environments. */
export function synthesizeServices(synthesizer: Synthesizer, count: number, outdir: string): void {
  for (const environment of ['dev', 'staging', 'prod']) {
    const folder = `${outdir}/${environment}`;
    const app = synthesizer === 'own' ? new EnvironmentApp(folder) : new App({ outdir: folder });
    defineServices(app, count);
    app.synth();
  }
}

function defineServices(app: App, count: number): void {
  const platform = new Construct(app, 'bench');
  const component = (id: string) => new Component(platform, id, { partOf: 'bench', source: 'bench/services.ts' });
  const namespace = new PlatformNamespace(component('namespace'), 'bench', {
    dns: {
      peer: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
      ports: [{ port: 53, protocol: 'UDP' }, { port: 53 }],
      after: [],
    },
    podSecurityVersion: 'v1.28',
    quotaHeadroomPercent: 10,
    containerDefaults: RESOURCES,
    containerMax: { cpu: '4', memory: '8Gi' },
    readers: [],
  });
  const sharedSettings = new ConfigFiles(component('settings'), 'Settings', {
    namespace: 'bench',
    name: 'shared',
    data: { LOG_LEVEL: 'info' },
  });
  const services = Array.from({ length: count }, (_, index) => {
    const name = `service-${index}`;
    return new Microservice(component(name), name, {
      namespace,
      tier: 'internal',
      sharedSettings,
      image: `registry.example.com/bench/${name}:1.0.0`,
      port: 8080,
      scale: between(2, 6),
      autoscaling: { cpuPercent: 70, memoryPercent: 80, up: PACE, down: PACE },
      resources: RESOURCES,
      startup: CHECK,
      readiness: { ...CHECK, path: '/ready' },
      liveness: CHECK,
      settings: { SERVICE_NAME: name },
      secretEnv: { URI: { secret: 'credentials', key: 'uri' } },
      user: 1000,
      terminationGrace: '30s',
      drain: '10s',
      priorityClassName: 'service',
      minReady: '5s',
      progressDeadline: '600s',
    });
  });
  services.forEach((service, index) => {
    const next = services[(index + 1) % count];
    if (next !== undefined && next !== service) service.connectTo(next.peerEndpoint(8080));
  });
}
