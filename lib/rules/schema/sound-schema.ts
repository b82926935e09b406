import { Schema } from './schema';
import { isMap } from './values';

type Test = (value: unknown) => boolean;

const isNumber: Test = (value) => typeof value === 'number';
const isText: Test = (value) => typeof value === 'string';
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isSchemas: Test = listOf(isSoundSchema);

/** What the words must hold that a walk reads. */
const WORDS = new Map<string, Test>(
  Object.entries({
    type: isText,
    format: isText,
    pattern: isText,
    minimum: isNumber,
    maximum: isNumber,
    minProperties: isNumber,
    maxProperties: isNumber,
    required: listOf(isText),
    enum: Array.isArray,
    items: isSoundSchema,
    additionalProperties: (value) => typeof value === 'boolean' || isSoundSchema(value),
    properties: (value) => isMap(value) && Object.values(value).every(isSoundSchema),
    oneOf: isSchemas,
    anyOf: isSchemas,
    allOf: isSchemas,
    not: isSoundSchema,
  }),
);

/** Whether a schema that somebody wrote can be read. The server refuses a definition with another one. */
export function isSoundSchema(value: unknown): value is Schema {
  return isMap(value) && Object.entries(value).every(([word, held]) => WORDS.get(word)?.(held) ?? true);
}
