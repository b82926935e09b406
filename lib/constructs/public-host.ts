import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { objectMeta } from './objects/object-meta';
import { KubernetesObject } from './objects/kubernetes-object';

/** Properties for `PublicHost`. */
export interface PublicHostProps {
  readonly namespace: string;

  /** Full host name: `orders.example.com`. */
  readonly host: string;

  /** Name of the Service behind it, and of the Ingress. */
  readonly service: string;

  /** Name of the Service's port. */
  readonly portName: string;

  /** Name of the IngressClass. */
  readonly className: string;

  /** ClusterIssuer of cert-manager that the certificate comes from. */
  readonly tlsIssuer: string;
}

/** A host on the internet that leads to one Service, over TLS only. */
export class PublicHost extends Construct {
  constructor(scope: Construct, id: string, props: PublicHostProps) {
    super(scope, id);
    const { namespace, host, service, portName, className, tlsIssuer } = props;
    new KubernetesObject(this, 'Ingress', k8s.KubeIngress, {
      metadata: { ...objectMeta(namespace, service), annotations: { 'cert-manager.io/cluster-issuer': tlsIssuer } },
      spec: {
        ingressClassName: className,
        tls: [{ hosts: [host], secretName: `${service}-tls` }],
        rules: [
          {
            host,
            http: {
              paths: [
                { path: '/', pathType: 'Prefix', backend: { service: { name: service, port: { name: portName } } } },
              ],
            },
          },
        ],
      },
    });
  }
}
