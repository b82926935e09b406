import { EnvironmentName } from '../../lib/model/environment';

/** A document that a platform was first described by. */
export interface SeedDocument {
  /** Its number, as comments and decisions cite it: `002`. */
  readonly number: string;

  /** Its title. */
  readonly title: string;

  /** Namespace of an object that names none. */
  readonly namespace: string;

  /** Its parts in their order, by their headings. */
  readonly sections: readonly SeedSection[];
}

/** What stands below one heading: figures, or the reason why there is none that a manifest could hold. */
export type SeedSection = { readonly heading: string } & (
  { readonly figures: readonly Figure[] } | { readonly silent: string }
);

/** One figure of a document, or one row of a table. */
export interface Figure {
  /** What it is a figure of: `api-gateway: replicas`. */
  readonly what: string;

  /** The figure, as the document has it. */
  readonly says: string;

  /** Where ours stands in `dist`. Empty where nothing that is rendered could hold it. */
  readonly places: readonly Place[];

  /** Why ours is another one, or why there is none. @default ours is that of the document */
  readonly differs?: Difference;
}

/** Why a figure is not the document's. */
export interface Difference {
  /** The reason. */
  readonly why: string;

  /** Number of the page in docs/decisions that says more. @default the reason is all there is to say */
  readonly decision?: number;
}

/** A value in an object of `dist`. */
export interface Place {
  /** In whose `dist`. */
  readonly environments: readonly Documented[];

  /** `Kind/name` or `namespace/Kind/name`; a name may end in `*`. */
  readonly object: string;

  /** Its field: `spec.ports[http].port`. See `lookUp`. */
  readonly path: string;

  /** What stands there. Of a pattern, the first group or else the match is what is shown. @default what the document says */
  readonly is?: Expected;
}

/** A value, text that a pattern finds, or `gone`: nothing may stand there. */
export type Expected = string | number | boolean | RegExp | typeof gone;

/** Nothing stands there: no field, or no object. */
export const gone = Symbol('gone');

/** A figure that is ours, too. */
export const same = (what: string, says: string | number, ...places: readonly Place[]): Figure => ({
  what,
  says: String(says),
  places,
});

/** A figure that is not ours. */
export const differs = (
  what: string,
  says: string | number,
  why: string | readonly [why: string, decision: number],
  ...places: readonly Place[]
): Figure => ({
  what,
  says: String(says),
  places,
  differs: typeof why === 'string' ? { why } : { why: why[0], decision: why[1] },
});

/** What a document says of a figure that it leaves open. */
export const LEFT_OPEN = '–';

/** A figure that the document leaves open, and the platform cannot. Each place says what stands there. */
export const open = (what: string, ...places: readonly Place[]): Figure => ({
  what,
  says: LEFT_OPEN,
  places,
});

/** Environments that the documents know. Another one is sized like one of these. */
export const documented = ['dev', 'staging', 'prod'] as const satisfies readonly EnvironmentName[];

/** One of them. */
export type Documented = (typeof documented)[number];

/** A place in some environments. */
const placeIn =
  (...environments: readonly Documented[]) =>
  (object: string, path: string, is?: Expected): Place => ({
    environments,
    object,
    path,
    ...(is !== undefined && { is }),
  });

/** Places by where they are. */
export const everywhere = placeIn(...documented);
export const dev = placeIn('dev');
export const staging = placeIn('staging');
export const prod = placeIn('prod');
export const clusters = placeIn('staging', 'prod');

/** Requests and limits of a container, in the order of the usual tables. */
export function resources(
  place: (object: string, path: string, is?: Expected) => Place,
  object: string,
  container: string,
  amounts: readonly [requestsCpu: string, requestsMemory: string, limitsCpu: string, limitsMemory: string],
): Place[] {
  const fields = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
  const pod = `spec.template.spec.containers[${container}].resources`;
  return fields.map((field, index) => place(object, `${pod}.${field}`, amounts[index as 0 | 1 | 2 | 3]));
}
