import { didYouMean } from '../../model/closest';
import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { ALB_ANNOTATIONS, ALB_PREFIXES } from './alb-annotations';
import { NGINX_ANNOTATIONS, NGINX_MEANT } from './nginx-annotations';

const NGINX = 'nginx.ingress.kubernetes.io/';
const ALB = 'alb.ingress.kubernetes.io/';

const nginxNames = new Set(NGINX_ANNOTATIONS);
const albNames = new Set(ALB_ANNOTATIONS);

/** What an Ingress asks of ingress-nginx is something that it knows. */
export const nginxAnnotations: Rule = {
  id: 'exposure/nginx-annotations',
  title: 'ingress-nginx knows every annotation that is meant for it',
  severity: 'error',
  why: 'The controller passes over what it does not know: the limit, the redirect or the check of who calls is not there.',
  cure: 'use one that it knows',
  sources: ['ingress-nginx: annotations'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    yield* findUnknown(
      index,
      NGINX,
      (name) => nginxNames.has(name),
      (name) => {
        const meant = NGINX_MEANT[name];
        return meant === undefined ? didYouMean(name, NGINX_ANNOTATIONS) : `did you mean '${meant}'?`;
      },
    );
  },
};

/** What an Ingress asks of the AWS controller is something that it knows. */
export const albAnnotations: Rule = {
  id: 'exposure/alb-annotations',
  title: 'The AWS Load Balancer Controller knows every annotation that is meant for it',
  severity: 'warning',
  why: 'The controller passes over what it does not know, and the load balancer is made without it.',
  cure: 'use one that it knows',
  sources: ['AWS Load Balancer Controller: Ingress annotations'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    const known = (name: string) => albNames.has(name) || ALB_PREFIXES.some((prefix) => name.startsWith(prefix));
    yield* findUnknown(index, ALB, known, (name) => didYouMean(name, ALB_ANNOTATIONS));
  },
};

function* findUnknown(
  index: ObjectIndex,
  prefix: string,
  known: (name: string) => boolean,
  suggest: (name: string) => string | undefined,
): Iterable<Finding> {
  for (const subject of index.ofKind('Ingress')) {
    for (const key of Object.keys(subject.manifest.metadata.annotations ?? {})) {
      if (!key.startsWith(prefix) || known(key.slice(prefix.length))) continue;
      const cure = suggest(key.slice(prefix.length));
      const message = `annotation must be one that the controller knows, got '${key}'`;
      yield { subject, at: ['metadata', 'annotations', key], message, ...(cure === undefined ? {} : { cure }) };
    }
  }
}

/** Nobody writes the configuration of the server that all Ingresses share. */
export const noSnippets: Rule = {
  id: 'exposure/no-snippets',
  title: 'No Ingress writes configuration of nginx',
  severity: 'warning',
  why: 'Such text can read every Secret that the controller can (CVE-2021-25742); since 1.9 it is refused unless allowed.',
  cure: 'say it with other annotations, or once for all in the ConfigMap of the controller',
  sources: ['CVE-2021-25742', 'kubernetes/ingress-nginx#7837'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('Ingress')) {
      for (const key of Object.keys(subject.manifest.metadata.annotations ?? {})) {
        if (!/^nginx\.(?:ingress\.kubernetes\.io|org)\/.*snippets?$/.test(key)) continue;
        const message = `an Ingress must not write configuration of nginx, got '${key}'`;
        yield { subject, at: ['metadata', 'annotations', key], message };
      }
    }
  },
};
