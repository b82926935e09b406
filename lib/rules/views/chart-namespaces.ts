import { View } from '../object-index';
import { applications } from './delivery';

/** Namespaces that charts go to by Applications of the bundle: nobody has seen their pods and Services. */
export const chartNamespaces: View<ReadonlySet<string>> = (index) => {
  const namespaces = new Set<string>();
  for (const { sources, destination } of index.view(applications)) {
    if (destination.namespace !== undefined && sources.some(({ chart }) => chart !== undefined)) {
      namespaces.add(destination.namespace);
    }
  }
  return namespaces;
};
