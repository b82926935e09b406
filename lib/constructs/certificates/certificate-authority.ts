import { Construct } from 'constructs';
import * as certs from '../../../imports/cert-manager.io';
import { Duration } from '../../model/duration';
import { CertificateLife, defineCertificate, findLifeProblems } from './certificate';
import { objectMeta } from '../objects/object-meta';

/** Properties for `CertificateAuthority`. */
export interface CertificateAuthorityProps extends CertificateLife {
  readonly namespace: string;
}

/**
 * An authority for servers and clients of one namespace, which nobody outside has to trust. Its id is its name.
 *
 * Defines an Issuer that signs for itself, the authority's Certificate from it, and the Issuer that signs with that.
 * The authority keeps its key when its certificate is renewed, so that certificates from before and after trust each
 * other while servers are replaced one by one.
 */
export class CertificateAuthority extends Construct {
  public readonly namespace: string;

  /** Longest life of a certificate that cannot outlive the authority's own. */
  public readonly longestDuration: Duration;

  constructor(scope: Construct, id: string, props: CertificateAuthorityProps) {
    super(scope, id);
    this.node.addValidation({ validate: () => findLifeProblems(props) });
    const { namespace } = props;
    this.namespace = namespace;
    this.longestDuration = props.renewBefore;
    const root = `${id}-root`;
    const rootIssuer = new certs.Issuer(this, 'Root', {
      metadata: objectMeta(namespace, root),
      spec: { selfSigned: {} },
    });
    const certificate = defineCertificate(this, namespace, id, props, {
      issuer: root,
      rotationPolicy: certs.CertificateSpecPrivateKeyRotationPolicy.NEVER,
      isCa: true,
      commonName: id,
      usages: [
        certs.CertificateSpecUsages.DIGITAL_SIGNATURE,
        certs.CertificateSpecUsages.CERT_SIGN,
        certs.CertificateSpecUsages.CRL_SIGN,
      ],
    });
    certificate.node.addDependency(rootIssuer);
    const issuer = new certs.Issuer(this, 'Issuer', {
      metadata: objectMeta(namespace, id),
      spec: { ca: { secretName: id } },
    });
    issuer.node.addDependency(certificate);
  }

  /** Name of the Issuer that signs. */
  public get issuer(): string {
    return this.node.id;
  }
}
