// Makes the tables of `schemas/` that rules judge objects by: `node imports/generate-schemas.mjs`. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

/** Versions of Kubernetes: that of the typed objects, that of our clusters, and the newest that the typed modules around them work with. */
const kubernetes = ['1.27.16', '1.28.15', '1.36.3'];

/** Definitions of custom resources, whole: more kinds than those of the typed modules, for people who check other YAML. */
const customResources = [
  {
    module: 'github.com/external-secrets/external-secrets@v1.3.2',
    folder: 'config/crds/bases',
    files: [
      'external-secrets.io_externalsecrets',
      'external-secrets.io_secretstores',
      'external-secrets.io_clustersecretstores',
      'generators.external-secrets.io_passwords',
    ],
  },
  {
    module: 'github.com/cert-manager/cert-manager@v1.21.2',
    folder: 'deploy/crds',
    files: ['cert-manager.io_certificates', 'cert-manager.io_issuers', 'cert-manager.io_clusterissuers'],
  },
  {
    module: 'sigs.k8s.io/gateway-api@v1.4.0',
    folder: 'config/crd/experimental', // what the standard channel has, and what it will have
    files: ['gateway.networking.k8s.io_gateways', 'gateway.networking.k8s.io_httproutes'],
  },
  {
    module: 'istio.io/api@v1.27.0',
    folder: 'kubernetes',
    files: ['customresourcedefinitions.gen'],
    kinds: ['AuthorizationPolicy', 'DestinationRule', 'PeerAuthentication', 'VirtualService'],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    folder: 'example/prometheus-operator-crd-full',
    files: [
      'monitoring.coreos.com_podmonitors',
      'monitoring.coreos.com_prometheusrules',
      'monitoring.coreos.com_servicemonitors',
    ],
  },
  { module: 'github.com/argoproj/argo-cd/v3@v3.2.1', folder: 'manifests/crds', files: ['application-crd', 'appproject-crd'] },
];

/** Types that the server checks against their constants although the comments above them do not say so. */
const CHECKED = new Set(['LabelSelectorOperator', 'HPAScalingPolicyType', 'MetricTargetType', 'ScalingPolicySelect']);

/** Types whose constants are not all that the server takes. */
const OPEN = new Set(['KeyUsage']);

/** Fields that the description calls required and that the server fills in: a zero, an empty string, or the only group there is. */
const DEFAULTED = new Set([
  'apps.v1.StatefulSetSpec serviceName',
  'core.v1.HTTPHeader value',
  'core.v1.ISCSIPersistentVolumeSource lun',
  'core.v1.ISCSIVolumeSource lun',
  'core.v1.Sysctl value',
  'networking.v1.NetworkPolicySpec podSelector',
  'rbac.v1.RoleRef apiGroup',
  'scheduling.v1.PriorityClass value',
  'storage.v1.CSIDriver spec',
]);

/** Words about which fields go together. What the server fills in counts for them. */
const CHOICES = ['oneOf', 'anyOf', 'allOf', 'not', 'minProperties', 'maxProperties'];

const work = mkdtempSync(join(tmpdir(), 'schemas-'));
writeFileSync(join(work, 'go.mod'), 'module schemas\n');
const out = join(import.meta.dirname, 'schemas');
mkdirSync(out, { recursive: true });

for (const version of kubernetes) writeKubernetes(version);
writeCustomResources();
rmSync(work, { recursive: true });

function folderOf(module) {
  return JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { cwd: work, encoding: 'utf8' })).Dir;
}

/** A map with one line for each key, so that a change of one type is one line of a diff. */
function write(name, maps) {
  const parts = Object.entries(maps).map(([key, map]) => {
    const lines = Object.entries(map)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([entry, value]) => `${JSON.stringify(entry)}:${JSON.stringify(value)}`);
    return `${JSON.stringify(key)}:{\n${lines.join(',\n')}\n}`;
  });
  writeFileSync(join(out, name), `{${parts.join(',')}}\n`);
}

function writeKubernetes(version) {
  const swagger = join(folderOf(`k8s.io/kubernetes@v${version}`), 'api/openapi-spec/swagger.json');
  const { definitions: all } = JSON.parse(readFileSync(swagger, 'utf8'));
  const enumerations = enumerationsOf(version.replace(/^1\./, '0.'));
  const kinds = {};
  const definitions = {};

  const add = (fullName) => {
    const name = shortName(fullName);
    if (definitions[name]) return;
    definitions[name] = {};
    definitions[name] = convert(withoutStatus(all[fullName]), (ref) => add(ref));
    const required = definitions[name].required?.filter((field) => !DEFAULTED.has(`${name} ${field}`)) ?? [];
    definitions[name].required = required.length > 0 ? required : undefined;
    for (const [field, schema] of Object.entries(definitions[name].properties ?? {})) {
      const values = enumerations.get(`${fullName}#${field}`);
      if (values) (schema.items ?? schema).enum = values;
    }
  };

  for (const [fullName, definition] of Object.entries(all)) {
    for (const { group, version: apiVersion, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      if (!definition.properties?.metadata || definition.properties.metadata.$ref?.endsWith('ListMeta')) continue;
      kinds[`${group === '' ? '' : `${group}/`}${apiVersion} ${kind}`] = shortName(fullName);
      add(fullName);
    }
  }
  write(`kubernetes-${version.split('.').slice(0, 2).join('.')}.json`, { kinds, definitions });
}

/** What a controller writes is nobody's to write. */
function withoutStatus(definition) {
  if (!definition.properties?.metadata || !definition.properties.status) return definition;
  return { ...definition, properties: { ...definition.properties, status: { type: 'object' } } };
}

function shortName(name) {
  return name.replace(/^(#\/definitions\/)?io\.k8s\.(apimachinery\.pkg\.apis\.|kube-aggregator\.pkg\.apis\.|apiextensions-apiserver\.pkg\.apis\.|api\.)?/, '');
}

/** What is judged of a schema; references become short names and are followed. */
function convert(schema, follow) {
  if (schema.$ref) {
    if (schema.$ref.endsWith('.resource.Quantity')) return { format: 'quantity' };
    if (schema.$ref.endsWith('.intstr.IntOrString')) return { 'x-kubernetes-int-or-string': true };
    const target = schema.$ref.replace('#/definitions/', '');
    follow(target);
    return { $ref: shortName(schema.$ref) };
  }
  const { type, format, properties, items, additionalProperties, required } = schema;
  if (type === 'object' && !properties && !additionalProperties) return { 'x-kubernetes-preserve-unknown-fields': true };
  const result = { type, format, required };
  for (const key of ['enum', 'pattern', 'minimum', 'maximum', 'nullable']) result[key] = schema[key];
  for (const key of ['preserve-unknown-fields', 'int-or-string', 'embedded-resource']) {
    result[`x-kubernetes-${key}`] = schema[`x-kubernetes-${key}`];
  }
  if (schema['x-kubernetes-int-or-string']) delete result.type;
  const chooses = CHOICES.some((key) => schema[key] !== undefined) && !schema['x-kubernetes-int-or-string'];
  if (chooses) for (const key of CHOICES) result[key] = schema[key];
  if (properties) {
    const sorted = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
    result.properties = Object.fromEntries(sorted.map(([name, value]) => [name, convert(value, follow)]));
    if (chooses) for (const [name, { default: filled }] of sorted) result.properties[name].default = filled;
  }
  if (items) result.items = convert(items, follow);
  if (typeof additionalProperties === 'object') result.additionalProperties = convert(additionalProperties, follow);
  if (additionalProperties === true) result['x-kubernetes-preserve-unknown-fields'] = true;
  return result;
}

/** Constants of the Go types that are enumerations, by `<type>#<JSON name of a field>`. */
function enumerationsOf(version) {
  const fields = new Map();
  const roots = [
    [join(folderOf(`k8s.io/api@v${version}`)), 'io.k8s.api.'],
    [join(folderOf(`k8s.io/apimachinery@v${version}`), 'pkg/apis'), 'io.k8s.apimachinery.pkg.apis.'],
  ];
  const packages = roots.flatMap(([root, prefix]) =>
    readdirSync(root, { recursive: true })
      .filter((path) => /^\w+\/v\w+\/types\.go$/.test(path))
      .map((path) => {
        const [group, apiVersion] = path.split('/');
        return { prefix: `${prefix}${group}.${apiVersion}.`, source: readFileSync(join(root, path), 'utf8') };
      }),
  );
  const values = new Map(packages.map(({ prefix, source }) => [prefix, constantsOf(source)]));
  const core = values.get('io.k8s.api.core.v1.');
  for (const { prefix, source } of packages) {
    for (const [, struct, body] of source.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm)) {
      for (const [, type, name] of body.matchAll(/^\t\w+\s+([*[\]\w.]+)\s+`json:"(\w+)/gm)) {
        const [base, qualifier] = type.replace(/[*[\]]/g, '').split('.').reverse();
        const known = (qualifier === undefined ? values.get(prefix) : core)?.get(base);
        if (known) fields.set(`${prefix}${struct}#${name}`, known);
      }
    }
  }
  return fields;
}

function constantsOf(source) {
  const result = new Map();
  for (const [, comment, name] of source.matchAll(/((?:^\/\/.*\n)*)^type (\w+) string$/gm)) {
    if (OPEN.has(name) || !(CHECKED.has(name) || comment.includes('+enum'))) continue;
    const constants = [...source.matchAll(new RegExp(`^\\t\\w+\\s+(?:${name}\\s*=\\s*|=\\s*${name}\\()"([^"]*)"`, 'gm'))];
    if (constants.length > 0) result.set(name, constants.map(([, value]) => value).filter((value) => value !== ''));
  }
  return result;
}

function writeCustomResources() {
  const kinds = {};
  for (const { module, folder, files, kinds: wanted } of customResources) {
    const root = folderOf(module);
    for (const file of files) {
      for (const { spec } of loadAll(readFileSync(join(root, folder, `${file}.yaml`), 'utf8'))) {
        if (wanted && !wanted.includes(spec.names.kind)) continue;
        for (const { name, served, schema } of spec.versions) {
          if (!served) continue;
          const { status, ...properties } = schema.openAPIV3Schema.properties;
          const whole = convert({ ...schema.openAPIV3Schema, properties }, () => undefined);
          if (status) whole.properties.status = { 'x-kubernetes-preserve-unknown-fields': true };
          kinds[`${spec.group}/${name} ${spec.names.kind}`] = whole;
        }
      }
    }
  }
  write('custom-resources.json', { kinds });
}
