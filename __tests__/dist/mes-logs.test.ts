import { load } from 'js-yaml';
import { ENVIRONMENTS, EnvironmentName } from '../../lib/model/environment';
import { mes } from '../../lib/platforms/mes/config';
import { parsePipeline, PipelinePlugin } from './logstash-pipeline';
import { bodiesOf, containers, own } from './mes-objects';
import { Any } from './read-dist';

const KINDS = ['mes-logs', 'mes-errors', 'mes-audit'];
const PATTERNS = KINDS.map((kind) => `${kind}-*`);

const logstash = (environment: EnvironmentName) => containers(own(environment, 'StatefulSet', 'logstash'))[0];
const plugins = (environment: EnvironmentName): PipelinePlugin[] =>
  parsePipeline(own(environment, 'ConfigMap', 'logstash').data['logstash.conf']);
const inputs = (environment: EnvironmentName) => plugins(environment).filter(({ section }) => section === 'input');
const outputs = (environment: EnvironmentName) => plugins(environment).filter(({ section }) => section === 'output');
const variables = (environment: EnvironmentName): Record<string, string> =>
  Object.fromEntries(logstash(environment).env.map(({ name, value = '' }: Any) => [name, value]));

/** Name of an index with the variables of the pod in it, and a star for the day. */
function indexOf(environment: EnvironmentName, { options }: PipelinePlugin): string {
  const env = variables(environment);
  return String(options['index'])
    .replace(/\$\{(\w+)\}/g, (_, name: string) => env[name] ?? '')
    .replace('%{+YYYY.MM.dd}', '*');
}

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('Logstash takes lines by TCP on 5000 and what a Filebeat sends on 5044, and its Service leads there', () => {
    const opened = inputs(environment).map(({ name, options }) => [name, options['port']]);
    expect(opened).toEqual([
      ['tcp', 5000],
      ['beats', 5044],
    ]);
    const ports = opened.map(([, port]) => port);
    expect(logstash(environment).ports.map(({ containerPort }: Any) => containerPort)).toEqual([...ports, 9600]);
    expect(own(environment, 'Service', 'logstash').spec.ports.map(({ port }: Any) => port)).toEqual(ports);
  });

  test('services send JSON lines to the port that reads them', () => {
    const { LOGSTASH_HOST, LOGSTASH_PORT } = own(environment, 'ConfigMap', 'platform-config').data;
    const { metadata } = own(environment, 'Service', 'logstash');
    expect(LOGSTASH_HOST).toBe(`${metadata.name}.${metadata.namespace}.svc.cluster.local`);
    const reader = inputs(environment).find(({ options }) => String(options['port']) === LOGSTASH_PORT);
    expect(reader).toMatchObject({ name: 'tcp', options: { codec: 'json_lines' } });
    for (const name of Object.keys(mes.services)) {
      const { envFrom } = containers(own(environment, 'Deployment', name))[0];
      expect(envFrom.map(({ configMapRef }: Any) => configMapRef.name)).toContain('platform-config');
    }
  });

  test('everything is in mes-logs, errors and audit beside it in indices of their own', () => {
    const written = outputs(environment).map((output) => [
      indexOf(environment, output),
      output.conditions.join(' and '),
    ]);
    expect(written).toEqual([
      ['mes-logs-*', ''],
      ['mes-errors-*', '"error" in [ tags ]'],
      ['mes-audit-*', '[ type ] == "audit"'],
    ]);
  });

  test('the filters give what the outputs and people ask for: the time, the service, the level, the tag, the trace', () => {
    const filters = plugins(environment).filter(({ section }) => section === 'filter');
    const text = JSON.stringify(filters.map(({ options }) => options));
    for (const field of [
      'ISO8601',
      '[service][name]',
      '[log][level]',
      '"error"',
      '"warning"',
      '[trace][id]',
      '[http]',
    ]) {
      expect(text).toContain(JSON.stringify(field).slice(1, -1).replaceAll('\\"', '"'));
    }
    const ids = plugins(environment).map(({ options }) => options['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('each index has a template with a time, and a policy that is there before it and ends it', () => {
    const bodies = bodiesOf(environment, 'log-indices');
    const templates = bodies.filter(({ template }) => template);
    expect(templates.flatMap((body) => body.index_patterns)).toEqual(PATTERNS);
    const nodes = own(environment, 'StatefulSet', 'elasticsearch').spec.replicas;
    for (const { template } of templates) {
      expect(template.mappings.properties['@timestamp']).toEqual({ type: 'date' });
      expect(template.settings['index.number_of_replicas']).toBe(nodes > 1 ? 1 : 0);
    }
    const ends = bodies.filter(({ policy }) => policy).map(({ policy }) => policy.phases.delete.min_age);
    expect(ends).toEqual(Object.values(mes.logs).map(({ retention }) => retention[environment]));
    const text = JSON.stringify(own(environment, 'ConfigMap', 'log-indices').data);
    for (const { template } of templates)
      expect(text).toContain(`/_ilm/policy/${template.settings['index.lifecycle.name']}`);
  });

  test('each data view shows an index that the pipeline writes, by the time that its template has', () => {
    const views = bodiesOf(environment, 'kibana-data-views').map(({ data_view: view }) => view);
    expect(views.map(({ title }) => title)).toEqual(outputs(environment).map((output) => indexOf(environment, output)));
    expect(views.map(({ timeFieldName }) => timeFieldName)).toEqual(KINDS.map(() => '@timestamp'));
    expect(views.map(({ id }) => id)).toEqual(KINDS);
  });

  test('who writes may write exactly those indices, who reads may read them, and passwords are references', () => {
    const files = own(environment, 'ConfigMap', 'elasticsearch').data;
    const roles = load(files['roles.yml']) as Record<string, Any>;
    const users = (files.users as string)
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    const unknown = users.flatMap(([, names = '']) => names.split(',')).filter((name) => !(name in roles));
    expect([...new Set(unknown)].sort()).toEqual(['kibana_admin', 'kibana_system']);
    for (const role of ['log-writer', 'log-reader']) expect(roles[role].indices[0].names).toEqual(PATTERNS);
    const writers = outputs(environment).map(({ options }) => [options['user'], options['password']]);
    expect(new Set(writers.map(String))).toEqual(new Set(['logstash,${WRITER_PASSWORD}']));
    expect(users).toContainEqual(['logstash', 'log-writer']);
    const { valueFrom } = logstash(environment).env.find(({ name }: Any) => name === 'WRITER_PASSWORD');
    expect(valueFrom.secretKeyRef).toEqual({ name: 'elasticsearch-auth', key: 'logstash-password' });
  });

  test('Kibana asks the cluster on 5601 as a user of its own, and its secrets are references', () => {
    const settings = load(own(environment, 'ConfigMap', 'kibana').data['kibana.yml']) as Any;
    const [container] = containers(own(environment, 'Deployment', 'kibana'));
    expect(settings['server.port']).toBe(5601);
    expect(settings['elasticsearch.username']).toBe('kibana');
    const references = Object.values(settings).flatMap((value) => /^\$\{(\w+)\}$/.exec(String(value))?.[1] ?? []);
    const given = container.env.filter(({ valueFrom }: Any) => valueFrom).map(({ name }: Any) => name);
    expect(references.sort()).toEqual(given.sort());
    expect(references).toHaveLength(4);
  });
});

test('a pipeline that Logstash would not read is not read here', () => {
  expect(() => parsePipeline('output { elasticsearch { index "a" } }')).toThrow("token 6 must be '=>', got '\"a\"'");
  expect(() => parsePipeline('output { if { stdout { } } }')).toThrow('token 3 must be a condition');
  expect(() => parsePipeline('outputs { }')).toThrow("no section 'outputs'");
});
