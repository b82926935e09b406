import { Bytes, Cpu } from '../lib/model/quantity';

/** One line of a table of the platform's first documents. */
export interface SeedRow {
  /** Name of the line, as the document has it. */
  readonly name: string;

  /** What the document says. */
  readonly says: SeedFigures;

  /** What the same documents say of each server, and how many there are of it. */
  readonly parts: readonly (SeedFigures & { readonly what: string; readonly count: number })[];

  /** Namespace of what is rendered for it. */
  readonly namespace: string;

  /** Why the figures differ. */
  readonly why: string;
}

/** CPU, memory and storage; `0` where the document has none. */
export interface SeedFigures {
  readonly cpu: Cpu;
  readonly memory: Bytes | '0';
  readonly storage: Bytes | '0';
}

/** 'Minimum Cluster Requirements': requests, at the fewest pods. */
// prettier-ignore
export const seedMinimum: readonly SeedRow[] = [
  {
    name: 'MongoDB (3 replicas)',
    namespace: 'mongodb',
    says: { cpu: '750m', memory: '1.5Gi', storage: '150Gi' },
    parts: [{ what: 'mongodb', count: 3, cpu: '250m', memory: '512Mi', storage: '50Gi' }],
    why: 'the table adds up, without exporters; the later document gives each member 100Gi, and that one stands (decision 14)',
  },
  {
    name: 'Kafka (3 brokers)',
    namespace: 'kafka',
    says: { cpu: '1500m', memory: '3Gi', storage: '150Gi' },
    parts: [
      { what: 'broker', count: 3, cpu: '500m', memory: '1Gi', storage: '50Gi' },
      { what: 'controller', count: 3, cpu: '500m', memory: '1Gi', storage: '20Gi' },
    ],
    why: 'the table leaves out the three controllers that its own installation has, and exporters',
  },
  {
    name: 'Temporal (3 servers + PostgreSQL)',
    namespace: 'temporal',
    says: { cpu: '1000m', memory: '2Gi', storage: '50Gi' },
    parts: [
      { what: 'server', count: 3, cpu: '200m', memory: '512Mi', storage: '0' },
      { what: 'postgresql', count: 1, cpu: '250m', memory: '512Mi', storage: '20Gi' },
    ],
    why: 'servers and PostgreSQL alone are 850m and 20Gi; the three nodes of Elasticsearch are missing, and four roles with three pods each are twelve servers, not three',
  },
  {
    name: 'WMS Services (10 services, min replicas)',
    namespace: 'wms-platform',
    says: { cpu: '1500m', memory: '3Gi', storage: '0' },
    parts: [
      { what: 'service', count: 18, cpu: '100m', memory: '128Mi', storage: '0' },
      { what: 'orchestrator', count: 3, cpu: '200m', memory: '256Mi', storage: '0' },
    ],
    why: 'the replicas and requests of the second document are 2400m, not 1500m; the services that begin with three pods instead of two make the rest (decision 17)',
  },
];

/** 'Production Cluster Requirements': limits, at the most pods. */
// prettier-ignore
export const seedProduction: readonly SeedRow[] = [
  {
    name: 'MongoDB (3 replicas)',
    namespace: 'mongodb',
    says: { cpu: '3', memory: '3Gi', storage: '150Gi' },
    parts: [{ what: 'mongodb', count: 3, cpu: '1', memory: '1Gi', storage: '50Gi' }],
    why: 'as above: exporters, and 100Gi for each member',
  },
  {
    name: 'Kafka (3 brokers)',
    namespace: 'kafka',
    says: { cpu: '6', memory: '6Gi', storage: '150Gi' },
    parts: [
      { what: 'broker', count: 3, cpu: '2', memory: '2Gi', storage: '50Gi' },
      { what: 'controller', count: 3, cpu: '2', memory: '2Gi', storage: '20Gi' },
    ],
    why: 'as above: controllers and exporters',
  },
  {
    name: 'Temporal (3 servers + dependencies)',
    namespace: 'temporal',
    says: { cpu: '4', memory: '6Gi', storage: '90Gi' },
    parts: [
      { what: 'server', count: 3, cpu: '1', memory: '1Gi', storage: '0' },
      { what: 'postgresql', count: 1, cpu: '1', memory: '1Gi', storage: '20Gi' },
      { what: 'elasticsearch', count: 3, cpu: '2', memory: '2Gi', storage: '30Gi' },
    ],
    why: "4 cores are the servers and PostgreSQL, 90Gi is Elasticsearch alone: each column leaves out another dependency; four roles are twelve servers",
  },
  {
    name: 'WMS Services (10 services, max replicas)',
    namespace: 'wms-platform',
    says: { cpu: '8', memory: '12Gi', storage: '0' },
    parts: [
      { what: 'service', count: 18, cpu: '500m', memory: '512Mi', storage: '0' },
      { what: 'orchestrator', count: 3, cpu: '1', memory: '1Gi', storage: '0' },
    ],
    why: '12Gi is the limit of the fewest pods, and their CPU is 12 cores, not 8; at the most pods of every autoscaler it is the figure on the right',
  },
];
