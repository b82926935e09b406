import { definePlatform } from '../platform';
import { defineObservability } from './chart';
import { observability } from './config';
import { findProblems } from './problems';
import { TABLE } from './rows';

export const observabilityPlatform = definePlatform({
  name: observability.name,
  table: TABLE,
  rows: observability,
  findProblems,
  define: defineObservability,
});
