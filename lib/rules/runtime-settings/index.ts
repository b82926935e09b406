import { Family } from '../rule';
import { jvmValues, oldFlags, oneCollector, refusedFlags } from './jvm-flags';
import { postgresMemory } from './postgres-memory';
import { heapBounds, heapRequested, memoryAboveLimit, memoryHeadroom, processors } from './memory';

export const runtimeSettings: Family = {
  name: 'runtime-settings',
  title: 'Programs start with the settings that they are given, and fit in their containers',
  rules: [
    ...[refusedFlags, oldFlags, oneCollector, jvmValues],
    ...[memoryAboveLimit, memoryHeadroom, heapBounds, heapRequested, processors, postgresMemory],
  ],
};
