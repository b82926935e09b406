import { IConstruct } from 'constructs';

/** Pods of one workload, as NetworkPolicies name them. */
export interface PodPeer {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Addresses outside the cluster. */
export interface AddressPeer {
  /** Address range: `0.0.0.0/0`. */
  readonly cidr: string;

  /**
   * Ranges inside `cidr` that stay closed.
   *
   * @default - none
   */
  readonly except?: readonly string[];
}

/** Every address that is public: none of the ranges that RFC 1918, 3927 and 6598 reserve. */
export const INTERNET: AddressPeer = {
  cidr: '0.0.0.0/0',
  except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
};

/** One end of a connection. */
export type Peer = PodPeer | AddressPeer;

/** A port that somebody may connect to. */
export interface Port {
  /** The port the server's container listens on, not its Service's: policies see it after translation. */
  readonly port: number;

  /** @default TCP */
  readonly protocol?: 'TCP' | 'UDP';
}

/** Admits connections on the server's side. */
export interface Server {
  allowFrom(client: Peer, port: Port): void;
}

/** What a client needs to know to reach a server, and what must have happened before it starts. */
export interface Endpoint {
  readonly peer: Peer;

  /**
   * Where the same server may answer as well: the other ranges of its addresses.
   *
   * @default - nowhere
   */
  readonly also?: readonly Peer[];
  readonly ports: readonly Port[];

  /**
   * The server's side of the connection.
   *
   * @default - outside this bundle, only the client's side is opened
   */
  readonly server?: Server;

  /** Constructs that must be healthy before a client starts; they become earlier sync waves. Empty between equals. */
  readonly after: readonly IConstruct[];
}

/** The label that every selector and every policy goes by. */
export const NAME_LABEL = 'app.kubernetes.io/name';
