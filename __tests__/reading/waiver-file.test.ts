import { readWaivers } from '../../lib/reading/waiver-file';

const read = (text: string) =>
  readWaivers({ path: 'waivers.yaml', text }, ['identity/valid-names', 'yaml/whole-values']);

const problemsOf = (text: string) =>
  read(text).problems.map(({ rule, finding: { position, message } }) => {
    return `${position?.line}:${position?.column} ${rule.id}: ${message}`;
  });

const GOOD = `- rule: identity/valid-names
  target: Service shop/*
  reason: the name is older than the rule
`;

test('rows with rule, target and reason are taken, and may say where and how long', () => {
  const { waivers, problems } = read(`${GOOD}${GOOD}  within: dev\n  expires: 2027-03-31\n`);
  expect(problems).toEqual([]);
  expect(waivers).toEqual([
    { rule: 'identity/valid-names', target: 'Service shop/*', reason: 'the name is older than the rule' },
    {
      rule: 'identity/valid-names',
      target: 'Service shop/*',
      reason: 'the name is older than the rule',
      within: 'dev',
      expires: '2027-03-31',
    },
  ]);
});

test.each(['', '# none\n', '[]\n'])('%j is no waiver, and no mistake', (text) => {
  expect(read(text)).toMatchObject({ waivers: [], problems: [] });
});

test.each([
  ['a: b', '1:1 waivers/valid: waivers must be a list, got {"a":"b"}'],
  ['- a', "1:3 waivers/valid: waivers[0] must be a map, got 'a'"],
  [
    `${GOOD}  reasons: x`,
    "4:3 waivers/valid: waivers[0].reasons must be a field that is known; did you mean 'reason'?",
  ],
  [
    `${GOOD}  until: x`,
    '4:3 waivers/valid: waivers[0].until must be a field that is known; there are rule, target, within, reason, expires',
  ],
  ['- rule: yaml/whole-values\n  target: x', '1:3 waivers/valid: waivers[0].reason must be written, got nothing'],
  [`${GOOD}  within: 1`, '4:3 waivers/valid: waivers[0].within must be text, got 1'],
  [
    GOOD.replace('identity/valid-names', 'identity/valid-name'),
    "1:3 waivers/valid: waivers[0].rule must be the id of a rule, got 'identity/valid-name'; did you mean 'identity/valid-names'?",
  ],
  [GOOD.replace('Service shop/*', "' '"), '2:3 waivers/valid: waivers[0].target must name an object, got nothing'],
  [
    GOOD.replace(/reason: .*/, 'reason: legacy'),
    "3:3 waivers/valid: waivers[0].reason must say why in at least 20 characters, got 'legacy'; a reader has to judge it",
  ],
  [`${GOOD}  expires: soon`, "4:3 waivers/valid: waivers[0].expires must be a day like 2027-03-31, got 'soon'"],
  ['- {', '1:4 reading/malformed: a document must be YAML, got unexpected end of the stream within a flow collection'],
])('%j is told', (text, problem) => {
  expect(problemsOf(text)).toEqual([problem]);
});

test('a row that is wrong waives nothing, and the others do', () => {
  const { waivers } = read(`- rule: gone/gone\n  target: x\n  reason: ${'x'.repeat(20)}\n${GOOD}`);
  expect(waivers.map(({ rule }) => rule)).toEqual(['identity/valid-names']);
});
