import { findPipelineProblems, LogstashPipeline } from '../../../lib/constructs/logstash/logstash-pipeline';

const whole: LogstashPipeline = {
  pipeline:
    'input { tcp { port => 5000 } } output { elasticsearch { hosts => "${ELASTICSEARCH_URL}" index => "${INDEX}" } }',
  env: { INDEX: 'logs' },
  inputs: { tcp: 5000 },
};

test('a pipeline that reads what it is given, and listens where it is reached, has no problem', () => {
  expect(findPipelineProblems(whole)).toEqual([]);
});

test.each<[string, Partial<LogstashPipeline>, string]>([
  [
    'a port that nothing listens on',
    { inputs: { tcp: 500 } },
    'inputs.tcp must be a port that the pipeline listens on, got 500',
  ],
  [
    'a variable that is not given',
    { pipeline: `${whole.pipeline} # \${OTHER}` },
    "pipeline must read variables that are given, got 'OTHER'; the server does not start without",
  ],
  [
    'a variable that is not read',
    { env: { INDEX: 'logs', OTHER: 'x' } },
    "env must name variables that the pipeline reads, got 'OTHER'",
  ],
  [
    'a variable that is a setting',
    { pipeline: `${whole.pipeline} # \${LOG_LEVEL}`, env: { INDEX: 'logs', LOG_LEVEL: 'debug' } },
    "env must not name a setting of Logstash, got 'LOG_LEVEL'; the image would write it into a file",
  ],
])('%s is refused', (_, changed, message) => {
  expect(findPipelineProblems({ ...whole, ...changed })).toEqual([message]);
});
