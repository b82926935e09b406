import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { resourcesOf } from '../views/container-resources';
import { quantityOf, formatSize } from '../views/quantities';
import { initialHeap, jvmOptions, maximumHeap } from './jvm-options';
import { MemorySetting, memorySettings } from './memory-settings';

/** What a program is told to use fits in what it gets. */
export const memoryAboveLimit: Rule = {
  id: 'runtime-settings/memory-above-limit',
  title: 'A program is told to use less memory than its container gets',
  severity: 'error',
  why: 'It grows until the kernel ends it (OOMKilled), under load and not before.',
  cure: 'lower the setting, or raise the limit',
  sources: ['K08', 'java: -Xmx'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { found, limit } of limited(index)) {
      if (found.bytes < limit) continue;
      const message = `${found.what} must be below the limit ${formatSize(limit)} of container '${found.placed.container.name}', got ${formatSize(found.bytes)}`;
      yield { subject: found.setting.subject, at: found.setting.at, message };
    }
  },
};

/** The rest of a program has room, too. */
export const memoryHeadroom: Rule = {
  id: 'runtime-settings/memory-headroom',
  title: 'A program keeps room beside its heap or cache',
  severity: 'warning',
  why: 'Threads, code, buffers and connections come on top; together they pass the limit, and the kernel ends it.',
  cure: 'lower the setting, or raise the limit',
  sources: ['K08', 'Elasticsearch: heap size', 'PostgreSQL: resource consumption'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { found, limit } of limited(index)) {
      if (found.bytes >= limit || found.bytes <= limit * found.share) continue;
      const message = `${found.what} must be at most ${found.share * 100} % of the limit ${formatSize(limit)} of container '${found.placed.container.name}', got ${formatSize(found.bytes)}`;
      yield { subject: found.setting.subject, at: found.setting.at, message };
    }
    for (const { placed, setting, options } of index.view(jvmOptions)) {
      const last = options.findLast((option) => option.startsWith('-XX:MaxRAMPercentage='));
      const percent = Number(last?.slice(last.indexOf('=') + 1));
      if (!(percent > 80 && percent <= 100) || maximumHeap(options) !== undefined) continue;
      const message = `MaxRAMPercentage in ${setting.name} must be at most 80 for container '${placed.container.name}', got ${percent}`;
      yield { subject: setting.subject, at: setting.at, message };
    }
  },
};

function* limited(index: ObjectIndex): Iterable<{ readonly found: MemorySetting; readonly limit: number }> {
  for (const found of index.view(memorySettings)) {
    const limit = quantityOf(resourcesOf(index, found.placed).limits.memory);
    if (limit !== undefined && limit > 0) yield { found, limit };
  }
}

/** A heap starts no larger than it may become. */
export const heapBounds: Rule = {
  id: 'runtime-settings/heap-bounds',
  title: 'A heap starts no larger than it may become',
  severity: 'error',
  why: 'The JVM prints Initial heap size set to a larger value than the maximum heap size, and ends.',
  cure: 'give both the same size',
  sources: ['java: -Xms, -Xmx'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { setting, options } of index.view(jvmOptions)) {
      const [least, most] = [initialHeap(options), maximumHeap(options)];
      if (least === undefined || most === undefined || least <= most) continue;
      const message = `-Xms in ${setting.name} must be at most -Xmx ${formatSize(most)}, got ${formatSize(least)}`;
      yield { subject: setting.subject, at: setting.at, message };
    }
  },
};

/** The scheduler counts what a heap takes from the start. */
export const heapRequested: Rule = {
  id: 'runtime-settings/heap-requested',
  title: 'A container asks for at least the heap that it starts with',
  severity: 'warning',
  why: 'The node is full before the scheduler thinks so, and the kubelet evicts first who uses more than it asked for.',
  cure: 'raise resources.requests.memory, or lower -Xms',
  sources: ['L40', 'Kubernetes: node-pressure eviction'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { placed, setting, options } of index.view(jvmOptions)) {
      const least = initialHeap(options);
      const asked = quantityOf(resourcesOf(index, placed).requests.memory);
      if (least === undefined || asked === undefined || least <= asked) continue;
      const message = `-Xms in ${setting.name} must be at most the request ${formatSize(asked)} of container '${placed.container.name}', got ${formatSize(least)}`;
      yield { subject: setting.subject, at: setting.at, message };
    }
  },
};

/** A JVM counts on no more processors than it gets. */
export const processors: Rule = {
  id: 'runtime-settings/processors',
  title: 'A JVM counts on no more processors than its container gets',
  severity: 'warning',
  why: 'It starts threads for all of them, which use up the quota of each period and then stand still.',
  cure: 'remove -XX:ActiveProcessorCount, or raise the limit of CPU',
  sources: ['L42', 'java: -XX:ActiveProcessorCount'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { placed, setting, options } of index.view(jvmOptions)) {
      const last = options.findLast((option) => /^-XX:ActiveProcessorCount=\d+$/.test(option));
      const limit = quantityOf(resourcesOf(index, placed).limits.cpu);
      const count = Number(last?.slice(last.indexOf('=') + 1));
      if (last === undefined || limit === undefined || count <= Math.max(1, Math.ceil(limit))) continue;
      const message = `ActiveProcessorCount in ${setting.name} must be at most the limit ${limit} of container '${placed.container.name}', got ${count}`;
      yield { subject: setting.subject, at: setting.at, message };
    }
  },
};
