import { goModuleFolder, goProgram } from './go-program';
import { VERSIONS } from './versions';

const MODULE = 'github.com/argoproj/argo-cd/v3';

/** The path of Argo CD's program, which is all of its servers, built first if it is missing. */
export function argoCdProgram(): Promise<string> {
  return goProgram({
    name: 'argocd',
    module: MODULE,
    version: VERSIONS.argoCd,
    main: `${MODULE}/cmd`,
    variables: { [`${MODULE}/common.version`]: VERSIONS.argoCd },
  });
}

/** The folder of Argo CD's sources, where what its makers deploy stands. */
export function argoCdSources(): Promise<string> {
  return goModuleFolder(MODULE, VERSIONS.argoCd);
}
