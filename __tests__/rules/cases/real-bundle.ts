import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { EnvironmentFacts } from '../../../lib/rules/environment-facts';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { Manifest, RenderedObject, SourceFile } from '../../../lib/rules/rendered-object';
import { Editable, EditableBundle } from './rule-case';

const root = join(__dirname, '../../../dist/prod');

/** Files as they are committed. */
const committed: readonly SourceFile[] = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

/** Objects of files or of text, without what a cluster would add. */
export function objectsIn(files: readonly SourceFile[]): RenderedObject[] {
  return files.flatMap(({ path, text }) =>
    loadAll(text, { schema: YAML11_SCHEMA }).map((manifest, document) => {
      return { path, document, manifest: manifest as unknown as Manifest };
    }),
  );
}

let parsed: RenderedObject[] | undefined;

function readCommitted(): readonly RenderedObject[] {
  return (parsed ??= objectsIn(committed));
}

/** What is in prod, edited. Without edits it passes every rule. */
export function realBundle(mutate: (bundle: EditableBundle) => void = () => undefined): ObjectIndex {
  const bundle = new Copy();
  mutate(bundle);
  return bundle.index();
}

class Copy implements EditableBundle {
  private files = [...committed];
  private objects: RenderedObject[] = structuredClone([...readCommitted()]);

  public edit(kind: string, name: string, change: (object: Editable) => void): void {
    change(this.find(kind, name).manifest);
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

  public index(): ObjectIndex {
    const facts: EnvironmentFacts = { kubernetes: '1.28' };
    return new ObjectIndex(this.objects, facts, this.files);
  }

  private find(kind: string, name: string): RenderedObject {
    const isNamed = (own: string) => (name.endsWith('*') ? own.startsWith(name.slice(0, -1)) : own === name);
    const found = this.objects.filter(({ manifest }) => manifest.kind === kind && isNamed(manifest.metadata.name));
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} objects ${kind} ${name} in ${root}`);
    return found[0];
  }
}
