import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { configFiles, fieldOf, itemsOf, parseFile, textOf } from '../views/config-files';

/** One entry of `scrape_configs`. */
export interface ScrapeConfig {
  readonly subject: RenderedObject;

  /** Key of the ConfigMap that it stands in. */
  readonly key: string;
  readonly job: string;
  readonly honorLabels: boolean;
  readonly metricsPath: string;
  readonly discoveries: readonly Discovery[];

  /** Whether it finds targets in another way than from this cluster or a list. */
  readonly foreign: boolean;
  readonly addresses: readonly string[];
  readonly staticLabels: readonly Readonly<Record<string, unknown>>[];
  readonly relabelings: readonly Relabeling[];
  readonly metricRelabelings: readonly Relabeling[];
}

/** How targets are found in this cluster. */
export interface Discovery {
  readonly role: string;

  /** Empty for all namespaces. */
  readonly namespaces: readonly string[];

  /** Whether the API server is asked for some of them only, or is another one. */
  readonly narrowed: boolean;
}

/** One step of a relabeling, with its defaults. */
export interface Relabeling {
  readonly action: string;
  readonly sources: readonly string[];
  readonly separator: string;
  readonly regex: string;
  readonly target: string | undefined;
  readonly replacement: string;
}

/** Everything that a Prometheus of the bundle is told to scrape. */
export const scrapeConfigs: View<readonly ScrapeConfig[]> = (index) =>
  index.view(configFiles).flatMap(({ object, key, text }) => {
    if (!/^scrape_configs:/m.test(text)) return [];
    return itemsOf(fieldOf(parseFile(text), 'scrape_configs')).flatMap((entry) => readConfig(object, key, entry) ?? []);
  });

function readConfig(subject: RenderedObject, key: string, entry: unknown): ScrapeConfig | undefined {
  const job = textOf(fieldOf(entry, 'job_name'));
  if (job === undefined) return undefined;
  const statics = itemsOf(fieldOf(entry, 'static_configs'));
  const ways = Object.keys(entry as object).filter((name) => name.endsWith('_sd_configs'));
  return {
    subject,
    key,
    job,
    honorLabels: fieldOf(entry, 'honor_labels') === true,
    metricsPath: textOf(fieldOf(entry, 'metrics_path')) ?? '/metrics',
    discoveries: itemsOf(fieldOf(entry, 'kubernetes_sd_configs')).map(readDiscovery),
    foreign: ways.some((name) => name !== 'kubernetes_sd_configs'),
    addresses: statics.flatMap((group) => itemsOf(fieldOf(group, 'targets')).flatMap((target) => textOf(target) ?? [])),
    staticLabels: statics.map((group) => (fieldOf(group, 'labels') ?? {}) as Readonly<Record<string, unknown>>),
    relabelings: itemsOf(fieldOf(entry, 'relabel_configs')).map(readRelabeling),
    metricRelabelings: itemsOf(fieldOf(entry, 'metric_relabel_configs')).map(readRelabeling),
  };
}

function readDiscovery(entry: unknown): Discovery {
  const namespaces = fieldOf(entry, 'namespaces');
  const names = itemsOf(fieldOf(namespaces, 'names')).flatMap((name) => textOf(name) ?? []);
  return {
    role: textOf(fieldOf(entry, 'role')) ?? '',
    namespaces: names,
    narrowed:
      fieldOf(entry, 'selectors') !== undefined ||
      fieldOf(entry, 'api_server') !== undefined ||
      fieldOf(entry, 'kubeconfig_file') !== undefined ||
      fieldOf(namespaces, 'own_namespace') === true,
  };
}

function readRelabeling(entry: unknown): Relabeling {
  const regex = fieldOf(entry, 'regex');
  const replacement = fieldOf(entry, 'replacement');
  return {
    action: (textOf(fieldOf(entry, 'action')) ?? 'replace').toLowerCase(),
    sources: itemsOf(fieldOf(entry, 'source_labels')).map(String),
    separator: textOf(fieldOf(entry, 'separator')) ?? ';',
    regex: regex === undefined ? '(.*)' : String(regex),
    target: textOf(fieldOf(entry, 'target_label')),
    replacement: replacement === undefined ? '$1' : String(replacement),
  };
}

/** A regular expression of Prometheus, which matches from end to end; undefined where this engine does not know it. */
export function anchored(regex: string): RegExp | undefined {
  if (!patterns.has(regex)) patterns.set(regex, compile(regex));
  return patterns.get(regex);
}

const patterns = new Map<string, RegExp | undefined>();

function compile(regex: string): RegExp | undefined {
  try {
    const flags = regex.startsWith('(?i)') ? 'i' : '';
    return new RegExp(`^(?:${flags === '' ? regex : regex.slice(4)})$`, `s${flags}`);
  } catch {
    return undefined;
  }
}
