import { load, YAML11_SCHEMA } from 'js-yaml';

/**
 * What stands at a path. Beside fields (`spec.replicas`, `data[server.properties]`) a step in brackets selects
 *
 * - of a list: the item with that `name`, the one with that value (`[job_name=kong]`), or the text behind `key=`;
 * - of a text: the field of what it is read as, where its key ends in `.yaml`, `.yml` or `.json`; or else what stands behind
 *   the key at the beginning of a line, or in a word `key=value`.
 *
 * `length` is the number of items of a list, or of lines of a text, comments left out.
 */
export function lookUp(object: unknown, path: string): unknown {
  let key = '';
  return stepsOf(path).reduce<unknown>((value, step) => {
    const next = typeof value === 'string' ? fieldOfText(value, key, step) : fieldOf(value, step);
    key = step;
    return next;
  }, object);
}

const stepsOf = (path: string): string[] =>
  [...path.matchAll(/\[([^\]]+)\]|([^.[]+)/g)].map(([, bracket, plain]) => bracket ?? plain ?? '');

function fieldOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return itemOf(value, step);
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}

function itemOf(list: readonly unknown[], step: string): unknown {
  if (step === 'length') return list.length;
  const [field = '', wanted] = step.split(/=(.*)/);
  const texts = list.filter((item) => typeof item === 'string');
  if (texts.length > 0) return texts.find((text) => text.startsWith(`${step}=`))?.slice(step.length + 1);
  return list.find((item) => String(fieldOf(item, wanted === undefined ? 'name' : field)) === (wanted ?? field));
}

function fieldOfText(text: string, key: string, step: string): unknown {
  if (step === 'length') return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
  if (/\.(ya?ml|json)$/.test(key) && !isTemplate.test(text)) return fieldOf(parse(text), step);
  const line = text.includes('\n') ? text.split('\n').find((each) => startsWith(each.trim(), step)) : undefined;
  if (line !== undefined)
    return line
      .trim()
      .slice(step.length)
      .replace(/^\s*(=>|[=:])?\s*/, '');
  const word = text.split(/\s+/).find((each) => each.startsWith(`${step}=`));
  return word?.slice(step.length + 1);
}

/** A line that only a template engine understands. */
const isTemplate = /^\s*\{\{/m;

const parsed = new Map<string, unknown>();

/** Text as YAML, of which JSON is a part; the configuration of Prometheus is asked for many times. */
function parse(text: string): unknown {
  if (!parsed.has(text)) parsed.set(text, load(text, { schema: YAML11_SCHEMA }));
  return parsed.get(text);
}

const startsWith = (line: string, key: string): boolean =>
  line.startsWith(key) && /^(\s|[=:]|$)/.test(line.slice(key.length));
