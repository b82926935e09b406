import { Document, isMap, isScalar, isSeq } from 'yaml';
import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { isForTool } from '../views/tool-groups';
import { withArticle } from '../views/words';
import { readFiles, topFieldOf } from './documents';

/** Documents are objects. */
export const oneObject: Rule = {
  id: 'yaml/one-object',
  title: 'Every document is one object of Kubernetes',
  severity: 'error',
  why: 'kubectl and Argo CD refuse the whole file, and no other rule sees what is in it.',
  cure: 'write apiVersion, kind and metadata, or move what is no object out of the folder',
  sources: ['G29', 'Y20'],
  shapeless: true,
  judge: findOthers,
};

/** Such a file need not say what it is. */
const FILE_OF_KUSTOMIZE = /(^|\/)kustomization\.ya?ml$/i;

function* findOthers(index: ObjectIndex): Iterable<Finding> {
  for (const { file, documents, positionOf } of index.view(readFiles)) {
    if (FILE_OF_KUSTOMIZE.test(file.path)) continue;
    for (const document of documents) {
      if (document.errors.length > 0) continue;
      const got = describeOther(document);
      if (got === undefined) continue;
      const offset = document.contents?.range[0] ?? document.range[0];
      yield { subject: file, position: positionOf(offset), message: `a document must be an object, got ${got}` };
    }
  }
}

/** What a document is instead of an object; undefined where it is one, or empty. */
function describeOther(document: Document.Parsed): string | undefined {
  const { contents } = document;
  if (isSeq(contents)) return 'a list';
  if (isScalar(contents)) return contents.source === '' || contents.value === '' ? undefined : 'text';
  if (!isMap(contents)) return undefined;
  const apiVersion = topFieldOf(document, 'apiVersion');
  const kind = topFieldOf(document, 'kind');
  if (apiVersion === undefined && kind === undefined) return 'a map without apiVersion and kind';
  if (apiVersion === undefined) return `${withArticle(String(kind))} without apiVersion`;
  if (kind === undefined) return 'a map without kind';
  if (isForTool(apiVersion) || kind.endsWith('List')) return undefined;
  return isMap(contents.get('metadata')) ? undefined : `${withArticle(kind)} without metadata`;
}
