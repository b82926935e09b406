import { Document } from 'yaml';
import { ObjectIndex, View } from '../object-index';
import { SourceFile } from '../rendered-object';
import { FieldPath, Finding, Position, Rule } from '../rule';
import { Schema } from '../schema/schema';
import { schemaAt } from '../schema/schema-at';
import { schemas, Schemas } from '../schema/schemas';
import { PlainScalar, plainScalarsOf, readFiles, topFieldOf } from './documents';
import { isOctal, Reading, readingOf } from '../../yaml/readings';

/** Text that Kubernetes would take for a number has quotes. */
export const quotedText: Rule = {
  id: 'yaml/quoted-text',
  title: 'Text that Kubernetes takes for a number has quotes',
  severity: 'error',
  why: 'Kubernetes reads 0o14 and 1e3 as numbers, other readers as text: the server refuses what looks right here.',
  cure: 'quote it',
  sources: ['Y03'],
  shapeless: true,
  judge: (index) => findDisputed(index, isRefusedText),
};

/** Values that readers take differently are not written. */
export const agreedValues: Rule = {
  id: 'yaml/agreed-values',
  title: 'Every reader takes a value for the same',
  severity: 'warning',
  why: 'YAML 1.1 takes yes for true, 012 for ten and 1_000 for a thousand, YAML 1.2 does not: tools see other values.',
  cure: 'quote it where text is meant; else write true, false or the number in decimal',
  sources: ['Y03'],
  shapeless: true,
  judge: (index) => findDisputed(index, isDisputed),
};

type Judge = (reading: Reading, scalar: PlainScalar, schema: Schema | undefined) => boolean;

/** Keys are text wherever they stand; values are, where the schema says so. */
const isText: (scalar: PlainScalar, schema: Schema | undefined) => boolean = ({ isKey }, schema) =>
  isKey || (schema?.type === 'string' && schema.format !== 'quantity');

const isRefusedText: Judge = (reading, scalar, schema) =>
  reading === 'kubernetes' ? isText(scalar, schema) : reading === 'yaml-1.1' && scalar.isKey;

const isDisputed: Judge = (reading, scalar, schema) => {
  if (isRefusedText(reading, scalar, schema) || schema?.format === 'date-time') return false;
  if (schema?.type === 'integer' && isOctal(scalar.source)) return false;
  // What our own reader takes for no text where text must stand is said by schema/wrong-type.
  return reading === 'some' || !isText(scalar, schema);
};

function* findDisputed(index: ObjectIndex, concerns: Judge): Iterable<Finding> {
  for (const { reading, scalar, schema, subject, position } of index.view(disputes)) {
    if (!concerns(reading, scalar, schema)) continue;
    const what = scalar.isKey ? 'a key' : 'a value';
    const message = `${what} must be the same for every reader, got ${scalar.source} without quotes`;
    yield { subject, position, message };
  }
}

/** Something without quotes that readers take differently. */
interface Dispute {
  readonly reading: Reading;
  readonly scalar: PlainScalar;
  readonly schema: Schema | undefined;
  readonly subject: SourceFile;
  readonly position: Position;
}

const disputes: View<readonly Dispute[]> = (index) => {
  const known = index.view(schemas);
  return index.view(readFiles).flatMap(({ file: subject, documents, positionOf }) =>
    documents
      .filter(({ errors }) => errors.length === 0)
      .flatMap((document) =>
        plainScalarsOf(document, (source) => readingOf(source) !== undefined).flatMap((scalar) => {
          const reading = readingOf(scalar.source);
          const schema = schemaOf(document, scalar.at, known);
          return reading ? [{ reading, scalar, schema, subject, position: positionOf(scalar.offset) }] : [];
        }),
      ),
  );
};

/** The schema of a field; in a List, of a field of one of its items. */
function schemaOf(document: Document.Parsed, at: FieldPath, known: Schemas): Schema | undefined {
  const kind = topFieldOf(document, 'kind');
  const [first, position] = at;
  if (kind?.endsWith('List') && first === 'items' && typeof position === 'number') {
    const field = (name: string) => String(document.getIn(['items', position, name]));
    return schemaAt(`${field('apiVersion')} ${field('kind')}`, at.slice(2), known);
  }
  return schemaAt(`${topFieldOf(document, 'apiVersion') ?? ''} ${kind ?? ''}`, at, known);
}
