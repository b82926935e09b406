import { IConstruct } from 'constructs';
import { Endpoint } from '../constructs/workloads/endpoint';
import { ExternalStore } from '../model/store';

/** Somebody else's servers as somebody to connect to; clients start after what gives them their login. */
export function externalEndpoint({ cidrs, port }: ExternalStore, after: readonly IConstruct[] = []): Endpoint {
  const [peer = { cidr: '' }, ...also] = cidrs.map((cidr) => ({ cidr }));
  return { peer, also, ports: [{ port }], after };
}
