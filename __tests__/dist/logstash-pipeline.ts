/** Value of an option of a plugin. */
export type PipelineValue =
  string | number | boolean | readonly PipelineValue[] | { readonly [key: string]: PipelineValue };

/** A plugin of a pipeline of Logstash. */
export interface PipelinePlugin {
  readonly section: string;
  readonly name: string;

  /** What must hold of an event, from the outermost condition to the innermost. */
  readonly conditions: readonly string[];
  readonly options: Readonly<Record<string, PipelineValue>>;
}

/** A token of the language: a string or pattern, a comment, an arrow, a word or number, or a sign. */
const TOKEN =
  /\s+|#[^\n]*|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|=>|[=!<>~]+|[{}[\],()]|\/(?:[^/\\\n]|\\.)+\/|[^\s{}[\],()="'#]+)/gy;

/** Reads the text of a pipeline: its plugins in their order. Throws where it is not of that language. */
export function parsePipeline(text: string): PipelinePlugin[] {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const next = () => tokens[at++] ?? '';
  const expect = (wanted: string) => {
    const got = next();
    if (got !== wanted) throw new Error(`token ${at} must be '${wanted}', got '${got}'`);
  };

  const value = (): PipelineValue => {
    const token = next();
    if (token === '[') return list();
    if (token === '{') return options();
    if (/^["']/.test(token)) return token.slice(1, -1).replaceAll('\\"', '"');
    if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
    if (token === 'true' || token === 'false') return token === 'true';
    if (/^\w+$/.test(token)) return token;
    throw new Error(`token ${at} must be a value, got '${token}'`);
  };
  const list = (): PipelineValue[] => {
    const values: PipelineValue[] = [];
    while (peek() !== ']') {
      values.push(value());
      if (peek() === ',') next();
    }
    expect(']');
    return values;
  };
  const options = (): Record<string, PipelineValue> => {
    const read: Record<string, PipelineValue> = {};
    while (peek() !== '}') {
      const key = next().replace(/^["'](.*)["']$/, '$1');
      expect('=>');
      read[key] = value();
    }
    expect('}');
    return read;
  };
  const condition = (): string => {
    const words: string[] = [];
    while (peek() !== '{') words.push(next());
    if (words.length === 0 || words.includes('')) throw new Error(`token ${at} must be a condition`);
    return words.join(' ');
  };

  const body = (section: string, conditions: readonly string[]): PipelinePlugin[] => {
    const plugins: PipelinePlugin[] = [];
    expect('{');
    while (peek() !== '}') {
      const name = next();
      if (name === 'if') plugins.push(...body(section, [...conditions, condition()]));
      else if (name === 'else') {
        const also = peek() === 'if' ? (next(), condition()) : 'otherwise';
        plugins.push(...body(section, [...conditions, also]));
      } else {
        if (!/^[a-z]\w*$/.test(name)) throw new Error(`token ${at} must be a plugin, got '${name}'`);
        expect('{');
        plugins.push({ section, name, conditions, options: options() });
      }
    }
    expect('}');
    return plugins;
  };

  const plugins: PipelinePlugin[] = [];
  while (at < tokens.length) {
    const section = next();
    if (!['input', 'filter', 'output'].includes(section)) throw new Error(`no section '${section}'`);
    plugins.push(...body(section, []));
  }
  return plugins;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`no token at ${text.slice(from, from + 20)}`);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}
