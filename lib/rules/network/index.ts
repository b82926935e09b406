import { Family } from '../rule';
import { allowedIsDeclared } from './allowed-is-declared';
import { endpointWithoutEdge } from './endpoint-without-edge';
import { notIsolated } from './isolation';
import { oneSided } from './one-sided';
import { idleRules, missingPolicyTypes, openToAll } from './policy-shape';
import { undeclaredPort, unknownPort } from './ports';
import { noDns } from './resolves-names';
import { scraperShutOut } from './scraper';
import { selectsNothing, unknownNamespaceLabel } from './selectors';

export const network: Family = {
  name: 'network',
  title: 'Pods reach whom they are meant to reach, and nobody else',
  rules: [
    allowedIsDeclared,
    oneSided,
    endpointWithoutEdge,
    noDns,
    scraperShutOut,
    selectsNothing,
    unknownNamespaceLabel,
    unknownPort,
    undeclaredPort,
    idleRules,
    missingPolicyTypes,
    openToAll,
    notIsolated,
  ],
};
