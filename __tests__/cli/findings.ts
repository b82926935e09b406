import { folderOf } from '../reading/folder';
import { run } from './run';

/** A ConfigMap with a secret in line 8 and a value of a wrong type in line 9. */
export const WRONG = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  LEVEL: info
  DATABASE: mongodb://root:hunter2@db/x
  RETRIES: 3
`;

/** A row that waives its secret, and further lines of it. */
export const waiver = (extra = '') => `- rule: pod-security/no-secret-values
  target: ConfigMap shop/settings
  reason: an example that stands in no cluster
${extra}`;

/** What a check of some files finds. */
export const findingsOf = async (files: Record<string, string>, ...args: string[]) => {
  const { code, out } = await run(folderOf(files), ['check', '--format', 'json', ...args]);
  const { findings } = JSON.parse(out) as { findings: { rule: string; file: string; line: number; message: string }[] };
  return {
    code,
    findings: findings.map(({ rule, file, line }) => `${file}:${line} ${rule}`),
    messages: findings.map(({ message }) => message),
  };
};
