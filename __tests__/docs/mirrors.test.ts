import { renderMirrors } from '../../docs/mirrors';
import { mirror, remote } from '../platforms/wms-mirror-row';

const WHAT = 'Kafka, all volumes';

test('without a mirror, all volumes are all records', () => {
  expect(renderMirrors({ dev: false, staging: false, prod: false })).toEqual([
    [WHAT, 'dev, staging, prod', 'everything', '5m, empty', 'nothing: no `kafka.mirror`'],
  ]);
});

test('with one, only what it had not copied is lost there', () => {
  expect(renderMirrors({ dev: false, staging: false, prod: mirror })).toEqual([
    [
      WHAT,
      'prod',
      'what was not copied yet',
      'a change of clusters',
      'mirror into standby, told when later than 2m; offsets every 30s',
    ],
    [WHAT, 'dev, staging', 'everything', '5m, empty', 'nothing: no `kafka.mirror`'],
  ]);
});

test('a mirror towards us saves nothing of ours', () => {
  const back = { ...mirror, source: remote, target: { kind: 'own', alias: 'wms' } } as const;
  expect(renderMirrors({ dev: back, staging: back, prod: back })[0]).toContain('everything');
});
