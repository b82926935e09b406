import { dump } from 'js-yaml';

/** Content of a YAML file that a program reads at its start, in the order in which it is written down. */
export function yamlFile(content: object): string {
  return dump(content, { lineWidth: -1, noRefs: true });
}
