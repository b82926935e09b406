import { Construct } from 'constructs';
import { ConfigFiles } from '../objects/config-files';
import { Endpoint } from '../workloads/endpoint';
import { secretFiles } from '../pods/mount';
import { PreparationJob } from '../workloads/preparation-job';
import { ElasticsearchVisibility } from './temporal-stores';
import { findToolProblems, renderToolJob, scriptData, ScriptProps, TemporalToolProps } from './temporal-tool';

/** Properties for `TemporalIndexJob`. */
export interface TemporalIndexJobProps extends TemporalToolProps {
  /** The Elasticsearch cluster as somebody to connect to. */
  readonly server: Endpoint;

  /** The index to make, and the user who makes it. */
  readonly visibility: ElasticsearchVisibility;
}

const CA_FOLDER = '/run/secrets/elasticsearch-ca';

/**
 * A Job that makes the Elasticsearch index in which Temporal looks for workflows, and raises its mappings.
 *
 * Settings of the whole Elasticsearch cluster are left alone.
 */
export class TemporalIndexJob extends PreparationJob {
  constructor(scope: Construct, id: string, props: TemporalIndexJobProps) {
    const script = renderScript(props.visibility);
    super(scope, id, renderToolJob(id, props, script));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Script', { namespace: props.namespace.name, name: id, data: scriptData(script) });
    this.connectTo(props.server);
  }
}

function renderScript({ url, index, user, password, ca }: ElasticsearchVisibility): ScriptProps {
  return {
    script: 'temporal-index-job.sh',
    env: {
      INDEX: index,
      ES_SERVER: url,
      ES_USER: user,
      ES_PWD: password,
      ES_TLS: 'true',
      ES_TLS_CA_FILE: `${CA_FOLDER}/${ca.key}`,
    },
    mounts: [secretFiles('elasticsearch-ca', CA_FOLDER, ca.secret, [ca.key])],
  };
}

function findProblems(props: TemporalIndexJobProps): string[] {
  const { index } = props.visibility;
  const problems = findToolProblems(props);
  // The template of the tool matches these names and gives the index its mappings.
  if (!/^temporal_visibility_v1[a-z0-9._-]*$/.test(index)) {
    problems.push(`visibility.index must begin with temporal_visibility_v1, got ${index}`);
  }
  return problems;
}
