import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { makersOf } from '../views/makers';
import { containers, PlacedContainer } from '../views/pods';

/** A container sets every variable once. */
export const uniqueVariables: Rule = {
  id: 'references/unique-variables',
  title: 'A container sets a variable once',
  severity: 'error',
  why: 'The last one wins in a pod, and a merge on the server keeps either: the next apply may turn it round.',
  cure: 'remove one of the two',
  sources: ['L38', 'G25', 'kube-linter: duplicate-env-var'],
  judge: findTwins,
};

/** `$(NAME)` names a variable that the kubelet knows there. */
export const variableDefined: Rule = {
  id: 'references/variable-defined',
  title: 'A variable in $(…) is set before it is used',
  severity: 'error',
  why: 'The kubelet leaves the text as it is, and the program reads a dollar sign and brackets.',
  cure: 'set it earlier in the list, or write $$(…) for the text itself',
  sources: ['Y14', 'class a', 'Kubernetes: dependent environment variables'],
  judge: findUndefined,
};

function* findTwins(index: ObjectIndex): Iterable<Finding> {
  for (const { pod, at, container } of index.view(containers)) {
    const first = new Map<string, number>();
    for (const [i, { name }] of (container.env ?? []).entries()) {
      const twin = first.get(name);
      if (twin === undefined) {
        first.set(name, i);
        continue;
      }
      const message = `variable ${name} of ${container.name} must be set once, got it at env[${twin}] and env[${i}]`;
      yield { subject: pod.owner, at: [...at, 'env', i, 'name'], message };
    }
  }
}

/** Names as people give them; a lower-case one in a script is a command. */
const EXPANSION = /\$\$|\$\(([A-Z_][A-Z0-9_]*)\)/g;

/** Variables that the kubelet sets for every Service. */
const SERVICE_LINK = /^KUBERNETES_|_(SERVICE_(HOST|PORT)\w*|PORT(_\d+_(TCP|UDP|SCTP)\w*)?)$/;

function* findUndefined(index: ObjectIndex): Iterable<Finding> {
  for (const placed of index.view(containers)) {
    const { pod, at, container } = placed;
    const known = importedVariables(index, placed);
    if (known === undefined) continue;
    const links = pod.spec.enableServiceLinks !== false;
    const check = function* (value: string, field: FieldPath): Iterable<Finding> {
      for (const [, name] of value.matchAll(EXPANSION)) {
        if (name === undefined || known.has(name) || (links && SERVICE_LINK.test(name))) continue;
        const message = `$(${name}) of ${container.name} must name a variable that is set before, got none of this name`;
        yield { subject: pod.owner, at: [...at, ...field], message };
      }
    };
    for (const [i, { name, value }] of (container.env ?? []).entries()) {
      if (typeof value === 'string') yield* check(value, ['env', i, 'value']);
      known.add(name);
    }
    for (const [i, word] of (container.command ?? []).entries()) yield* check(word, ['command', i]);
    for (const [i, word] of (container.args ?? []).entries()) yield* check(word, ['args', i]);
  }
}

/** Names that come from whole ConfigMaps and Secrets; undefined where one of these cannot be read. */
export function importedVariables(index: ObjectIndex, { pod, container }: PlacedContainer): Set<string> | undefined {
  const names = new Set<string>();
  for (const { prefix = '', configMapRef, secretRef } of container.envFrom ?? []) {
    const kind = configMapRef ? 'ConfigMap' : 'Secret';
    const made = makersOf(index, kind, pod.namespace, (configMapRef ?? secretRef)?.name ?? '');
    if (made.length === 0) return undefined;
    for (const { keys } of made) {
      if (keys === undefined) return undefined;
      for (const key of keys) names.add(prefix + key);
    }
  }
  return names;
}
