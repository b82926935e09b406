import { Construct } from 'constructs';
import { ConfigFiles } from '../objects/config-files';
import { ContainerProps } from '../pods/container';
import { ScheduledJob, ScheduledJobProps } from '../workloads/scheduled-job';
import { archivePod, ArchivePodProps, archiveScripts } from './archive-pod';
import { repositoryPeers } from './backup-repository';

/** In which direction, and when, an archive is moved. */
export interface ArchiveRun extends Pick<
  ScheduledJobProps,
  'component' | 'schedule' | 'suspended' | 'keptSuccesses' | 'keptFailures'
> {
  /** File names of the scripts that its containers run. */
  readonly scripts: readonly string[];

  /** The container that reads, and the one that writes once it is done. */
  readonly containers: readonly [from: ContainerProps, to: ContainerProps];
}

/**
 * Moves an archive between a server and a repository, by way of a disk that each run makes for itself.
 *
 * Its scripts stand in a ConfigMap of its own name. It reaches the server, after which it starts, and the repository.
 */
export abstract class ArchiveJob extends ScheduledJob {
  constructor(scope: Construct, id: string, props: ArchivePodProps, run: ArchiveRun) {
    super(scope, id, jobProps(props, run));
    const { namespace, archive, repository } = props;
    new ConfigFiles(this, 'Scripts', { namespace: namespace.name, name: id, data: archiveScripts(...run.scripts) });
    this.connectTo(archive.server);
    this.reachAddresses(repositoryPeers(repository), repository.port);
  }
}

function jobProps(props: ArchivePodProps, run: ArchiveRun): ScheduledJobProps {
  const { namespace, backoffLimit, deadline, startingDeadline, dumpSize } = props;
  const { component, schedule, suspended, keptSuccesses, keptFailures, containers } = run;
  return {
    namespace,
    component,
    schedule,
    suspended,
    backoffLimit,
    deadline,
    startingDeadline,
    keptSuccesses,
    keptFailures,
    claims: [dumpSize],
    pod: archivePod(props, ...containers),
  };
}
