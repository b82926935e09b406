import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, seconds } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { Env } from '../pods/env';
import { configFiles, Mount, scratch } from '../pods/mount';
import { PlatformNamespace } from '../platform-namespace';
import { JobTries } from '../workloads/job-spec';
import { PreparationJobProps } from '../workloads/preparation-job';

/** Properties of a Job that runs a script with Temporal's tools. */
export interface TemporalToolProps extends JobTries {
  readonly namespace: PlatformNamespace;

  /** Reference of an image `temporalio/admin-tools`, of the server's version. */
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

/** What a script needs beside its own text. */
export interface ScriptProps {
  /** File name of the script, next to its construct. */
  readonly script: string;

  /**
   * Other files that stand beside the script.
   *
   * @default - none
   */
  readonly files?: Readonly<Record<string, string>>;
  readonly env: Env;

  /**
   * Folders that it reads beyond its own.
   *
   * @default - none
   */
  readonly mounts?: readonly Mount[];
}

/** Folder of the script and of its other files in the container. */
export const SCRIPT_FOLDER = '/opt/job';

const HOME = '/tmp';

/** The files of a script's ConfigMap. */
export function scriptData({ script, files = {} }: ScriptProps): Readonly<Record<string, string>> {
  return { [script]: readFileSync(join(__dirname, script), 'utf8'), ...files };
}

/** Renders the Job of a script. Its files stand in a ConfigMap of the Job's own name. */
export function renderToolJob(name: string, props: TemporalToolProps, script: ScriptProps): PreparationJobProps {
  const { namespace, user, terminationGrace, priorityClassName, backoffLimit, deadline } = props;
  return {
    namespace,
    component: 'preparation',
    backoffLimit,
    deadline,
    content: scriptData(script),
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      containers: [
        {
          name: 'job',
          image: props.image,
          resources: props.resources,
          command: ['sh', `${SCRIPT_FOLDER}/${script.script}`],
          env: {
            WAIT_SECONDS: String(seconds(props.wait)),
            PAUSE_SECONDS: String(seconds(props.pause)),
            CALL_SECONDS: String(seconds(props.callTimeout)),
            // The command line tools look for settings of their own there.
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

/** What is wrong with the times of a Job. */
export function findToolProblems({ wait, pause, callTimeout, deadline }: TemporalToolProps): string[] {
  const problems: string[] = [];
  if (seconds(wait) >= seconds(deadline)) problems.push(`wait must be shorter than deadline ${deadline}, got ${wait}`);
  if (seconds(pause) < 1) problems.push(`pause must be at least 1s, got ${pause}`);
  if (seconds(callTimeout) >= seconds(wait)) {
    problems.push(`callTimeout must be shorter than wait ${wait}, got ${callTimeout}`);
  }
  return problems;
}
