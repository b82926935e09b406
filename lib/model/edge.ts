import { NamespacedName } from './secret-store';

/** How requests from the internet come into a cluster: what public hosts are rendered for. */
export type EdgeRow = NginxEdge | AlbEdge | GatewayEdge;

/** An authority that proves who owns a host by asking it over HTTP. */
export interface AcmeRow {
  /** Name of the ClusterIssuer. */
  readonly name: string;

  /** Directory of the authority: `https://acme-v02.api.letsencrypt.org/directory`. */
  readonly server: `https://${string}`;

  /** Whom the authority writes to before a certificate ends. */
  readonly email: string;
}

/** Pods of another team, by namespace and labels. */
export interface PodsRow {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** ingress-nginx: Ingress objects, ModSecurity, limits for each client address. */
export interface NginxEdge {
  readonly kind: 'nginx';

  /** Name of the IngressClass. */
  readonly className: string;

  /** Pods of the controller, which public services admit. */
  readonly controller: PodsRow;

  readonly issuer: AcmeRow;
  readonly waf: {
    /** `On` refuses what the OWASP core rules find; `DetectionOnly` writes it to the log. */
    readonly mode: 'On' | 'DetectionOnly';
  };
  readonly rateLimit: {
    /** Requests a second of one client address, at one pod of the controller. */
    readonly rps: number;

    /** How many times `rps` may come at once. */
    readonly burstMultiplier: number;
  };

  /**
   * Address ranges of clients; everybody else is refused.
   *
   * @default - everybody
   */
  readonly allowList?: readonly string[];
}

/** AWS Load Balancer Controller: Ingress objects, one load balancer for all, certificates of ACM, a WAFv2 web ACL. */
export interface AlbEdge {
  readonly kind: 'alb';

  /** Name of the IngressClass. */
  readonly className: string;

  /** Ingresses of one group share a load balancer. */
  readonly group: string;
  readonly scheme: 'internet-facing' | 'internal';

  /** Web ACL with its rules and rate limits. ACM's certificates are found by host name. */
  readonly webAclArn: `arn:aws:wafv2:${string}`;

  /** Path that the load balancer asks before it sends requests to a pod. */
  readonly healthCheckPath: `/${string}`;

  /** Address ranges of the subnets that the load balancer stands in: it connects to pods from there. */
  readonly subnets: readonly string[];
}

/** Any controller of the Gateway API: one shared Gateway, an HTTPRoute for each host. */
export interface GatewayEdge {
  readonly kind: 'gateway';

  /** Name of the GatewayClass. */
  readonly className: string;

  /** Name of the Gateway, and namespace that is made for it and for its certificates. */
  readonly gateway: NamespacedName;

  /** Pods that the controller runs for the Gateway, which public services admit. */
  readonly dataPlane: PodsRow;
  readonly issuer: AcmeRow;
}

/** Who may reach a path that is not for everybody, before a request comes to the service. */
export type GuardRow =
  /** Clients of these address ranges; everybody else is refused. */
  | { readonly kind: 'allow-list'; readonly cidrs: readonly string[] }
  /** Whom another program lets in: it is asked about every request. Only ingress-nginx asks. */
  | {
      readonly kind: 'external-auth';

      /** Answers 2xx for who may go on: `https://login.example.com/oauth2/auth`. */
      readonly url: `https://${string}`;

      /** Where people are sent who are not known yet. */
      readonly signIn: `https://${string}`;
    };
