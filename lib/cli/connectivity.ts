import { ObjectIndex } from '../rules/object-index';
import { renderConnectivity } from '../rules/network/render-connectivity';

/** What `manifests check --connectivity` prints of a bundle: who may connect to whom, and on which ports. */
export function connectivityReport(index: ObjectIndex): string {
  const { length } = index.ofKind('NetworkPolicy');
  const declared = index.facts.connections === undefined ? 'none declared' : 'marked where declared otherwise';
  return `Connections that ${length} policies allow, ${declared}\n\n${renderConnectivity(index)}`;
}
