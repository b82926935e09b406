import { Column } from './environment';
import { findNameProblem } from './names';
import { Problem } from './problem';
import { findResourceProblems } from './resource-problems';
import { Scale } from './scale';
import { ServiceRow } from './service';

/** The services of one environment, by name. */
export type Services = Readonly<Record<string, Column<ServiceRow>>>;

/** What is wrong with services one by one, and with the ports they share. */
export function findServiceProblems(services: Services): Problem[] {
  const names = Object.keys(services);
  if (names.length === 0) {
    return [
      { row: ['services'], rule: 'must name at least one service', got: {}, cure: 'remove the platform instead' },
    ];
  }
  return [
    ...names.flatMap((name) => findNameProblem(['services', name], name)),
    ...Object.entries(services).flatMap(([name, service]) => [
      ...findPortProblems(name, service),
      ...findScaleProblems(['services', name, 'scale'], service.scale),
      ...findResourceProblems(['services', name, 'resources'], service.resources),
      ...findVersionProblems(['services', name, 'version'], service.version),
    ]),
    ...findSharedPorts(services),
  ];
}

function findPortProblems(name: string, { port }: Services[string]): Problem[] {
  const valid = Number.isInteger(port) && port >= 1024 && port <= 65_535;
  return valid ? [] : [{ row: ['services', name, 'port'], rule: 'must be from 1024 to 65535', got: port }];
}

function findSharedPorts(services: Services): Problem[] {
  const owners = new Map<number, string>();
  return Object.entries(services).flatMap(([name, { port }]) => {
    const owner = owners.get(port);
    if (owner === undefined) owners.set(port, name);
    const rule = `must be used once, and '${owner ?? ''}' has it`;
    return owner === undefined ? [] : [{ row: ['services', name, 'port'], rule, got: port }];
  });
}

/** What is wrong with a number of pods. */
export function findScaleProblems(row: readonly string[], scale: Scale): Problem[] {
  const isCount = (pods: number) => Number.isInteger(pods) && pods >= 1;
  const rule = 'must be a whole number of at least 1';
  if ('fixed' in scale) return isCount(scale.fixed) ? [] : [{ row, rule, got: scale.fixed }];
  const { min, max } = scale;
  if (!isCount(min)) return [{ row, rule: `min ${rule}`, got: min }];
  if (max > min && Number.isInteger(max)) return [];
  const cure = max === min ? `write fixed(${min})` : undefined;
  return [{ row, rule: `max must be a whole number above min ${min}`, got: max, cure }];
}

/** What is wrong with the version of an image. */
export function findVersionProblems(row: readonly string[], version: string): Problem[] {
  const exact = /^[\w][\w.-]{0,127}$/.test(version) && version !== 'latest' && /\d/.test(version);
  return exact ? [] : [{ row, rule: "must be an exact tag such as '1.4.2'", got: version }];
}
