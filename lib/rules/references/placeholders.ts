import { ObjectIndex } from '../object-index';
import { nameOf } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { makersOf } from '../views/makers';
import { containersOf, podTemplates, PodTemplate } from '../views/pods';
import { tree } from '../views/tree';
import { importedVariables } from './variables';

/** A file's placeholder names a variable of the pod that mounts it. */
export const placeholderDefined: Rule = {
  id: 'references/placeholder-defined',
  title: 'A placeholder in a mounted file names a variable of the pod',
  severity: 'warning',
  why: 'The program reads an empty value, or the placeholder itself.',
  cure: 'set the variable, or write a default into the placeholder',
  sources: ['class a'],
  judge: findUndefined,
};

/** Files of settings; scripts and dashboards have variables of their own. */
const SETTINGS = /\.(ya?ml|properties|conf|toml|ini|cfg)$/;

/** `${NAME}` and `${env:NAME}`, without a default; lower-case names are settings of the file itself. */
const PLACEHOLDER = /(?<![$\\])\$\{(?:env:|ENV:)?([A-Z][A-Z0-9_]{2,})\}/g;

/** Variables that every container has. */
const COMMON = /^(HOME|HOSTNAME|PATH|PWD|USER|SHELL|TZ|LANG|KUBERNETES_\w+|\w+_SERVICE_(HOST|PORT)\w*)$/;

function* findUndefined(index: ObjectIndex): Iterable<Finding> {
  const said = new Set<string>();
  for (const pod of index.view(podTemplates)) {
    const known = variablesOf(index, pod);
    if (known === undefined) continue;
    for (const { configMap } of pod.spec.volumes ?? []) {
      for (const { object: subject } of makersOf(index, 'ConfigMap', pod.namespace, configMap?.name ?? '')) {
        for (const [key, text] of Object.entries(tree(subject.manifest['data']))) {
          if (!SETTINGS.test(key) || typeof text !== 'string' || text.startsWith('#!')) continue;
          for (const name of placeholdersOf(text)) {
            const id = `${subject.path} ${subject.document ?? ''} ${key} ${name}`;
            if (known.has(name) || COMMON.test(name) || said.has(id)) continue;
            said.add(id);
            const message = `\${${name}} must name a variable of ${nameOf(pod.owner.manifest)}, got none of this name`;
            yield { subject, at: ['data', key], message };
          }
        }
      }
    }
  }
}

/** Names that a file wants and does not set itself. */
function placeholdersOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => !/^\s*(#|;|\/\/)/.test(line));
  const names = new Set(lines.flatMap((line) => [...line.matchAll(PLACEHOLDER)].map(([, name = '']) => name)));
  return [...names].filter((name) => !new RegExp(`^\\s*(?:export\\s+)?${name}\\s*[:=]`, 'm').test(text));
}

/** Variables of all containers: an init container may fill the file in. Undefined where one is not known. */
function variablesOf(index: ObjectIndex, pod: PodTemplate): Set<string> | undefined {
  const all = new Set<string>();
  for (const placed of containersOf(pod)) {
    const imported = importedVariables(index, placed);
    if (imported === undefined) return undefined;
    for (const name of imported) all.add(name);
    for (const { name } of placed.container.env ?? []) all.add(name);
  }
  return all;
}
