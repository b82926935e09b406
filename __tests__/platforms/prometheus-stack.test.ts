import { Construct } from 'constructs';
import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { column } from '../../lib/model/environment';
import { clusterPlatform } from '../../lib/platforms/cluster';
import { deliveryBundle } from '../../lib/platforms/delivery';
import { observabilityPlatform } from '../../lib/platforms/observability';
import { observability } from '../../lib/platforms/observability/config';
import { wmsPlatform } from '../../lib/platforms/wms';
import { rules } from '../../lib/rules';
import { describe as tell, judge } from '../../lib/rules/judge';
import { ObjectIndex } from '../../lib/rules/object-index';
import { connectionsOf } from '../../lib/synth/connections-of';
import { definePlatforms } from '../../lib/synth/define-platforms';
import { EnvironmentApp } from '../../lib/synth/environment-app';
import { factsOf } from '../../lib/synth/environment-facts';
import { Any } from '../dist/read-dist';
import { allOf, findOf, waveOf } from '../objects';
import { operated } from './profiles';

const platforms = [clusterPlatform, wmsPlatform, observabilityPlatform];

/** A cluster with this Prometheus, as it is delivered. */
function deliver(monitoring: Environment['monitoring']) {
  const environment = { ...environments.staging, monitoring };
  const app = new EnvironmentApp('dist');
  definePlatforms(app, environment, platforms);
  const rendered = [...app.renderObjects()];
  const bundle = new Construct(app, deliveryBundle.name);
  deliveryBundle.define(
    bundle,
    environment,
    platforms.map(({ name }) => ({
      name,
      objects: rendered.filter(({ path }) => path.startsWith(`${name}/`)).map(({ manifest }) => manifest),
      releases: [],
    })),
  );
  const objects = [...rendered, ...app.renderObjects(bundle)];
  const facts = { ...factsOf(environment, []), connections: connectionsOf(app) };
  const sources = app.renderFiles(objects).map(({ path, content }) => ({ path, text: content }));
  const { verdicts } = judge(new ObjectIndex(objects, facts, sources), rules);
  return {
    objects: objects.map(({ manifest }): Any => manifest),
    faults: app.findProblems(),
    findings: verdicts.map((verdict) => `${verdict.rule.id}: ${tell(verdict)}`),
  };
}

const NAME = 'kube-prometheus-stack';
const addOn = deliver({ ...(operated as Extract<Environment['monitoring'], { kind: 'operator' }>), isAddOn: true });

test('a cluster with the operator as an add-on breaks no rule and no construct', () => {
  expect([addOn.faults, addOn.findings]).toEqual([[], []]);
});

test('the chart comes only where the environment says so, before the platforms', () => {
  const names = ({ objects }: typeof addOn) => allOf(objects, 'Application').map(({ metadata }) => metadata.name);
  expect(names(addOn)).toContain(NAME);
  expect(names(deliver(operated))).not.toContain(NAME);
  const application = (name: string) =>
    allOf(addOn.objects, 'Application').find(({ metadata }) => metadata.name === name);
  expect(waveOf(application(NAME))).toBeLessThan(waveOf(application('cluster')));
});

test('it stands in the namespace whose Prometheus all policies admit, and selects what is rendered', () => {
  const { spec } = findOf(addOn.objects, 'Application', NAME);
  expect(spec.destination.namespace).toBe('monitoring');
  const { prometheusSpec } = spec.source.helm.valuesObject.prometheus;
  const selector = { matchLabels: { release: NAME } };
  expect([prometheusSpec.podMonitorSelector, prometheusSpec.ruleSelector]).toEqual([selector, selector]);
  for (const { metadata } of allOf(addOn.objects, 'PodMonitor', 'PrometheusRule')) {
    expect(metadata.labels).toMatchObject(selector.matchLabels);
  }
});

test('its Prometheus has the figures of the one that it takes the place of', () => {
  const { scrapeInterval, evaluationInterval, resources } = column(observability, 'staging').prometheus;
  const { prometheusSpec } = findOf(addOn.objects, 'Application', NAME).spec.source.helm.valuesObject.prometheus;
  expect(prometheusSpec).toMatchObject({
    scrapeInterval,
    evaluationInterval,
    retention: '7d',
    retentionSize: '40Gi'.concat('B'),
    resources: { requests: resources.requests },
    storageSpec: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '50Gi' } } } } },
  });
  expect(allOf(addOn.objects, 'StatefulSet').map(({ metadata }) => metadata.name)).not.toContain('prometheus');
});

test('services and their Deployments do not notice who scrapes', () => {
  const services = (monitoring: Environment['monitoring']) =>
    allOf(deliver(monitoring).objects, 'Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'Service')
      .filter(({ metadata }) => metadata.namespace === 'wms-platform')
      .map((object) => JSON.stringify(object));
  expect(services({ kind: 'bundled' })).toEqual(services(operated));
});
