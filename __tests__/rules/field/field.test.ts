import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../cli/run';

/**
 * The mistakes that platforms of others were found to make, in YAML as people write it: each file is a bundle of its own,
 * wrong in one way, and stands mended beside it. What is found, by line and rule, and what is said to do.
 */
const FOUND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a-settings.yaml': {
    '8 references/key-used': 'let its reader name it, or remove it',
    '54 references/variable-defined': 'set it earlier in the list, or write $$(…) for the text itself',
  },
  'b-ports.yaml': {
    '38 references/probe-port': 'name a port of the container',
    '63 references/target-port': 'name a port of the containers',
    '84 references/backend-port': 'name a port of the Service, not one of its pods',
  },
  'c-topics.yaml': {
    '55 messaging/declared-once': 'keep one of the two',
    '95 messaging/topic-declared': 'declare it beside the others, or list it as provided (KafkaTopic <name>)',
  },
  'd-alerts.yaml': {
    '13 monitoring/known-jobs': 'write the job and the namespace as the scrape labels its series',
  },
  'd-scrapes.yaml': {
    '18 network/scraper-shut-out': 'allow ingress to the metrics port from the pods of the scraper',
    '19 monitoring/annotated-ports': 'write the number of the port, or add it to the ports of the container',
  },
  'e-policies.yaml': {
    '18 network/scraper-shut-out': 'allow ingress to the metrics port from the pods of the scraper',
    '156 network/no-dns': 'allow egress to the pods of the DNS server, ports 53/UDP and 53/TCP',
  },
  'f-references.yaml': {
    '16 references/config-used': 'let its reader name it, or remove it',
    '50 references/config-used': 'let its reader name it, or remove it',
    '86 references/service-account-exists':
      'add it or mend the name, or, where somebody else makes it, name it under `provided` in environment.yaml',
    '94 references/secret-exists':
      'add what makes it (ExternalSecret, Certificate), mend the name, or, where somebody else makes it, name it under `provided` in environment.yaml',
    '129 references/claim-exists':
      'add it or mend the name, or, where somebody else makes it, name it under `provided` in environment.yaml',
    '132 references/config-exists':
      'add it or mend the name, or, where somebody else makes it, name it under `provided` in environment.yaml',
  },
  'g-scale.yaml': {
    '45 availability/one-scale': 'leave `replicas` away',
    '119 messaging/partitions-for-all': 'lower maxReplicas, or add partitions',
    '134 availability/budget-lets-drain':
      'write `maxUnavailable: 1`, run one more pod, or remove the budget of a single pod',
  },
  'h-memory.yaml': {
    '30 runtime-settings/memory-above-limit': 'lower the setting, or raise the limit',
    '30 runtime-settings/old-flags': 'use -XX:+UseG1GC',
  },
  'i-volume.yaml': {
    '68 availability/claim-of-one': 'make it a StatefulSet with claim templates, or a claim with ReadWriteMany',
  },
  'j-twice.yaml': {
    '139 identity/unique-objects': 'remove one of the two, or give it a name of its own',
  },
  'k-levels.yaml': {
    '25 schema/wrong-level': 'move it to spec.template.spec.containers[].securityContext.allowPrivilegeEscalation',
    '59 references/volume-mounted': 'mount it, or remove it',
  },
  'l-annotations.yaml': {
    '71 exposure/nginx-annotations': "did you mean 'limit-rps'?",
  },
  'm-namespaces.yaml': {
    '159 network/unknown-namespace-label':
      'select a namespace by kubernetes.io/metadata.name, which the API server sets to its name',
    '169 network/unknown-namespace-label':
      'select a namespace by kubernetes.io/metadata.name, which the API server sets to its name',
  },
  'n-replication.yaml': {
    '17 messaging/replication-within-brokers': 'lower the replication factor, or add brokers',
    '19 messaging/replication-within-brokers': 'lower the replication factor, or add brokers',
    '20 messaging/replication-within-brokers': 'lower the replication factor, or add brokers',
    '33 messaging/in-sync-within-replication': 'set min.insync.replicas to one less than the replication factor',
    '33 messaging/replication-within-brokers': 'lower the replication factor, or add brokers',
  },
};

const files = (folder: string) => readdirSync(join(__dirname, folder)).sort();

const check = async (folder: string, file: string) => {
  const { out } = await run(join(__dirname, folder), ['check', '--no-waivers', '--format', 'json', file]);
  const { findings } = JSON.parse(out) as { findings: { file: string; line: number; rule: string; cure: string }[] };
  return findings.map(({ file: path, line, rule, cure }) => [`${path}:${line} ${rule}`, cure]);
};

test('every file stands there wrong and mended', () => {
  expect(files('wrong')).toEqual(Object.keys(FOUND));
  expect(files('right')).toEqual(Object.keys(FOUND));
});

test.each(Object.entries(FOUND))(
  '%s: each mistake is found in its line, with its cure, and nothing else',
  async (file, found) => {
    const expected = Object.entries(found).map(([place, cure]) => [`${file}:${place}`, cure]);
    expect(await check('wrong', file)).toEqual(expected);
  },
);

test.each(Object.keys(FOUND))('nothing is found in %s once it is mended', async (file) => {
  expect(await check('right', file)).toEqual([]);
});
