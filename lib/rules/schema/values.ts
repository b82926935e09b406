import { didYouMean } from '../../model/closest';
import { FieldPath } from '../rule';
import { findQuantityProblem, nearestQuantity } from './quantity';
import { Schema } from './schema';
import { ShapeProblem } from './shape-problem';

/** What is wrong with the type of a value, or undefined. */
export function findTypeProblem(schema: Schema, value: unknown): Pick<ShapeProblem, 'message' | 'cure'> | undefined {
  if (hasType(schema, value)) return undefined;
  const cure = cureOf(schema, value);
  const message = `a value must be ${describeType(schema)}, got ${show(value)}`;
  return { message, ...(cure !== undefined && { cure }) };
}

/** A type in words: `a list`. */
export function describeType(schema: Schema): string {
  if (schema['x-kubernetes-int-or-string']) return 'a whole number or a string';
  if (schema.format === 'quantity') return 'a quantity';
  return schema.type === undefined ? 'anything' : WORDS[schema.type];
}

const WORDS = {
  object: 'a map',
  array: 'a list',
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function hasType(schema: Schema, value: unknown): boolean {
  if (schema['x-kubernetes-int-or-string']) return isWhole(value) || isText(value);
  if (schema.format === 'quantity') return isText(value) || typeof value === 'number';
  switch (schema.type) {
    case 'object':
      return isMap(value);
    case 'array':
      return Array.isArray(value);
    case 'string':
      return isText(value);
    case 'integer':
      return isWhole(value) || isNewOctal(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}

/** Whether a value is a map. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value);
}

/** A day that is written without quotes is text for Kubernetes, whatever our reader made of it. */
function isText(value: unknown): boolean {
  return typeof value === 'string' || value instanceof Date;
}

/** `0o440` is a number for Kubernetes and text for other readers of YAML 1.1. */
function isNewOctal(value: unknown): boolean {
  return typeof value === 'string' && /^[+-]?0o[0-7]+$/.test(value);
}

function cureOf({ type }: Schema, value: unknown): string | undefined {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `quote it: "${value}"`;
  if (type === 'integer' && typeof value === 'string' && /^-?\d+$/.test(value))
    return `leave the quotes away: ${value}`;
  if (type === 'boolean' && /^(true|false)$/.test(String(value))) return `leave the quotes away: ${String(value)}`;
  if (type === 'array' && isMap(value)) return "begin each item with '- '";
  if (type === 'object' && Array.isArray(value)) return "write 'name: value' without '- '";
  return undefined;
}

/** A value in a message: short, with what it is where that is not plain. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value !== 'string') return `the ${typeof value} ${String(value)}`;
  return `'${value.length > 80 ? `${value.slice(0, 77)}...` : value}'`;
}

/** Whether a schema says more of a value than its type. */
export function isLimited({ enum: choices, pattern, minimum, maximum, format }: Schema): boolean {
  return (
    choices !== undefined ||
    pattern !== undefined ||
    minimum !== undefined ||
    maximum !== undefined ||
    format === 'quantity' ||
    format === 'byte'
  );
}

/** Finds what is wrong with a value that has its type. The path is copied for problems only. */
export function findValueProblems(schema: Schema, value: unknown, path: FieldPath, problems: ShapeProblem[]): void {
  const { enum: choices, minimum, maximum, format } = schema;
  if (choices !== undefined && value !== '' && !choices.includes(value)) {
    const meant = didYouMean(String(value), choices.map(String)) ?? sameLetters(String(value), choices.map(String));
    const message = `a value must be one of ${choices.map(String).join(', ')}, got ${show(value)}`;
    problems.push({ rule: 'schema/enum-value', at: [...path], message, ...(meant !== undefined && { cure: meant }) });
  }
  if (format === 'quantity' || isQuantityPattern(schema)) {
    const problem = findQuantityProblem(value as string | number);
    if (problem !== undefined) problems.push(describeQuantity(problem, value, path));
  } else if (
    typeof value === 'string' &&
    schema.pattern !== undefined &&
    patternOf(schema.pattern)?.test(value) === false
  ) {
    const message = `a value must match ${schema.pattern}, got ${show(value)}`;
    problems.push({ rule: 'schema/value-range', at: [...path], message });
  }
  if (typeof value === 'number' && (value < (minimum ?? -Infinity) || value > (maximum ?? Infinity))) {
    const bounds = [
      minimum === undefined ? '' : `at least ${minimum}`,
      maximum === undefined ? '' : `at most ${maximum}`,
    ];
    const message = `a value must be ${bounds.filter((bound) => bound !== '').join(' and ')}, got ${value}`;
    problems.push({ rule: 'schema/value-range', at: [...path], message });
  }
  if (format === 'byte' && typeof value === 'string' && !isBase64(value)) {
    // What it holds may be secret.
    const message = `a value must be Base64, got ${value.length} characters that are not`;
    problems.push({
      rule: 'schema/value-range',
      at: [...path],
      message,
      cure: 'encode it, or write it to stringData',
    });
  }
}

function describeQuantity(problem: string, value: unknown, path: FieldPath): ShapeProblem {
  const nearest = nearestQuantity(String(value));
  const cure = nearest === undefined ? {} : { cure: `write ${nearest}` };
  return { rule: 'schema/quantity', at: [...path], message: `a quantity ${problem}, got ${show(value)}`, ...cure };
}

function sameLetters(value: string, choices: readonly string[]): string | undefined {
  const meant = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  return meant === undefined ? undefined : `did you mean '${meant}'?`;
}

/** Custom resources describe a quantity by this pattern. */
function isQuantityPattern({ pattern }: Schema): boolean {
  return pattern?.startsWith('^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))((([KMGTPE]i)') ?? false;
}

function isBase64(value: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.replace(/[\r\n]/g, ''));
}

const patterns = new Map<string, RegExp | undefined>();

/** A pattern, unless it is written in words that only Go has. */
function patternOf(source: string): RegExp | undefined {
  if (!patterns.has(source)) patterns.set(source, tryPattern(source));
  return patterns.get(source);
}

function tryPattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
