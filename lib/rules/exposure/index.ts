import { Family } from '../rule';
import { adminPaths, loadBalancers, noNodePorts, tls } from './edges';
import { albAnnotations, nginxAnnotations, noSnippets } from './known-annotations';

export const exposure: Family = {
  name: 'exposure',
  title: 'What is reached from outside is meant to be, and guarded',
  rules: [nginxAnnotations, albAnnotations, noSnippets, tls, adminPaths, loadBalancers, noNodePorts],
};
