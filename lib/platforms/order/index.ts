import { definePlatform } from '../platform';
import { defineOrder } from './chart';
import { order } from './config';
import { findProblems } from './problems';
import { TABLE } from './rows';

export const orderPlatform = definePlatform({
  name: order.name,
  table: TABLE,
  rows: order,
  findProblems,
  define: defineOrder,
});
