import { definePlatform } from '../platform';
import { defineWms } from './chart';
import { wms } from './config';
import { findProblems } from './problems';

export const wmsPlatform = definePlatform({
  name: wms.name,
  table: 'lib/platforms/wms/config.ts',
  rows: wms,
  findProblems,
  define: defineWms,
});
