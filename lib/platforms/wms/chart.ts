import { Construct } from 'constructs';
import { Component } from '../../constructs/component';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { WmsRows } from './rows';

/** Makes the component of a file, given its name and the row it comes from. */
export type ComponentFactory = (id: string, row: string) => Component;

export function defineWms(scope: Construct, rows: Column<WmsRows>, environment: Environment): void {
  (void scope, rows, environment);
}
