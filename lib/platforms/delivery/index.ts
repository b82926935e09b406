import { Construct } from 'constructs';
import { Environment } from '../../environments/environment';
import { findMissingColumns } from '../../model/columns';
import { column } from '../../model/environment';
import { formatProblem } from '../../model/problem';
import { defineDelivery, RenderedPlatform } from './chart';
import { delivery } from './config';
import { TABLE } from './rows';

/** The bundle by which Argo CD finds all others. It is defined last, from what they rendered. */
export const deliveryBundle = {
  name: delivery.name,
  table: TABLE,
  rows: delivery,

  /** What is wrong with its rows, a line each. */
  findProblems: ({ name }: Environment): string[] =>
    findMissingColumns(delivery).map((problem) => formatProblem(problem, delivery, name)),

  /** Defines its components under a scope that carries its name. */
  define: (scope: Construct, environment: Environment, platforms: readonly RenderedPlatform[]): void => {
    defineDelivery(scope, column(delivery, environment.name), environment, platforms);
  },
};
