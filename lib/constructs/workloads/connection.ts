import { IConstruct } from 'constructs';
import { Peer, Port } from './endpoint';

/** A client that is meant to reach ports of a server. */
export interface Connection {
  readonly from: Peer;
  readonly to: Peer;
  readonly ports: readonly Port[];
}

/** Kind of the constructs' metadata that keeps connections. */
const METADATA = 'platform-manifests/connection';

/** Records that a connection is meant, beside whatever opens it: policies are held against it. */
export function declareConnection(owner: IConstruct, connection: Connection): void {
  if (connection.ports.length > 0) owner.node.addMetadata(METADATA, connection);
}

/** Every connection that constructs declared, in their order. One with two ends of ours may stand here twice. */
export function declaredConnections(scope: IConstruct): Connection[] {
  return scope.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === METADATA))
    .map(({ data }) => data as Connection);
}
