import { Construct } from 'constructs';
import * as istio from '../../../imports/security.istio.io';
import { Resources } from '../../model/quantity';
import { KubernetesObject } from '../objects/kubernetes-object';
import { objectMeta } from '../objects/object-meta';
import { PlatformNamespace } from '../platform-namespace';
import { Peer } from '../workloads/endpoint';
import { declareConnection } from '../workloads/connection';
import { footprintOfPods } from '../workloads/footprint';
import { NetworkPolicy } from '../workloads/network-policy';

/** Properties for `AcmeSolver`. */
export interface AcmeSolverProps {
  /** Namespace of the certificates, where cert-manager starts the pods that answer the authority. */
  readonly namespace: PlatformNamespace;

  /** Who brings the authority's questions. */
  readonly peers: readonly Peer[];

  /** Certificates that may be asked about at once: each gets a pod. */
  readonly certificates: number;
}

/** Port that cert-manager's answering pods listen on. */
const PORT = 8089;

/** What cert-manager gives an answering pod, unless its own flags say otherwise. */
const RESOURCES: Resources = { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '100m', memory: '64Mi' } };

/**
 * Lets an authority's questions through to the pods that cert-manager answers them with, and keeps room for those pods:
 * in a closed namespace with a full quota no certificate would ever be made. In a mesh they are answered without mutual
 * TLS, because the edge has to find them by the addresses of pods. Its id is the name of the policy.
 */
export class AcmeSolver extends Construct {
  constructor(scope: Construct, id: string, { namespace, peers, certificates }: AcmeSolverProps) {
    super(scope, id);
    const podLabels = { 'acme.cert-manager.io/http01-solver': 'true' };
    const policy = new NetworkPolicy(this, 'NetworkPolicy', { namespace: namespace.name, name: id, podLabels });
    peers.forEach((peer) => {
      policy.allowFrom(peer, { port: PORT });
      declareConnection(this, {
        from: peer,
        to: { namespace: namespace.name, labels: podLabels },
        ports: [{ port: PORT }],
      });
    });
    if (namespace.mesh) {
      const { STRICT } = istio.PeerAuthenticationSpecMtlsMode;
      const { PERMISSIVE } = istio.PeerAuthenticationSpecPortLevelMtlsMode;
      new KubernetesObject(this, 'PlainPort', istio.PeerAuthentication, {
        metadata: objectMeta(namespace.name, id),
        spec: {
          selector: { matchLabels: podLabels },
          mtls: { mode: STRICT },
          portLevelMtls: { [PORT]: { mode: PERMISSIVE } },
        },
      });
    }
    namespace.makeRoomFor(footprintOfPods(certificates, { containers: [{ resources: RESOURCES }] }));
  }
}
