import { definePlatform } from '../platform';
import { defineOnboarding } from './chart';
import { onboarding } from './config';
import { findProblems } from './problems';
import { TABLE } from './rows';

export const onboardingPlatform = definePlatform({
  name: onboarding.name,
  table: TABLE,
  rows: onboarding,
  findProblems,
  define: defineOnboarding,
});
