import { createServer } from 'node:https';
import { forAllTests } from './harness/for-all-tests';
import { freePort } from './harness/machine';
import { makeCertificates } from './certificates';
import { prepareIndex } from './rendered-temporal-jobs';

const INDEX = 'temporal_visibility_v1_wms';
const HOST = 'localhost';

/** As much of Elasticsearch's interface as the tool needs: it keeps the template and the index that it is given. */
async function startIndexServer() {
  const { authority, key, certificate } = await makeCertificates([HOST]);
  const calls: string[] = [];
  const indices = new Map<string, string>();
  const credentials = new Set<string>();
  let template = '';
  let unavailable = 0;
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const call = `${request.method} ${path}`;
    calls.push(call);
    credentials.add(request.headers.authorization ?? '');
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      const answer = (status: number, content: object) => {
        response.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
        response.end(request.method === 'HEAD' ? undefined : JSON.stringify(content));
      };
      if (unavailable > 0) {
        unavailable -= 1;
        return answer(503, { error: { type: 'unavailable', reason: 'no master' }, status: 503 });
      }
      if (call === 'PUT /_template/temporal_visibility_v1_template') template = body;
      if (call === `PUT /${INDEX}`) {
        const error = { type: 'resource_already_exists_exception', reason: 'exists' };
        if (indices.has(INDEX)) return answer(400, { error, status: 400 });
        indices.set(INDEX, '');
      }
      if (call === `PUT /${INDEX}/_mapping`) indices.set(INDEX, body);
      if (call === `HEAD /${INDEX}` && !indices.has(INDEX)) return answer(404, {});
      return answer(200, { acknowledged: true, version: { number: '8.19.20' }, index: INDEX });
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return {
    url: `https://${HOST}:${port}`,
    authority,
    calls,
    indices,
    credentials,
    hasTemplate: () => template !== '',
    fail: (times: number) => (unavailable = times),
    stop,
  };
}

const server = forAllTests(startIndexServer, 30);
const prepare = (authority = server().authority) => prepareIndex({ url: server().url, index: INDEX, authority });

test('makes the template and the index, and gives the index its mappings', async () => {
  const { code, stdout } = await prepare();
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining(`${INDEX}: the index has the mappings of the tool`) as string,
  });
  expect({ template: server().hasTemplate(), mapped: server().indices.get(INDEX) !== '' }).toEqual({
    template: true,
    mapped: true,
  });
}, 120_000);

test('leaves the settings of the whole cluster alone', () => {
  expect(server().calls.filter((call) => call.includes('_cluster'))).toEqual([]);
});

test('says who it is, in every call', () => {
  const basic = Buffer.from('temporal:a"b\\c: #{{x}}$(HOME)').toString('base64');
  expect([...server().credentials]).toEqual([`Basic ${basic}`]);
});

test('a second run finds the index and leaves it there', async () => {
  expect((await prepare()).code).toBe(0);
  expect([...server().indices.keys()]).toEqual([INDEX]);
}, 60_000);

test('waits for a cluster without a master', async () => {
  server().fail(3);
  const { code, stdout } = await prepare();
  expect({ code, waited: stdout.includes('not yet') }).toEqual({ code: 0, waited: true });
}, 60_000);

test('fails with 1 for a server that another authority vouches for', async () => {
  const { authority } = await makeCertificates([HOST]);
  const { code, stdout } = await prepare(authority);
  expect({ code, told: /certificate/.test(stdout) }).toEqual({ code: 1, told: true });
}, 60_000);
