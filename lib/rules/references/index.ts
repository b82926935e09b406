import { Family } from '../rule';
import { backendExists, backendPort } from './backends';
import { gatewayExists, listenerTakes } from './gateways';
import { hostExists, hostPort } from './hosts';
import { keyExists } from './keys';
import {
  claimExists,
  classExists,
  configExists,
  roleExists,
  scaleTargetExists,
  secretExists,
  serviceAccountExists,
} from './missing-objects';
import { namespaceExists } from './namespaces';
import { placeholderDefined } from './placeholders';
import { portDeclared, probePort } from './probe-ports';
import { referenceGrant } from './reference-grants';
import { serviceSelectsPods, statefulService, targetPort } from './services';
import { configUsed, keyUsed } from './unused';
import { uniqueVariables, variableDefined } from './variables';
import { mountDeclared, volumeMounted } from './volumes';

export const references: Family = {
  name: 'references',
  title: 'What is named exists, and what exists is used',
  rules: [
    configExists,
    secretExists,
    keyExists,
    serviceAccountExists,
    claimExists,
    roleExists,
    scaleTargetExists,
    classExists,
    namespaceExists,
    mountDeclared,
    volumeMounted,
    uniqueVariables,
    variableDefined,
    placeholderDefined,
    serviceSelectsPods,
    targetPort,
    statefulService,
    probePort,
    portDeclared,
    backendExists,
    backendPort,
    gatewayExists,
    listenerTakes,
    referenceGrant,
    hostExists,
    hostPort,
    configUsed,
    keyUsed,
  ],
};
