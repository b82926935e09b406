import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import * as gateway from '../../../imports/gateway.networking.k8s.io';
import { AlbEdge, EdgeRow, GatewayEdge, NginxEdge } from '../../model/edge';
import { KubernetesObject } from '../objects/kubernetes-object';
import { objectMeta } from '../objects/object-meta';
import { edgeAnnotations } from './edge-annotations';
import { findAnnotationProblems } from './known-annotations';

/** Properties for `PublicHost`. */
export interface PublicHostProps {
  readonly namespace: string;

  /** How requests come into the cluster. */
  readonly edge: EdgeRow;

  /** Full host name: `orders.example.com`. */
  readonly host: string;

  /** Name of the Service behind it, and of the Ingress or HTTPRoute. */
  readonly service: string;

  /** Name of the Service's port, which an Ingress goes by. */
  readonly portName: string;

  /** Number of the same port, which an HTTPRoute goes by. */
  readonly port: number;

  /**
   * Begin of the paths that lead to the Service; the host answers no other.
   *
   * @default /
   */
  readonly path?: `/${string}`;

  /**
   * Full name of the Service: `orders.shop.svc.cluster.local`, where the controller is part of a mesh.
   *
   * @default - no mesh
   */
  readonly upstreamHost?: string;

  /**
   * Annotations of this host alone, by full name, for a controller of Ingresses.
   *
   * @default - those of the edge
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * A host on the internet that leads to one Service, over TLS only: an Ingress, or a route of the shared Gateway.
 *
 * The Service, its pods and everything behind them are the same whichever it is.
 */
export class PublicHost extends Construct {
  public readonly host: string;
  public readonly namespace: string;

  constructor(scope: Construct, id: string, props: PublicHostProps) {
    super(scope, id);
    this.host = props.host;
    this.namespace = props.namespace;
    const { edge, annotations = {}, upstreamHost } = props;
    this.node.addValidation({ validate: () => findProblems(props) });
    if (edge.kind === 'gateway') this.defineRoute(props, edge);
    else this.defineIngress(props, { ...edgeAnnotations(edge, upstreamHost), ...annotations }, edge);
  }

  private defineIngress(
    { namespace, host, service, portName, path = '/' }: PublicHostProps,
    annotations: Record<string, string>,
    { kind, className }: NginxEdge | AlbEdge,
  ): void {
    // A load balancer of AWS takes its certificate from ACM, by the name of the host.
    const secret = kind === 'nginx' ? { secretName: certificateOf(service) } : {};
    new KubernetesObject(this, 'Ingress', k8s.KubeIngress, {
      metadata: { ...objectMeta(namespace, service), annotations },
      spec: {
        ingressClassName: className,
        tls: [{ hosts: [host], ...secret }],
        rules: [
          {
            host,
            http: {
              paths: [{ path, pathType: 'Prefix', backend: { service: { name: service, port: { name: portName } } } }],
            },
          },
        ],
      },
    });
  }

  private defineRoute({ namespace, host, service, port, path = '/' }: PublicHostProps, edge: GatewayEdge): void {
    new KubernetesObject(this, 'Route', gateway.HttpRoute, {
      metadata: objectMeta(namespace, service),
      spec: {
        parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', ...edge.gateway, sectionName: host }],
        hostnames: [host],
        rules: [
          {
            matches: [{ path: { type: gateway.HttpRouteSpecRulesMatchesPathType.PATH_PREFIX, value: path } }],
            backendRefs: [{ group: '', kind: 'Service', name: service, port, weight: 1 }],
          },
        ],
      },
    });
  }
}

/** Name of the Secret with the certificate of a Service's public host, where a cluster keeps it. */
export const certificateOf = (service: string): string => `${service}-tls`;

function findProblems({ edge, host, annotations = {} }: PublicHostProps): string[] {
  const problems = findAnnotationProblems(annotations);
  if (edge.kind === 'gateway' && Object.keys(annotations).length > 0) {
    problems.push(
      `annotations of ${host} must be left out where a Gateway leads to it, got ${Object.keys(annotations).join(', ')}; nobody reads them there`,
    );
  }
  return problems;
}
