import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { RenderedObject } from '../rendered-object';
import { containers } from '../views/pods';
import { tree } from '../views/tree';

/** Members that vote are an odd number. */
export const oddQuorum: Rule = {
  id: 'availability/odd-quorum',
  title: 'Members that vote are an odd number',
  severity: 'warning',
  why: 'One member more than an odd number lets no more of them fail, and is one more that can.',
  cure: 'take one away, or add one',
  sources: ['V07'],
  judge: findEvenQuorums,
};

/** Settings whose value is the list of the members that vote. */
const LISTS =
  /^(?:.*_)?(?:controller[._]quorum[._]voters|cluster[._]initial[._]master[._]nodes|(?:etcd[._])?initial[._]cluster|zoo[._]servers)$/i;

function* findEvenQuorums(index: ObjectIndex): Iterable<Finding> {
  for (const { pod, at, container } of index.view(containers)) {
    for (const [i, { name, value }] of (container.env ?? []).entries()) {
      yield* judgeList(pod.owner, [...at, 'env', i, 'value'], name, value);
    }
    for (const [i, word] of (container.args ?? []).entries()) {
      const [, name = '', value] = /^(?:--?)?(?:override\s+)?([\w.-]+)[= ](\S+)$/.exec(word) ?? [];
      yield* judgeList(pod.owner, [...at, 'args', i], name.replaceAll('-', '_'), value);
    }
  }
  for (const subject of index.ofKind('ConfigMap')) {
    for (const [key, text] of Object.entries(tree(subject.manifest['data']))) {
      if (typeof text !== 'string') continue;
      yield* judgeList(subject, ['data', key], key, text.trim());
      if (!/quorum|initial|servers/i.test(text)) continue;
      for (const [, name = '', value] of text.matchAll(/^\s*([\w.]+)\s*[:=]\s*(\S.*?)\s*$/gm)) {
        yield* judgeList(subject, ['data', key], name, value);
      }
    }
  }
}

function* judgeList(
  subject: RenderedObject,
  at: FieldPath,
  name: string,
  value: string | undefined,
): Iterable<Finding> {
  if (value === undefined || !LISTS.test(name) || /[\n{$]/.test(value)) return;
  const members = value
    .replace(/^[["']+|[\]"']+$/g, '')
    .split(/[,;\s]+/)
    .filter((member) => member !== '');
  if (members.length < 2 || members.length % 2 === 1) return;
  yield { subject, at, message: `members of ${name} must be an odd number, got ${members.length}` };
}
