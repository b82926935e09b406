import { ReadBundle } from '../reading/read-bundles';
import { ObjectIndex } from '../rules/object-index';
import { soundObjects } from '../rules/sound-objects';
import { renderConnectivity } from '../rules/network/render-connectivity';

/** What `manifests check --connectivity` prints of a bundle: who may connect to whom, and on which ports. */
export function connectivityReport(index: ObjectIndex): string {
  const { length } = index.ofKind('NetworkPolicy');
  const declared = index.facts.connections === undefined ? 'none declared' : 'marked where declared otherwise';
  return `Connections that ${length} policies allow, ${declared}\n\n${renderConnectivity(index)}`;
}

/** The same of an environment that was read, under the folder that it stands in. What is malformed is not in it. */
export function connectivityOf({ folder, objects, facts, manifests }: ReadBundle): string {
  const { sound } = soundObjects(new ObjectIndex(objects, facts, manifests));
  return `${folder === '' || folder === '.' ? '' : `# ${folder}\n\n`}${connectivityReport(sound)}`;
}
