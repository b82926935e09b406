/** What the keys and values of a map must be. */
export type MapSyntax = 'labels' | 'annotations' | 'files';

/** Maps of text whose keys have a syntax of their own, by definition and field. */
export const MAPS: Readonly<Record<string, Readonly<Record<string, MapSyntax>>>> = {
  'core.v1.ConfigMap': { binaryData: 'files', data: 'files' },
  'core.v1.PodSpec': { nodeSelector: 'labels' },
  'core.v1.ReplicationControllerSpec': { selector: 'labels' },
  'core.v1.Secret': { data: 'files', stringData: 'files' },
  'core.v1.ServiceSpec': { selector: 'labels' },
  'meta.v1.LabelSelector': { matchLabels: 'labels' },
  'meta.v1.ObjectMeta': { annotations: 'annotations', labels: 'labels' },
};

/** Most bytes of all annotations of an object. */
export const MOST_ANNOTATION_BYTES = 262144;

const NAME = /^(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PREFIX = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const VALUE = /^(?=.{0,63}$)([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const FILE = /^(?=.{1,253}$)(?!\.\.)(?!\.$)[-._a-zA-Z0-9]+$/;

/** Keys that are right. A bundle has the same few on every object. */
const RIGHT: Readonly<Record<MapSyntax, Set<string>>> = { labels: new Set(), annotations: new Set(), files: new Set() };

/** What is wrong with a key, as `<what> must be …`, or undefined. */
export function findKeyProblem(syntax: MapSyntax, key: string): string | undefined {
  if (RIGHT[syntax].has(key)) return undefined;
  const problem = judgeKey(syntax, key);
  if (problem === undefined) RIGHT[syntax].add(key);
  return problem;
}

function judgeKey(syntax: MapSyntax, key: string): string | undefined {
  if (syntax === 'files') {
    return FILE.test(key) ? undefined : 'a key must be a file name (letters, digits, -, _, . and at most 253)';
  }
  const [name = '', prefix, ...rest] = key.split('/').reverse();
  const what = syntax === 'labels' ? 'a label' : 'an annotation';
  // Prefixes of annotations may be written in upper case.
  const domain = syntax === 'labels' ? prefix : prefix?.toLowerCase();
  if (rest.length > 0) return `the key of ${what} must have one '/' at most`;
  if (domain !== undefined && !PREFIX.test(domain))
    return `the key of ${what} must have a DNS subdomain before its '/'`;
  if (NAME.test(name)) return undefined;
  return `the key of ${what} must be a name (letters, digits, -, _, . and at most 63, a letter or digit at both ends)`;
}

/** What is wrong with the value of a label, as `<what> must be …`, or undefined. */
export function findLabelValueProblem(value: string): string | undefined {
  if (VALUE.test(value)) return undefined;
  return 'the value of a label must have letters, digits, -, _, . only, at most 63, a letter or digit at both ends';
}
