import { endpointWithoutEdge } from '../../../lib/rules/network/endpoint-without-edge';
import { deployment, pods, policyOf, saysOf, serviceOf } from './yaml';

const fromWeb = `ingress: [{ from: [${pods('web')}], ports: [{ port: 8080 }] }]`;

describe('network/endpoint-without-edge', () => {
  const client = (variable: string) => `
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec:
  jobTemplate:
    spec:
      template:
        metadata: { labels: { app: report } }
        spec:
          containers:
            - name: main
              image: example.com/report:1.0.0
              env: [{ name: ADDRESS, value: ${JSON.stringify(variable)} }]
`;
  const shut = deployment('api') + serviceOf('api') + policyOf('api', 'policyTypes: [Ingress]');
  const says = (variable: string, text = shut) => saysOf(endpointWithoutEdge, text + client(variable));

  test.each([
    'http://api',
    'http://api:80/path?x=1',
    'http://user:word@api.shop:80',
    'api.shop.svc:80',
    'api.shop.svc.cluster.local.:80',
    'jdbc:postgresql://api.shop:80/orders',
    'elsewhere.example.com:80,api:80',
  ])('%s is shut', (address) => {
    expect(says(address)).toEqual([
      expect.stringMatching(/^shop\/report -> shop\/api:8080\/TCP must be allowed for api.*:80, got shut by policies$/),
    ]);
  });

  test.each([
    ['another namespace', 'http://api.other'],
    ['a name that only ends alike', 'http://my-api:80'],
    ['a host outside', 'https://api.example.com:80'],
    ['a port that the Service has not', 'api:9999'],
    ['an image', 'example.com/api:80'],
    ['a time', '10:80'],
  ])('%s is not the Service', (_, address) => {
    expect(says(address)).toEqual([]);
  });

  test('what is open is fine, and so is a Service without selector', () => {
    expect(says('http://api', deployment('api') + serviceOf('api'))).toEqual([]);
    const external =
      '---\napiVersion: v1\nkind: Service\nmetadata: { name: api, namespace: shop }\nspec: { type: ExternalName, externalName: a.example.com }\n';
    expect(says('http://api', external)).toEqual([]);
  });

  test('a pod of a headless Service is reached on the port that is named', () => {
    const headless =
      deployment('api') + serviceOf('api', 'shop', ', clusterIP: None') + policyOf('api', 'policyTypes: [Ingress]');
    expect(says('api-0.api.shop.svc.cluster.local:8080', headless)).toEqual([
      'shop/report -> shop/api:8080/TCP must be allowed for api-0.api.shop.svc.cluster.local:8080, got shut by policies',
    ]);
  });

  test('an address that many pods read is shut only if it is for all of them', () => {
    const settings =
      '---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata: { API: \'http://api\', NOTE: "# http://api" }\n';
    const reads = (name: string) =>
      deployment(name).replace('containers: [{', 'containers: [{ envFrom: [{ configMapRef: { name: settings } }],');
    const admitted = deployment('api') + serviceOf('api') + policyOf('api', `policyTypes: [Ingress], ${fromWeb}`);
    expect(saysOf(endpointWithoutEdge, admitted + settings + reads('other'))).toEqual([
      'shop/other -> shop/api:8080/TCP must be allowed for api:80, got shut by policies',
    ]);
    expect(saysOf(endpointWithoutEdge, admitted + settings + reads('other') + reads('web'))).toEqual([]);
  });
});
