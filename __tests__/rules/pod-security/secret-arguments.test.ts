import { noSecretArguments } from '../../../lib/rules/pod-security/secret-arguments';
import { messagesOf } from '../messages-of';
import { deployment } from '../pod';

const judge = (...args: string[]) => messagesOf(noSecretArguments, [deployment({}, { args })]);

test.each([
  [['--password=hunter2'], '--password'],
  [['-Dspring.datasource.password=hunter2'], '-Dspring.datasource.password'],
  [['--api-key', 'a1b2c3'], '--api-key'],
  [['mysqldump --user=root --password="hunter2" shop > /backup'], '--password'],
])('the secret in %j is refused, and not repeated', (args, option) => {
  expect(judge(...args)).toEqual([
    `spec.template.spec.containers[0].args[0]: an argument must not hold a secret, got a value for '${option}'`,
  ]);
});

test.each([
  [['--password=$(PASSWORD)']],
  [['--password=${PASSWORD}']],
  [['mysql --password="$MYSQL_PASSWORD"']],
  [['--password-file=/run/secrets/password']],
  [['--token-url=https://example.com/token']],
  [['--token', '/var/run/secrets/token']],
  [['--token', '--verbose']],
  [['--use-token=true']],
  [['--password={{ .Values.password }}']],
  [['--bootstrap-token-auth']],
])('%j shows none', (args) => {
  expect(judge(...args)).toEqual([]);
});
