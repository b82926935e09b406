import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseText } from '../../../lib/reading/parse-text';
import { ReadBundle, readBundles } from '../../../lib/reading/read-bundles';
import { unfold } from '../../../lib/reading/read-object';
import { readWaivers, WAIVER_FILE } from '../../../lib/reading/waiver-file';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { Manifest, RenderedObject, SourceFile } from '../../../lib/rules/rendered-object';
import { Waiver } from '../../../lib/rules/waivers';
import { waiversOf } from '../../../lib/synth/waived-faults';
import { Editable, EditableBundle } from './rule-case';

const root = join(__dirname, '../../../dist/prod');
const project = join(__dirname, '../../..');

const limits = { fileBytes: 2 ** 24, totalBytes: 2 ** 27 };

/** Prod as it is committed. */
function readCommitted(): ReadBundle {
  const read = readBundles({ paths: ['.'], folder: root, limits, readInput: () => Buffer.alloc(0) });
  const [bundle] = read;
  if (!bundle || read.length > 1 || bundle.problems.length > 0) throw new Error(`${root} is not one environment`);
  return bundle;
}

let committed: ReadBundle | undefined;

/** Objects of files or of text, without what a cluster would add. A document that cannot be read gives none. */
export function objectsIn(files: readonly SourceFile[]): RenderedObject[] {
  return files.flatMap((file) =>
    parseText(file).documents.flatMap(({ value, index }) => unfold(value, file.path, index).objects),
  );
}

/** Files of a text in which a line `# file: <path>` begins one; what stands before is in the file `path`. */
export function filesIn(text: string, path = 'example.yaml'): SourceFile[] {
  const [first = '', ...others] = text.split(/^# file: (.+)\n/m);
  const named = others.flatMap((name, position) =>
    position % 2 === 0 ? [{ path: name, text: others[position + 1] ?? '' }] : [],
  );
  return [...(first.trim() === '' ? [] : [{ path, text: first }]), ...named];
}

/** What the project waives in prod. */
export function realWaivers(ruleIds: readonly string[]): Waiver[] {
  const path = join(project, WAIVER_FILE);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { waivers, problems } = readWaivers({ path: WAIVER_FILE, text }, ruleIds);
  if (problems.length > 0) throw new Error(problems.map(({ finding }) => finding.message).join('\n'));
  return waiversOf('prod', waivers).map(({ local }) => local);
}

/** What is in prod, edited. Without edits it passes every rule. */
export function realBundle(mutate: (bundle: EditableBundle) => void = () => undefined): ObjectIndex {
  const bundle = new Copy();
  mutate(bundle);
  return bundle.index();
}

class Copy implements EditableBundle {
  private readonly committed = (committed ??= readCommitted());
  private files = [...this.committed.files];
  private objects: RenderedObject[] = [...this.committed.objects];

  /** Only what is edited is copied: there are hundreds of objects, and as many cases. */
  public edit(kind: string, name: string, change: (object: Editable) => void): void {
    const found = this.find(kind, name);
    const copy = structuredClone(found);
    this.objects[this.objects.indexOf(found)] = copy;
    change(copy.manifest);
  }

  public remove(kind: string, name: string): void {
    const gone = this.find(kind, name);
    this.objects = this.objects.filter((object) => object !== gone);
  }

  public add(path: string, manifest: Manifest): void {
    this.objects.push({ path: `${path}.yaml`, manifest });
  }

  public rewrite(path: string, change: (text: string) => string): void {
    const file = this.files.find((candidate) => candidate.path === path);
    if (!file) throw new Error(`no file ${path} in ${root}`);
    const edited = { path, text: change(file.text) };
    this.files = this.files.map((candidate) => (candidate === file ? edited : candidate));
    this.objects = this.objects.filter((object) => object.path !== path).concat(objectsIn([edited]));
  }

  public addFile(path: string, text: string): void {
    this.files = [...this.files, { path, text }];
    this.objects.push(...objectsIn([{ path, text }]));
  }

  public index(): ObjectIndex {
    return new ObjectIndex(this.objects, this.committed.facts, this.files);
  }

  private find(kind: string, name: string): RenderedObject {
    const found = this.objects.filter(
      ({ manifest, path }) => manifest.kind === kind && isCalled(manifest.metadata.name, path, name),
    );
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} objects ${kind} ${name} in ${root}`);
    return found[0];
  }
}

/**
 * Names of Jobs end in a hash, which a case leaves open: `kafka-topics-*`. A name that several platforms have begins with
 * the folder of one: `wms/kafka-topics-*`.
 */
function isCalled(name: string, path: string, wanted: string): boolean {
  const called = wanted.includes('/') ? `${path.split('/')[0]}/${name}` : name;
  return wanted.endsWith('*') ? called.startsWith(wanted.slice(0, -1)) : called === wanted;
}
