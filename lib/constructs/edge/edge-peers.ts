import { EdgeRow } from '../../model/edge';
import { Peer } from '../workloads/endpoint';

/** Who connects to the pods of a public host: a controller's pods, or a load balancer's addresses. */
export function edgePeers(edge: EdgeRow): readonly Peer[] {
  switch (edge.kind) {
    case 'nginx':
      return [edge.controller];
    case 'alb':
      return edge.subnets.map((cidr) => ({ cidr }));
    case 'gateway':
      return [edge.dataPlane];
  }
}
