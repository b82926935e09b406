/** Text without quotes that Kubernetes takes for a number although most readers of YAML 1.1 take it for text. */
const NUMBER_OF_KUBERNETES = /^[-+]?(0o[0-7]+|0\d*[89]\d*|\d[\d_]*(\.\d*)?[eE]\d+|\.\d+[eE]\d+)$/;

/** Text without quotes that every reader of YAML 1.1 takes for no text. */
const OTHER_OF_YAML_1_1 =
  /^([yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF|[-+]?0[0-7_]+|[-+]?0b[01_]+|[-+]?[1-9]\d*_[\d_]*(\.[\d_]*)?)$/;

/** Text without quotes that some readers of YAML 1.1 take for no text; Kubernetes takes it for text. */
const OTHER_OF_SOME = /^([yYnN=]|[-+]?[1-9]\d*(:[0-5]?\d)+|\d{4}-\d\d?-\d\d?([Tt ].*)?)$/;

/** Who takes a scalar without quotes for something else than others do. */
export type Reading = 'kubernetes' | 'yaml-1.1' | 'some';

/** How readers differ over a scalar that is written without quotes; undefined where they agree. */
export function readingOf(source: string): Reading | undefined {
  if (NUMBER_OF_KUBERNETES.test(source)) return 'kubernetes';
  if (OTHER_OF_YAML_1_1.test(source)) return 'yaml-1.1';
  return OTHER_OF_SOME.test(source) ? 'some' : undefined;
}

/** Whether it is a file mode or another number in octal, as everybody writes it. */
export function isOctal(source: string): boolean {
  return /^0[0-7]+$/.test(source);
}
