import { Env } from '../pods/env';

/** What a Logstash does with events, and what it reads for that. */
export interface LogstashPipeline {
  /**
   * Text of the pipeline. It finds the cluster by `${ELASTICSEARCH_URL}` and `${ELASTICSEARCH_AUTHORITY}`, and more by
   * `env`.
   */
  readonly pipeline: string;

  /**
   * Variables of the pipeline. None may be called like a setting of Logstash, with `_` for a dot: the image would write
   * it into a file that is read-only.
   */
  readonly env: Env;

  /** Ports that the inputs of the pipeline listen on, by name. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** Variables that every pipeline is given. */
const GIVEN = ['ELASTICSEARCH_URL', 'ELASTICSEARCH_AUTHORITY'];

/** Settings whose names the image takes from variables, with `_` for a dot. */
const SETTING_NAMES =
  /^(?:NODE_NAME|LOG_LEVEL|LOG_FORMAT|PATH_\w+|PIPELINE_\w+|QUEUE_\w+|API_\w+|CONFIG_\w+|XPACK_\w+|MONITORING_\w+)$/;

/** What is wrong between a pipeline, its variables and its ports. */
export function findPipelineProblems({ pipeline, env, inputs }: LogstashPipeline): string[] {
  const given = Object.keys(env);
  const read = [...new Set([...pipeline.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))];
  return [
    ...Object.entries(inputs)
      .filter(([, port]) => !new RegExp(`port => ${port}\\b`).test(pipeline))
      .map(([name, port]) => `inputs.${name} must be a port that the pipeline listens on, got ${port}`),
    ...read
      .filter((name) => ![...GIVEN, ...given].includes(name))
      .map((name) => `pipeline must read variables that are given, got '${name}'; the server does not start without`),
    ...given
      .filter((name) => SETTING_NAMES.test(name))
      .map((name) => `env must not name a setting of Logstash, got '${name}'; the image would write it into a file`),
    ...given
      .filter((name) => !read.includes(name))
      .map((name) => `env must name variables that the pipeline reads, got '${name}'`),
  ];
}
