import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Column } from '../../model/environment';
import { PlatformContext } from '../context';
import { MesRows } from './rows';

/** What every part of the platform is defined with. */
export interface Context extends PlatformContext {
  readonly rows: Column<MesRows>;
  readonly namespace: PlatformNamespace;
}
