import { Workload } from '../workloads/workload';
import { TEMPORAL_CALLS, TEMPORAL_PORTS, TEMPORAL_ROLES, TemporalRole, TemporalRolePorts } from './temporal-roles';

/** Opens what the roles of one cluster say to each other, whoever makes their pods. */
export function connectMembers(roles: Readonly<Record<TemporalRole, Workload>>): void {
  for (const role of TEMPORAL_ROLES) {
    for (const other of TEMPORAL_ROLES) {
      const { grpc, membership, http }: TemporalRolePorts = TEMPORAL_PORTS[other];
      roles[role].connectTo(roles[other].peerEndpoint(membership));
      if (TEMPORAL_CALLS[role].includes(other)) roles[role].connectTo(roles[other].peerEndpoint(grpc));
      if (role === 'history' && http !== undefined) roles[role].connectTo(roles[other].peerEndpoint(http));
    }
  }
}
