import { Construct } from 'constructs';
import { Component } from '../constructs/component';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { Timings } from '../constructs/pods/probe';
import { ExternalSecret, SecretStoreReference } from '../constructs/secrets/external-secret';
import { MetricsTarget } from '../constructs/workloads/metrics-target';
import { Environment } from '../environments/environment';
import { Column } from '../model/environment';
import { imageReference } from '../model/image';
import { priority, secretStoreOf } from './cluster-facts';
import { SecretBundle, secretBundles } from './secrets';
import { JobRow, RolloutRow, ToolRow, VolumeRow } from './store-rows';
import { Telemetry } from './telemetry';

/** What every part of a platform is defined with. */
export interface PlatformContext {
  /** Name of the platform. */
  readonly platform: string;
  readonly environment: Environment;
  readonly store: SecretStoreReference;

  /** What platforms report to `observability`. */
  readonly telemetry: Telemetry;

  /** Makes the component of a file, given its name and the row it comes from. */
  component(id: string, row: string): Component;

  /** Lets Prometheus scrape what a component reports. */
  scrape(targets: readonly MetricsTarget[]): void;
}

/** The context of a platform of this name, whose rows stand in the file `table`. */
export function platformContext(
  scope: Construct,
  { name, table }: { readonly name: string; readonly table: string },
  environment: Environment,
  telemetry: Telemetry,
): PlatformContext {
  return {
    platform: name,
    environment,
    telemetry,
    store: secretStoreOf(environment),
    component: (id, row) => new Component(scope, id, { partOf: name, source: `${table} ${row}` }),
    scrape: (targets) => {
      telemetry.scrape(name, targets);
    },
  };
}

/** Props of a server that keeps data, from its rows. */
export function storeProps(row: Column<VolumeRow>, { environment }: PlatformContext) {
  const { user, storage, resources, scratch, probes, minReady, terminationGrace } = row;
  return {
    image: imageReference(row.image),
    user,
    group: user,
    storage,
    storageClassName: environment.storageClass.name,
    resources,
    clusterDomain: environment.clusterDomain,
    scratch,
    probes,
    minReady,
    terminationGrace,
    priorityClassName: priority.data,
  };
}

/** Props of a program in a pod of its own. */
export function toolProps(
  { image, user, resources }: Column<ToolRow>,
  tools: RolloutRow & { readonly probes: Timings },
) {
  return { ...tools, image: imageReference(image), user, resources, priorityClassName: priority.service };
}

/** Props of a Job that prepares something. */
export function jobProps(jobs: Column<JobRow>) {
  return { ...jobs, priorityClassName: priority.job };
}

/** Defines the Secret with all of a bundle, in the component and namespace of the server that reads it. */
export function defineBundle(
  scope: Component,
  name: string,
  namespace: PlatformNamespace,
  bundle: SecretBundle,
  { store }: PlatformContext,
): ExternalSecret {
  const properties = secretBundles[bundle];
  return new ExternalSecret(scope, name, { namespace: namespace.name, store, bundle, properties });
}
