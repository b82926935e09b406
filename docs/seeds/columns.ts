import { dev, Expected, Place, prod, resources, staging } from './figure';

/** One field in dev, staging and prod. */
export const columns = (
  object: string,
  path: string,
  values: readonly [dev: Expected, staging: Expected, prod: Expected],
): Place[] => [dev(object, path, values[0]), staging(object, path, values[1]), prod(object, path, values[2])];

type Range = readonly [min: number, max: number];

/** Pods of a service: a fixed number in dev, and an autoscaler's bounds elsewhere. */
export const scale = (workload: string, fixed: number, inStaging: Range, inProd: Range): Place[] => {
  const autoscaler = `HorizontalPodAutoscaler/${workload.split('/').at(-1) ?? ''}`;
  return [
    dev(workload, 'spec.replicas', fixed),
    staging(autoscaler, 'spec.minReplicas', inStaging[0]),
    staging(autoscaler, 'spec.maxReplicas', inStaging[1]),
    prod(autoscaler, 'spec.minReplicas', inProd[0]),
    prod(autoscaler, 'spec.maxReplicas', inProd[1]),
  ];
};

type Amounts = readonly [requestsCpu: string, requestsMemory: string, limitsCpu: string, limitsMemory: string];

/** Requests and limits of a container in dev, staging and prod. */
export const resourceColumns = (
  object: string,
  container: string,
  amounts: readonly [dev: Amounts, staging: Amounts, prod: Amounts],
): Place[] => [
  ...resources(dev, object, container, amounts[0]),
  ...resources(staging, object, container, amounts[1]),
  ...resources(prod, object, container, amounts[2]),
];

/** Sizes of the volumes of a StatefulSet in dev, staging and prod; `''` where none is kept. */
export const volumes = (object: string, sizes: readonly [dev: string, staging: string, prod: string]): Place[] =>
  columns(object, 'spec.volumeClaimTemplates', [sized(sizes[0]), sized(sizes[1]), sized(sizes[2])]);

const sized = (size: string) => new RegExp(`"storage":"(${size})"`);
