import { definePlatform } from '../platform';
import { defineMes } from './chart';
import { mes } from './config';
import { findProblems } from './problems';
import { TABLE } from './rows';

export const mesPlatform = definePlatform({
  name: mes.name,
  table: TABLE,
  rows: mes,
  findProblems,
  define: defineMes,
});
