import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Component } from '../../constructs/component';
import { defineEdge } from './edge';
import { GeneratedSecret } from '../../constructs/secrets/generated-secret';
import { generatedName, SecretStore } from '../../constructs/secrets/secret-store';
import { StorageClass } from '../../constructs/storage-class';
import { Environment } from '../../environments/environment';
import { SECRET_STORE } from '../cluster-facts';
import { defineNamespace } from '../namespace';
import { secretBundles } from '../secrets';
import { ClusterRows } from './config';
import { KubernetesObject } from '../../constructs/objects/kubernetes-object';

/** Defines what belongs to no platform because all of them use it. */
export function defineCluster(scope: Construct, rows: ClusterRows, environment: Environment): void {
  const component = (id: string, source: string) => new Component(scope, id, { partOf: rows.name, source });
  const facts = 'lib/environments';

  const { name, ...storage } = environment.storageClass;
  new StorageClass(component('storage-class', `${facts} storageClass`), name, storage);

  const priorities = component('priority-classes', 'lib/platforms/cluster/config.ts priorityClasses');
  for (const [className, { value, description }] of Object.entries(rows.priorityClasses)) {
    new KubernetesObject(priorities, className, k8s.KubePriorityClass, {
      metadata: { name: className },
      value,
      description,
      preemptionPolicy: 'PreemptLowerPriority',
    });
  }

  defineEdge(component, rows, environment);

  const secrets = component('secret-store', `${facts} secretStore`);
  const { secretStore } = environment;
  const store = new SecretStore(secrets, SECRET_STORE, {
    backend: secretStore,
    bundles: Object.keys(secretBundles),
    readerLabel: 'app.kubernetes.io/part-of',
  });
  if (secretStore.kind !== 'generated') return;
  const { namespace } = secretStore;
  store.node.addDependency(
    defineGeneratedSecrets(component('generated-secrets', `${facts} secretStore`), rows, environment, namespace),
  );
}

function defineGeneratedSecrets(
  component: Component,
  { generatedLength }: ClusterRows,
  environment: Environment,
  name: string,
): Construct {
  const namespace = defineNamespace(component, name, environment).name;
  for (const [bundle, properties] of Object.entries(secretBundles)) {
    new GeneratedSecret(component, generatedName(bundle), { namespace, properties, length: generatedLength });
  }
  return component;
}
