import { Construct } from 'constructs';
import { Environment } from '../environments/environment';
import { findMissingColumns } from '../model/columns';
import { Column, column } from '../model/environment';
import { formatProblem, Problem } from '../model/problem';
import { Telemetry } from './telemetry';

/** A platform as the synthesizer sees it. */
export interface Platform {
  /** Name of the platform: its folder in `dist/<environment>/`. */
  readonly name: string;

  /** File that holds its table. */
  readonly table: string;

  /** The table itself, every environment's column in it. */
  readonly rows: object;

  /** What is wrong with the rows, a line each. Nothing is defined before they are right. */
  findProblems(environment: Environment): string[];

  /** Defines its components under a scope that carries the platform's name. */
  define(scope: Construct, environment: Environment, telemetry: Telemetry): void;
}

/** Properties for `definePlatform`. */
export interface PlatformProps<T extends object> {
  readonly name: string;
  readonly table: string;
  readonly rows: T;
  readonly findProblems: (rows: Column<T>, environment: Environment) => readonly Problem[];
  readonly define: (scope: Construct, rows: Column<T>, environment: Environment, telemetry: Telemetry) => void;
}

/** Joins a table to the constructs it describes. Only here is a column chosen. */
export function definePlatform<T extends object>(props: PlatformProps<T>): Platform {
  const { name, table, rows } = props;
  return {
    name,
    table,
    rows,
    findProblems: (environment) => {
      const missing = findMissingColumns(rows);
      const problems = missing.length > 0 ? missing : props.findProblems(column(rows, environment.name), environment);
      return problems.map((problem) => formatProblem(problem, rows, environment.name));
    },
    define: (scope, environment, telemetry) =>
      props.define(scope, column(rows, environment.name), environment, telemetry),
  };
}
