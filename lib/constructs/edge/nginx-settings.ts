import { NginxEdge } from '../../model/edge';

/**
 * What ingress-nginx reads for the whole controller, by the keys of its ConfigMap: whether the firewall blocks or only
 * reports, and what a client over its limit is told. An Ingress cannot say the first: the annotation that could is of
 * critical risk and refused.
 */
export function nginxSettings({ waf }: Pick<NginxEdge, 'waf'>): Readonly<Record<string, string>> {
  return {
    'enable-modsecurity': 'true',
    'enable-owasp-modsecurity-crs': 'true',
    // In place of the image's own file, which this includes; the last word on the engine counts.
    'modsecurity-snippet': `Include /etc/nginx/modsecurity/modsecurity.conf\nSecRuleEngine ${waf.mode}\n`,
    'limit-req-status-code': '429',
    'annotations-risk-level': 'High',
  };
}
