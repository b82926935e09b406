import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Endpoint } from '../workloads/endpoint';
import { secretFiles } from '../pods/mount';
import { Script, ScriptJob, ScriptJobProps } from '../workloads/script-job';
import { ElasticsearchVisibility } from './temporal-stores';

/** Properties for `TemporalIndexJob`. Its image is `temporalio/admin-tools`, of the server's version. */
export interface TemporalIndexJobProps extends ScriptJobProps {
  /** The Elasticsearch cluster as somebody to connect to. */
  readonly server: Endpoint;

  /** The index to make, and the user who makes it. */
  readonly visibility: ElasticsearchVisibility;
}

const SCRIPT = 'temporal-index-job.sh';
const files = { [SCRIPT]: readFileSync(join(__dirname, SCRIPT), 'utf8') };
const CA_FOLDER = '/run/secrets/elasticsearch-ca';

/**
 * A Job that makes the Elasticsearch index in which Temporal looks for workflows, and raises its mappings.
 *
 * Settings of the whole Elasticsearch cluster are left alone.
 */
export class TemporalIndexJob extends ScriptJob {
  constructor(scope: Construct, id: string, props: TemporalIndexJobProps) {
    super(scope, id, props, renderScript(props.visibility));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.connectTo(props.server);
  }
}

function renderScript({ url, index, user, password, ca }: ElasticsearchVisibility): Script {
  return {
    name: SCRIPT,
    shell: 'sh',
    files,
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

function findProblems({ visibility: { index } }: TemporalIndexJobProps): string[] {
  // The template of the tool matches these names and gives the index its mappings.
  if (/^temporal_visibility_v1[a-z0-9._-]*$/.test(index)) return [];
  return [`visibility.index must begin with temporal_visibility_v1, got ${index}`];
}
