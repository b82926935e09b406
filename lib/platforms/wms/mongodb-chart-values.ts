import { seconds } from '../../model/duration';
import { Column } from '../../model/environment';
import { Bytes, bytes, canonicalResources, Resources } from '../../model/quantity';
import { ImageValues, imageValues } from '../chart-release';
import { charts } from '../charts';
import { MongoRow } from '../store-rows';

/** Values of the chart mongodb that we set. */
export interface MongodbChartValues {
  readonly global: { readonly security: { readonly allowInsecureImages: true } };
  readonly image: ImageValues;
  readonly clusterDomain: string;
  readonly architecture: 'replicaset';
  readonly replicaSetName: string;
  readonly replicaCount: number;
  readonly auth: { readonly enabled: true; readonly rootUser: string; readonly existingSecret: string };
  readonly arbiter: { readonly enabled: false };
  readonly extraFlags: readonly string[];
  readonly resources: Resources;
  readonly persistence: { readonly size: Bytes; readonly storageClass: string };
  readonly podAntiAffinityPreset: 'hard';
  readonly enableServiceLinks: false;
  readonly terminationGracePeriodSeconds: number;
  readonly priorityClassName: string;
  readonly networkPolicy: { readonly enabled: false };
  readonly metrics: {
    readonly enabled: true;
    readonly image: ImageValues;
    readonly username: string;
    readonly resources: Resources;
  };
}

/** What the cluster gives to its pods, and the Secret with `MONGODB_CHART_KEYS`. */
export interface MongodbChartSurroundings {
  readonly clusterDomain: string;
  readonly storageClass: string;
  readonly priorityClassName: string;
  readonly existingSecret: string;
}

/** Values for a release, from the rows of the replica set that it takes the place of. */
export function mongodbChartValues(
  row: Column<MongoRow>,
  { clusterDomain, storageClass, priorityClassName, existingSecret }: MongodbChartSurroundings,
): MongodbChartValues {
  const { images } = charts.mongodb;
  return {
    global: { security: { allowInsecureImages: true } },
    image: imageValues(images.server),
    clusterDomain,
    architecture: 'replicaset',
    replicaSetName: row.replicaSet,
    replicaCount: row.members,
    auth: { enabled: true, rootUser: row.rootUser, existingSecret },
    arbiter: { enabled: false },
    extraFlags: [`--wiredTigerCacheSizeGB=${bytes(row.cache) / 1024 ** 3}`],
    resources: canonicalResources(row.resources),
    persistence: { size: row.storage, storageClass },
    podAntiAffinityPreset: 'hard',
    enableServiceLinks: false,
    terminationGracePeriodSeconds: seconds(row.terminationGrace),
    priorityClassName,
    networkPolicy: { enabled: false },
    metrics: {
      enabled: true,
      image: imageValues(images.exporter),
      username: row.exporterUser,
      resources: canonicalResources(row.exporter.resources),
    },
  };
}

/** Keys of the chart's Secret, each as a template over the bundle of the servers. */
export const MONGODB_CHART_KEYS = {
  'mongodb-root-password': '{{ .root_password }}',
  'mongodb-replica-set-key': '{{ .keyfile }}',
  'mongodb-metrics-password': '{{ .exporter_password }}',
} as const;
