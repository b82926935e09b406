import { emptyServers, first, members, run, runningSet, second, third } from './replica-set-run';

test('refuses to take a member away', () => {
  const mongo = runningSet();
  expect(run(mongo, { members: [first] })).toEqual({
    code: 2,
    lines: [`refused: members must be those of the table, the set also has ${second}, ${third}; take them out by hand`],
  });
  expect(mongo.config?.members).toHaveLength(3);
});

test('refuses a table that lacks the primary, instead of waiting for another one', () => {
  expect(run(runningSet(), { members: [second, third] })).toEqual({
    code: 2,
    lines: [`refused: members must be those of the table, the set also has ${first}; take them out by hand`],
  });
});

test('refuses a set of another name', () => {
  const line = `refused: ${first} must belong to set rs0, got rs1; a set keeps its name`;
  expect(run(emptyServers().found('rs1', members))).toEqual({ code: 2, lines: [line] });
});

test('refuses a root password that the data were not made with', () => {
  const line = `refused: ${first} does not accept the password of 'root'; put back the one that its data were made with`;
  expect(run(emptyServers(), {}, { ROOT_PASSWORD: 'other' })).toEqual({ code: 2, lines: [line] });
});

test('refuses a user without a password', () => {
  const { code, lines } = run(runningSet(), {}, { USER_0_PASSWORD: '' });
  expect(code).toBe(2);
  expect(lines.at(-1)).toBe(
    'refused: user app@wms must have a password, got nothing in USER_0_PASSWORD; fill its key of the Secret',
  );
});
