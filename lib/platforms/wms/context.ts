import { Component } from '../../constructs/component';
import { ExternalSecret, SecretStoreReference } from '../../constructs/secrets/external-secret';
import { MetricsTarget } from '../../constructs/workloads/metrics-target';
import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { imageReference } from '../../model/image';
import { priority } from '../cluster-facts';
import { SecretBundle, secretBundles } from '../secrets';
import { WmsRows } from './rows';
import { StoreRow, ToolRow } from './store-rows';

/** What every part of the platform is defined with. */
export interface Context {
  readonly rows: Column<WmsRows>;
  readonly environment: Environment;
  readonly store: SecretStoreReference;
  readonly namespaces: Readonly<Record<keyof WmsRows['namespaces'], PlatformNamespace>>;

  /** Makes the component of a file, given its name and the row it comes from. */
  component(id: string, row: string): Component;

  /** Admits Prometheus to what a component reports. */
  scrape(targets: readonly MetricsTarget[]): void;
}

/** Props of a server that keeps data, from its rows. */
export function storeProps(row: Column<StoreRow>, { environment }: Context) {
  const { user, storage, scratch, probes, minReady, terminationGrace } = row;
  return {
    image: imageReference(row.image),
    user,
    group: user,
    storage,
    storageClassName: environment.storageClass.name,
    clusterDomain: environment.clusterDomain,
    scratch,
    probes,
    minReady,
    terminationGrace,
    priorityClassName: priority.data,
  };
}

/** Props of a program in a pod of its own. */
export function toolProps({ image, user, resources }: Column<ToolRow>, { rows }: Context) {
  return { ...rows.tools, image: imageReference(image), user, resources, priorityClassName: priority.service };
}

/** Props of a Job that prepares something. */
export function jobProps({ rows }: Context) {
  return { ...rows.jobs, priorityClassName: priority.job };
}

/** Defines the Secret with all of a bundle, in the component and namespace of the server that reads it. */
export function defineBundle(
  scope: Component,
  name: string,
  namespace: PlatformNamespace,
  bundle: SecretBundle,
  { store }: Context,
): ExternalSecret {
  const properties = secretBundles[bundle];
  return new ExternalSecret(scope, name, { namespace: namespace.name, store, bundle, properties });
}
