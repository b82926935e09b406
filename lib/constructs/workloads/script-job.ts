import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { ConfigFiles } from '../objects/config-files';
import { PlatformNamespace } from '../platform-namespace';
import { Env } from '../pods/env';
import { configFiles, Mount, scratch } from '../pods/mount';
import { JobTries } from './job-spec';
import { PreparationJob, PreparationJobProps } from './preparation-job';

/** Properties of a Job that runs a script. */
export interface ScriptJobProps extends JobTries {
  readonly namespace: PlatformNamespace;

  /** Image reference with an exact tag or a digest; it holds what the script calls. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;
  readonly resources: Resources;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Time for one try, in which the server may still be starting; shorter than `deadline`. */
  readonly wait: Duration;

  /** Time between two questions to a server that does not answer yet. */
  readonly pause: Duration;

  /** Time for one answer of a server, shorter than `wait`. */
  readonly callTimeout: Duration;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;
}

/** A script, and what it reads. */
export interface Script {
  /** Name of the script's file. */
  readonly name: string;

  /** Program that runs it: `bash`, `sh`. */
  readonly shell: 'bash' | 'sh';

  /** The script, under its name, and the files that stand beside it. */
  readonly files: Readonly<Record<string, string>>;
  readonly env: Env;

  /**
   * Folders that it reads beyond its own.
   *
   * @default - none
   */
  readonly mounts?: readonly Mount[];
}

/** Folder of the script and of the files beside it. */
export const SCRIPT_FOLDER = '/opt/job';

const HOME = '/tmp';

/**
 * A `PreparationJob` whose only container runs a script. Its files stand in a ConfigMap of the Job's own name; the times
 * reach it as `WAIT_SECONDS`, `PAUSE_SECONDS` and `CALL_SECONDS`.
 */
export class ScriptJob extends PreparationJob {
  constructor(scope: Construct, id: string, props: ScriptJobProps, script: Script) {
    super(scope, id, jobProps(id, props, script));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Script', { namespace: props.namespace.name, name: id, data: script.files });
  }
}

function jobProps(name: string, props: ScriptJobProps, script: Script): PreparationJobProps {
  const { namespace, user, terminationGrace, priorityClassName, backoffLimit, deadline, image, resources } = props;
  return {
    namespace,
    component: 'preparation',
    backoffLimit,
    deadline,
    content: script.files,
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      containers: [
        {
          name: 'job',
          image,
          resources,
          command: [script.shell, `${SCRIPT_FOLDER}/${script.name}`],
          env: {
            WAIT_SECONDS: String(seconds(props.wait)),
            PAUSE_SECONDS: String(seconds(props.pause)),
            CALL_SECONDS: String(seconds(props.callTimeout)),
            // Tools look for settings of their own there.
            HOME,
            ...script.env,
          },
          mounts: [
            configFiles('script', SCRIPT_FOLDER, name),
            scratch('tmp', HOME, props.scratch),
            ...(script.mounts ?? []),
          ],
        },
      ],
    },
  };
}

function findProblems({ wait, pause, callTimeout, deadline }: ScriptJobProps): string[] {
  const problems: string[] = [];
  if (seconds(wait) >= seconds(deadline)) problems.push(`wait must be shorter than deadline ${deadline}, got ${wait}`);
  if (seconds(pause) < 1) problems.push(`pause must be at least 1s, got ${pause}`);
  if (seconds(callTimeout) >= seconds(wait)) {
    problems.push(`callTimeout must be shorter than wait ${wait}, got ${callTimeout}`);
  }
  return problems;
}
