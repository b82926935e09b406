import { definePlatform } from '../platform';
import { defineWms } from './chart';
import { wms } from './config';
import { findProblems } from './problems';
import { TABLE } from './rows';

export const wmsPlatform = definePlatform({
  name: wms.name,
  table: TABLE,
  rows: wms,
  findProblems,
  define: defineWms,
});
